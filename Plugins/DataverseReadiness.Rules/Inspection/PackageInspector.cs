using System;
using System.IO;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Looks into an AppSource package without writing anything to disk, within bounds on entries, size, ratio and depth.</summary>
/// <remarks>
/// Three zips inside each other are opened and no more: the package, the inner package zip, the solutions. Each level is checked by
/// a class of its own that adds its findings; a further check is one more method there.
/// </remarks>
public static class PackageInspector
{
    /// <summary>Inspects a package zip. The stream must be seekable and is not closed.</summary>
    /// <param name="zip">The package.</param>
    /// <param name="fileId">Id of the stored file, kept with the facts.</param>
    public static PackageFacts Inspect(Stream zip, Guid? fileId = null)
    {
        zip.Position = 0;
        using var source = new ByteSource(zip);
        var facts = new PackageFacts { FileId = fileId, Sha256 = source.Finish(), Bytes = source.Length };
        var findings = new PackageFindings();
        var budget = new ZipBudget();
        using var outer = BoundedZip.Open(zip, OuterPackage.Name, budget, out facts.Damage);
        if (outer is null)
        {
            findings.Add(PackagePart.Archive, facts.Damage!);
        }
        else
        {
            new OuterPackage(outer, facts, findings).Check();
            InnerPackage.Inspect(outer, budget, facts, findings);

            // What was not reached is not complete.
            if (facts.InputFile.Length == 0)
                findings.Add(PackagePart.Input, new Message("package.input.none"));
            if (facts.InnerFile.Length == 0)
                findings.Add(PackagePart.Inner, new Message("package.inner.none"));
            if (facts.Solutions.Count == 0)
                findings.Add(PackagePart.Solution, new Message("package.solution.none"));
        }

        facts.Findings = findings.ToList(out facts.FindingsLeftOut);
        return facts;
    }
}
