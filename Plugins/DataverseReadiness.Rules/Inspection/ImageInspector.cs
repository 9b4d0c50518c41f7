using System;
using System.IO;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads image facts from bytes, in one pass and within fixed memory.</summary>
public static class ImageInspector
{
    /// <summary>Inspects bytes already in memory.</summary>
    public static ImageInspection Inspect(byte[] bytes) => Inspect(new MemoryStream(bytes, false));

    /// <summary>Inspects a stream from its current position to its end. The stream need not be seekable and is not closed.</summary>
    public static ImageInspection Inspect(Stream stream) => throw new NotSupportedException();
}
