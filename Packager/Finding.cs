namespace Packager;

/// <summary>One thing that is wrong with a package.</summary>
/// <param name="Code">Short name of the kind of finding, stable across versions.</param>
/// <param name="File">The unpacked file, relative to the folder read, or the entry of the zip; '/' parts the names.</param>
/// <param name="Line">Line in that file, 1 for the first; 0 where no line can be named.</param>
/// <param name="Message">What is wrong, as a sentence for a person.</param>
public sealed record Finding(string Code, string File, int Line, string Message);
