using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>What was found in an AppSource package. Stored on the offer as JSON, since the package itself is read only once.</summary>
public sealed class PackageFacts
{
    /// <summary>Id of the stored file that the facts were made from; null when they do not say.</summary>
    public Guid? FileId;

    /// <summary>Size of the package in bytes.</summary>
    public long Bytes;

    /// <summary>SHA-256 of the package, lower-case hexadecimal.</summary>
    public string Sha256 = "";

    /// <summary>Why the package could not be read to the end; null when it could. Other findings are then incomplete.</summary>
    public Message? Damage;

    /// <summary>What is wrong, worst first, <see cref="Damage"/> included.</summary>
    public IReadOnlyList<PackageFinding> Findings = new List<PackageFinding>();

    /// <summary>Number of further findings, none of them worse than those in <see cref="Findings"/>.</summary>
    public int FindingsLeftOut;

    /// <summary>The solutions inside, in the order of ImportConfig.xml.</summary>
    public IReadOnlyList<PackageSolution> Solutions = new List<PackageSolution>();

    /// <summary>Name of the input file as it is spelt in the zip (Input.xml or input.xml); empty when missing.</summary>
    public string InputFile = "";

    /// <summary>Values of the simple elements of the input file (ProviderName, PackageFile, SolutionAnchorName, StartDate, EndDate, SupportedCountries, LearnMoreLink).</summary>
    public IReadOnlyDictionary<string, string> Input = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Language codes of the input file.</summary>
    public IReadOnlyList<int> Locales = new List<int>();

    /// <summary>Icons that the input file names, in the outer zip.</summary>
    public IReadOnlyList<string> Icons = new List<string>();

    /// <summary>Files with the licence terms that the input file names, in the outer zip.</summary>
    public IReadOnlyList<string> Terms = new List<string>();

    /// <summary>Name of the inner package zip; empty when missing.</summary>
    public string InnerFile = "";

    /// <summary>The package folder in the inner zip; empty when missing.</summary>
    public string Folder = "";

    /// <summary>DLLs at the root of the inner zip.</summary>
    public IReadOnlyList<string> Assemblies = new List<string>();

    /// <summary>Whether the package could be read and nothing is wrong with the part.</summary>
    public bool IsComplete(PackagePart part) => Damage is null && Findings.All(finding => finding.Part != part);

    /// <summary>What is wrong with one part.</summary>
    public IReadOnlyList<PackageFinding> FindingsOf(PackagePart part) => Findings.Where(finding => finding.Part == part).ToList();

    /// <summary>The solution that the input file names as anchor; null when there is none.</summary>
    public PackageSolution? Anchor()
    {
        Input.TryGetValue("SolutionAnchorName", out var anchor);
        return string.IsNullOrEmpty(anchor) ? null : Solutions.FirstOrDefault(solution => solution.UniqueName == anchor || solution.File.Substring(solution.File.LastIndexOf('/') + 1) == anchor);
    }

    /// <summary>Writes the facts as JSON, the same on every machine, cut to what the column holds.</summary>
    public string ToJson() => JsonFacts.Write(
        new Dictionary<string, object?>
        {
            ["fileId"] = JsonFacts.Write(FileId),
            ["bytes"] = Bytes,
            ["sha256"] = Sha256,
            ["damage"] = JsonFacts.Write(Damage),
            ["solutions"] = Solutions.Select(Write).ToList(),
            ["inputFile"] = InputFile,
            ["input"] = Input.OrderBy(value => value.Key, StringComparer.Ordinal).ToDictionary(value => value.Key, value => (object?)value.Value),
            ["locales"] = Write(Locales),
            ["icons"] = Icons,
            ["terms"] = Terms,
            ["innerFile"] = InnerFile,
            ["folder"] = Folder,
            ["assemblies"] = Assemblies,
        },
        Findings.Select(Write),
        FindingsLeftOut);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when the text is empty or something else.</summary>
    public static PackageFacts? FromJson(string? json) => JsonFacts.Read(json) is not { } values ? null : new PackageFacts
    {
        FileId = values.Id("fileId"),
        Bytes = values.Number("bytes"),
        Sha256 = values.Text("sha256"),
        Damage = values.Message("damage"),
        Findings = values.Objects("findings").Select(ReadFinding).ToList(),
        FindingsLeftOut = (int)values.Number("findingsLeftOut"),
        Solutions = values.Objects("solutions").Select(ReadSolution).ToList(),
        InputFile = values.Text("inputFile"),
        Input = (values.TryGetValue("input", out var input) && input is Dictionary<string, object?> elements ? elements : new Dictionary<string, object?>())
            .ToDictionary(value => value.Key, value => value.Value as string ?? "", StringComparer.Ordinal),
        Locales = values.Numbers("locales"),
        Icons = values.Texts("icons"),
        Terms = values.Texts("terms"),
        InnerFile = values.Text("innerFile"),
        Folder = values.Text("folder"),
        Assemblies = values.Texts("assemblies"),
    };

