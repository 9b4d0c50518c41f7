namespace DataverseReadiness.Cli;

/// <summary>Numbers of the terminal's sequences for text.</summary>
internal enum Colour
{
    Bold = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
}
