using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Looks into an AppSource package without writing anything to disk, within bounds on entries, size, ratio and depth.</summary>
/// <remarks>
/// Three zips inside each other are opened and no more: the package, the inner package zip, the solutions. Each level is checked by
/// a class of its own that adds its findings; a further check is one more method there.
/// </remarks>
public static class PackageInspector
{
    // A person fixes these one by one; what is beyond shows once they are fixed.
    private const int MaxFindings = 100;

    /// <summary>Inspects a package zip. The stream must be seekable and is not closed.</summary>
    public static PackageFacts Inspect(Stream zip)
    {
        zip.Position = 0;
        using var source = new ByteSource(zip);
        var sha256 = source.Finish();
        var findings = new List<PackageFinding>();
        var budget = new ZipBudget();
        using var outer = BoundedZip.Open(zip, OuterPackage.Name, budget, out var damage);
        if (outer is null)
        {
            findings.Add(new PackageFinding(PackagePart.Archive, damage!));
            return new PackageFacts { Bytes = source.Length, Sha256 = sha256, Damage = damage, Findings = findings };
        }

        var paths = new ZipPaths(outer, OuterPackage.Name, findings, PackagePart.Outer);
        var package = new OuterPackage(outer, paths, findings);
        package.Check();
        var solutions = InnerPackage.Inspect(outer, package, budget, findings, out damage);
        // What was not reached is not complete.
        if (package.InputFile.Length == 0)
            findings.Add(new PackageFinding(PackagePart.Input, new Message("package.input.none")));
        if (package.InnerFile is null)
            findings.Add(new PackageFinding(PackagePart.Inner, new Message("package.inner.none")));
        if (solutions.Count == 0)
            findings.Add(new PackageFinding(PackagePart.Solution, new Message("package.solution.none")));
        return new PackageFacts
        {
            Bytes = source.Length,
            Sha256 = sha256,
            Damage = damage,
            Findings = findings.Take(MaxFindings).ToList(),
            Solutions = solutions,
            InputFile = package.InputFile,
            Input = package.InputValues,
        };
    }
}
