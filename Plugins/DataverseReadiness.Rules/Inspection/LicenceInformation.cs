using System;
using System.IO;
using System.Xml;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>
/// The licence information that <c>pac solution add-license</c> writes into a solution, in files of its own or in customizations.xml.
/// The documentation names the files, not their elements, so every value in them is kept and looked up as such.
/// </summary>
internal static class LicenceInformation
{
    private const string Mark = "ServicePlan";
    private const int MaxValues = 200;

    /// <summary>Whether a file of a solution is of this kind.</summary>
    public static bool IsIn(string file) =>
        file.Substring(file.LastIndexOf('/') + 1).StartsWith(Mark, StringComparison.OrdinalIgnoreCase) && ZipPaths.Extension(file) == "xml";

    /// <summary>Reads one of its own files.</summary>
    public static void Read(Stream xml, PackageSolution solution)
    {
        using var reader = XmlReader.Create(xml, XmlPart.Settings(ZipBudget.MaxBytes));
        XmlPath.Walk(reader, (at, path) => Element(at, path, solution), (text, path) => Text(text, path, solution));
    }

    public static void Element(XmlReader reader, string path, PackageSolution solution)
    {
        if (!reader.HasAttributes || path.IndexOf(Mark, StringComparison.Ordinal) < 0)
            return;
        while (reader.MoveToNextAttribute())
            Text(reader.Value, path, solution);
        reader.MoveToElement();
    }

    public static void Text(string text, string path, PackageSolution solution)
    {
        var value = SolutionText.Cut(text);
        if (value.Length == 0 || path.IndexOf(Mark, StringComparison.Ordinal) < 0)
            return;
        var values = path.IndexOf("AppModule", StringComparison.Ordinal) < 0 ? solution.ServicePlans : solution.ServicePlanApps;
        if (values.Count < MaxValues && !values.Contains(value))
            values.Add(value);
    }
}
