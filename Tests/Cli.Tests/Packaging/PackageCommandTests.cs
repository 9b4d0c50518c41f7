using System.IO.Compression;
using System.Text;

namespace Cli.Tests.Packaging;

/// <summary>The command on the folder of any vendor, and what it says when something is not there.</summary>
public sealed class PackageCommandTests : IDisposable
{
    private const string Input = """
        <PvsPackageData>
          <ProviderName>Contoso</ProviderName>
          <PackageFile>package.zip</PackageFile>
          <SolutionAnchorName>ContosoHelp_managed.zip</SolutionAnchorName>
          <Locales>
            <PackageLocale Code="1033" IsDefault="true">
              <Logo>icon.jpg</Logo>
              <Terms><PackageTerm File="terms.html" /></Terms>
            </PackageLocale>
          </Locales>
        </PvsPackageData>
        """;

    private const string ImportConfig = """
        <configdatastorage crmmigdataimportfile="data.zip">
          <solutions>
            <configsolutionfile solutionpackagefilename="Base_managed.zip" />
            <configsolutionfile solutionpackagefilename="ContosoHelp_managed.zip" />
          </solutions>
        </configdatastorage>
        """;

    private readonly TemporaryFolder _folder = new();

    public PackageCommandTests()
    {
        foreach (var (name, content) in new (string, string)[]
        {
            ("offer/Input.xml", Input), ("offer/icon.jpg", "icon"), ("offer/terms.html", "terms"), ("offer/notes.txt", "not named, so not packed"),
            ("offer/Assets/ImportConfig.xml", ImportConfig), ("offer/Assets/data.zip", "data"), ("offer/Assets/Base_managed.zip", "base"),
            ("build/ContosoHelp_managed.zip", "help"), ("build/Contoso.Package.dll", "dll"),
        })
        {
            Write(name, content);
        }
    }

    [Fact]
    public async Task A_vendors_folder_and_build_make_a_package()
    {
        var run = await Run("--out", PathOf("made"));

        var made = PathOf("made/ContosoHelp_AppSource.zip").Replace('\\', '/');
        Assert.Equal((0, $"Wrote {made}, {new FileInfo(made).Length:N0} bytes. Check it with its offer: 'readiness check OFFER {made}'.\n"), (run.Code, run.Output));
        using var outer = ZipFile.OpenRead(PathOf("made/ContosoHelp_AppSource.zip"));
        using var inner = new ZipArchive(outer.GetEntry("package.zip")!.Open());
        Assert.Equal(["[Content_Types].xml", "Input.xml", "icon.jpg", "package.zip", "terms.html"], outer.Entries.Select(entry => entry.FullName));
        Assert.Equal(
            ["[Content_Types].xml", "Assets/Base_managed.zip", "Assets/ContosoHelp_managed.zip", "Assets/ImportConfig.xml", "Assets/data.zip", "Contoso.Package.dll"],
            inner.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Another_name_and_DLL_can_be_chosen()
    {
        Write("build/Other.dll", "other");

        var run = await Run("--out", PathOf("made"), "--assembly", PathOf("build/Other.dll"), "--name", "Contoso_Help.zip");

        Assert.Equal(0, run.Code);
        using var outer = ZipFile.OpenRead(PathOf("made/Contoso_Help.zip"));
        using var inner = new ZipArchive(outer.GetEntry("package.zip")!.Open());
        Assert.NotNull(inner.GetEntry("Other.dll"));
        Assert.Null(inner.GetEntry("Contoso.Package.dll"));
    }

    [Fact]
    public async Task What_is_not_there_is_named_and_nothing_is_written()
    {
        var text = new StringBuilder();
        Write("file", "in the place of a folder");

        await Say("a folder that is not there", "package", PathOf("nowhere"));
        await Say("a folder without Input.xml", "package", PathOf("build"));
        await SayOf("--name with a folder", "--name", "../out.zip");
        await SayOf("--out that is a file", "--out", PathOf("file"));
        Directory.CreateDirectory(PathOf("taken/ContosoHelp_AppSource.zip"));
        await SayOf("a folder in the place of the package", "--out", PathOf("taken"));
        await SayOf("a DLL that is not there", "--assembly", PathOf("none.dll"));
        await SayWith("no terms", "offer/terms.html", null);
        await SayWith("terms elsewhere", "offer/Input.xml", Input.Replace("terms.html", "../terms.html", StringComparison.Ordinal));
        await SayWith("an inner zip elsewhere", "offer/Input.xml", Input.Replace("package.zip", "inner/package.zip", StringComparison.Ordinal));
        await SayWith("no anchor", "offer/Input.xml", Input.Replace("SolutionAnchorName", "solutionAnchorName", StringComparison.Ordinal));
        await SayWith("no XML", "offer/Input.xml", "<PvsPackageData>\n<&");
        await SayWith("a DTD", "offer/Input.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]>" + Input);
        await SayWith("no solution built", "build/ContosoHelp_managed.zip", null);
        await SayWith("a solution elsewhere", "offer/Assets/ImportConfig.xml", ImportConfig.Replace("Base_managed.zip", "../Base_managed.zip", StringComparison.Ordinal));
        await SayWith("no DLL built", "build/Contoso.Package.dll", null);
        await SayWith("two DLLs", "build/Contoso.Plugins.dll", "dll");
        await SayWith("no ImportConfig.xml", "offer/Assets/ImportConfig.xml", null);
        await SayWith("two of them", "offer/Old/ImportConfig.xml", ImportConfig);

        Approved.Equal("PackageRefusals", text.Replace('\\', '/').ToString());
        Assert.False(Directory.Exists(PathOf("made")));
        Assert.Empty(Directory.GetFiles(PathOf("taken"), "*", SearchOption.AllDirectories));

        Task SayOf(string what, params string[] options) => Say(what, ["package", PathOf("offer"), "--from", PathOf("build"), .. options]);

        async Task SayWith(string what, string file, string? content)
        {
            var before = File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)) : null;
            Write(file, content);
            await SayOf(what, "--out", PathOf("made"));
            Write(file, before);
        }

        async Task Say(string what, params string[] line) =>
            text.Append("> ").Append(what).Append('\n').Append((await CommandRun.Of(line)).ToString().Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => Path.Combine(_folder.Path, Path.Combine(name.Split('/')));

    private void Write(string name, string? content)
    {
        if (content is null)
        {
            File.Delete(PathOf(name));
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
    }

    private Task<CommandRun> Run(params string[] options) => CommandRun.Of(["package", PathOf("offer"), "--from", PathOf("build"), .. options]);
}
