using System.Text.RegularExpressions;
using System.Xml.Linq;
using Packager.Reading;
using Packager.Scripts;

namespace Packager.Checks;

/// <summary>Web resources have legal names, the type of their content, and links that lead to others.</summary>
internal static partial class WebResourceCheck
{
    private const int LargestBytes = 5 * 1024 * 1024;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Not backtracking: a page decides nothing about our time.</summary>
    private static readonly Regex Link = new(
        """<(?:script|link|img|iframe|source|a)\b[^>]*?\s(?:src|href)\s*=\s*["'](?<url>[^"']*)["']""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.Ordinal)
    {
        ["1"] = [".html", ".htm"],
        ["2"] = [".css"],
        ["3"] = [".js", ".json"],
        ["4"] = [".xml"],
        ["5"] = [".png"],
        ["6"] = [".jpg", ".jpeg"],
        ["7"] = [".gif"],
        ["8"] = [".xap"],
        ["9"] = [".xsl", ".xslt"],
        ["10"] = [".ico"],
        ["11"] = [".svg"],
        ["12"] = [".resx"],
    };

    public static void Run(CheckContext context)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var resource in context.Items("WebResources", "WebResource"))
        {
            var name = resource.Text("Name") ?? "";
            if (!names.Add(name))
                context.Report(resource, FindingCodes.WebResourceName, $"The web resource '{name}' is in the solution more than once.");
            CheckName(context, resource, name);
            CheckDependencies(context, resource);
            if (context.Body(resource) is { } body) CheckBody(context, resource, name, body);
        }

        foreach (var table in context.AllTables)
        {
            if (table.Info.Element("IconVectorName") is { Value.Length: > 0 } icon && context.IsOwn(icon.Value)
                && context.WebResources.GetValueOrDefault(icon.Value).Text("WebResourceType") != "11")
                context.Report(icon, FindingCodes.TableIcon, $"The icon of '{table.LogicalName}' is '{icon.Value}', which is no SVG web resource of the solution.");
        }
    }

    private static void CheckName(CheckContext context, XElement resource, string name)
    {
        if (!Name().IsMatch(name) || name.Contains("//", StringComparison.Ordinal))
            context.Report(resource, FindingCodes.WebResourceName, $"The name '{name}' is a prefix, an underscore, then letters, digits, '.', '/', '_' and '-', without '//'.");
        var type = resource.Text("WebResourceType") ?? "";
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (!Extensions.TryGetValue(type, out var extensions))
            context.Report(resource, FindingCodes.WebResourceType, $"The web resource '{name}' has the type '{type}'; types are 1 to 12.");
        else if (extension != "" && !extensions.Contains(extension))
            context.Report(resource, FindingCodes.WebResourceType, $"The web resource '{name}' has the type {type}, which is for {string.Join(" and ", extensions)}.");

        if (resource.Element("FileName") is { } file && XmlValues.Id(resource.Text("WebResourceId")) is { } id)
        {
            var expected = $"/WebResources/{Letters().Replace(name, "")}{id.ToString("D").ToUpperInvariant()}";
            if (file.Value != expected)
                context.Report(file, FindingCodes.WebResourceFile, $"The file of '{name}' is called '{file.Value}'; it is '{expected}'.");
        }
    }

    private static void CheckDependencies(CheckContext context, XElement resource)
    {
        if (resource.Element("DependencyXml") is not { Value.Length: > 0 } text) return;
        var document = SafeXml.Load(System.Text.Encoding.UTF8.GetBytes(text.Value), "", []);
        if (document == null)
        {
            context.Report(text, FindingCodes.WebResourceDependency, "The 'DependencyXml' is not well-formed.");
            return;
        }

        foreach (var library in document.Descendants("Library"))
        {
            if (context.IsOwn(library.Attr("name")) && !context.WebResources.ContainsKey(library.Attr("name")!))
                context.Report(text, FindingCodes.WebResourceDependency, $"The web resource depends on '{library.Attr("name")}', which is not in the solution.");
        }
    }

    private static void CheckBody(CheckContext context, XElement resource, string name, PackageFile body)
    {
        if (body.Content.Length > LargestBytes)
            context.Report(body.Source, FindingCodes.WebResourceSize, $"The web resource '{name}' has {body.Content.Length} bytes; {LargestBytes} is the default limit.");
        if (body.Content.Length == 0)
            context.Report(body.Source, FindingCodes.WebResourceSize, $"The web resource '{name}' is empty.");
        switch (resource.Text("WebResourceType"))
        {
            case "1":
                CheckLinks(context, name, body);
                break;
            case "4" or "9" or "11" or "12":
                var findings = new List<Finding>();
                var root = SafeXml.Load(body.Content, body.Source, findings)?.Root;
                context.Add(findings);
                if (root != null && resource.Text("WebResourceType") == "11" && root.Name.LocalName != "svg")
                    context.Report(root, FindingCodes.WebResourceType, $"The web resource '{name}' is no SVG: its root is '{root.Name.LocalName}'.");
                if (root != null && resource.Text("WebResourceType") == "12") CheckResx(context, name, root);
                break;
            case "5" when !body.Content.Span.StartsWith(PngSignature):
                context.Report(body.Source, FindingCodes.WebResourceType, $"The web resource '{name}' is no PNG.");
                break;
        }
    }

    /// <summary>Relative links of a page must lead to a web resource, because the name is the path.</summary>
    private static void CheckLinks(CheckContext context, string name, PackageFile body)
    {
        foreach (Match match in Link.Matches(ScriptLibrary.Text(body.Content)))
        {
            var target = match.Groups["url"].Value.Split('?', '#')[0];
            if (target == "" || target.Contains(':', StringComparison.Ordinal) || target.StartsWith('/')) continue;
            if (!Uri.TryCreate("http://page/" + name, UriKind.Absolute, out var page) || !Uri.TryCreate(page, target, out var link)) continue;
            var resolved = Uri.UnescapeDataString(link.AbsolutePath)[1..];
            if (context.IsOwn(resolved) && !context.WebResources.ContainsKey(resolved))
                context.Report(body.Source, FindingCodes.WebResourceLink, $"The page '{name}' links to '{target}', which leads to no web resource.");
        }
    }

    private static void CheckResx(CheckContext context, string name, XElement root)
    {
        if (root.Name.LocalName != "root")
            context.Report(root, FindingCodes.WebResourceType, $"The web resource '{name}' is no RESX: its root is '{root.Name.LocalName}'.");
        foreach (var twice in root.Elements("data").GroupBy(data => data.Attr("name")).Where(group => group.Count() > 1))
            context.Report(twice.Last(), FindingCodes.WebResourceResx, $"The text '{twice.Key}' stands in '{name}' more than once.");
        var parts = name.Split('.');
        if (parts.Length < 3 || XmlValues.Int(parts[^2]) is not { } language) return;
        var others = context.Languages.Where(other => other != language).Select(other => string.Join('.', parts[..^2]) + $".{other}.resx");
        foreach (var other in others.Where(other => !context.WebResources.ContainsKey(other)))
            context.Report(root, FindingCodes.WebResourceResx, $"The texts '{name}' have no counterpart '{other}'.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{1,7}_[A-Za-z0-9./_-]*$")]
    private static partial Regex Name();

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex Letters();
}
