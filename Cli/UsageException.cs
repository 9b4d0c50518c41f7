namespace DataverseReadiness.Cli;

/// <summary>The command line cannot be run; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
