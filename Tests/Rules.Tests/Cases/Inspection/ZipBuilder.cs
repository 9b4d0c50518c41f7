using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Builds an AppSource package in memory; a case changes one file of it.</summary>
public sealed class ZipBuilder
{
    private readonly List<KeyValuePair<string, byte[]>> _files = new List<KeyValuePair<string, byte[]>>();

    /// <summary>A package that is complete: one anchor solution, one language.</summary>
    public static ZipBuilder Package() => new ZipBuilder()
        .With("input.xml", Input())
        .With("[Content_Types].xml", Types)
        .With("logo.png", PngBuilder.Image(32, 32))
        .With("terms.html", "<h1>Terms</h1><p>Use it as you like.</p>")
        .With("package.zip", Inner().Bytes());

    /// <summary>The inner zip of a complete package.</summary>
    public static ZipBuilder Inner() => new ZipBuilder()
        .With("[Content_Types].xml", Types)
        .With("Deploy.dll", "MZ")
        .With("PkgFolder/ImportConfig.xml", Config)
        .With("PkgFolder/App_managed.zip", Solution().Bytes());

    /// <summary>A managed solution of the name App.</summary>
    public static ZipBuilder Solution() => new ZipBuilder()
        .With("solution.xml", Manifest)
        .With("customizations.xml", "<ImportExportXml/>");

    public const string Manifest =
        "<?xml version=\"1.0\"?><ImportExportXml><SolutionManifest><UniqueName>App</UniqueName>" +
        "<LocalizedNames><LocalizedName description=\"App\" languagecode=\"1033\" /></LocalizedNames><Version>1.2.3.4</Version><Managed>1</Managed></SolutionManifest></ImportExportXml>";

    public const string Config =
        "<?xml version=\"1.0\"?><configdatastorage><solutions><configsolutionfile solutionpackagefilename=\"App_managed.zip\" /></solutions></configdatastorage>";

    public const string Types =
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
        "<Default Extension=\"xml\" ContentType=\"application/octet-stream\" /><Default Extension=\"zip\" ContentType=\"application/octet-stream\" />" +
        "<Default Extension=\"dll\" ContentType=\"application/octet-stream\" /><Default Extension=\"png\" ContentType=\"application/octet-stream\" />" +
        "<Default Extension=\"html\" ContentType=\"application/octet-stream\" /></Types>";

    public static string Input(string? element = null, string value = "", string? locales = null)
    {
        var values = new[]
        {
            new[] { "ProviderName", "Contoso" }, new[] { "PackageFile", "package.zip" }, new[] { "SolutionAnchorName", "App_managed.zip" }, new[] { "StartDate", "12/20/2018" },
            new[] { "EndDate", "12/20/2028" }, new[] { "SupportedCountries", "SE,US,GB" }, new[] { "LearnMoreLink", "https://contoso.com/app" },
        };
        return "<?xml version=\"1.0\"?><PvsPackageData>" +
            string.Join("", values.Select(pair => "<" + pair[0] + ">" + (pair[0] == element ? value : pair[1]) + "</" + pair[0] + ">").ToArray()) +
            "<Locales>" + (locales ?? Locale("1033")) + "</Locales></PvsPackageData>";
    }

    public static string Locale(string code, string isDefault = "true", string logo = "<Logo>logo.png</Logo>", string terms = "<Terms><PackageTerm File=\"terms.html\" /></Terms>") =>
        "<PackageLocale Code=\"" + code + "\" IsDefault=\"" + isDefault + "\">" + logo + terms + "</PackageLocale>";

    public ZipBuilder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a file, or replaces the one of the same path.</summary>
    public ZipBuilder With(string path, byte[] bytes)
    {
        var index = _files.FindIndex(file => file.Key == path);
        if (index >= 0)
            _files[index] = new KeyValuePair<string, byte[]>(path, bytes);
        else
            _files.Add(new KeyValuePair<string, byte[]>(path, bytes));
        return this;
    }

    /// <summary>Adds a file even when there is one of the same path.</summary>
    public ZipBuilder And(string path, string text)
    {
        _files.Add(new KeyValuePair<string, byte[]>(path, Encoding.UTF8.GetBytes(text)));
        return this;
    }

    public ZipBuilder Without(string path)
    {
        _files.RemoveAll(file => file.Key == path);
        return this;
    }

    public ZipBuilder Renamed(string path, string name)
    {
        var index = _files.FindIndex(file => file.Key == path);
        _files[index] = new KeyValuePair<string, byte[]>(name, _files[index].Value);
        return this;
    }

    public ZipBuilder InFolder(string folder)
    {
        for (var i = 0; i < _files.Count; i++)
            _files[i] = new KeyValuePair<string, byte[]>(folder + _files[i].Key, _files[i].Value);
        return this;
    }

    public byte[] Bytes()
    {
        using (var stream = new MemoryStream())
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
            {
                foreach (var file in _files)
                {
                    using (var entry = zip.CreateEntry(file.Key, CompressionLevel.Optimal).Open())
                        entry.Write(file.Value, 0, file.Value.Length);
                }
            }

            return stream.ToArray();
        }
    }
}
