using System;
using System.IO;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Tells what a document is from its bytes.</summary>
public static class FileInspector
{
    /// <summary>Inspects bytes already in memory.</summary>
    public static FileInspection Inspect(byte[] bytes) => Inspect(new MemoryStream(bytes, false));

    /// <summary>Inspects a seekable stream from its start to its end. The stream is not closed.</summary>
    public static FileInspection Inspect(Stream stream) => throw new NotSupportedException();
}
