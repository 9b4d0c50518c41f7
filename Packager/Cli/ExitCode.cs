namespace Packager.Cli;

/// <summary>What the process says to a build.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The input was read and something is wrong with it, or a file is not current.</summary>
    public const int Findings = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 64;

    /// <summary>A file or folder that was named is not there.</summary>
    public const int NoInput = 66;
}
