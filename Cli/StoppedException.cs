namespace DataverseReadiness.Cli;

/// <summary>Stopped from outside after something may have been done; the message says what that means.</summary>
internal sealed class StoppedException(string message, Exception inner) : OperationCanceledException(message, inner);
