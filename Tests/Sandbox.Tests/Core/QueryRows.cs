using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Tests.Core;

/// <summary>
/// Rows to ask for, in an organization whose clock stands at half past midnight in Stockholm, three days after clocks were set forward there, while in UTC it is still
/// the day, the month and the quarter before. Its fiscal year begins in July and has quarters.
/// </summary>
public sealed class QueryRows : IDisposable
{
    /// <summary>W. Europe.</summary>
    public const int Stockholm = 110;

    public static readonly DateTime Now = new(2026, 3, 31, 22, 30, 0, DateTimeKind.Utc);

    public QueryRows()
    {
        Organization = new TestOrganization(options => options with { Clock = MovableClock.StandingAt(Now) });
        Organization.Inner.Import(new MemoryStream(TestSolution.Pack(Organization.Key, [], "1.0.0.1", Extend)));
        UseTimeZone(Stockholm);
        Organization.Update("organization", Organization.Inner.Id,
            ("fiscalcalendarstart", new DateTime(2000, 7, 1, 0, 0, 0, DateTimeKind.Utc)), ("fiscalperiodtype", 2002));

        A = Create("a", ("tst_score", 10), ("tst_rate", 1.5m), ("tst_summary", "Äpple"), ("tst_kind", new OptionSetValue(543210000)), ("tst_islisted", true),
            ("tst_dueon", new DateTime(2023, 12, 31)), ("tst_tags", Options(543210000, 543210001)));
        B = Create("b", ("tst_score", 20), ("tst_rate", 2.5m), ("tst_summary", "Pear"), ("tst_kind", new OptionSetValue(543210001)), ("tst_islisted", false),
            ("tst_dueon", new DateTime(2024, 2, 29)), ("tst_tags", Options(543210001)), ("tst_aboveid", new EntityReference("tst_parent", A)));
        C = Create("c", ("tst_score", 30), ("tst_summary", "100%"), ("tst_islisted", false), ("tst_dueon", new DateTime(2024, 3, 1)), ("tst_tags", Options(543210000)),
            ("tst_aboveid", new EntityReference("tst_parent", B)));
        D = Create("d", ("tst_islisted", false), ("tst_aboveid", new EntityReference("tst_parent", B)));
        foreach (var (parent, number) in new[] { (A, "1"), (A, "2"), (B, "1") })
            Organization.Create("tst_child", ("tst_number", number), ("tst_parentid", new EntityReference("tst_parent", parent)));
    }

    internal TestOrganization Organization { get; }

    public Guid A { get; }

    public Guid B { get; }

    public Guid C { get; }

    public Guid D { get; }

    public void Dispose() => Organization.Dispose();

    internal void UseTimeZone(int code) => Organization.Update("usersettings", Organization.Inner.DefaultCaller.UserId, ("timezonecode", code));

    internal Guid Create(string name, params (string Column, object? Value)[] values) => Organization.Create("tst_parent", [("tst_name", name), .. values]);

    internal EntityCollection Fetch(string fetch) => Organization.Query(new FetchExpression(fetch));

    /// <summary>How many rows the database itself answers, before anything else sees them.</summary>
    internal int RowsOfDatabase(string fetch)
    {
        var schema = new Schema(Organization.Inner.Model);
        using var connection = new Connection(Path.Combine(Organization.Folder, "organization.db"), readOnly: true);
        var compiled = QueryCompiler.Compile(
            new FetchReader(schema).Read(fetch), schema, Organization.Inner.UserOf(Organization.Inner.DefaultCaller), (_, _) => null, Organization.Inner.Now);
        var statement = connection.Prepare(compiled.Sql, compiled.Parameters);
        var rows = 0;
        while (statement.Step()) rows++;
        return rows;
    }

    // A time of each behaviour, and a lookup along which the table is a hierarchy.
    private static void Extend(string folder)
    {
        TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
        {
            var child = XDocument.Load(Path.Combine(folder, "Entities", "tst_Child", "Entity.xml"));
            var due = Attribute(table, "tst_DueOn");
            due.AddAfterSelf(
                Renamed(Attribute(child, "tst_ParentId"), "tst_AboveId", ("RequiredLevel", "none")),
                Renamed(due, "tst_MeetsOn", ("Format", "datetime"), ("Behavior", "1")),
                Renamed(due, "tst_OpensAt", ("Format", "datetime"), ("Behavior", "3")));
        });
        TestSolution.Edit(folder, "Other/Relationships/tst_Parent.xml", relationships =>
        {
            var hierarchy = new XElement(relationships.Root!.Elements().Single());
            hierarchy.SetAttributeValue("Name", "tst_parent_above");
            hierarchy.SetElementValue("IsHierarchical", "1");
            hierarchy.SetElementValue("ReferencingEntityName", "tst_Parent");
            hierarchy.SetElementValue("ReferencingAttributeName", "tst_AboveId");
            foreach (var cascade in hierarchy.Elements().Where(element => element.Name.LocalName.StartsWith("Cascade", StringComparison.Ordinal)))
                cascade.Value = cascade.Name == "CascadeDelete" ? "RemoveLink" : "NoCascade";
            foreach (var name in hierarchy.Descendants("NavigationPropertyName")) name.Value = name.Value == "tst_ParentId" ? "tst_AboveId" : "tst_parent_above";
            relationships.Root.Add(hierarchy);
        });
        TestSolution.Edit(folder, "Other/Relationships.xml", relationships =>
            relationships.Root!.Elements().Single(element => (string?)element.Attribute("Name") == "tst_parent_child")
                .AddBeforeSelf(new XElement("EntityRelationship", new XAttribute("Name", "tst_parent_above"))));
    }

    private static XElement Attribute(XDocument table, string name) =>
        table.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == name);

    private static XElement Renamed(XElement attribute, string name, params (string Element, string Value)[] values)
    {
        var renamed = new XElement(attribute);
        renamed.SetAttributeValue("PhysicalName", name);
        foreach (var (element, value) in values.Append(("Name", name.ToLowerInvariant())).Append(("LogicalName", name.ToLowerInvariant())))
            renamed.SetElementValue(element, value);
        return renamed;
    }

    private static OptionSetValueCollection Options(params int[] values) => [.. values.Select(value => new OptionSetValue(value))];
}
