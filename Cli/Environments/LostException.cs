namespace DataverseReadiness.Cli.Environments;

/// <summary>Nobody answered, or not to the end; what was sent may have been done. The message says what to check.</summary>
internal sealed class LostException(string message, Exception inner) : TroubleException(message, inner);
