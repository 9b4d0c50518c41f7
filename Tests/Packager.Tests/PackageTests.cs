using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Packager.Tests;

public sealed class PackageTests
{
    [Theory]
    [InlineData(false, "0")]
    [InlineData(true, "1")]
    public void A_zip_says_whether_it_is_managed(bool managed, string flag)
    {
        var solution = XDocument.Parse(Encoding.UTF8.GetString(Sample.Entries(new Sample().Zip(managed))["solution.xml"]));

        Assert.Equal(flag, solution.Root!.Element("SolutionManifest")!.Element("Managed")!.Value);
    }

    [Fact]
    public void The_same_content_makes_the_same_bytes_in_any_folder()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var deeper = Path.Combine(other.Path, "a folder", "with another name");
        new Sample().WriteTo(one.Path);
        var reversed = new Sample();
        foreach (var (name, content) in reversed.Files.OrderByDescending(file => file.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(deeper, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
            File.SetLastWriteTimeUtc(path, new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        Assert.Equal(Zip(SolutionPackage.ReadFolder(one.Path)), Zip(SolutionPackage.ReadFolder(deeper)));
    }

    [Fact]
    public void A_zip_read_and_written_again_is_the_same()
    {
        var zip = new Sample().Zip();

        Assert.Equal(zip, Zip(SolutionPackage.ReadZip(new MemoryStream(zip))));
    }

    [Fact]
    public void Entries_have_no_time_no_attributes_and_relative_names()
    {
        using var zip = new ZipArchive(new MemoryStream(new Sample().Zip()));

        Assert.All(zip.Entries, entry =>
        {
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            Assert.Equal(0, entry.ExternalAttributes);
            Assert.DoesNotContain('\\', entry.FullName);
            Assert.False(entry.FullName.StartsWith('/'));
        });
        Assert.Equal(["[Content_Types].xml", "solution.xml", "customizations.xml"], zip.Entries.Take(3).Select(entry => entry.FullName));
    }

    [Fact]
    public void Folder_and_zip_hold_the_same_documents()
    {
        var folder = new Sample().Read();
        var zip = SolutionPackage.ReadZip(new MemoryStream(new Sample().Zip()));

        Assert.Equal(Canonical(folder.Solution!), Canonical(zip.Solution!));
        Assert.Equal(Canonical(folder.Customizations!), Canonical(zip.Customizations!));
        Assert.Equal(folder.Files.Select(file => file.Name), zip.Files.Select(file => file.Name));
    }

    [Fact]
    public void Each_element_knows_its_unpacked_file_and_line()
    {
        var package = new Sample().Read();
        var view = package.Customizations!.Descendants("savedquery").Single(view => view.Element("querytype")!.Value == "8192");

        Assert.Equal(("Entities/tst_Parent/SavedQueries/{fab55b8c-e475-5a7c-8eb2-c22aed9ae7fe}.xml", 10), SolutionPackage.SourceOf(view.Element("querytype")!));
    }

    [Fact]
    public void A_node_the_tree_lacks_is_created_at_its_place()
    {
        var package = new Sample().Cut("Other/Customizations.xml", "<WebResources />", "<SdkMessageProcessingSteps />").Read();

        Assert.Empty(ImportCheck.Run(package));
    }

    [Theory]
    [InlineData("<FileToFile map=\"PluginAssemblies\\**\\TestPlugins.dll\" to=\"%KINDOF%\\..\\built\\**\\other.dll\" />", "built/deep/release/other.dll")]
    [InlineData("<FileToFile map=\"TestPlugins.dll\" to=\"../built/other.dll\" />", "built/other.dll")]
    [InlineData("<FileToPath map=\"PluginAssemblies\\**\\*.*\" to=\"..\\built\\**\" />", "built/deep/TestPlugins.dll")]
    [InlineData("<FileToPath map=\"*.dll\" to=\"..\\built\" />", "built/TestPlugins.dll")]
    [InlineData("<Folder map=\"PluginAssemblies\" to=\"..\\built\" />", "built/TestPlugins-55676392-AFD9-5AEA-B4AB-821B8BF9BF00/TestPlugins.dll")]
    public void A_body_is_read_from_where_the_map_says(string directive, string place)
    {
        using var folder = new TemporaryFolder();
        var solution = Path.Combine(folder.Path, "solution");
        var built = Path.Combine(folder.Path, place);
        var map = Path.Combine(folder.Path, "map.xml");
        new Sample().Remove(Sample.Assembly).WriteTo(solution);
        Directory.CreateDirectory(Path.GetDirectoryName(built)!);
        File.WriteAllBytes(built, TestAssembly.Good.ToArray());
        File.WriteAllText(map, $"<Mapping>{directive}</Mapping>");
        Environment.SetEnvironmentVariable("KINDOF", ".");

        var package = SolutionPackage.ReadFolder(solution, map);

        Assert.Empty(ImportCheck.Run(package));
        Assert.Equal("../" + place, package.Files.Single(file => file.Name == Sample.Assembly).Source);
    }

    [Fact]
    public void The_first_of_two_directives_wins()
    {
        using var folder = new TemporaryFolder();
        var map = Path.Combine(folder.Path, "map.xml");
        new Sample().WriteTo(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "first.html"), "<p>first</p>");
        File.WriteAllText(map, """
            <Mapping>
              <FileToFile map="WebResources/tst_/html/checklist.html" to="first.html" />
              <FileToFile map="WebResources/tst_/html/checklist.html" to="second.html" />
            </Mapping>
            """);

        Assert.Empty(SolutionPackage.ReadFolder(folder.Path, map).ReadFindings);
    }

    private static byte[] Zip(SolutionPackage package)
    {
        using var stream = new MemoryStream();
        package.WriteZip(stream, managed: false);
        return stream.ToArray();
    }

    private static string Canonical(XDocument document)
    {
        document = new(document);
        document.Descendants().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        document.DescendantNodes().OfType<XComment>().Remove();
        return document.Root!.ToString();
    }
}
