namespace Sandbox.Replay;

/// <summary>Why a bundle cannot be written or replayed, in a sentence for whoever asked for it.</summary>
public sealed class ReplayException(string message, Exception? inner = null) : Exception(message, inner);
