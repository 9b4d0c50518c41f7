using System.Reflection;
using System.Xml.Linq;
using Packager.Cli;
using Packager.Model;

namespace Packager.Tests;

/// <summary>What the product's own solution must hold beyond being importable.</summary>
public sealed class ShippedSolutionTests
{
    private static readonly SolutionPackage Package = SolutionPackage.ReadFolder(Folder());
    private static readonly SolutionModel Solution = Package.ToModel();

    /// <summary>Columns that only the plug-ins write.</summary>
    private static readonly Dictionary<string, string[]> Results = new()
    {
        ["rdy_offer"] =
        [
            "rdy_readiness", "rdy_score", "rdy_openitems", "rdy_evaluatedon", "rdy_rulesetversion", "rdy_baselanguage",
            "rdy_statusnote", "rdy_packagefacts", "rdy_packageinspection", "rdy_lock", "rdy_deleting", "rdy_checkerinspection",
            "rdy_checkerfacts", "rdy_acceptedpackage", "rdy_uptimefacts", "rdy_enteredby", "rdy_reevaluateon",
        ],
        ["rdy_trial"] = ["rdy_enteredby"],
        ["rdy_supportlink"] = ["rdy_enteredby"],
        ["rdy_marketingasset"] =
        [
            "rdy_inspection", "rdy_format", "rdy_width", "rdy_height", "rdy_bytes", "rdy_sha256", "rdy_finding", "rdy_sharpness",
            "rdy_enteredby",
        ],
        ["rdy_plan"] = ["rdy_enteredby"],
        ["rdy_requirement"] = ["rdy_problem"],
        ["rdy_certification"] = ["rdy_memory", "rdy_statusthen"],
    };

    /// <summary>Tables that the plug-ins alone write.</summary>
    public static TheoryData<string> ResultTables => ["rdy_ChecklistItem", "rdy_Probe", "rdy_ItemChange", "rdy_Snapshot"];

    public static TheoryData<string> InputTables => [.. Results.Keys];

    [Theory]
    [InlineData("DataverseReadiness.zip", false)]
    [InlineData("DataverseReadiness_managed.zip", true)]
    public void The_zips_have_no_finding(string name, bool managed)
    {
        using var stream = File.OpenRead(Path.Combine(Root(), "out", name));
        var package = SolutionPackage.ReadZip(stream);

        Assert.Empty(ImportCheck.Run(package));
        Assert.Equal(managed, package.ToModel().IsManaged);
    }

    [Fact]
    public void Packing_again_makes_the_same_bytes()
    {
        using var again = new MemoryStream();

        SolutionPackage.ReadFolder(Folder(), Path.Combine(Folder(), "map.xml")).WriteZip(again, managed: true);

        Assert.Equal(File.ReadAllBytes(Path.Combine(Root(), "out", "DataverseReadiness_managed.zip")), again.ToArray());
    }

    [Fact]
    public void The_steps_are_those_the_assembly_declares()
    {
        using var text = new StringWriter();
        var assembly = Path.Combine(Root(), "artifacts", "bin", "DataverseReadiness.Plugins", "shipped", "DataverseReadiness.Plugins.dll");

        var code = new CommandLine(text, text).Run(["steps", assembly, Folder(), "--check"]);

        Assert.True(code == ExitCode.Ok, text.ToString());
    }

    [Fact]
    public void The_TypeScript_names_are_those_of_the_solution()
    {
        using var text = new StringWriter();

        var code = new CommandLine(text, text).Run(["names", Folder(), Path.Combine(Root(), "WebResources", "src", "names.ts"), "--check"]);

        Assert.True(code == ExitCode.Ok, text.ToString());
    }

    [Fact]
    public void Every_label_is_in_English_and_Swedish()
    {
        var unpaired =
            from list in Package.Customizations!.Descendants()
            where list.Name.LocalName is "displaynames" or "labels" or "LocalizedNames" or "LocalizedCollectionNames" or "Titles"
            where !list.Ancestors("presentationdescription").Any()
            let languages = list.Elements().Select(label => (string?)label.Attribute("languagecode") ?? (string?)label.Attribute("LCID")).ToList()
            where list.Elements().Any(label => ((string?)label.Attribute("description") ?? (string?)label.Attribute("Title")) != "")
            where !languages.Order().SequenceEqual(["1033", "1053"])
            select SolutionPackage.SourceOf(list);

        Assert.Empty(unpaired);
    }

