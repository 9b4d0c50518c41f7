using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Every element and attribute of FetchXML: what it does to the rows, or that it is refused by name.</summary>
public sealed class QueryConstructTests(QueryRows rows) : IClassFixture<QueryRows>
{
    private const string Own = "<filter><condition attribute='tst_website' operator='null' /></filter>";
    private const string Name = "<attribute name='tst_name' />";
    private const string ByName = "<order attribute='tst_name' />";

    /// <summary>The attributes of the schema, each as <c>element attribute</c>.</summary>
    internal static IEnumerable<string> AttributeNames => Attributes.Keys;

    /// <summary>Attributes of the schema: a query with it, and the rows, or the words of the fault behind an exclamation mark.</summary>
    private static readonly Dictionary<string, (string Fetch, string Expected)[]> Attributes = new()
    {
        ["fetch version"] = [(Fetch("version='1.0'"), "abcd")],
        ["fetch count"] = [(Fetch("count='2'"), "ab"), (Fetch("count='x'"), "!'count'")],
        ["fetch page"] = [(Fetch("count='2' page='2'"), "cd"), (Fetch("page='0'"), "!'page'"), (Fetch("top='1' page='1'"), "!'page'")],
        ["fetch paging-cookie"] = [(Fetch("count='2' page='2' paging-cookie='x'"), "!paging cookie"), (Fetch("count='2' page='2' paging-cookie='&lt;cookie page=\"1\" /&gt;'"), "!paging cookie")],
        ["fetch utc-offset"] = [(Fetch("utc-offset='60'"), "!'utc-offset'")],
        ["fetch aggregate"] = [("<fetch aggregate='true'><entity name='tst_parent'><attribute name='tst_name' aggregate='max' alias='x' /></entity></fetch>", "!'max'"), (Fetch("aggregate='false'"), "abcd")],
        ["fetch distinct"] = [("<fetch distinct='true'><entity name='tst_child'><attribute name='tst_number' alias='tst_name' /><order attribute='tst_number' /></entity></fetch>", "12")],
        ["fetch top"] = [(Fetch("top='3'"), "abc"), (Fetch("top='0'"), "!'top'"), (Fetch("top='5001'"), "!'top'")],
        ["fetch mapping"] = [(Fetch("mapping='logical'"), "abcd"), (Fetch("mapping='internal'"), "!'internal'")],
        ["fetch min-active-row-version"] = [(Fetch("min-active-row-version='true'"), "!'min-active-row-version'")],
        ["fetch output-format"] = [(Fetch("output-format='xml-platform'"), "abcd"), (Fetch("output-format='json'"), "!'json'")],
        ["fetch returntotalrecordcount"] = [(Fetch("returntotalrecordcount='true'"), "abcd"), (Fetch("top='1' returntotalrecordcount='true'"), "!'returntotalrecordcount'")],
        ["fetch no-lock"] = [(Fetch("no-lock='true'"), "abcd")],
        ["entity name"] = [("<fetch><entity name='tst_nothing' /></fetch>", "!'tst_nothing'"), ("<fetch><entity /></fetch>", "!''")],
        ["entity enableprefiltering"] = [("<fetch><entity name='tst_parent' enableprefiltering='1' /></fetch>", "!'enableprefiltering'")],
        ["entity prefilterparametername"] = [($"<fetch><entity name='tst_parent' enableprefiltering='0' prefilterparametername='P'>{Name}{ByName}{Own}</entity></fetch>", "abcd")],
        ["attribute name"] = [(Fetch("", "<attribute name='tst_nothing' />"), "!'tst_nothing'")],
        ["attribute build"] = [(Fetch("", "<attribute name='tst_score' build='1.504021' />"), "abcd")],
        ["attribute addedby"] = [(Fetch("", "<attribute name='tst_score' addedby='x' />"), "abcd")],
        ["attribute alias"] = [($"<fetch><entity name='tst_parent'><attribute name='tst_summary' alias='tst_name' /><order alias='tst_name' descending='true' />{Own}</entity></fetch>", "PearÄpple100%"), (Fetch("", "<attribute name='tst_score' alias='1x' />"), "!alias: 1x")],
        ["attribute aggregate"] = [(Aggregate("<attribute name='tst_score' aggregate='sum' alias='tst_name' />"), "60"), (Aggregate("<attribute name='tst_score' aggregate='median' alias='x' />"), "!'median'"), (Fetch("", "<attribute name='tst_score' aggregate='sum' alias='x' />"), "!'tst_score'"), (Aggregate("<attribute name='tst_score' aggregate='sum' />"), "!alias")],
        ["attribute groupby"] = [(Aggregate("<attribute name='tst_score' groupby='true' alias='tst_name' /><order alias='tst_name' />"), "102030"), (Aggregate("<attribute name='tst_score' groupby='true' aggregate='sum' alias='x' />"), "!'tst_score'")],
        ["attribute dategrouping"] = [(Aggregate("<attribute name='tst_dueon' groupby='true' dategrouping='year' alias='tst_name' /><order alias='tst_name' />"), "20232024"), (Aggregate("<attribute name='tst_dueon' groupby='true' dategrouping='hour' alias='x' />"), "!'hour'"), (Aggregate("<attribute name='tst_score' groupby='true' dategrouping='year' alias='x' />"), "!'tst_score'")],
        ["attribute usertimezone"] = [(Aggregate("<attribute name='createdon' groupby='true' dategrouping='month' alias='tst_name' />"), "4"), (Aggregate("<attribute name='createdon' groupby='true' dategrouping='month' usertimezone='false' alias='tst_name' />"), "3")],
        ["attribute distinct"] = [(Aggregate("<attribute name='tst_islisted' aggregate='countcolumn' distinct='true' alias='tst_name' />"), "2"), (Aggregate("<attribute name='tst_score' aggregate='sum' distinct='true' alias='x' />"), "!'distinct'")],
        ["order attribute"] = [($"<fetch><entity name='tst_parent'>{Name}<order attribute='tst_score' />{Own}</entity></fetch>", "dabc"), ($"<fetch><entity name='tst_parent'>{Name}<order attribute='tst_nothing' /></entity></fetch>", "!'tst_nothing'")],
        ["order alias"] = [(Aggregate("<attribute name='tst_score' groupby='true' alias='tst_name' /><order alias='tst_name' descending='true' />"), "302010"), (Fetch("", "<order alias='x' />"), "!'x'")],
        ["order descending"] = [($"<fetch><entity name='tst_parent'>{Name}<order attribute='tst_score' descending='true' />{Own}</entity></fetch>", "cbad")],
        ["link-entity name"] = [(Link("name='tst_nothing' from='tst_parentid' to='tst_parentid'"), "!'tst_nothing'")],
        ["link-entity to"] = [(Link("name='tst_child' from='tst_parentid'"), "aab"), (Link("name='tst_child' from='tst_parentid' to='tst_score'"), "!'tst_parent.tst_score'")],
        ["link-entity from"] = [(Link("name='tst_parent' to='tst_aboveid'"), "bcd"), (Link("name='tst_parent'"), "!'from'"), (Link("name='tst_parent' from='tst_tags' to='tst_tags'"), "!'tst_tags'")],
        ["link-entity alias"] = [(Link("name='tst_child' from='tst_parentid' to='tst_parentid' alias='c-d'"), "!alias: c-d"), (Link("name='tst_child' from='tst_parentid' to='tst_parentid' alias='c'"), "aab")],
        ["link-entity link-type"] = [(Link("name='tst_child' from='tst_parentid' to='tst_parentid' link-type='cross'"), "!'cross'"), (Link("name='tst_child' from='tst_parentid' to='tst_parentid' link-type='natural'"), "!'natural'")],
        ["link-entity visible"] = [(Link("name='tst_child' from='tst_parentid' to='tst_parentid' visible='false'"), "aab")],
        ["link-entity intersect"] = [(Link("name='tst_child' from='tst_parentid' to='tst_parentid' intersect='true'"), "aab")],
        ["link-entity enableprefiltering"] = [(Link("name='tst_child' from='tst_parentid' to='tst_parentid' enableprefiltering='true'"), "!'enableprefiltering'")],
        ["link-entity prefilterparametername"] = [(Link("name='tst_child' from='tst_parentid' to='tst_parentid' prefilterparametername='P'"), "aab")],
        ["filter type"] = [(Fetch("", "<filter type='or'><condition attribute='tst_score' operator='eq' value='10' /><condition attribute='tst_score' operator='eq' value='30' /></filter>"), "ac"), (Fetch("", "<filter type='xor' />"), "!'xor'")],
        ["filter isquickfindfields"] = [(Fetch("", "<filter isquickfindfields='1'><condition attribute='tst_score' operator='eq' value='10' /></filter>"), "a")],
        ["condition column"] = [(Fetch("", "<filter><condition column='tst_score' operator='null' /></filter>"), "!'column'")],
        ["condition attribute"] = [(Fetch("", "<filter><condition operator='null' /></filter>"), "!''")],
        ["condition entityname"] = [(Fetch("", "<filter><condition entityname='tst_parent' attribute='tst_score' operator='null' /></filter>"), "d"), (Fetch("", "<filter><condition entityname='x' attribute='tst_score' operator='null' /></filter>"), "!'x'")],
        ["condition operator"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='about' value='1' /></filter>"), "!'about'"), (Fetch("", "<filter><condition attribute='tst_score' value='1' /></filter>"), "!''")],
        ["condition value"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' /></filter>"), "b")],
        ["condition aggregate"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' aggregate='sum' /></filter>"), "!'aggregate'")],
        ["condition rowaggregate"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' rowaggregate='countchildren' /></filter>"), "!'rowaggregate'")],
        ["condition alias"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' alias='x' /></filter>"), "!'alias'")],
        ["condition uiname"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' uiname='x' /></filter>"), "b")],
        ["condition uitype"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' uitype='x' /></filter>"), "b")],
        ["condition uihidden"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='eq' value='20' uihidden='1' /></filter>"), "b")],
        ["value uiname"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='in'><value uiname='x'>20</value></condition></filter>"), "b")],
        ["value uitype"] = [(Fetch("", "<filter><condition attribute='tst_score' operator='in'><value uitype='x'>20</value></condition></filter>"), "b")],
    };

    /// <summary>What Microsoft documents beyond its schema.</summary>
    private static readonly (string Fetch, string Expected)[] Documented =
    [
        (Fetch("datasource='retained'"), "!'datasource'"),
        (Fetch("options='HashJoin,DisableRowGoal' latematerialize='true'"), "abcd"),
        (Fetch("aggregatelimit='0'"), "!'aggregatelimit'"),
        (Fetch("aggregatelimit='50001'"), "!'aggregatelimit'"),
        ($"<fetch useraworderby='true'><entity name='tst_parent'>{Name}<order attribute='tst_kind' />{Own}</entity></fetch>", "cdab"),
        ($"<fetch><entity name='tst_parent'>{Name}<order attribute='tst_kind' descending='true' />{Own}</entity></fetch>", "bacd"),
        (Fetch("", "<filter hint='union' type='or'><condition attribute='tst_score' operator='eq' value='10' /></filter>"), "a"),
        (Fetch("", "<filter hint='merge' />"), "!'merge'"),
        (Fetch("", "<filter><condition attribute='tst_summary' operator='ge' valueof='tst_name' /></filter>"), "ab"),
        (Fetch("", "<filter><condition attribute='tst_score' operator='eq' valueof='tst_name' /></filter>"), "!'tst_name'"),
        (Fetch("", "<filter><condition attribute='tst_score' operator='in' valueof='tst_score' /></filter>"), "!'in'"),
        (Fetch("", "<filter><condition attribute='tst_score' operator='gt' valueof='up.tst_score' /></filter><link-entity name='tst_parent' to='tst_aboveid' from='tst_parentid' link-type='outer' alias='up' />"), "bc"),
        (Fetch("", "<filter><condition entityname='up' attribute='tst_score' operator='null' /></filter><link-entity name='tst_parent' to='tst_aboveid' from='tst_parentid' link-type='outer' alias='up' />"), "a"),
        (Fetch("", "<order entityname='up' attribute='tst_score' descending='true' /><link-entity name='tst_parent' to='tst_aboveid' from='tst_parentid' alias='up' />", ordered: false), "cdb"),
        (Fetch("", "<odd />"), "!'odd'"),
        ("<fetch><entity name='tst_parent' /><order attribute='tst_name' /></fetch>", "!'order'"),
        ("<fetch><entity name='tst_parent' /><entity name='tst_parent' /></fetch>", "!one 'entity'"),
        ("", "!empty"),
        ("<view />", "!'view'"),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (fetch, expected) in Attributes.Values.SelectMany(list => list).Concat(Documented)) cases.Add(fetch, expected);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_construct_does_what_it_says_or_is_refused_by_name(string fetch, string expected)
    {
        if (expected.StartsWith('!'))
        {
            Assert.Contains(expected[1..], rows.Organization.Fault(() => rows.Fetch(fetch)).Message, StringComparison.Ordinal);
            return;
        }

        var found = rows.Fetch(fetch);
        Assert.Equal(expected, string.Concat(found.Entities.Select(row => row.Contains("tst_name") ? Text(row["tst_name"]) : "")));
        Assert.InRange(rows.RowsOfDatabase(fetch) - found.Entities.Count, 0, 1); // One more tells that there is another page.
    }

    [Fact]
    public void The_table_names_every_attribute_of_Microsofts_schema()
    {
        if (SchemaOfFetch.Load() is not { } schema) return; // Not part of this repository.

        Assert.Equal(SchemaOfFetch.Attributes(schema).Order(), Attributes.Keys.Order());
        Assert.Equal(["avg", "count", "countcolumn", "max", "min", "sum"], SchemaOfFetch.Enumeration(schema, "AggregateType").Order());
        Assert.Equal(["countchildren"], SchemaOfFetch.Enumeration(schema, "RowAggregateType"));
        Assert.Equal(["day", "fiscal-period", "fiscal-year", "month", "quarter", "week", "year"], SchemaOfFetch.Enumeration(schema, "DateGroupingType").Order());
    }

    [Theory]
    [InlineData("inner", "a1 a2 b1")]
    [InlineData("outer", "a1 a2 b1 c d")]
    [InlineData("matchfirstrowusingcrossapply", "a1 b1 c d")]
    public void A_link_with_columns_matches_as_its_type_says(string type, string expected) => Assert.Equal(expected, Pairs(rows.Fetch($"""
        <fetch><entity name='tst_parent'>{Name}{ByName}{Own}
          <link-entity name='tst_child' from='tst_parentid' to='tst_parentid' link-type='{type}' alias='c'><attribute name='tst_number' /><order attribute='tst_number' /></link-entity>
        </entity></fetch>
        """)));

    [Theory]
    [InlineData("any", "a")]
    [InlineData("exists", "a")]
    [InlineData("in", "a")]
    [InlineData("not any", "bcd")]
    [InlineData("not all", "a")]
    [InlineData("all", "b")]
    public void A_link_without_columns_matches_as_its_type_says(string type, string expected)
    {
        string Linked(string attributes) => $"<link-entity name='tst_child' from='tst_parentid' to='tst_parentid' link-type='{type}' alias='c'>{attributes}<filter><condition attribute='tst_number' operator='eq' value='2' /></filter></link-entity>";

        Assert.Equal(expected, Names(rows.Fetch(Fetch("", Linked("")))));
        Assert.Contains("'c'", rows.Organization.Fault(() => rows.Fetch(Fetch("", Linked("<attribute name='tst_number' />")))).Message, StringComparison.Ordinal);
        if (type is "exists" or "in") return;
        Assert.Equal(expected, Names(rows.Fetch(Fetch("", $"<filter>{Linked("")}</filter>"))));
        Assert.Equal(expected.Contains('d') ? expected : expected + "d", Names(rows.Fetch(Fetch("", $"<filter type='or'>{Linked("")}<condition attribute='tst_score' operator='null' /></filter>"))));
    }

    [Theory]
    [InlineData(JoinOperator.Inner, "a1 a2 b1")]
    [InlineData(JoinOperator.LeftOuter, "a1 a2 b1 c d")]
    [InlineData(JoinOperator.MatchFirstRowUsingCrossApply, "a1 b1 c d")]
    [InlineData(JoinOperator.Natural, "!'Natural'")]
    [InlineData(JoinOperator.In, "a b")]
    [InlineData(JoinOperator.Exists, "a b")]
    [InlineData(JoinOperator.Any, "a b")]
    [InlineData(JoinOperator.NotAny, "c d")]
    [InlineData(JoinOperator.All, "")]
    [InlineData(JoinOperator.NotAll, "a b")]
    public void A_join_operator_of_the_SDK_matches_as_it_says_or_is_refused_by_name(JoinOperator op, string expected)
    {
        var query = new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") };
        query.Criteria.AddCondition("tst_website", ConditionOperator.Null);
        query.AddOrder("tst_name", OrderType.Ascending);
        var link = query.AddLink("tst_child", "tst_parentid", "tst_parentid", op);
        link.EntityAlias = "c";
        if (expected.Any(char.IsAsciiDigit)) link.Columns = new ColumnSet("tst_number");

        if (expected.StartsWith('!')) Assert.Contains(expected[1..], rows.Organization.Fault(() => rows.Organization.Query(query)).Message, StringComparison.Ordinal);
        else Assert.Equal(expected, Pairs(rows.Organization.Query(query)));
    }

    [Fact]
    public void No_join_operator_of_the_SDK_is_passed_over() => Assert.Equal(10, Enum.GetValues<JoinOperator>().Length);

    [Fact]
    public void A_filter_expression_has_a_link_as_a_condition()
    {
        var query = new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") };
        query.AddOrder("tst_name", OrderType.Ascending);
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AnyAllFilterLinkEntity = new LinkEntity("tst_parent", "tst_child", "tst_parentid", "tst_parentid", JoinOperator.Any);
        query.Criteria.AddCondition("tst_score", ConditionOperator.Equal, 30);

        Assert.Equal("abc", Names(rows.Organization.Query(query)));

        query.Criteria.AnyAllFilterLinkEntity.JoinOperator = JoinOperator.Inner;
        Assert.Contains("'Inner'", rows.Organization.Fault(() => rows.Organization.Query(query)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_a_link_may_be_named_before_it_is_reached()
    {
        Assert.Equal("1", string.Concat(rows.Fetch("""
            <fetch><entity name='tst_child'><attribute name='tst_number' alias='n' />
              <link-entity name='tst_parent' from='tst_parentid' to='tst_parentid' alias='p'>
                <filter><condition entityname='up' attribute='tst_score' operator='eq' value='10' /></filter>
                <link-entity name='tst_parent' from='tst_parentid' to='tst_aboveid' alias='up' />
              </link-entity>
            </entity></fetch>
            """).Entities.Select(row => ((AliasedValue)row["n"]).Value)));
        Assert.Contains("'c'", rows.Organization.Fault(() => rows.Fetch(Fetch("", """
            <filter><condition entityname='c' attribute='tst_number' operator='eq' value='1' /></filter>
            <link-entity name='tst_child' from='tst_parentid' to='tst_parentid' link-type='any' alias='c' />
            """))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_has_at_most_500_conditions_and_15_links()
    {
        string Conditions(int count) => $"<filter>{string.Concat(Enumerable.Repeat("<condition attribute='tst_score' operator='not-null' />", count))}</filter>";
        string Links(int count) => string.Concat(Enumerable.Repeat("<link-entity name='tst_child' from='tst_parentid' to='tst_parentid' link-type='any' />", count));

        Assert.Equal("abc", Names(rows.Fetch(Fetch("", Conditions(499)))));
        Assert.Equal(ErrorCodes.TooManyConditions, rows.Organization.Fault(() => rows.Fetch(Fetch("", Conditions(500)))).Code);
        Assert.Equal("ab", Names(rows.Fetch(Fetch("", Links(15)))));
        Assert.Equal(ErrorCodes.TooManyLinks, rows.Organization.Fault(() => rows.Fetch(Fetch("", Links(16)))).Code);
    }

    [Fact]
    public void A_query_by_attribute_matches_every_value()
    {
        var query = new QueryByAttribute("tst_parent") { ColumnSet = new ColumnSet("tst_name") };
        query.AddAttributeValue("tst_islisted", false);
        query.AddAttributeValue("tst_score", null);
        query.AddAttributeValue("tst_website", null);
        Assert.Equal("d", Names(rows.Organization.Query(query)));

        query.Attributes.Add("tst_name");
        Assert.Equal(ErrorCodes.ByAttributeMismatch, rows.Organization.Fault(() => rows.Organization.Query(query)).Code);
    }

    [Fact]
    public void The_total_is_counted_when_it_is_asked_for()
    {
        var counted = rows.Fetch(Fetch("count='1' returntotalrecordcount='true'"));
        Assert.Equal((1, 4, false, true), (counted.Entities.Count, counted.TotalRecordCount, counted.TotalRecordCountLimitExceeded, counted.MoreRecords));
        Assert.Equal(-1, rows.Fetch(Fetch("count='1'")).TotalRecordCount);
    }

    [Theory]
    [InlineData("tst_parentid")]
    [InlineData("tst_aboveid")]
    public void A_rows_children_in_its_hierarchy_are_counted(string column)
    {
        var found = rows.Fetch($"<fetch><entity name='tst_parent'><attribute name='{column}' alias='below' rowaggregate='CountChildren' />{ByName}{Own}</entity></fetch>");

        Assert.Equal([1, 2, 0, 0], found.Entities.Select(row => (int)((AliasedValue)row["below"]).Value));
        Assert.Contains("'tst_child'", rows.Organization.Fault(() => rows.Fetch(
            "<fetch><entity name='tst_child'><attribute name='tst_childid' alias='below' rowaggregate='CountChildren' /></entity></fetch>")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(3, ErrorCodes.AggregateLimitExceeded)]
    public void An_aggregate_over_more_rows_than_its_limit_is_refused(int limit, int? code)
    {
        void Run() => rows.Fetch($"<fetch aggregate='true' aggregatelimit='{limit}'><entity name='tst_parent'><attribute name='tst_parentid' aggregate='count' alias='n' />{Own}</entity></fetch>");

        if (code is null) Run();
        else Assert.Equal(code, rows.Organization.Fault(Run).Code);
    }

    private static string Fetch(string attributes, string inner = "", bool ordered = true) =>
        $"<fetch {attributes}><entity name='tst_parent'>{Name}{(ordered ? ByName : "")}{Own}{inner}</entity></fetch>";

    private static string Link(string attributes) => Fetch("", $"<link-entity {attributes} />");

    private static string Aggregate(string inner) => $"<fetch aggregate='true'><entity name='tst_parent'>{inner}{Own}</entity></fetch>";

    private static string Names(EntityCollection found) => string.Concat(found.Entities.Select(row => (string)row["tst_name"]));

    private static string Pairs(EntityCollection found) => string.Join(' ', found.Entities.Select(row => (string)row["tst_name"] + row.GetAttributeValue<AliasedValue>("c.tst_number")?.Value));

    private static string Text(object value) => Convert.ToString((value as AliasedValue)?.Value ?? value, System.Globalization.CultureInfo.InvariantCulture)!;
}
