namespace DataverseReadiness.Cli;

/// <summary>What the process says to a pipeline.</summary>
internal static class ExitCode
{
    /// <summary>Ready; for commands that compare, nothing to tell.</summary>
    public const int Ready = 0;

    /// <summary>Mandatory items are open; for commands that compare, something to tell.</summary>
    public const int Open = 1;

    /// <summary>What was asked could not be decided, or the answer could not be written.</summary>
    public const int Undecided = 2;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 64;

    /// <summary>A mistake of the command itself.</summary>
    public const int Crash = 70;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Stopped = 130;

    /// <summary>Stopped by a request to end (SIGTERM), as shells number it.</summary>
    public const int Terminated = 143;
}
