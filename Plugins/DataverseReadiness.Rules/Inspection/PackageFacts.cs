using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>What was found in an AppSource package. Stored on the offer as JSON, since the package itself is read only once.</summary>
public sealed class PackageFacts
{
    internal PackageFacts()
    {
    }

    /// <summary>Size of the package in bytes.</summary>
    public long Bytes { get; internal set; }

    /// <summary>SHA-256 of the package, lower-case hexadecimal.</summary>
    public string Sha256 { get; internal set; } = "";

    /// <summary>Why the package could not be read to the end; null when it could. Other findings are then incomplete.</summary>
    public Message? Damage { get; internal set; }

    /// <summary>Everything that is wrong, in the order it was found, <see cref="Damage"/> included.</summary>
    public IReadOnlyList<PackageFinding> Findings { get; internal set; } = new List<PackageFinding>();

    /// <summary>The solutions inside.</summary>
    public IReadOnlyList<PackageSolution> Solutions { get; internal set; } = new List<PackageSolution>();

    /// <summary>Name of the input file as it is spelt in the zip (input.xml or Input.xml); empty when missing.</summary>
    public string InputFile { get; internal set; } = "";

    /// <summary>Values of the simple elements of the input file (ProviderName, PackageFile, SolutionAnchorName, StartDate, EndDate, SupportedCountries, LearnMoreLink).</summary>
    public IReadOnlyDictionary<string, string> Input { get; internal set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the part was reached and nothing is wrong with it.</summary>
    public bool IsComplete(PackagePart part) => Damage is null && Findings.All(finding => finding.Part != part);

    /// <summary>What is wrong with one part.</summary>
    public IReadOnlyList<PackageFinding> FindingsOf(PackagePart part) => Findings.Where(finding => finding.Part == part).ToList();

    /// <summary>Writes the facts as JSON, the same on every machine.</summary>
    public string ToJson() => throw new NotSupportedException();

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when the text is empty or something else.</summary>
    public static PackageFacts? FromJson(string? json) => throw new NotSupportedException();
}
