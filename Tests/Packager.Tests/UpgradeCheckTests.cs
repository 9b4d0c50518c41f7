using System.Reflection;
using System.Text.RegularExpressions;
using Packager.Cli;

namespace Packager.Tests;

/// <summary>Each way in which a later version can be no upgrade of an earlier one, with the sentence.</summary>
public sealed class UpgradeCheckTests
{
    private const string Manifest = "Other/Solution.xml";
    private const string Parent = "Entities/tst_Parent/Entity.xml";
    private const string Kind = "OptionSets/tst_kind.xml";
    private const string First = "<Version>1.0.0.0<";
    private const string Dll = Sample.Assembly + ".data.xml";
    private const string ScriptData = Script + ".data.xml";
    private const string Script = "WebResources/tst_/scripts/parent.js";

    private static readonly (string Name, Func<Sample, Sample> Change, string Code, string Sentence)[] Broken =
    [
        ("another publisher", sample => sample.Replace(Manifest, "<UniqueName>testpublisher<", "<UniqueName>somebody<"), FindingCodes.UpgradeSolution,
            "This is 'TestSolution' of the publisher 'somebody' (*), the earlier zip is 'TestSolution' of the publisher 'testpublisher' (*); the one is no upgrade of the other."),
        ("a lower version", sample => sample.Replace(Manifest, First, "<Version>0.9.0.0<"), FindingCodes.UpgradeVersion,
            "The version is 0.9.0.0, lower than 1.0.0.0 of the earlier zip. Raise it with 'Packager version'."),
        ("another script in the same version", sample => sample.Set(Script, sample.Text(Script) + "// later"), FindingCodes.UpgradeVersion,
            "The version is 1.0.0.0, as in the earlier zip, but 'WebResources/tst_scriptsparentjs*' is another. Raise the version with 'Packager version'."),
        ("another column in the same version", sample => sample.After(Parent, "\"tst_Name\"", "<MaxLength>", "<MaxLength>1"), FindingCodes.UpgradeVersion,
            "The version is 1.0.0.0, as in the earlier zip, but 'customizations.xml' is another. Raise the version with 'Packager version'."),
        ("another id of a script", sample => Later(sample).Set(ScriptData, Regex.Replace(sample.Text(ScriptData), "(?<=<WebResourceId>){.*}", "{00000000-0000-0000-0000-0000000000aa}")), FindingCodes.UpgradeId,
            "The web resource 'tst_/scripts/parent.js' has the id {00000000-0000-0000-0000-0000000000aa} and had {*} in 1.0.0.0; an upgrade would delete the one and make the other. Give it back its id."),
        ("a column that is gone", sample => Later(sample).Cut(Parent, "<attribute PhysicalName=\"tst_Score\"", "</attribute>"), FindingCodes.UpgradeLoss,
            "The column 'tst_parent.tst_score' of 1.0.0.0 is gone; an upgrade would delete it with what people entered. Keep it."),
        ("an option that is gone", sample => Later(sample).Cut(Kind, "<option value", "</option>"), FindingCodes.UpgradeLoss,
            "The option 'tst_kind: *' of 1.0.0.0 is gone; an upgrade would leave rows with a value that has no label. Keep it."),
        ("a shorter column", sample => Later(sample).After(Parent, "\"tst_Name\"", "<MaxLength>100<", "<MaxLength>10<"), FindingCodes.UpgradeType,
            "The column 'tst_parent.tst_name' takes 10 and took 100; what people entered may be longer. Keep its length."),
        ("a column of another type", sample => Later(sample).After(Parent, "\"tst_Score\"", "<Type>int<", "<Type>decimal<"), FindingCodes.UpgradeType,
            "The column 'tst_parent.tst_score' is of type 'decimal' and was of type 'int'; a column cannot change its type. Add another one."),
        ("another main version of the assembly", sample => Later(sample).Replace(Dll, "FullName=\"Test.Plugins, Version=1.0.0.0", "FullName=\"Test.Plugins, Version=2.0.0.0"), FindingCodes.UpgradeAssembly,
            "The assembly is 'Test.Plugins, Version=2.0.0.0, *' and was 'Test.Plugins, Version=1.0.0.0, *'; the platform takes it for another one. Change only the last two numbers of its version."),
    ];

