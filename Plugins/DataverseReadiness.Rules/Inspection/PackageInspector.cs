using System;
using System.IO;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Looks into an AppSource package without writing anything to disk, within bounds on entries, size, ratio and depth.</summary>
public static class PackageInspector
{
    /// <summary>Inspects a package zip. The stream must be seekable and is not closed.</summary>
    public static PackageFacts Inspect(Stream zip) => throw new NotSupportedException();
}
