using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Cli.Tests.Packaging;

/// <summary>This product's own package: built from the real solution, and decided by the product's own rules.</summary>
public sealed class OwnPackageTests : IDisposable
{
    private const string FileName = "DataverseReadiness_AppSource.zip";
    private const string Dll = "DataverseReadiness.Package.dll";
    private const string BaseAssembly = "Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task With_its_listing_it_leaves_nothing_open_that_software_decides()
    {
        var package = await Build(Repository.PathOf("Package"), "out");

        var run = await CommandRun.Of("check", Repository.PathOf("Samples", "dataverse-readiness"), package, "--format", "json");

        var report = JsonNode.Parse(run.Output)!;
        Assert.Empty(report["problems"]!.AsArray());
        var remaining = new StringBuilder();
        foreach (var offer in report["offers"]!.AsArray())
        {
            remaining.Append($"{offer!["name"]}, rule set {offer["ruleSet"]}\n");
            foreach (var item in offer["items"]!.AsArray())
            {
                string[] by = [.. item!["decidedBy"]!.AsArray().Select(who => (string)who!).Where(who => who != "Software")];
                Assert.False((string)item["verdict"]! == "NotMet", $"{item["key"]}: {item["reason"]}");
                if (!(bool)item["open"]!) continue;
                Assert.True(by.Length > 0, $"{item["key"]}: {item["reason"]}");
                remaining.Append($"  {item["key"]}  {item["title"]}: {string.Join(" and ", by).ToLowerInvariant()}\n");
            }
        }

        Approved.Equal("Remaining", remaining.ToString());
    }

    [Fact]
    public async Task It_has_the_documented_files_with_the_built_solution_and_DLL_in_them()
    {
        using var outer = ZipFile.OpenRead(await Build(Repository.PathOf("Package"), "out"));
        using var inner = new ZipArchive(new MemoryStream(Bytes(outer, "package.zip")));

        Assert.Equal(["[Content_Types].xml", "Input.xml", "TermsOfUse.html", "TermsOfUse.sv.html", "logo32x32.png", "package.zip"], outer.Entries.Select(entry => entry.FullName));
        Assert.Equal(
            [
                "[Content_Types].xml", Dll,
                "PkgFolder/Content/en-us/EndHtml/HTML/Default.htm", "PkgFolder/Content/en-us/WelcomeHtml/HTML/Default.htm",
                "PkgFolder/Content/sv-SE/EndHtml/HTML/Default.htm", "PkgFolder/Content/sv-SE/WelcomeHtml/HTML/Default.htm",
                "PkgFolder/DataverseReadiness_managed.zip", "PkgFolder/ImportConfig.xml",
            ],
            inner.Entries.Select(entry => entry.FullName));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("out", "DataverseReadiness_managed.zip")), Bytes(inner, "PkgFolder/DataverseReadiness_managed.zip"));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("out", Dll)), Bytes(inner, Dll));
    }

    [Fact]
    public async Task The_same_files_make_the_same_bytes()
    {
        var copy = Path.Combine(_folder.Path, "copy");
        foreach (var file in Directory.GetFiles(Repository.PathOf("Package"), "*", SearchOption.AllDirectories).Reverse())
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Repository.PathOf("Package"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        File.WriteAllText(Path.Combine(copy, "PkgFolder", ".DS_Store"), "Bud1");

        var built = File.ReadAllBytes(Repository.PathOf("out", FileName));
        Assert.Equal(built, File.ReadAllBytes(await Build(Repository.PathOf("Package"), "out")));
        Assert.Equal(built, File.ReadAllBytes(await Build(copy, "other")));
    }

    [Fact]
    public void The_samples_package_is_the_same_without_what_is_compiled()
    {
        using var built = ZipFile.OpenRead(Repository.PathOf("out", FileName));
        using var sample = ZipFile.OpenRead(Repository.PathOf("Samples", "dataverse-readiness", "package", FileName));

        AssertSame(built, sample, "package.zip");
        using var builtInner = new ZipArchive(new MemoryStream(Bytes(built, "package.zip")));
        using var sampleInner = new ZipArchive(new MemoryStream(Bytes(sample, "package.zip")));
        AssertSame(builtInner, sampleInner, Dll, "PkgFolder/DataverseReadiness_managed.zip");
    }

    [Fact]
    public void The_DLL_is_signed_and_asks_for_Package_Deployers_base_class_and_the_framework_alone()
    {
        using var file = new PEReader(File.OpenRead(Repository.PathOf("out", Dll)));
        var metadata = file.GetMetadataReader();

        var references = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName().FullName).Order(StringComparer.Ordinal);
        var type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(type => metadata.GetString(type.Name) == "PackageImportExtension");
        var parent = metadata.GetTypeReference((TypeReferenceHandle)type.BaseType);
        string[] attributes = [.. type.GetCustomAttributes().Select(handle => Encoding.UTF8.GetString(metadata.GetBlobBytes(metadata.GetCustomAttribute(handle).Value)))];

        Assert.Equal(
            [
                BaseAssembly + ", Version=4.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
                "System.ComponentModel.Composition, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
                "mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
            ],
            references);
        Assert.Equal((BaseAssembly, "ImportExtension"), (metadata.GetString(parent.Namespace), metadata.GetString(parent.Name)));
        Assert.Contains(attributes, value => value.Contains(BaseAssembly + ".IImportExtensions, " + BaseAssembly + ", Version=4.0.0.0", StringComparison.Ordinal));
        Assert.True(file.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
        Assert.Equal(typeof(DataverseReadiness.Cli.CommandLine).Assembly.GetName().GetPublicKey(), metadata.GetBlobBytes(metadata.GetAssemblyDefinition().PublicKey));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertSame(ZipArchive built, ZipArchive sample, params string[] otherwise)
    {
        Assert.Equal(built.Entries.Select(entry => entry.FullName), sample.Entries.Select(entry => entry.FullName));
        Assert.All(built.Entries.Select(entry => entry.FullName).Except(otherwise), name => Assert.Equal(Bytes(built, name), Bytes(sample, name)));
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var bytes = new MemoryStream();
        using var content = zip.GetEntry(name)!.Open();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task<string> Build(string folder, string output)
    {
        var run = await CommandRun.Of("package", folder, "--from", Repository.PathOf("out"), "--out", Path.Combine(_folder.Path, output));
        Assert.Equal((0, ""), (run.Code, run.Error));
        return Path.Combine(_folder.Path, output, FileName);
    }
}
