using System.Globalization;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Every condition operator of FetchXML and of the SDK: on which rows it holds, or that it is refused by name.</summary>
public sealed class QueryOperatorTests(QueryRows rows) : IClassFixture<QueryRows>
{
    private const string Moment = "2026-03-31T22:30:01Z"; // The second after the present.

    /// <summary>Operators of values: column, values, the rows of a to d.</summary>
    private static readonly Dictionary<string, (string Column, string[] Values, string Rows)> OfValues = new()
    {
        ["eq"] = ("tst_score", ["20"], "b"),
        ["ne"] = ("tst_score", ["20"], "acd"),
        ["neq"] = ("tst_score", ["20"], "acd"),
        ["gt"] = ("tst_score", ["20"], "c"),
        ["ge"] = ("tst_score", ["20"], "bc"),
        ["lt"] = ("tst_score", ["20"], "a"),
        ["le"] = ("tst_score", ["20"], "ab"),
        ["like"] = ("tst_summary", ["100[%]"], "c"),
        ["not-like"] = ("tst_summary", ["%p%"], "cd"),
        ["in"] = ("tst_score", ["10", "30"], "ac"),
        ["not-in"] = ("tst_score", ["10", "30"], "bd"),
        ["between"] = ("tst_score", ["10", "20"], "ab"),
        ["not-between"] = ("tst_score", ["10", "20"], "c"),
        ["null"] = ("tst_score", [], "d"),
        ["not-null"] = ("tst_score", [], "abc"),
        ["begins-with"] = ("tst_summary", ["100%"], "c"),
        ["not-begin-with"] = ("tst_summary", ["p"], "acd"),
        ["ends-with"] = ("tst_summary", ["E"], "a"),
        ["not-end-with"] = ("tst_summary", ["e"], "bcd"),
        ["contain-values"] = ("tst_tags", ["543210001"], "ab"),
        ["not-contain-values"] = ("tst_tags", ["543210001"], "cd"),
        ["eq-userid"] = ("ownerid", [], "abcd"),
        ["ne-userid"] = ("ownerid", [], ""),
        ["eq-userteams"] = ("ownerid", [], ""),
        ["eq-useroruserteams"] = ("ownerid", [], "abcd"),
        ["eq-businessid"] = ("owningbusinessunit", [], "abcd"),
        ["ne-businessid"] = ("owningbusinessunit", [], ""),
        ["eq-userlanguage"] = ("tst_score", [], ""),
        ["under"] = ("tst_parentid", ["{a}"], "bcd"),
        ["eq-or-under"] = ("tst_parentid", ["{b}"], "bcd"),
        ["not-under"] = ("tst_parentid", ["{b}"], "ab"),
        ["above"] = ("tst_parentid", ["{c}"], "ab"),
        ["eq-or-above"] = ("tst_parentid", ["{c}"], "abc"),
    };

