namespace DataverseReadiness.Cli.Input;

/// <summary>Where something of the offer is written.</summary>
/// <param name="File">As the person named it.</param>
/// <param name="Line">Counted from 1; 0 for a file that has no lines.</param>
internal readonly record struct DataPlace(string File, int Line)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
