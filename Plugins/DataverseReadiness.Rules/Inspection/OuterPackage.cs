using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The outer zip of an AppSource package: its files and its Input.xml.</summary>
internal sealed class OuterPackage
{
    /// <summary>Names a text: "the package" in the reader's language.</summary>
    public const string Name = "$package.outer";

    private const string UsualInner = "package.zip";

    // The names the documentation gives in different years.
    private static readonly string[] InputNames = { "Input.xml", "input.xml" };

    private readonly BoundedZip _zip;
    private readonly ZipPaths _paths;
    private readonly PackageFacts _facts;
    private readonly PackageFindings _findings;
    private readonly List<string> _icons = new List<string>();
    private readonly List<string> _terms = new List<string>();

    public OuterPackage(BoundedZip zip, PackageFacts facts, PackageFindings findings)
    {
        _zip = zip;
        _paths = new ZipPaths(zip, Name, findings, PackagePart.Outer);
        _facts = facts;
        _findings = findings;
        facts.Icons = _icons;
        facts.Terms = _terms;
    }

    public void Check()
    {
        var folder = _paths.CommonFolder;
        if (folder.Length > 0)
            Find(PackagePart.Outer, folder, "package.nested", folder);
        ContentTypes.Check(_zip, _paths, "", _findings, PackagePart.OuterTypes);
        CheckInput();
        CheckInner();
        CheckIcons();
        CheckTerms();
    }

    private void CheckInput()
    {
        var name = InputNames.FirstOrDefault(input => _paths.Find(input) is not null);
        if (name is null)
        {
            _findings.Add(PackagePart.Outer, _paths.Missing("", InputNames[0]), InputNames[0]);
            return;
        }

        _facts.InputFile = name;
        var bytes = _zip.Read(_paths.Find(name)!, out var problem);
        var input = bytes is null ? null : XmlPart.Load(bytes, name, out problem);
        if (input is null)
        {
            _findings.Add(PackagePart.Input, problem!, name);
            return;
        }

        new InputFile(input, _facts, _findings).Check();
        foreach (var locale in input.Child("Locales")?.ChildrenOf("PackageLocale").Take(InputFile.MaxLocales) ?? Enumerable.Empty<XmlPart>())
        {
            Collect(_icons, locale.Child("Logo")?.Text ?? "");
            foreach (var term in locale.Child("Terms")?.ChildrenOf("PackageTerm") ?? Enumerable.Empty<XmlPart>())
                Collect(_terms, term.Attribute("File"));
        }
    }

    private static void Collect(List<string> files, string name)
    {
        name = name.Trim();
        if (name.Length > 0 && !files.Contains(name) && files.Count < InputFile.MaxLocales)
            files.Add(name);
    }

    private void CheckInner()
    {
        var name = _facts.Input.TryGetValue("PackageFile", out var declared) && declared.Length > 0 ? declared : UsualInner;
        if (_paths.Find(name) is not null)
            _facts.InnerFile = name;
        else
            _findings.Add(PackagePart.Outer, _paths.Missing("", name), name);
    }

    private void CheckIcons()
    {
        var icons = Named(_icons, "png", "jpg", "jpeg");
        if (icons.Count == 0)
            Find(PackagePart.Icon, "", "package.icon.missing");
        foreach (var icon in icons)
        {
            if (Content(icon, PackagePart.Icon) is not { } bytes)
                continue;
            var image = ImageInspector.Inspect(bytes);
            if (image.Format is not ("PNG" or "JPEG"))
                Find(PackagePart.Icon, icon, "package.icon.format", icon, image.IsImage ? image.Format : "-");
            else if (!image.IsIntact)
                Find(PackagePart.Icon, icon, "package.icon.damaged", icon);
            else if (image.Width != 32 || image.Height != 32)
                Find(PackagePart.Icon, icon, "package.icon.size", icon, Bytes.Text(image.Width), Bytes.Text(image.Height));
        }
    }

    private void CheckTerms()
    {
        var terms = Named(_terms, "html", "htm");
        if (terms.Count == 0)
            Find(PackagePart.Terms, "", "package.terms.missing");
        foreach (var file in terms)
        {
            if (file.IndexOf("://", StringComparison.Ordinal) >= 0)
            {
                Find(PackagePart.Terms, _facts.InputFile, "package.terms.address", UrlReader.Shorten(file));
                continue;
            }

            if (Content(file, PackagePart.Terms) is not { } bytes)
                continue;
            if (ZipPaths.Extension(file) is not ("html" or "htm"))
                Find(PackagePart.Terms, file, "package.terms.format", file);
            if (HtmlReader.Read(Encoding.UTF8.GetString(bytes)).VisibleLength == 0)
                Find(PackagePart.Terms, file, "package.terms.empty", file);
        }
    }

    /// <summary>The files that the input file names; where it names none, the first at the root that could be meant.</summary>
    private List<string> Named(List<string> files, params string[] extensions) =>
        files.Count > 0 ? files : _paths.Files.Where(file => file.IndexOf('/') < 0 && extensions.Contains(ZipPaths.Extension(file))).Take(1).ToList();

    private byte[]? Content(string file, PackagePart part)
    {
        var entry = _paths.Find(file);
        if (entry is null)
        {
            _findings.Add(part, _paths.Missing("", UrlReader.Shorten(file)), UrlReader.Shorten(file));
            return null;
        }

        var bytes = _zip.Read(entry, out var damage);
        if (bytes is null)
            _findings.Add(part, damage!, file);
        return bytes;
    }

    private void Find(PackagePart part, string file, string key, params string[] arguments) => _findings.Add(part, new Message(key, arguments), file);
}
