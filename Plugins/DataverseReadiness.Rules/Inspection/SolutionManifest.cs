using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads solution.xml forward: of a large solution it is large too.</summary>
internal sealed class SolutionManifest
{
    private readonly PackageSolution _solution;
    private readonly List<int> _languages = new List<int>();
    private readonly HashSet<string> _required = new HashSet<string>(StringComparer.Ordinal);
    private bool _isManifest;

    private SolutionManifest(PackageSolution solution)
    {
        _solution = solution;
        solution.NameLanguages = _languages;
    }

    /// <summary>Fills the facts; returns the unique names of solutions that this one needs. Null when the file is no solution.xml.</summary>
    public static IReadOnlyList<string>? Read(Stream xml, PackageSolution solution)
    {
        var manifest = new SolutionManifest(solution);
        using var reader = XmlReader.Create(xml, XmlPart.Settings(ZipBudget.MaxBytes));
        XmlPath.Walk(reader, manifest.Element, manifest.Text);
        return manifest._isManifest ? new List<string>(manifest._required) : null;
    }

    private void Element(XmlReader reader, string path)
    {
        switch (path)
        {
            case "ImportExportXml":
                _solution.PlatformVersion = SolutionText.Cut(reader.GetAttribute("version"));
                break;
            case "ImportExportXml/SolutionManifest":
                _isManifest = true;
                break;
            case "ImportExportXml/SolutionManifest/LocalizedNames/LocalizedName":
                if (_solution.DisplayName.Length == 0)
                    _solution.DisplayName = SolutionText.Cut(reader.GetAttribute("description"));
                if (SolutionText.Language(reader) is { } language && !_languages.Contains(language) && _languages.Count < InputFile.MaxLocales)
                    _languages.Add(language);
                break;
            case "ImportExportXml/SolutionManifest/Descriptions/Description":
                _solution.HasDescription |= SolutionText.Cut(reader.GetAttribute("description")).Length > 0;
                break;
            case "ImportExportXml/SolutionManifest/Publisher/LocalizedNames/LocalizedName":
                if (_solution.PublisherName.Length == 0)
                    _solution.PublisherName = SolutionText.Cut(reader.GetAttribute("description"));
                break;
            case "ImportExportXml/SolutionManifest/MissingDependencies/MissingDependency/Required":
                // As "name (version)".
                var required = reader.GetAttribute("solution") ?? "";
                var end = required.IndexOf(' ');
                if (required.Length > 0 && _required.Count < 1000)
                    _required.Add(SolutionText.Cut(end < 0 ? required : required.Substring(0, end)));
                break;
        }
    }

    private void Text(string text, string path)
    {
        switch (path)
        {
            case "ImportExportXml/SolutionManifest/UniqueName":
                _solution.UniqueName = SolutionText.Cut(text);
                break;
            case "ImportExportXml/SolutionManifest/Version":
                _solution.Version = SolutionText.Cut(text);
                break;
            case "ImportExportXml/SolutionManifest/Managed":
                _solution.IsManaged = text.Trim() == "1";
                break;
            case "ImportExportXml/SolutionManifest/Publisher/UniqueName":
                _solution.PublisherUniqueName = SolutionText.Cut(text);
                break;
            case "ImportExportXml/SolutionManifest/Publisher/CustomizationPrefix":
                _solution.Prefix = SolutionText.Cut(text);
                break;
        }
    }
}