    /// <summary>Operators of dates: value, and the first moment and, exclusive, the last one that they hold for.</summary>
    private static readonly Dictionary<string, (string[] Values, string? From, string? Until)> OfDates = new()
    {
        ["yesterday"] = ([], "2026-03-30T22:00:00Z", "2026-03-31T22:00:00Z"),
        ["today"] = ([], "2026-03-31T22:00:00Z", "2026-04-01T22:00:00Z"),
        ["tomorrow"] = ([], "2026-04-01T22:00:00Z", "2026-04-02T22:00:00Z"),
        ["last-seven-days"] = ([], "2026-03-24T23:00:00Z", Moment),
        ["next-seven-days"] = ([], Moment, "2026-04-08T22:00:00Z"),
        ["last-week"] = ([], "2026-03-21T23:00:00Z", "2026-03-28T23:00:00Z"),
        ["this-week"] = ([], "2026-03-28T23:00:00Z", "2026-04-04T22:00:00Z"),
        ["next-week"] = ([], "2026-04-04T22:00:00Z", "2026-04-11T22:00:00Z"),
        ["last-month"] = ([], "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"),
        ["this-month"] = ([], "2026-03-31T22:00:00Z", "2026-04-30T22:00:00Z"),
        ["next-month"] = ([], "2026-04-30T22:00:00Z", "2026-05-31T22:00:00Z"),
        ["on"] = (["2026-03-29"], "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
        ["on-or-before"] = (["2026-03-29"], null, "2026-03-29T22:00:00Z"),
        ["on-or-after"] = (["2026-03-29"], "2026-03-28T23:00:00Z", null),
        ["last-year"] = ([], "2024-12-31T23:00:00Z", "2025-12-31T23:00:00Z"),
        ["this-year"] = ([], "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"),
        ["next-year"] = ([], "2026-12-31T23:00:00Z", "2027-12-31T23:00:00Z"),
        ["last-x-hours"] = (["2"], "2026-03-31T20:30:00Z", Moment),
        ["next-x-hours"] = (["2"], Moment, "2026-04-01T00:30:00Z"),
        ["last-x-days"] = (["3"], "2026-03-28T23:00:00Z", Moment),
        ["next-x-days"] = (["3"], Moment, "2026-04-04T22:00:00Z"),
        ["last-x-weeks"] = (["1"], "2026-03-24T23:00:00Z", Moment),
        ["next-x-weeks"] = (["1"], Moment, "2026-04-08T22:00:00Z"),
        ["last-x-months"] = (["1"], "2026-02-28T23:00:00Z", Moment),
        ["next-x-months"] = (["1"], Moment, "2026-05-01T22:00:00Z"),
        ["last-x-years"] = (["1"], "2025-03-31T22:00:00Z", Moment),
        ["next-x-years"] = (["1"], Moment, "2027-04-01T22:00:00Z"),
        ["olderthan-x-years"] = (["1"], null, "2025-03-31T22:30:00Z"),
        ["olderthan-x-months"] = (["1"], null, "2026-02-28T23:30:00Z"),
        ["olderthan-x-weeks"] = (["1"], null, "2026-03-24T23:30:00Z"),
        ["olderthan-x-days"] = (["3"], null, "2026-03-28T23:30:00Z"),
        ["olderthan-x-hours"] = (["3"], null, "2026-03-31T19:30:00Z"),
        ["olderthan-x-minutes"] = (["5"], null, "2026-03-31T22:25:00Z"),
        ["this-fiscal-year"] = ([], "2025-06-30T22:00:00Z", "2026-06-30T22:00:00Z"),
        ["this-fiscal-period"] = ([], "2026-03-31T22:00:00Z", "2026-06-30T22:00:00Z"),
        ["next-fiscal-year"] = ([], "2026-06-30T22:00:00Z", "2027-06-30T22:00:00Z"),
        ["next-fiscal-period"] = ([], "2026-06-30T22:00:00Z", "2026-09-30T22:00:00Z"),
        ["last-fiscal-year"] = ([], "2024-06-30T22:00:00Z", "2025-06-30T22:00:00Z"),
        ["last-fiscal-period"] = ([], "2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z"),
        ["last-x-fiscal-years"] = (["1"], "2024-06-30T22:00:00Z", Moment),
        ["last-x-fiscal-periods"] = (["1"], "2025-12-31T23:00:00Z", Moment),
        ["next-x-fiscal-years"] = (["1"], Moment, "2027-06-30T22:00:00Z"),
        ["next-x-fiscal-periods"] = (["1"], Moment, "2026-09-30T22:00:00Z"),
        ["in-fiscal-year"] = (["2025"], "2025-06-30T22:00:00Z", "2026-06-30T22:00:00Z"),
        ["in-fiscal-period"] = (["4"], "2026-03-31T22:00:00Z", "2026-06-30T22:00:00Z"),
        ["in-fiscal-period-and-year"] = (["4", "2025"], "2026-03-31T22:00:00Z", "2026-06-30T22:00:00Z"),
        ["in-or-before-fiscal-period-and-year"] = (["4", "2025"], null, "2026-06-30T22:00:00Z"),
        ["in-or-after-fiscal-period-and-year"] = (["4", "2025"], "2026-03-31T22:00:00Z", null),
    };

    /// <summary>Operators that ask for what the sandbox has not: hierarchies of users.</summary>
    private static readonly string[] Refused = ["eq-useroruserhierarchy", "eq-useroruserhierarchyandteams"];

    /// <summary>The operators of the schema.</summary>
    internal static IEnumerable<string> Operators => OfValues.Keys.Concat(OfDates.Keys).Concat(Refused);

    public static TheoryData<string> ValueOperators => [.. OfValues.Keys];

    public static TheoryData<string> DateOperators => [.. OfDates.Keys];

    public static TheoryData<string> RefusedOperators => [.. Refused];

    [Theory]
    [MemberData(nameof(ValueOperators))]
    public void An_operator_of_values_selects_its_rows(string name)
    {
        var (column, values, expected) = OfValues[name];
        var fetch = Fetch($"{Condition(column, name, values)}<condition attribute='tst_website' operator='null' />");

        Assert.Equal(expected, Names(rows.Fetch(fetch)));
        Assert.Equal(expected.Length, rows.RowsOfDatabase(fetch));
    }

    [Theory]
    [MemberData(nameof(DateOperators))]
    public void An_operator_of_dates_holds_from_its_first_second_to_its_last_by_the_users_clock(string name)
    {
        var (values, from, until) = OfDates[name];
        var site = $"https://{name}.example";
        void Add(string row, string? at, int seconds)
        {
            if (at is null) return;
            rows.Create(row, ("tst_website", site), ("tst_meetson", DateTime.Parse(at, CultureInfo.InvariantCulture).ToUniversalTime().AddSeconds(seconds)));
        }

        Add("1", from, -1);
        Add("2", from, 0);
        Add("3", until, -1);
        Add("4", until, 0);
        rows.Create("5", ("tst_website", site));
        var fetch = Fetch($"{Condition("tst_meetson", name, values)}<condition attribute='tst_website' operator='eq' value='{site}' />");
        var expected = (from is null ? "" : "2") + (until is null ? "" : "3");

        Assert.Equal(expected, Names(rows.Fetch(fetch)));
        Assert.Equal(expected.Length, rows.RowsOfDatabase(fetch));
    }

    [Theory]
    [MemberData(nameof(RefusedOperators))]
    public void An_operator_that_is_not_there_is_refused_by_name(string name)
    {
        var fault = rows.Organization.Fault(() => rows.Fetch(Fetch(Condition("ownerid", name, []))));

        Assert.Equal((ErrorCodes.NotSupported, $"The condition operator '{name}' is not supported by the sandbox."), (fault.Code, fault.Message));
    }

    [Fact]
    public void The_tables_name_every_operator_of_Microsofts_schema()
    {
        if (SchemaOfFetch.Load() is not { } schema) return; // Not part of this repository.

        Assert.Equal(SchemaOfFetch.Enumeration(schema, "operator").Order(), Operators.Order());
    }

    [Theory]
    [InlineData(ConditionOperator.ChildOf)]
    [InlineData(ConditionOperator.Mask)]
    [InlineData(ConditionOperator.NotMask)]
    [InlineData(ConditionOperator.MasksSelect)]
    [InlineData(ConditionOperator.EqualRoleBusinessId)]
    public void Operators_of_the_SDK_that_FetchXML_has_not_are_refused_by_name(ConditionOperator op) =>
        Assert.Equal($"The condition operator '{op}' is not supported by the sandbox.", rows.Organization.Fault(() => Expression(op, "tst_score", 1)).Message);

    [Theory]
    [InlineData(ConditionOperator.Contains, "tst_summary", "pp", "a")]
    [InlineData(ConditionOperator.DoesNotContain, "tst_summary", "pp", "bcd")]
    [InlineData(ConditionOperator.NotOn, "tst_dueon", "2024-02-29", "ac")]
    public void Operators_of_the_SDK_that_FetchXML_has_not_select_their_rows(ConditionOperator op, string column, string value, string expected) =>
        Assert.Equal(expected, Names(Expression(op, column, value)));

    [Fact]
    public void No_operator_of_the_SDK_is_passed_over()
    {
        var named = OfValues.Keys.Concat(OfDates.Keys).Concat(Refused).Select(Query.Operators.Of).ToHashSet();

        Assert.Equal(
            ["ChildOf", "Mask", "NotMask", "MasksSelect", "Contains", "DoesNotContain", "NotOn", "EqualRoleBusinessId"],
            Enum.GetValues<ConditionOperator>().Where(op => !named.Contains(op)).Select(op => op.ToString()));
    }

    [Theory]
    [InlineData("today", null, "2026-04-01")]
    [InlineData("yesterday", null, "2026-03-31")]
    [InlineData("this-month", null, "2026-04-01 2026-04-02")]
    [InlineData("last-x-days", "1", "2026-04-01 2026-03-31")]
    [InlineData("next-x-days", "1", "2026-04-02")]
    [InlineData("olderthan-x-days", "1", "2026-03-31")]
    [InlineData("on", "2026-03-31", "2026-03-31")]
    [InlineData("this-fiscal-period", null, "2026-04-01 2026-04-02")]
    public void Dates_without_a_time_are_those_of_the_users_calendar(string name, string? value, string expected)
    {
        const string site = "https://days.example";
        var days = new[] { "2026-03-31", "2026-04-01", "2026-04-02" };
        if (rows.Fetch(Fetch($"<condition attribute='tst_website' operator='eq' value='{site}' />")).Entities.Count == 0)
        {
            foreach (var day in days) rows.Create(day, ("tst_website", site), ("tst_dueon", DateTime.Parse(day, CultureInfo.InvariantCulture)));
        }

        var found = rows.Fetch(Fetch($"{Condition("tst_dueon", name, value is null ? [] : [value])}<condition attribute='tst_website' operator='eq' value='{site}' />"));

        Assert.Equal(expected.Split(' ').Order(), found.Entities.Select(row => (string)row["tst_name"]));
    }

    [Theory]
    [InlineData("last-x-hours")]
    [InlineData("next-x-hours")]
    [InlineData("olderthan-x-hours")]
    [InlineData("olderthan-x-minutes")]
    public void Operators_that_measure_time_are_refused_for_dates_without_one(string name) => Assert.Equal(
        $"The operator '{name}' measures time, and 'tst_dueon' holds dates without a time.",
        rows.Organization.Fault(() => rows.Fetch(Fetch(Condition("tst_dueon", name, ["1"])))).Message);

    [Theory]
    [InlineData("last-x-days", "0", "from 1 on")]
    [InlineData("last-x-days", "100001", "from 1 on")]
    [InlineData("last-x-years", "9000", "out of the calendar")]
    [InlineData("last-x-days", "x", "'last-x-days'")]
    [InlineData("in-fiscal-period", "5", "from 1 to 4")]
    [InlineData("in-fiscal-period-and-year", "4", "a fiscal period and a year")]
    [InlineData("under", "x", "'under'")]
    [InlineData("on", "yesterday", "'yesterday'")]
    [InlineData("eq-userid", "", "'eq-userid'")]
    public void A_value_that_makes_no_sense_is_refused(string name, string value, string named) => Assert.Contains(
        named, rows.Organization.Fault(() => rows.Fetch(Fetch(Condition(name == "under" ? "tst_parentid" : "tst_meetson", name, [value])))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_hierarchy_that_bites_its_tail_ends()
    {
        var first = rows.Create("x", ("tst_website", "https://loop.example"));
        var second = rows.Create("y", ("tst_website", "https://loop.example"), ("tst_aboveid", new EntityReference("tst_parent", first)));
        rows.Organization.Update("tst_parent", first, ("tst_aboveid", new EntityReference("tst_parent", second)));

        Assert.Equal("xy", Names(rows.Fetch(Fetch(Condition("tst_parentid", "under", [first.ToString()])))));
        Assert.Equal("xy", Names(rows.Fetch(Fetch(Condition("tst_aboveid", "above", [first.ToString()])))));
    }

    private static string Fetch(string conditions) =>
        $"<fetch><entity name='tst_parent'><attribute name='tst_name' /><order attribute='tst_name' /><filter>{conditions}</filter></entity></fetch>";

    private string Condition(string column, string name, string[] values)
    {
        var ids = values.Select(value => value switch { "{a}" => rows.A.ToString(), "{b}" => rows.B.ToString(), "{c}" => rows.C.ToString(), _ => value });
        return new XElement("condition", new XAttribute("attribute", column), new XAttribute("operator", name), ids.Select(value => new XElement("value", value))).ToString();
    }

    private EntityCollection Expression(ConditionOperator op, string column, object value)
    {
        var query = new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") };
        query.Criteria.AddCondition(column, op, value);
        query.Criteria.AddCondition("tst_website", ConditionOperator.Null);
        query.AddOrder("tst_name", OrderType.Ascending);
        return rows.Organization.Query(query);
    }

    private static string Names(EntityCollection found) => string.Concat(found.Entities.Select(row => (string)row["tst_name"]));
}
