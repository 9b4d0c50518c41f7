using System.Text;
using Packager.Cli;

namespace Packager.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void What_it_says()
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder();
        var broken = Path.Combine(folder.Path, "broken");
        new Sample().WriteTo(Path.Combine(folder.Path, "solution"));
        new Sample().Replace("Other/Solution.xml", "<Version>1.0.0.0<", "<Version>1.0<").Remove("OptionSets/tst_kind.xml").WriteTo(broken);
        File.WriteAllBytes(Path.Combine(folder.Path, "plugins.dll"), TestAssembly.Good.ToArray());
        File.WriteAllText(Path.Combine(folder.Path, "text.dll"), "text");

        Say("--help");
        Say();
        Say("packs", "solution");
        Say("pack");
        Say("pack", "solution");
        Say("pack", "solution", "--out");
        Say("pack", "solution", "--out", "out", "--fast", "yes");
        Say("pack", "nowhere", "--out", "out");
        Say("unpack", "nowhere.zip", "unpacked");
        Say("pack", "solution", "--out", "out", "--map", "none.xml");
        Say("pack", "broken", "--out", "out");
        Say("pack", "solution", "--out", "out");
        Say("pack", "solution", "--out", "out");
        Say("check", "solution");
        Say("check", "out/TestSolution.zip");
        Say("unpack", "out/TestSolution.zip", "unpacked");
        Say("unpack", "out/TestSolution.zip", "unpacked");
        Say("check", "unpacked");
        Say("check", "out/TestSolution_managed.zip");
        Say("check", "broken");
        Say("check", "nowhere.zip");
        Say("check", "solution", "twice");
        Say("names", "solution", "names.ts", "--check");
        Say("names", "solution", "names.ts");
        Say("names", "solution", "names.ts", "--check");
        Say("steps", "none.dll", "solution");
        Say("steps", "text.dll", "solution");
        Say("steps", "plugins.dll", "out");

        Approved.Equal("CommandLine", text.ToString());

        void Say(params string[] args)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            text.Append("$ Packager ").AppendJoin(' ', args).Append('\n');
            string[] real = [.. args.Select(arg => arg is "--help" or "yes" || arg.StartsWith("--", StringComparison.Ordinal) || text.Length == 0 || arg == args[0] ? arg : Path.Combine(folder.Path, arg))];
            var code = new CommandLine(output, error).Run(real);
            text.Append((output.ToString() + error).ReplaceLineEndings("\n").Replace(folder.Path.Replace('\\', '/') + "/", "", StringComparison.Ordinal)
                .Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/'));
            text.Append("exit ").Append(code).Append("\n\n");
        }
    }

    [Fact]
    public void A_package_with_findings_leaves_the_zips_alone()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "TestSolution.zip");
        File.WriteAllText(zip, "older");
        new Sample().Remove("OptionSets/tst_kind.xml").WriteTo(Path.Combine(folder.Path, "solution"));

        Assert.Equal(ExitCode.Findings, Run("pack", Path.Combine(folder.Path, "solution"), "--out", folder.Path));
        Assert.Equal("older", File.ReadAllText(zip));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_current_zip_is_not_written_again()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "TestSolution.zip");
        var solution = Path.Combine(folder.Path, "solution");
        new Sample().WriteTo(solution);
        Run("pack", solution, "--out", folder.Path);
        File.SetLastWriteTimeUtc(zip, new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Run("pack", solution, "--out", folder.Path);

        Assert.Equal(2001, File.GetLastWriteTimeUtc(zip).Year);
    }

    [Fact]
    public void Names_are_TypeScript_constants()
    {
        using var folder = new TemporaryFolder();
        var names = Path.Combine(folder.Path, "names.ts");
        new Sample().WriteTo(folder.Path);

        Assert.Equal(ExitCode.Ok, Run("names", folder.Path, names));

        Approved.Equal("Names", File.ReadAllText(names));
    }

    private static int Run(params string[] args) => new CommandLine(TextWriter.Null, TextWriter.Null).Run(args);
}
