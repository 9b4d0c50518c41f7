using System.Reflection;
using System.Xml.Linq;
using DataverseReadiness.Plugins.Names;

namespace Plugins.Tests.Assembly;

/// <summary>Names in code against names in the solution.</summary>
public sealed class NamesTests
{
    public static TheoryData<Type> Tables { get; } =
    [
        typeof(Offer), typeof(Trial), typeof(SupportLink), typeof(MarketingAsset), typeof(Plan), typeof(ChecklistItem), typeof(Judgement),
        typeof(StoredProbe), typeof(OwnRequirement), typeof(StoredChange), typeof(Snapshot), typeof(Certification),
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_constant_is_a_column_and_every_column_of_ours_has_a_constant(Type names)
    {
        var constants = Constants(names);
        var columns = SolutionNames.ColumnNames(SchemaName(names));

        Assert.Equal("rdy_" + SchemaName(names).ToLowerInvariant(), constants["Table"]);
        constants.Remove("Table");
        constants.Remove("ImageId"); // The platform adds it beside the image column.
        if (names == typeof(MarketingAsset))
            constants.Remove("FileName"); // And this one beside the file column.
        Assert.Empty(constants.Values.Except(columns));
        Assert.Empty(columns.Where(column => column.StartsWith("rdy_", StringComparison.Ordinal)).Except(constants.Values));
    }

    [Fact]
    public void Status_values_are_those_of_the_offer()
    {
        var values = SolutionNames.Columns("Offer").Single(column => (string)column.Element("LogicalName")! == "statuscode")
            .Descendants("status").Select(status => (int)status.Attribute("value")!);

        var constants = typeof(OfferStatus).GetFields().Select(field => (int)field.GetRawConstantValue()!);

        Assert.Equal(values.Order(), constants.Order());
    }

    [Theory]
    [InlineData("Offer", ColumnLists.OfferResults)]
    [InlineData("Trial", Trial.EnteredBy)]
    [InlineData("Plan", Plan.EnteredBy)]
    [InlineData("SupportLink", SupportLink.EnteredBy)]
    [InlineData("MarketingAsset", ColumnLists.AssetResults)]
    [InlineData("Certification", ColumnLists.CertificationResults)]
    [InlineData("Requirement", OwnRequirement.Problem)]
    public void What_people_enter_is_audited_and_what_the_steps_work_out_is_not(string entity, string results)
    {
        var own = SolutionNames.OwnColumns(entity).ToHashSet();

        var unaudited = SolutionNames.Columns(entity).Where(column => (string?)column.Element("IsAuditEnabled") != "1").Select(column => (string)column.Element("LogicalName")!);

        Assert.Equal(results.Split(',').Order(), unaudited.Where(own.Contains).Order());
    }

    [Fact]
    public void Relationships_are_those_of_the_solution()
    {
        var names = Directory.GetFiles(RepositoryFolder.PathOf("Solution", "Other", "Relationships"), "*.xml")
            .SelectMany(file => XDocument.Load(file).Descendants("EntityRelationship"))
            .Select(relationship => (string)relationship.Attribute("Name")!);

        Assert.Empty(Constants(typeof(Relationships)).Values.Except(names));
    }

    [Fact]
    public void Custom_apis_and_their_parameters_are_those_of_the_solution()
    {
        var folder = RepositoryFolder.PathOf("Solution", "customapis");
        var names = Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName);

        Assert.Empty(Constants(typeof(CustomApi)).Values.Except(names));
    }

    [Fact]
    public void Lists_of_columns_are_complete()
    {
        Assert.Equal(With(SolutionNames.OwnColumns("Offer")), List(ColumnLists.OfferAll));
        Assert.Equal(With(SolutionNames.OwnColumns("Trial")), List(ColumnLists.TrialAll));
        Assert.Equal(With(SolutionNames.OwnColumns("SupportLink")), List(ColumnLists.SupportLinkAll));
        Assert.Equal(With(SolutionNames.OwnColumns("MarketingAsset").Append(MarketingAsset.ImageId)), List(ColumnLists.AssetAll));
        Assert.Equal(With(SolutionNames.OwnColumns("Plan")), List(ColumnLists.PlanAll));
        Assert.Equal(With(SolutionNames.OwnColumns("Requirement")), List(ColumnLists.RequirementAll));
        Assert.Equal(With(SolutionNames.OwnColumns("Certification")), List(ColumnLists.CertificationAll));
        Assert.Equal(With(SolutionNames.OwnColumns("Probe")), List(ColumnLists.ProbeAll));
        Assert.Equal(With(SolutionNames.OwnColumns("ItemChange")), List(ColumnLists.ChangeAll));
        Assert.Equal(With(SolutionNames.OwnColumns("Snapshot")), List(ColumnLists.SnapshotAll));
        Assert.Equal(SolutionNames.OwnColumns("Judgement").Order(), List(ColumnLists.JudgementAll));
    }

    // Some tables have names that the rules use for something else.
    private static string SchemaName(Type names) =>
        names == typeof(StoredProbe) ? "Probe" : names == typeof(StoredChange) ? "ItemChange" : names == typeof(OwnRequirement) ? "Requirement" : names.Name;

    private static IEnumerable<string> With(IEnumerable<string> columns) => columns.Append("statecode").Append("statuscode").Order();

    private static IEnumerable<string> List(string columns) => columns.Split(',').Order();

    private static Dictionary<string, string> Constants(Type names) =>
        names.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
}