    [Theory]
    [MemberData(nameof(InputTables))]
    public void Every_input_column_stands_on_the_main_form_once(string table)
    {
        var inputs = Table(table).Columns.Values.Where(column => column.IsCustom).Select(column => column.LogicalName).Except(Results[table]);

        var shown = Body(MainForm(table)).Select(control => (string?)control.Attribute("datafieldname")).OfType<string>();

        Assert.Equal(inputs.Order(), shown.Where(name => name.StartsWith("rdy_", StringComparison.Ordinal)).Except(Results[table]).Order());
        Assert.Equal(shown.Count(), shown.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(InputTables))]
    public void No_form_lets_anyone_type_a_result(string table)
    {
        var open = from form in Table(table).Forms
                   where form.Kind is "main" or "quickCreate"
                   from control in form.Xml.Descendants("control")
                   where Results[table].Contains((string?)control.Attribute("datafieldname"))
                   where (string?)control.Attribute("disabled") != "true"
                   select (string?)control.Attribute("id");

        Assert.Empty(open);
    }

    [Fact]
    public void Only_the_reviewer_creates_judgements_and_no_role_changes_one()
    {
        Assert.Equal(["Readiness Reviewer"], Holders("prvCreaterdy_Judgement"));
        Assert.Empty(Holders("prvWriterdy_Judgement"));
        Assert.Empty(Holders("prvDeleterdy_Judgement"));
    }

    [Theory]
    [MemberData(nameof(ResultTables))]
    public void Every_role_reads_results_and_none_does_more(string table)
    {
        var privileges = Solution.Roles.SelectMany(role => role.Privileges.Keys).Where(name => name.EndsWith(table, StringComparison.Ordinal));

        Assert.Equal(Enumerable.Repeat("prvRead" + table, Solution.Roles.Count), privileges);
    }

    [Theory]
    [MemberData(nameof(ResultTables))]
    public void No_form_lets_anyone_type_into_a_table_of_results(string table)
    {
        var open = from control in MainForm(table.ToLowerInvariant()).Descendants("control")
                   where (string?)control.Attribute("disabled") != "true"
                   select (string?)control.Attribute("id");

        Assert.Empty(open);
    }

    [Fact]
    public void Reviewers_alone_add_requirements_and_the_reader_changes_nothing()
    {
        Assert.Equal(["Readiness Reviewer"], Holders("prvCreaterdy_Requirement"));
        Assert.Equal(["Readiness Author", "Readiness Reviewer"], Holders("prvCreaterdy_Certification").Order());
        Assert.All(Solution.Roles.Single(role => role.Name == "Readiness Reader").Privileges, privilege => Assert.StartsWith("prvRead", privilege.Key, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_status_can_be_reached_and_left()
    {
        var statuses = Table("rdy_offer").Columns["statuscode"].Choice!.Options;

        Assert.All(statuses, status => Assert.NotEmpty(status.Transitions!));
        Assert.Equal(statuses.Select(status => status.Value).Order(), statuses.SelectMany(status => status.Transitions!).Distinct().Order());
    }

    private static TableModel Table(string name) => Solution.Tables.Single(table => table.LogicalName == name);

    private static XElement MainForm(string table) => Table(table).Forms.Single(form => form.Kind == "main").Xml;

    private static IEnumerable<XElement> Body(XElement form) => form.Elements("tabs").Descendants("control");

    private static IEnumerable<string> Holders(string privilege) =>
        Solution.Roles.Where(role => role.Privileges.ContainsKey(privilege)).Select(role => role.Name);

    private static string Folder() => Path.Combine(Root(), "Solution");

    private static string Root() =>
        typeof(ShippedSolutionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
}
