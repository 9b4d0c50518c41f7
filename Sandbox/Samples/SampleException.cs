namespace Sandbox.Samples;

/// <summary>A sample could not be loaded; the message names the file and says why.</summary>
public sealed class SampleException(string message, Exception? inner = null) : Exception(message, inner);
