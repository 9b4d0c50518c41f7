using System.IO.Compression;
using System.Xml.Linq;
using Packager.Writing;

namespace DataverseReadiness.Cli.Packaging;

/// <summary>
/// A package for the marketplace: the files that Input.xml names, and the inner zip for Package Deployer. Its form is that of
/// https://learn.microsoft.com/power-platform/developer/marketplace/create-package-app.
/// </summary>
internal sealed class AppSourcePackage
{
    private const string Input = "Input.xml";
    private const string ImportConfig = "ImportConfig.xml";

    private readonly SortedDictionary<string, byte[]> _outer = new(StringComparer.Ordinal);

    private AppSourcePackage(string usualName) => UsualName = usualName;

    /// <summary>The name of the file, where nobody chooses another one.</summary>
    public string UsualName { get; }

    /// <summary>Reads what goes into the package.</summary>
    /// <param name="folder">With Input.xml.</param>
    /// <param name="from">Where solutions are that the folder does not hold, and the package DLL.</param>
    /// <param name="assembly">The package DLL; null for the only one of <paramref name="from"/>.</param>
    /// <exception cref="TroubleException">Something is missing or cannot be read.</exception>
    public static AppSourcePackage Read(string folder, string from, string? assembly)
    {
        if (!Directory.Exists(folder))
        {
            throw new TroubleException($"There is no folder '{folder}'. Name the folder that has {Input}.");
        }

        var files = new PackageFolder(folder);
        if (!files.Has(Input))
        {
            throw new TroubleException($"The folder '{folder}' has no {Input}. Name the folder that has it.");
        }

        var input = files.Xml(Input);
        var anchor = Path.GetFileNameWithoutExtension(Value(input, "SolutionAnchorName", files));
        var package = new AppSourcePackage(anchor.Replace("_managed", "", StringComparison.OrdinalIgnoreCase) + "_AppSource.zip");
        package._outer[Input] = PackageFolder.Bytes(files.PathOf(Input));
        var locales = input.Element("Locales")?.Elements("PackageLocale").ToList() ?? [];
        foreach (var name in locales.Select(locale => (string?)locale.Element("Logo")).Concat(locales.Elements("Terms").Elements("PackageTerm").Select(term => (string?)term.Attribute("File"))))
        {
            package._outer[name ?? ""] = files.Named(name ?? "", Input);
        }

        var inner = Value(input, "PackageFile", files);
        files.CheckFileName(inner, Input);
        package._outer[inner] = Zip(Inner(folder, files, from, assembly));
        return package;
    }

    public byte[] Zip() => Zip(_outer);

    private static SortedDictionary<string, byte[]> Inner(string folder, PackageFolder files, string from, string? assembly)
    {
        var name = files.FoldersWith(ImportConfig) switch
        {
            [var one] => one,
            [] => throw new TroubleException($"The folder '{folder}' has no folder with {ImportConfig} in it. Make one, usually PkgFolder, for the solutions of the package."),
            var several => throw new TroubleException($"The folder '{folder}' has several folders with {ImportConfig} in them: {string.Join(", ", several)}. Leave one, that whose name the package DLL returns."),
        };
        var content = new PackageFolder(files.PathOf(name));
        var inner = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (file, bytes) in content.All())
        {
            inner[$"{name}/{file}"] = bytes;
        }

        foreach (var solution in content.Xml(ImportConfig).Elements("solutions").Elements("configsolutionfile").Select(file => (string?)file.Attribute("solutionpackagefilename") ?? ""))
        {
            content.CheckFileName(solution, ImportConfig);
            var path = $"{name}/{solution}";
            if (!inner.ContainsKey(path))
            {
                inner[path] = Solution(solution, content, from);
            }
        }

        var dll = assembly ?? OnlyAssembly(from);
        inner[Path.GetFileName(dll)] = PackageFolder.Bytes(dll);
        return inner;
    }

    private static byte[] Solution(string name, PackageFolder content, string from)
    {
        var file = Path.Combine(from, name);
        return File.Exists(file) ? PackageFolder.Bytes(file)
            : throw new TroubleException($"The solution '{name}' that '{PackageFolder.Shown(content.PathOf(ImportConfig))}' names is neither beside it nor in '{from}'. Build the solution, or name its folder with --from.");
    }

    private static string OnlyAssembly(string from) => new PackageFolder(from).Files("*.dll") switch
    {
        [var one] => one,
        [] => throw new TroubleException($"There is no package DLL in '{from}'. Build it, or name it with --assembly."),
        var several => throw new TroubleException($"There are several DLLs in '{from}': {string.Join(", ", several.Select(file => Path.GetFileName(file)))}. Name the package DLL with --assembly."),
    };

    private static string Value(XElement input, string element, PackageFolder files) =>
        (string?)input.Element(element) is { Length: > 0 } value ? value.Trim()
            : throw new TroubleException($"The file '{PackageFolder.Shown(files.PathOf(Input))}' has no {element}. Write it there.");

    private static byte[] Zip(SortedDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, ZipParts.Utf8))
        {
            ZipParts.Add(zip, ZipParts.ContentTypesName, ZipParts.Bytes(ZipParts.ContentTypes(files.Keys), declaration: true));
            foreach (var (name, content) in files)
            {
                ZipParts.Add(zip, name, content);
            }
        }

        return bytes.ToArray();
    }
}
