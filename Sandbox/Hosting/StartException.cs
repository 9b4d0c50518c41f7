namespace Sandbox.Hosting;

/// <summary>The sandbox cannot start; the message is a sentence for the person at the keyboard.</summary>
public sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
