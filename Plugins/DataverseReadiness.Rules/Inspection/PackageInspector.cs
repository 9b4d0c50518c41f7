using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Looks into an AppSource package without writing anything to disk, within bounds on entries, size, ratio and depth.</summary>
/// <remarks>
/// Three zips inside each other are opened and no more: the package, the inner package zip, the solutions. Each level is checked by
/// a class of its own that adds its findings; a further check is one more method there.
/// </remarks>
public static class PackageInspector
{
    /// <summary>Inspects a package zip. The stream must be seekable and is not closed.</summary>
    public static PackageFacts Inspect(Stream zip)
    {
        zip.Position = 0;
        using var source = new ByteSource(zip);
        var facts = new PackageFacts { Sha256 = source.Finish(), Bytes = source.Length };
        var findings = new List<PackageFinding>();
        facts.Findings = findings;
        var budget = new ZipBudget();
        using var outer = BoundedZip.Open(zip, "package", budget, out var damage);
        if (outer is null)
        {
            facts.Damage = damage;
            findings.Add(new PackageFinding(PackagePart.Archive, damage!));
            return facts;
        }

        var paths = new ZipPaths(outer, "package", findings, PackagePart.Archive);
        var package = new OuterPackage(outer, paths, findings);
        package.Check();
        facts.InputFile = package.InputFile;
        facts.Input = package.InputValues;
        var inner = package.InnerFile;
        if (inner is null)
            return facts;
        facts.Solutions = InnerPackage.Inspect(outer, inner, budget, package, findings, out damage);
        facts.Damage = damage;
        return facts;
    }
}