    private static object? Write(PackageFinding finding)
    {
        var values = new Dictionary<string, object?> { ["part"] = finding.Part.ToString(), ["message"] = JsonFacts.Write(finding.Message) };
        if (finding.File.Length > 0)
            values["file"] = finding.File;
        if (finding.Line > 0)
            values["line"] = (long)finding.Line;
        if (finding.Rule.Length > 0)
        {
            values["rule"] = finding.Rule;
            values["severity"] = finding.Severity.ToString();
        }

        return values;
    }

    private static PackageFinding ReadFinding(Dictionary<string, object?> values) => new PackageFinding(
        values.Choice<PackagePart>("part"), values.Message("message") ?? new Message(""), values.Text("file"), (int)values.Number("line"), values.Text("rule"), values.Choice<CheckerSeverity>("severity"));

    private static object? Write(PackageSolution solution) => new Dictionary<string, object?>
    {
        ["file"] = solution.File,
        ["uniqueName"] = solution.UniqueName,
        ["version"] = solution.Version,
        ["isManaged"] = solution.IsManaged,
        ["displayName"] = solution.DisplayName,
        ["hasDescription"] = solution.HasDescription,
        ["publisherUniqueName"] = solution.PublisherUniqueName,
        ["publisherName"] = solution.PublisherName,
        ["prefix"] = solution.Prefix,
        ["platformVersion"] = solution.PlatformVersion,
        ["bytes"] = solution.Bytes,
        ["customizationsBytes"] = solution.CustomizationsBytes,
        ["isRead"] = solution.IsRead,
        ["nameLanguages"] = Write(solution.NameLanguages),
        ["languages"] = Write(solution.Languages),
        ["roles"] = solution.Roles,
        ["appModules"] = solution.AppModules.Select(app => (object?)new Dictionary<string, object?>
        {
            ["uniqueName"] = app.UniqueName,
            ["name"] = app.Name,
            ["clientType"] = (long?)app.ClientType,
        }),
        ["siteMaps"] = solution.SiteMaps,
        ["hasSiteMapChange"] = solution.HasSiteMapChange,
        ["hasCanvasApp"] = solution.HasCanvasApp,
        ["assemblies"] = (long)solution.Assemblies,
        ["webResources"] = (long)solution.WebResources,
        ["servicePlans"] = solution.ServicePlans,
        ["servicePlanApps"] = solution.ServicePlanApps,
    };

    private static PackageSolution ReadSolution(Dictionary<string, object?> values) => new PackageSolution
    {
        File = values.Text("file"),
        UniqueName = values.Text("uniqueName"),
        Version = values.Text("version"),
        IsManaged = values.Flag("isManaged"),
        DisplayName = values.Text("displayName"),
        HasDescription = values.Flag("hasDescription"),
        PublisherUniqueName = values.Text("publisherUniqueName"),
        PublisherName = values.Text("publisherName"),
        Prefix = values.Text("prefix"),
        PlatformVersion = values.Text("platformVersion"),
        Bytes = values.Number("bytes"),
        CustomizationsBytes = values.Number("customizationsBytes"),
        IsRead = values.Flag("isRead"),
        NameLanguages = values.Numbers("nameLanguages"),
        Languages = values.Numbers("languages"),
        Roles = values.Texts("roles"),
        AppModules = values.Objects("appModules").Select(app => new PackageApp
        {
            UniqueName = app.Text("uniqueName"),
            Name = app.Text("name"),
            ClientType = app.TryGetValue("clientType", out var type) && type is long number ? (int)number : null,
        }).ToList(),
        SiteMaps = values.Texts("siteMaps"),
        HasSiteMapChange = values.Flag("hasSiteMapChange"),
        HasCanvasApp = values.Flag("hasCanvasApp"),
        Assemblies = (int)values.Number("assemblies"),
        WebResources = (int)values.Number("webResources"),
        ServicePlans = values.Texts("servicePlans").ToList(),
        ServicePlanApps = values.Texts("servicePlanApps").ToList(),
    };

    private static List<object?> Write(IEnumerable<int> numbers) => numbers.Select(number => (object?)(long)number).ToList();
}
