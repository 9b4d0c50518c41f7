using System.Diagnostics;
using System.Xml.Linq;
using Packager;

namespace Deployment.Tests;

/// <summary>The folder as Microsoft's packer meets it. The packer itself restores only where NuGet has all packages; what it is given is tried here.</summary>
public sealed class MicrosoftToolsTests
{
    private static readonly string Folder = Repository.PathOf("Solution");

    /// <summary>Folders that SolutionPackager reads by itself, and those of table-based parts, which it takes over as they are.</summary>
    private static readonly string[] Known =
    [
        "Other", "Entities", "OptionSets", "Roles", "Dashboards", "WebResources", "PluginAssemblies", "SdkMessageProcessingSteps",
        "AppModules", "AppModuleSiteMaps", "customapis",
    ];

    [Fact]
    public void The_folder_has_only_what_the_packer_reads()
    {
        Assert.Equal(Known.Order(StringComparer.Ordinal), Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["DataverseReadiness.cdsproj", "Solution.csproj", "map.xml"], Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_lets_it_be_packed_managed_and_unmanaged() =>
        Assert.Equal("2", XDocument.Load(Path.Combine(Folder, "Other", "Solution.xml")).Descendants("Managed").Single().Value);

    /// <summary>A part whose node is missing there is left out without an error.</summary>
    [Fact]
    public void Each_part_has_its_place_in_the_residual_customizations()
    {
        var nodes = XDocument.Load(Path.Combine(Folder, "Other", "Customizations.xml")).Root!.Elements().Select(node => node.Name.LocalName);

        Assert.Empty(
            new[] { "Entities", "Roles", "EntityRelationships", "optionsets", "Dashboards", "WebResources", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "AppModules" }
                .Except(nodes));
    }

    /// <summary>Relative paths start at the folder that is packed, and only backslashes part the names on every version of the packer.</summary>
    [Fact]
    public void The_map_leads_from_every_body_to_what_is_built()
    {
        var bodies = Directory.EnumerateFiles(Folder, "*.data.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)[..^".data.xml".Length].Replace('/', '\\'));
        var map = XDocument.Load(Path.Combine(Folder, "map.xml")).Root!.Elements("FileToFile").Select(file => (Inside: (string)file.Attribute("map")!, To: (string)file.Attribute("to")!)).ToList();

        Assert.Equal(bodies.Order(StringComparer.Ordinal), map.Select(file => file.Inside).Order(StringComparer.Ordinal));
        Assert.All(map, file => Assert.True(file.To.StartsWith("..\\", StringComparison.Ordinal) && !file.To.Contains('/', StringComparison.Ordinal)
            && File.Exists(Path.Combine(Folder, file.To.Replace('\\', '/'))), file.To));
    }

    [Fact]
    public void The_project_gives_the_packer_a_folder_that_makes_the_same_zips()
    {
        using var folder = new TemporaryFolder();
        var metadata = Path.Combine(folder.Path, "Metadata");
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(metadata, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Build("-t:CopyMappedFiles", $"-p:SolutionPackagerWorkingDirectory={folder.Path}/");

        Assert.Empty(Directory.EnumerateFiles(metadata));
        var twins = Directory.EnumerateFiles(metadata, "*_managed.xml", SearchOption.AllDirectories).ToList();
        Assert.Equal(
            Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories).Select(file => file.Replace('\\', '/')).Count(file => file.Contains("/FormXml/", StringComparison.Ordinal) || file.Contains("/AppModule", StringComparison.Ordinal)),
            twins.Count);
        Assert.All(twins, twin => Assert.Equal(File.ReadAllText(twin.Replace("_managed.xml", ".xml", StringComparison.Ordinal)), File.ReadAllText(twin)));
        twins.ForEach(File.Delete); // Our own packer makes both zips of one file.
        using var zip = new MemoryStream();
        SolutionPackage.ReadFolder(metadata).WriteZip(zip, managed: true);
        Assert.Equal(File.ReadAllBytes(Repository.ManagedZip), zip.ToArray());
    }

    [Fact]
    public void What_is_not_built_is_named()
    {
        using var folder = new TemporaryFolder();
        var map = Path.Combine(folder.Path, "map.xml");
        File.WriteAllText(map, """<Mapping><FileToFile map="a\b.js" to="..\none\b.js" /></Mapping>""");

        var output = Run("-t:CopyMappedFiles", $"-p:SolutionMap={map}", $"-p:SolutionPackagerWorkingDirectory={folder.Path}/").Output;

        Assert.Contains("What map.xml names is not built: b.js. Run 'dotnet build DataverseReadiness.sln' first.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_in_no_solution_file_and_builds_beside_the_folder()
    {
        var properties = Build("-getProperty:SolutionPackageType,SolutionRootPath,IntermediateOutputPath,OutputPath,ManagePackageVersionsCentrally");

        Assert.DoesNotContain(".cdsproj", File.ReadAllText(Repository.PathOf("DataverseReadiness.sln")), StringComparison.Ordinal);
        Assert.Contains("\"SolutionPackageType\": \"Both\"", properties, StringComparison.Ordinal);
        Assert.Contains("\"SolutionRootPath\": \".\"", properties, StringComparison.Ordinal);
        Assert.Contains("\"ManagePackageVersionsCentrally\": \"false\"", properties, StringComparison.Ordinal);
        Assert.Contains("artifacts/obj/DataverseReadiness.cdsproj/Debug/", properties.Replace('\\', '/').Replace("//", "/", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("artifacts/bin/DataverseReadiness.cdsproj/Debug/", properties.Replace('\\', '/').Replace("//", "/", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Build(params string[] arguments)
    {
        var (code, output) = Run(arguments);
        Assert.True(code == 0, output);
        return output;
    }

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(Folder, "DataverseReadiness.cdsproj"), "-nologo", "-v:m", "-nodeReuse:false", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };

        // Set by the test's own build, and of another project.
        foreach (var name in new[] { "MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly" }) start.Environment.Remove(name);
        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync();
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return (build.ExitCode, output + errors.Result);
    }
}
