namespace DataverseReadiness.Cli;

/// <summary>What was asked cannot be decided or written down; the message says what is and what to do.</summary>
internal class TroubleException(string message, Exception? inner = null) : Exception(message, inner);
