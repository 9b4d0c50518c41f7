namespace Sandbox;

/// <summary>The organization's database cannot be used; the message is one sentence for a person.</summary>
public sealed class DamagedDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
