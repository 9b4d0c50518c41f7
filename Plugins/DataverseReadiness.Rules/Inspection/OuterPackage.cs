using System;
using System.Collections.Generic;
using System.IO.Compression;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The outer zip of an AppSource package: its files and its input.xml.</summary>
internal sealed class OuterPackage
{
    /// <summary>Names a text: "the package" in the reader's language.</summary>
    public const string Name = "$package.outer";

    public const string ContentTypes = "[Content_Types].xml";

    private const string UsualInner = "package.zip";

    // The names the documentation gives in different years.
    private static readonly string[] InputNames = { "input.xml", "Input.xml" };

    private readonly BoundedZip _zip;
    private readonly ZipPaths _paths;
    private readonly List<PackageFinding> _findings;
    private XmlPart? _input;

    public OuterPackage(BoundedZip zip, ZipPaths paths, List<PackageFinding> findings)
    {
        _zip = zip;
        _paths = paths;
        _findings = findings;
    }

    /// <summary>Name of the input file; empty when missing.</summary>
    public string InputFile { get; private set; } = "";

    /// <summary>Values of the simple elements of the input file.</summary>
    public Dictionary<string, string> InputValues { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Language codes of the input file.</summary>
    public List<string> Languages { get; } = new List<string>();

    /// <summary>The inner package zip; null when missing.</summary>
    public ZipArchiveEntry? InnerFile { get; private set; }

    public void Check()
    {
        var folder = _paths.CommonFolder;
        if (folder.Length > 0)
            Find("package.nested", folder);
        CheckContentTypes(_zip, _paths, "", ContentTypes, _findings, PackagePart.Outer);
        CheckInput();
        CheckInner();
        CheckIcon();
        CheckTerms();
    }

    internal static void CheckContentTypes(BoundedZip zip, ZipPaths paths, string folder, string name, List<PackageFinding> findings, PackagePart part)
    {
        var entry = paths.Find(name);
        if (entry is null)
        {
            var similar = paths.Similar(name);
            findings.Add(new PackageFinding(part, similar is null
                ? new Message("package.missing", folder + name)
                : new Message("package.misspelt", folder + name, folder + similar)));
            return;
        }

        var bytes = zip.Read(entry, out var damage);
        var types = bytes is null ? null : XmlPart.Load(bytes);
        if (types is null || types.Name != "Types")
        {
            findings.Add(new PackageFinding(part, damage ?? new Message("package.xml", folder + name)));
            return;
        }

        var known = new HashSet<string>(types.ChildrenOf("Default").Select(type => type.Attribute("Extension")), StringComparer.OrdinalIgnoreCase);
        var overridden = new HashSet<string>(types.ChildrenOf("Override").Select(type => type.Attribute("PartName").TrimStart('/')), StringComparer.OrdinalIgnoreCase);
        var unknown = paths.Files.FirstOrDefault(file => file != name && !overridden.Contains(file) && !known.Contains(Extension(file)));
        if (unknown is not null)
            findings.Add(new PackageFinding(part, new Message("package.types", folder + name, folder + unknown)));
    }

    private void CheckInput()
    {
        var name = InputNames.FirstOrDefault(input => _paths.Find(input) is not null);
        if (name is null)
        {
            var similar = _paths.Similar(InputNames[0]);
            if (similar is null)
                Find("package.missing", InputNames[0]);
            else
                Find("package.misspelt", InputNames[0], similar);
            return;
        }

        InputFile = name;
        var bytes = _zip.Read(_paths.Find(name)!, out var damage);
        _input = bytes is null ? null : XmlPart.Load(bytes);
        if (_input is null)
            _findings.Add(new PackageFinding(PackagePart.Input, damage ?? new Message("package.xml", name)));
        else
            new InputFile(name, _input, _paths, _findings, InputValues, Languages).Check();
    }

    private void CheckInner()
    {
        var name = InputValues.TryGetValue("PackageFile", out var declared) && declared.Length > 0 ? declared : UsualInner;
        InnerFile = _paths.Find(name);
        if (InnerFile is not null)
            return;
        var similar = _paths.Similar(name);
        if (similar is null)
            Find("package.missing", name);
        else
            Find("package.misspelt", name, similar);
    }

    private void CheckIcon()
    {
        var icons = Locales().Select(locale => locale.Child("Logo")?.Text.Trim() ?? "").Where(logo => logo.Length > 0).Distinct().ToList();
        if (icons.Count == 0)
            icons = _paths.Files.Where(file => file.IndexOf('/') < 0 && Extension(file) is "png" or "jpg" or "jpeg").Take(1).ToList();
        if (icons.Count == 0)
            Find("package.icon.missing");
        foreach (var icon in icons)
        {
            var entry = _paths.Find(icon);
            if (entry is null)
            {
                Find("package.missing", icon);
                continue;
            }

            var bytes = _zip.Read(entry, out var damage);
            if (bytes is null)
            {
                _findings.Add(new PackageFinding(PackagePart.Outer, damage!));
                continue;
            }

            var image = ImageInspector.Inspect(bytes);
            if (image.Format is not ("PNG" or "JPEG"))
                Find("package.icon.format", icon, image.IsImage ? image.Format : "-");
            else if (!image.IsIntact)
                Find("package.icon.damaged", icon);
            else if (image.Width != 32 || image.Height != 32)
                Find("package.icon.size", icon, Bytes.Text(image.Width), Bytes.Text(image.Height));
        }
    }

    private void CheckTerms()
    {
        var terms = Locales().SelectMany(locale => locale.Child("Terms")?.ChildrenOf("PackageTerm") ?? Enumerable.Empty<XmlPart>())
            .Select(term => term.Attribute("File").Trim()).Where(file => file.Length > 0).Distinct().Take(Inspection.InputFile.MaxLocales).ToList();
        if (terms.Count == 0)
            terms = _paths.Files.Where(file => file.IndexOf('/') < 0 && Extension(file) is "html" or "htm").Take(1).ToList();
        if (terms.Count == 0)
            Find("package.terms.missing");
        foreach (var file in terms)
        {
            if (file.IndexOf("://", StringComparison.Ordinal) >= 0)
            {
                Find("package.terms.address", UrlReader.Shorten(file));
                continue;
            }

            var entry = _paths.Find(file);
            if (entry is null)
            {
                Find("package.missing", file);
                continue;
            }

            if (Extension(file) is not ("html" or "htm"))
                Find("package.terms.format", file);
            var bytes = _zip.Read(entry, out var damage);
            if (bytes is null)
                _findings.Add(new PackageFinding(PackagePart.Outer, damage!));
            else if (HtmlReader.Read(System.Text.Encoding.UTF8.GetString(bytes)).VisibleLength == 0)
                Find("package.terms.empty", file);
        }
    }

    private IEnumerable<XmlPart> Locales() =>
        _input?.Child("Locales")?.ChildrenOf("PackageLocale").Take(Inspection.InputFile.MaxLocales) ?? Enumerable.Empty<XmlPart>();

    private static string Extension(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.Substring(name.LastIndexOf('.') + 1).ToLowerInvariant();
    }

    private void Find(string key, params string[] arguments) => _findings.Add(new PackageFinding(PackagePart.Outer, new Message(key, arguments)));
}
