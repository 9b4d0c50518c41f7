using System.Text;
using System.Xml.Linq;
using Packager.Cli;

namespace Packager.Tests;

public sealed class UnpackTests
{
    public static TheoryData<string, Func<byte[]>> Zips => new()
    {
        { "the sample, unmanaged", () => new Sample().Zip() },
        { "the sample, managed", () => new Sample().Zip(managed: true) },
        { "a zip from elsewhere", () => ForeignZip.Zip() },
        { "names that no file system takes", () => Awkward(new Sample().Zip()) },
    };

    [Theory]
    [MemberData(nameof(Zips))]
    public void A_zip_unpacked_and_packed_is_the_same(string name, Func<byte[]> make)
    {
        using var folder = new TemporaryFolder();
        var zip = make();
        var unpacked = Path.Combine(folder.Path, name);
        var managed = Encoding.UTF8.GetString(Sample.Entries(zip)["solution.xml"]).Contains("<Managed>1<", StringComparison.Ordinal);

        SolutionPackage.ReadZip(new MemoryStream(zip)).WriteFolder(unpacked);
        using var again = new MemoryStream();
        SolutionPackage.ReadFolder(unpacked).WriteZip(again, managed);

        var (before, after) = (Sample.Entries(zip), Sample.Entries(again.ToArray()));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        foreach (var (entry, content) in before)
        {
            if (entry is "solution.xml" or "customizations.xml" or "[Content_Types].xml")
                Assert.Equal(Canonical(content), Canonical(after[entry]));
            else
                Assert.True(content.AsSpan().SequenceEqual(after[entry]), entry);
        }
    }

    [Fact]
    public void A_folder_packed_and_unpacked_is_the_same()
    {
        using var folder = new TemporaryFolder();
        var sample = new Sample();

        SolutionPackage.ReadZip(new MemoryStream(sample.Zip())).WriteFolder(folder.Path);

        var files = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.OrdinalIgnoreCase);
        var differing = sample.Files.Where(file => !files.TryGetValue(file.Key, out var content)
            || (file.Key.EndsWith(".xml", StringComparison.Ordinal) ? Canonical(file.Value) != Canonical(content) : !file.Value.AsSpan().SequenceEqual(content)));
        Assert.Equal([], differing.Select(file => file.Key).Where(name => !name.StartsWith("Other/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_is_noted_only_where_file_names_do_not_give_it()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();

        SolutionPackage.ReadZip(new MemoryStream(new Sample().Zip())).WriteFolder(one.Path);
        SolutionPackage.ReadZip(new MemoryStream(ForeignZip.Zip())).WriteFolder(other.Path);

        Assert.False(File.Exists(Path.Combine(one.Path, "Other", "Order.xml")));
        Assert.True(File.Exists(Path.Combine(other.Path, "Other", "Order.xml")));
    }

    [Fact]
    public void What_was_not_read_whole_is_not_unpacked()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "evil.zip");
        File.WriteAllBytes(zip, Sample.Zip(Sample.Entries(new Sample().Zip()).Select(entry => (entry.Key, entry.Value)).Append(("../evil.txt", Array.Empty<byte>()))));
        using var error = new StringWriter();

        Assert.Equal(ExitCode.Findings, new CommandLine(TextWriter.Null, error).Run(["unpack", zip, Path.Combine(folder.Path, "out")]));

        Assert.Contains("../evil.txt", error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "mine.txt"), "mine");

        Assert.Throws<IOException>(() => SolutionPackage.ReadZip(new MemoryStream(new Sample().Zip())).WriteFolder(folder.Path));

        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_command_unpacks_what_pack_makes_again_without_a_check()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "foreign.zip");
        File.WriteAllBytes(zip, ForeignZip.Zip(managed: false));
        var unpacked = Path.Combine(folder.Path, "unpacked");

        Assert.Equal(ExitCode.Ok, new CommandLine(TextWriter.Null, TextWriter.Null).Run(["unpack", zip, unpacked]));
        Assert.Equal(ExitCode.Ok, new CommandLine(TextWriter.Null, TextWriter.Null).Run(["pack", unpacked, "--out", folder.Path, "--no-check"]));

        Assert.Equal(Canonical(Sample.Entries(File.ReadAllBytes(zip))["customizations.xml"]),
            Canonical(Sample.Entries(File.ReadAllBytes(Path.Combine(folder.Path, "TestSolution.zip")))["customizations.xml"]));
    }

    private static byte[] Awkward(byte[] zip)
    {
        var entries = Sample.Entries(zip);
        entries["customizations.xml"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entries["customizations.xml"])
            .Replace("name=\"Test Author\"", "name=\"Test: Author / what? \"", StringComparison.Ordinal)
            .Replace("<Name>tst_/icons/record.svg</Name>", "<Name>tst_/html/checklist.html/record.svg</Name>", StringComparison.Ordinal));
        return Sample.Zip(entries.Select(entry => (entry.Key, entry.Value)));
    }

    private static string Canonical(byte[] document)
    {
        var root = XDocument.Load(new MemoryStream(document)).Root!;
        root.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        foreach (var element in root.DescendantsAndSelf().Where(element => element.IsEmpty)) element.Value = "";
        return root.ToString();
    }
}
