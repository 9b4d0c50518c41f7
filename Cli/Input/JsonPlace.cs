namespace DataverseReadiness.Cli.Input;

/// <summary>Where a value stands in a JSON text.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Start">First byte of the value.</param>
/// <param name="Length">Bytes of the value with its quotes; of an object or array its first byte alone.</param>
internal readonly record struct JsonPlace(int Line, int Start, int Length);
