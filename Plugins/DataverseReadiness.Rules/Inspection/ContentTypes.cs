using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>[Content_Types].xml of a zip: there by its exact name, with an entry for every file.</summary>
internal static class ContentTypes
{
    public const string Name = "[Content_Types].xml";

    /// <summary>Finds what is wrong.</summary>
    /// <param name="zip">The zip.</param>
    /// <param name="paths">Its files.</param>
    /// <param name="folder">Path of the zip, with <c>!/</c> at its end; empty for the outer one.</param>
    /// <param name="findings">Gets the findings.</param>
    /// <param name="part">The part that they are about.</param>
    public static void Check(BoundedZip zip, ZipPaths paths, string folder, PackageFindings findings, PackagePart part)
    {
        var file = folder + Name;
        var entry = paths.Find(Name);
        if (entry is null)
        {
            findings.Add(part, paths.Missing(folder, Name), file);
            return;
        }

        var bytes = zip.Read(entry, out var problem);
        var types = bytes is null ? null : XmlPart.Load(bytes, file, out problem);
        if (types is null || types.Name != "Types")
        {
            findings.Add(part, problem ?? new Message("package.xml", file), file);
            return;
        }

        var known = new HashSet<string>(types.ChildrenOf("Default").Select(type => type.Attribute("Extension")), StringComparer.OrdinalIgnoreCase);
        var overridden = new HashSet<string>(types.ChildrenOf("Override").Select(type => type.Attribute("PartName").TrimStart('/')), StringComparer.OrdinalIgnoreCase);
        var unknown = paths.Files.FirstOrDefault(path => path != Name && !overridden.Contains(path) && !known.Contains(ZipPaths.Extension(path)));
        if (unknown is not null)
            findings.Add(part, new Message("package.types", file, folder + unknown), file, types.Line);
    }
}
