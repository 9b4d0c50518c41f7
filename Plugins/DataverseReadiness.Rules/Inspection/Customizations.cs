using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads customizations.xml forward: it is by far the largest file of a solution.</summary>
internal sealed class Customizations
{
    private const string Root = "ImportExportXml/";
    private const string StepPath = Root + "SdkMessageProcessingSteps/SdkMessageProcessingStep";
    private const string AppPath = Root + "AppModules/AppModule";
    private const string WebResourcePath = Root + "WebResources/WebResource";

    // Of the message in every organization.
    private const string RetrieveMultiple = "03bebb1b-ea3e-db11-86a7-000a3a5473e8";

    private const int MaxList = 100;
    private const int MaxWebResources = 5000;

    // Each of these names what the step reacts to, or how.
    private static readonly string[] StepElements =
    {
        "PluginTypeName", "PluginTypeExportKey", "SdkMessageId", "SdkMessageName", "PrimaryEntity", "SecondaryEntity", "Stage", "Mode", "FilteringAttributes", "Configuration", "EventHandler",
    };

    private readonly PackageSolution _solution;
    private readonly Action<string, int> _report;
    private readonly SortedSet<int> _languages = new SortedSet<int>();
    private readonly List<string> _roles = new List<string>();
    private readonly List<PackageApp> _apps = new List<PackageApp>();
    private readonly List<string> _siteMaps = new List<string>();
    private readonly HashSet<string> _steps = new HashSet<string>(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _step = new Dictionary<string, string>(StringComparer.Ordinal);
    private int _stepLine;

    private Customizations(PackageSolution solution, Action<string, int> report)
    {
        _solution = solution;
        _report = report;
    }

    /// <summary>The web resources, to look into their files.</summary>
    public List<WebResource> WebResources { get; } = new List<WebResource>();

    /// <summary>Fills the facts.</summary>
    /// <param name="xml">The file.</param>
    /// <param name="solution">Gets the facts.</param>
    /// <param name="report">Is told rule and line of registrations that the checker's rules forbid.</param>
    public static Customizations Read(Stream xml, PackageSolution solution, Action<string, int> report)
    {
        var customizations = new Customizations(solution, report);
        using var reader = XmlReader.Create(xml, XmlPart.Settings(ZipBudget.MaxBytes));
        XmlPath.Walk(reader, customizations.Element, customizations.Text);
        customizations.EndStep();
        solution.Languages = customizations._languages.ToList();
        solution.Roles = customizations._roles;
        solution.AppModules = customizations._apps;
        solution.SiteMaps = customizations._siteMaps;
        return customizations;
    }

    private void Element(XmlReader reader, string path)
    {
        if (reader.HasAttributes && SolutionText.Language(reader) is { } language && _languages.Count < InputFile.MaxLocales)
            _languages.Add(language);
        switch (path)
        {
            case Root + "Roles/Role":
                Add(_roles, reader.GetAttribute("name"));
                break;
            case AppPath when _apps.Count < MaxList:
                _apps.Add(new PackageApp());
                break;
            case AppPath + "/LocalizedNames/LocalizedName" when _apps.Count > 0 && _apps[_apps.Count - 1].Name.Length == 0:
                _apps[_apps.Count - 1].Name = SolutionText.Cut(reader.GetAttribute("description"));
                break;
            case Root + "SiteMap":
                _solution.HasSiteMapChange = true;
                break;
            case Root + "CanvasApps/CanvasApp":
                _solution.HasCanvasApp = true;
                break;
            case WebResourcePath:
                _solution.WebResources++;
                if (WebResources.Count < MaxWebResources)
                    WebResources.Add(new WebResource());
                break;
            case StepPath:
                EndStep();
                _stepLine = ((IXmlLineInfo)reader).LineNumber;
                break;
            default:
                LicenceInformation.Element(reader, path, _solution);
                break;
        }
    }

    private void Text(string text, string path)
    {
        if (path.StartsWith(StepPath + "/", StringComparison.Ordinal))
        {
            var name = path.Substring(StepPath.Length + 1);
            if (StepElements.Contains(name))
                _step[name] = SolutionText.Cut(text).Trim('{', '}').ToLowerInvariant();
            return;
        }

        switch (path)
        {
            case AppPath + "/UniqueName" when _apps.Count > 0:
                _apps[_apps.Count - 1].UniqueName = SolutionText.Cut(text);
                break;
            case AppPath + "/ClientType" when _apps.Count > 0:
                _apps[_apps.Count - 1].ClientType = Number(text);
                break;
            case Root + "AppModuleSiteMaps/AppModuleSiteMap/SiteMapUniqueName":
                Add(_siteMaps, text);
                _solution.HasSiteMapChange |= IsOfMicrosoft(text.Trim());
                break;
            case WebResourcePath + "/Name" when WebResources.Count > 0:
                WebResources[WebResources.Count - 1].Name = SolutionText.Cut(text);
                break;
            case WebResourcePath + "/FileName" when WebResources.Count > 0:
                WebResources[WebResources.Count - 1].File = text.Trim().TrimStart('/');
                break;
            case WebResourcePath + "/WebResourceType" when WebResources.Count > 0:
                WebResources[WebResources.Count - 1].Type = Number(text) ?? 0;
                break;
            default:
                LicenceInformation.Text(text, path, _solution);
                break;
        }
    }

    /// <summary>The apps that Microsoft delivers have names of these prefixes.</summary>
    private static bool IsOfMicrosoft(string name) =>
        name.StartsWith("msdyn", StringComparison.OrdinalIgnoreCase) || name.StartsWith("mspp_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("mscrm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Registrations that the checker's rules forbid and that the text shows.</summary>
    private void EndStep()
    {
        if (_step.Count == 0)
            return;
        var identity = string.Join("\n", StepElements.Select(name => _step.TryGetValue(name, out var value) ? value : ""));
        if (_steps.Count < MaxWebResources && !_steps.Add(identity))
            _report("meta-remove-dup-reg", _stepLine);
        _step.TryGetValue("PrimaryEntity", out var table);
        _step.TryGetValue("SdkMessageId", out var id);
        _step.TryGetValue("SdkMessageName", out var message);
        if (table == "annotation" && (id == RetrieveMultiple || message == "retrievemultiple"))
            _report("meta-avoid-retrievemultiple-annotation", _stepLine);
        _step.Clear();
    }

    private static void Add(List<string> list, string? value)
    {
        var text = SolutionText.Cut(value);
        if (text.Length > 0 && list.Count < MaxList)
            list.Add(text);
    }

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
