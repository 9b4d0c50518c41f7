using System.Xml.Linq;
using Packager.Cli;
using Packager.Registration;

namespace Packager.Tests;

public sealed class RegistrationTests
{
    private static readonly object[] OnUpdate =
        ["Update", "tst_parent", 20, 1, "tst_score, tst_website", "", 3, 1];

    private static readonly ReadOnlyMemory<byte> Assembly = new TestAssembly()
        .With("Test.Plugins.ParentValidate",
            (["Create", "tst_parent", 10, 1, "", "Check a new parent", 1, 1], []),
            (OnUpdate,
            [
                ("Image1Name", "PreImage"), ("Image1Type", 0), ("Image1Attributes", "tst_score,tst_name"),
                ("Description", "Refuses impossible values"), ("UnSecureConfiguration", "strict"),
            ]))
        .With("Test.Plugins.ChildInspect",
            (["Create", "tst_child", 40, 0, "", "", 1, 1], [("DeleteAsyncOperation", true), ("Id", "aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb"), ("Image1Name", "After"), ("Image1Type", 1), ("Image1Id", "cccccccc-1111-2222-3333-dddddddddddd")]))
        .With("Test.Plugins.EvaluateApi", (["tst_Evaluate"], []))
        .Build();

    [Fact]
    public void Version_5_ids_are_those_of_the_standard() =>
        // The example of RFC 9562, appendix A.4: the DNS namespace and www.example.com.
        Assert.Equal(Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedGuid.Create(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void Registrations_become_a_solution_without_a_finding()
    {
        using var folder = Written(out var output);

        var package = SolutionPackage.ReadFolder(Path.Combine(folder.Path, "solution"));

        Assert.Empty(ImportCheck.Run(package));
        Approved.Equal("Steps", output);
        var model = package.ToModel();
        Assert.Equal(["Test.Plugins.ChildInspect", "Test.Plugins.EvaluateApi", "Test.Plugins.ParentValidate"], model.Assemblies.Single().Types.Select(type => type.TypeName));
        Assert.Equal(
            [("Create", "tst_child", 40, true, 1), ("Create", "tst_parent", 10, false, 1), ("Update", "tst_parent", 20, false, 3)],
            model.Steps.Select(step => (step.Message, step.Table!, step.Stage, step.IsAsync, step.Rank)).Order());
        var update = model.Steps.Single(step => step.Message == "Update");
        Assert.Equal("Test.Plugins.ParentValidate: Update of tst_parent", update.Name);
        Assert.Equal(["tst_score", "tst_website"], update.FilteringAttributes);
        Assert.Equal("strict", update.Configuration);
        Assert.Equal(["tst_score", "tst_name"], update.Images.Single().Attributes);
        Assert.Equal(("id", Guid.Parse("cccccccc-1111-2222-3333-dddddddddddd")), (model.Steps.Single(step => step.IsAsync).Images.Single().MessagePropertyName, model.Steps.Single(step => step.IsAsync).Images.Single().Id));
        Assert.Equal(Guid.Parse("aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb"), model.Steps.Single(step => step.IsAsync).Id);
        Assert.Equal(model.Assemblies.Single().Types.Single(type => type.TypeName == "Test.Plugins.EvaluateApi").Id, model.CustomApis.Single().PluginTypeId);
    }

    [Fact]
    public void A_step_that_is_no_longer_registered_is_gone()
    {
        using var folder = Written(out _);

        var steps = Directory.GetFiles(Path.Combine(folder.Path, "solution", "SdkMessageProcessingSteps"));

        Assert.Equal(3, steps.Length);
        Assert.DoesNotContain(steps, step => step.Contains("89a5dc89", StringComparison.Ordinal));
    }

    [Fact]
    public void Current_files_pass_the_check_and_changed_ones_do_not()
    {
        using var folder = Written(out _);
        string[] check = ["steps", Path.Combine(folder.Path, "plugins.dll"), Path.Combine(folder.Path, "solution"), "--check"];

        Assert.Equal(ExitCode.Ok, Run(check, out _));

        var step = Directory.GetFiles(Path.Combine(folder.Path, "solution", "SdkMessageProcessingSteps"))[0];
        var before = File.ReadAllText(step).Replace("<Rank>", "<Rank>1", StringComparison.Ordinal);
        File.WriteAllText(step, before);
        Assert.Equal(ExitCode.Findings, Run(check, out var text));
        Assert.Contains("error NotCurrent: The file is not current. Run the command without '--check'.", text, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(step));
    }

    [Fact]
    public void The_manifest_keeps_its_form()
    {
        using var folder = Written(out _);
        var manifest = File.ReadAllText(Path.Combine(folder.Path, "solution", "Other", "Solution.xml"));

        Assert.Contains("<EMailAddress xsi:nil=\"true\"></EMailAddress>", manifest, StringComparison.Ordinal);
        Assert.All(
            XDocument.Parse(manifest).Descendants("RootComponent").Where(root => (string?)root.Attribute("type") == "92"),
            root => Assert.Contains($"\n      <RootComponent type=\"92\" id=\"{(string?)root.Attribute("id")}\" behavior=\"0\" />\n", manifest, StringComparison.Ordinal));
    }

    [Fact]
    public void An_API_that_is_not_in_the_solution_is_named()
    {
        using var folder = new TemporaryFolder();
        new Sample().WriteTo(Path.Combine(folder.Path, "solution"));
        File.WriteAllBytes(Path.Combine(folder.Path, "plugins.dll"), new TestAssembly().With("Test.Plugins.Other", (["tst_Other"], [])).Build().ToArray());

        Assert.Equal(ExitCode.Findings, Run(["steps", Path.Combine(folder.Path, "plugins.dll"), Path.Combine(folder.Path, "solution")], out var text));
        Assert.Contains("error Registration: The type 'Test.Plugins.Other' implements the custom API 'tst_Other', and there is no 'customapis/tst_Other/customapi.xml'.", text, StringComparison.Ordinal);
    }

    private static TemporaryFolder Written(out string output)
    {
        var folder = new TemporaryFolder();
        var solution = Path.Combine(folder.Path, "solution");
        var assembly = Path.Combine(folder.Path, "plugins.dll");
        new Sample().Set(Sample.Assembly, Assembly).WriteTo(solution);
        File.WriteAllBytes(assembly, Assembly.ToArray());
        Assert.Equal(ExitCode.Ok, Run(["steps", assembly, solution], out output));
        output = output.Replace('\\', '/').Replace(folder.Path.Replace('\\', '/') + "/", "", StringComparison.Ordinal);
        foreach (var step in Directory.GetFiles(Path.Combine(solution, "SdkMessageProcessingSteps")).Order(StringComparer.Ordinal))
            output += "\n" + File.ReadAllText(step);
        return folder;
    }

    private static int Run(string[] args, out string text)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var code = new CommandLine(writer, writer).Run(args);
        text = writer.ToString();
        return code;
    }
}
