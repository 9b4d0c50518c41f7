namespace Sandbox.Pipeline;

/// <summary>Unwinds the thread of an operation whose time was up; nobody waits for its answer any more.</summary>
internal sealed class OperationExpiredException() : Exception("The operation's time was up.");
