using System.Text.Json;
using System.Xml.Linq;

namespace Plugins.Tests.Assembly;

/// <summary>spkl.json names what is there, once the solution is built.</summary>
public sealed class SpklTests
{
    private static readonly JsonElement Spkl = JsonDocument.Parse(File.ReadAllText(RepositoryFolder.PathOf("spkl.json"))).RootElement;

    private static readonly (string Inside, string File)[] Mapped =
    [
        .. XDocument.Load(RepositoryFolder.PathOf("Solution", "map.xml")).Root!.Elements("FileToFile")
            .Select(map => (((string)map.Attribute("map")!).Replace('\\', '/'), ((string)map.Attribute("to")!).Replace("..\\", "", StringComparison.Ordinal).Replace('\\', '/'))),
    ];

    /// <summary>Debug and Release compile the same bytes. A managed zip needs a twin of every form in SolutionPackager, which spkl gives no switch for: it comes from the build.</summary>
    [Fact]
    public void Every_profile_deploys_the_same_and_packs_unmanaged()
    {
        foreach (var section in new[] { "webresources", "plugins", "solutions" })
        {
            Assert.Equal("default,debug,release", Spkl.GetProperty(section)[0].GetProperty("profile").GetString());
        }

        Assert.Equal("unmanaged", Spkl.GetProperty("solutions")[0].GetProperty("packagetype").GetString());
    }

    [Fact]
    public void The_assembly_is_the_one_that_ships()
    {
        var plugins = Assert.Single(Spkl.GetProperty("plugins").EnumerateArray());

        var path = plugins.GetProperty("assemblypath").GetString()!;
        Assert.True(File.Exists(RepositoryFolder.PathOf(path)), path);
        Assert.Contains(Mapped, map => map.File == path);
        Assert.Equal("DataverseReadiness", plugins.GetProperty("solution").GetString());
    }

    [Fact]
    public void Every_web_resource_of_the_solution_is_listed_with_its_built_file()
    {
        var resources = Assert.Single(Spkl.GetProperty("webresources").EnumerateArray());
        var root = resources.GetProperty("root").GetString()!;
        var files = resources.GetProperty("files").EnumerateArray()
            .Select(file => (Name: file.GetProperty("uniquename").GetString()!, File: root + "/" + file.GetProperty("file").GetString()!))
            .ToArray();

        Assert.All(files, file => Assert.True(File.Exists(RepositoryFolder.PathOf(file.File)), file.File));
        Assert.Equal(
            Mapped.Where(map => map.Inside.StartsWith("WebResources/", StringComparison.Ordinal)).Select(map => (map.Inside["WebResources/".Length..], map.File)).Order(),
            files.Order());
    }

    [Fact]
    public void Every_web_resource_keeps_its_display_name()
    {
        var named = Spkl.GetProperty("webresources")[0].GetProperty("files").EnumerateArray()
            .Select(file => (file.GetProperty("uniquename").GetString()!, file.GetProperty("displayname").GetString()!));
        var declared = Directory.EnumerateFiles(RepositoryFolder.PathOf("Solution", "WebResources"), "*.data.xml", SearchOption.AllDirectories)
            .Select(file => XDocument.Load(file).Root!)
            .Select(resource => ((string)resource.Element("Name")!, (string)resource.Element("DisplayName")!));

        // Without one, spkl writes the unique name over it.
        Assert.Equal(declared.Order(), named.Order());
    }

    [Fact]
    public void The_solution_is_the_folder_with_the_mapping_of_the_packager()
    {
        var solution = Assert.Single(Spkl.GetProperty("solutions").EnumerateArray());

        var folder = solution.GetProperty("packagepath").GetString()!;
        Assert.True(File.Exists(RepositoryFolder.PathOf(folder, "Other", "Solution.xml")));
        Assert.Equal("DataverseReadiness", solution.GetProperty("solution_uniquename").GetString());
        Assert.Equal(
            Mapped.Order(),
            solution.GetProperty("map").EnumerateArray().Select(map => (map.GetProperty("from").GetString()!, map.GetProperty("to").GetString()!["../".Length..])).Order());
        Assert.All(solution.GetProperty("map").EnumerateArray(), map => Assert.Equal("file", map.GetProperty("map").GetString()));
    }
}