    public static TheoryData<string> Names => [.. Broken.Select(broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_upgrade_is_named(string name)
    {
        var (_, change, code, sentence) = Broken.Single(broken => broken.Name == name);

        var finding = Assert.Single(UpgradeCheck.Run(change(new Sample()).Read(), Released()));

        Assert.Equal(code, finding.Code);
        Assert.Matches($"^{Regex.Escape(sentence).Replace("\\*", ".*", StringComparison.Ordinal)}$", finding.Message);
    }

    [Fact]
    public void A_higher_version_with_more_in_it_has_no_finding()
    {
        var later = Later(new Sample()).Set(Script, new Sample().Text(Script) + "// later");

        Assert.Empty(UpgradeCheck.Run(later.Read(), Released()));
    }

    [Fact]
    public void The_same_again_has_no_finding_managed_or_not() =>
        Assert.Empty(UpgradeCheck.Run(new Sample().Read(), Released()));

    [Fact]
    public void Every_kind_of_finding_of_an_upgrade_is_tried()
    {
        var kinds = typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name).Where(name => name.StartsWith("Upgrade", StringComparison.Ordinal));

        Assert.Empty(kinds.Except(Broken.Select(broken => broken.Code)));
    }

    [Fact]
    public void A_release_joins_the_chain_once_and_the_next_one_must_be_higher()
    {
        using var folder = new TemporaryFolder();
        var (chain, zip, solution) = (Path.Combine(folder.Path, "Releases"), Path.Combine(folder.Path, "out", "TestSolution_managed.zip"), Path.Combine(folder.Path, "solution"));
        var later = new Sample().Set(Script, new Sample().Text(Script) + "\n// later\n");

        Pack(new Sample());
        Assert.Equal((ExitCode.Ok, "Wrote Releases/1.0.0.0/TestSolution_managed.zip.\n"), Say("release", zip, chain));
        Assert.Equal((ExitCode.Ok, "Releases/1.0.0.0/TestSolution_managed.zip is current.\n"), Say("release", zip, chain));
        Pack(later);
        Assert.Equal(
            (ExitCode.Findings, "Releases/1.0.0.0/TestSolution_managed.zip: error ReleaseTwice: The version 1.0.0.0 is there already and is another zip. Raise the version with 'Packager version', or add '--replace' if nobody has it.\n"),
            Say("release", zip, chain));
        Assert.Equal((ExitCode.Ok, "solution/Other/Solution.xml: the version was 1.0.0.0 and is 1.0.0.1.\n"), Say("version", solution, "1.0.0.1"));
        Assert.Equal((ExitCode.Findings, "solution/Other/Solution.xml: error UpgradeVersion: The version is 1.0.0.1; 1.0.0.1 is not higher.\n"), Say("version", solution, "1.0.0.1"));
        Assert.Equal((ExitCode.Usage, "'1.0.1' is no version; write four numbers, such as 1.0.0.1.\n"), Say("version", solution, "1.0.1"));
        Say("pack", solution, "--out", Path.Combine(folder.Path, "out"));
        Assert.Equal((ExitCode.Ok, "Wrote Releases/1.0.0.1/TestSolution_managed.zip.\n"), Say("release", zip, chain));
        Assert.Equal((ExitCode.Ok, ""), Say("check", solution, "--previous", Path.Combine(chain, "1.0.0.0", "TestSolution_managed.zip")));
        Assert.Equal(
            (ExitCode.Findings, "out/TestSolution.zip: error ReleaseUnmanaged: The zip is unmanaged; customers import the managed one.\n"),
            Say("release", Path.Combine(folder.Path, "out", "TestSolution.zip"), chain));
        Pack(new Sample());
        Assert.Equal(
            (ExitCode.Findings, "out/TestSolution_managed.zip: error UpgradeVersion: The version is 1.0.0.0, lower than 1.0.0.1 of the earlier zip. Raise it with 'Packager version'.\n"),
            Say("release", zip, chain));

        void Pack(Sample sample)
        {
            if (Directory.Exists(solution)) Directory.Delete(solution, recursive: true);
            sample.WriteTo(solution);
            Assert.Equal(ExitCode.Ok, Say("pack", solution, "--out", Path.Combine(folder.Path, "out")).Code);
        }

        (int Code, string Text) Say(params string[] args)
        {
            using var text = new StringWriter { NewLine = "\n" };
            var code = new CommandLine(text, text).Run(args);
            return (code, text.ToString().Replace('\\', '/').Replace(folder.Path.Replace('\\', '/') + "/", "", StringComparison.Ordinal));
        }
    }

    private static Sample Later(Sample sample) => sample.Replace(Manifest, First, "<Version>1.0.0.1<");

    private static SolutionPackage Released() => SolutionPackage.ReadZip(new MemoryStream(new Sample().Zip(managed: true)));
}
