using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

public sealed class QueryTests : IClassFixture<QueryTests.Rows>
{
    private readonly TestOrganization _organization;

    public QueryTests(Rows rows) => _organization = rows.Organization;

    [Theory]
    [InlineData("tst_score", "eq", "20", "b")]
    [InlineData("tst_score", "ne", "20", "acd")]
    [InlineData("tst_score", "gt", "20", "c")]
    [InlineData("tst_score", "ge", "20", "bc")]
    [InlineData("tst_score", "lt", "20", "a")]
    [InlineData("tst_score", "le", "20", "ab")]
    [InlineData("tst_score", "null", null, "d")]
    [InlineData("tst_score", "not-null", null, "abc")]
    [InlineData("tst_rate", "gt", "1.50", "b")]
    [InlineData("tst_rate", "ge", "1.50", "ab")]
    [InlineData("tst_rate", "gt", "1.499", "ab")]
    [InlineData("tst_rate", "eq", "1.5", "a")]
    [InlineData("tst_rate", "eq", "1.505", "")]
    [InlineData("tst_summary", "eq", "ÄPPLE", "a")]
    [InlineData("tst_summary", "eq", "apple", "a")]
    [InlineData("tst_summary", "like", "%ppl%", "a")]
    [InlineData("tst_summary", "like", "p_ar", "b")]
    [InlineData("tst_summary", "like", "[a-o]%", "a")]
    [InlineData("tst_summary", "like", "100[%]", "c")]
    [InlineData("tst_summary", "not-like", "%p%", "cd")]
    [InlineData("tst_summary", "begins-with", "100%", "c")]
    [InlineData("tst_summary", "ends-with", "E", "a")]
    [InlineData("tst_summary", "like", "'; DROP TABLE tst_parent; --", "")]
    [InlineData("tst_kind", "eq", "543210000", "a")]
    [InlineData("tst_kind", "like", "Out%", "b")]
    [InlineData("tst_islisted", "eq", "1", "a")]
    [InlineData("tst_islisted", "eq", "false", "bcd")]
    [InlineData("tst_dueon", "on", "2024-02-29", "b")]
    [InlineData("tst_dueon", "on-or-after", "2024-02-29", "bc")]
    [InlineData("tst_dueon", "on-or-before", "2024-02-29", "ab")]
    [InlineData("tst_dueon", "gt", "2024-02-29", "c")]
    [InlineData("tst_dueon", "olderthan-x-years", "900", "")]
    [InlineData("createdon", "today", null, "abcd")]
    [InlineData("createdon", "yesterday", null, "")]
    [InlineData("createdon", "last-x-days", "3", "abcd")]
    [InlineData("createdon", "next-x-days", "3", "")]
    [InlineData("ownerid", "eq-userid", null, "abcd")]
    [InlineData("ownerid", "ne-userid", null, "")]
    [InlineData("owningbusinessunit", "eq-businessid", null, "abcd")]
    [InlineData("ownerid", "like", "Sandbox%", "abcd")]
    public void An_operator_selects_its_rows(string column, string op, string? value, string expected) =>
        Assert.Equal(expected, Names($"<condition attribute='{column}' operator='{op}'{(value is null ? "" : $" value=\"{System.Security.SecurityElement.Escape(value)}\"")} />"));

    [Theory]
    [InlineData("tst_score", "in", "10,30", "ac")]
    [InlineData("tst_score", "not-in", "10,30", "bd")]
    [InlineData("tst_score", "between", "10,20", "ab")]
    [InlineData("tst_score", "not-between", "10,20", "c")]
    [InlineData("tst_tags", "contain-values", "543210001", "ab")]
    [InlineData("tst_tags", "contain-values", "543210000,543210001", "abc")]
    [InlineData("tst_tags", "not-contain-values", "543210001", "cd")]
    public void An_operator_with_several_values_selects_its_rows(string column, string op, string values, string expected) =>
        Assert.Equal(expected, Names($"<condition attribute='{column}' operator='{op}'>{string.Concat(values.Split(',').Select(value => $"<value>{value}</value>"))}</condition>"));

    [Theory]
    [InlineData("<condition attribute='tst_score' operator='under' value='1' />", "'under'")]
    [InlineData("<condition attribute='tst_score' operator='eq' value='x' />", "'tst_score'")]
    [InlineData("<condition attribute='tst_score' operator='eq' />", "'tst_score'")]
    [InlineData("<condition attribute='tst_score' operator='on' value='2024-01-01' />", "'tst_score'")]
    [InlineData("<condition attribute='tst_nothing' operator='null' />", "'tst_nothing'")]
    [InlineData("<condition attribute='tst_score' operator='eq' value='1' entityname='x' />", "'x'")]
    [InlineData("<condition attribute='tst_score' operator='eq' value='1' hint='x' />", "'hint'")]
    [InlineData("<odd />", "'odd'")]
    public void What_makes_no_sense_or_is_not_supported_is_refused_by_name(string condition, string named) =>
        Assert.Contains(named, _organization.Fault(() => Names(condition)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<fetch", ErrorCodes.InvalidArgument)]
    [InlineData("<!DOCTYPE fetch [<!ENTITY a 'b'>]><fetch><entity name='tst_parent' /></fetch>", ErrorCodes.InvalidArgument)]
    [InlineData("", ErrorCodes.EmptyXml)]
    [InlineData("<view />", ErrorCodes.InvalidNode)]
    [InlineData("<fetch top='0'><entity name='tst_parent' /></fetch>", ErrorCodes.TopCountGreaterThanZero)]
    [InlineData("<fetch count='x'><entity name='tst_parent' /></fetch>", ErrorCodes.InvalidArgument)]
    public void A_broken_fetch_is_refused_with_the_platforms_code(string fetch, int code) =>
        Assert.Equal(code, _organization.Fault(() => _organization.Query(new FetchExpression(fetch))).Code);

    [Fact]
    public void A_fetch_that_nests_without_end_is_refused()
    {
        var fetch = $"<fetch><entity name='tst_parent'>{string.Concat(Enumerable.Repeat("<filter>", 5000))}{string.Concat(Enumerable.Repeat("</filter>", 5000))}</entity></fetch>";

        Assert.Equal(ErrorCodes.InvalidArgument, _organization.Fault(() => _organization.Query(new FetchExpression(fetch))).Code);
    }

    [Fact]
    public void Filters_nest()
    {
        Assert.Equal("abd", Names("""
            <filter type='or'>
              <condition attribute='tst_score' operator='null' />
              <filter type='and'>
                <condition attribute='tst_score' operator='lt' value='25' />
                <condition attribute='tst_kind' operator='not-null' />
              </filter>
            </filter>
            """));
    }

    [Fact]
    public void An_inner_link_keeps_rows_with_partners_and_an_outer_link_all()
    {
        EntityCollection Rows(string type, string order = "", string column = "") => _organization.Query(new FetchExpression($"""
            <fetch>
              <entity name='tst_parent'>
                <attribute name='tst_name' />
                <order attribute='tst_name' />
                <link-entity name='tst_child' from='tst_parentid' to='tst_parentid' link-type='{type}' alias='c'>
                  {column}
                  {order}
                </link-entity>
              </entity>
            </fetch>
            """));

        const string byNumber = "<order attribute='tst_number' />";
        const string number = "<attribute name='tst_number' />";

        Assert.Equal(["a1", "a2", "b1"], Rows("inner", byNumber, number).Entities.Select(Pair));
        Assert.Equal(["a1", "a2", "b1", "c", "d"], Rows("outer", byNumber, number).Entities.Select(Pair));
        Assert.Equal(["a", "b"], Rows("any").Entities.Select(row => (string)row["tst_name"]));
        Assert.Equal(["c", "d"], Rows("not any").Entities.Select(row => (string)row["tst_name"]));
        Assert.Contains("'c'", _organization.Fault(() => Rows("any", byNumber)).Message, StringComparison.Ordinal);

        static string Pair(Entity row) => (string)row["tst_name"] + (row.GetAttributeValue<AliasedValue>("c.tst_number")?.Value as string);
    }

    [Fact]
    public void A_query_expression_links_orders_and_limits_as_a_fetch_does()
    {
        var query = new QueryExpression("tst_child") { ColumnSet = new ColumnSet("tst_number"), TopCount = 2 };
        var link = query.AddLink("tst_parent", "tst_parentid", "tst_parentid");
        link.EntityAlias = "p";
        link.Columns = new ColumnSet("tst_name", "tst_kind");
        link.LinkCriteria.AddCondition("tst_score", ConditionOperator.LessThan, 25);
        query.Criteria.AddCondition("p", "tst_score", ConditionOperator.GreaterThan, 5);
        query.AddOrder("tst_number", OrderType.Descending);
        query.Orders.Insert(0, new OrderExpression("tst_name", OrderType.Descending, null, "p"));

        var rows = _organization.Query(query).Entities;

        Assert.Equal(["1", "2"], rows.Select(row => (string)row["tst_number"]));
        Assert.Equal("b", rows[0].GetAttributeValue<AliasedValue>("p.tst_name").Value);
        Assert.Equal("Outside", rows[0].FormattedValues["p.tst_kind"]);
    }

    [Fact]
    public void A_query_by_attribute_finds_its_rows()
    {
        var query = new QueryByAttribute("tst_parent") { ColumnSet = new ColumnSet("tst_name") };
        query.AddAttributeValue("tst_score", 30);

        Assert.Equal("c", Assert.Single(_organization.Query(query).Entities)["tst_name"]);
    }

    [Fact]
    public void Choices_sort_by_their_label_and_lookups_by_the_name()
    {
        Assert.Equal("cdab", Order("tst_kind", descending: false));
        Assert.Equal("bacd", Order("tst_kind", descending: true));
        Assert.Equal("abcd", Order("ownerid", descending: false));

        string Order(string column, bool descending) => Text(_organization.Query(new FetchExpression($"""
            <fetch><entity name='tst_parent'><attribute name='tst_name' /><order attribute='{column}' descending='{(descending ? "true" : "false")}' /><order attribute='tst_name' /></entity></fetch>
            """)));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_overlap()
    {
        var query = new QueryExpression("tst_parent")
        {
            ColumnSet = new ColumnSet("tst_name"),
            PageInfo = new PagingInfo { PageNumber = 1, Count = 3, ReturnTotalRecordCount = true },
        };
        query.AddOrder("tst_islisted", OrderType.Ascending);

        var first = _organization.Query(query);
        query.PageInfo = new PagingInfo { PageNumber = 2, Count = 3, PagingCookie = first.PagingCookie };
        var second = _organization.Query(query);

        Assert.Equal((true, 4, 3), (first.MoreRecords, first.TotalRecordCount, first.Entities.Count));
        Assert.Contains("<cookie page=\"1\">", first.PagingCookie, StringComparison.Ordinal);
        Assert.False(second.MoreRecords);
        Assert.Equal("abcd", new string([.. (Text(first) + Text(second)).Order()]));
    }

    [Fact]
    public void Aggregates_are_counted_in_the_database()
    {
        var row = Assert.Single(_organization.Query(new FetchExpression("""
            <fetch aggregate='true'>
              <entity name='tst_parent'>
                <attribute name='tst_parentid' alias='n' aggregate='count' />
                <attribute name='tst_score' alias='sum' aggregate='sum' />
                <attribute name='tst_score' alias='max' aggregate='max' />
                <attribute name='tst_rate' alias='avg' aggregate='avg' />
              </entity>
            </fetch>
            """)).Entities);
        object Value(string alias) => row.GetAttributeValue<AliasedValue>(alias).Value;
        Assert.Equal((4, 60, 30, 2.0m), ((int)Value("n"), (int)Value("sum"), (int)Value("max"), (decimal)Value("avg")));

        var groups = _organization.Query(new FetchExpression("""
            <fetch aggregate='true'>
              <entity name='tst_parent'>
                <attribute name='tst_islisted' alias='listed' groupby='true' />
                <attribute name='tst_parentid' alias='n' aggregate='count' />
                <order alias='n' descending='true' />
              </entity>
            </fetch>
            """)).Entities;
        Assert.Equal([(false, 3), (true, 1)], groups.Select(group =>
            ((bool)group.GetAttributeValue<AliasedValue>("listed").Value, (int)group.GetAttributeValue<AliasedValue>("n").Value)));
    }

    [Fact]
    public void Distinct_rows_come_once()
    {
        var query = new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_islisted"), Distinct = true };

        Assert.Equal(2, _organization.Query(query).Entities.Count);
    }

    private string Names(string conditions) => Text(_organization.Query(new FetchExpression(
        $"<fetch><entity name='tst_parent'><attribute name='tst_name' /><order attribute='tst_name' /><filter>{conditions}</filter></entity></fetch>")));

    private static string Text(EntityCollection rows) => string.Concat(rows.Entities.Select(row => (string)row["tst_name"]));

    /// <summary>Four parents and three children to ask for.</summary>
    public sealed class Rows : IDisposable
    {
        public Rows()
        {
            var a = Organization.Create("tst_parent", ("tst_name", "a"), ("tst_score", 10), ("tst_rate", 1.5m), ("tst_summary", "Äpple"),
                ("tst_kind", new OptionSetValue(543210000)), ("tst_islisted", true), ("tst_dueon", new DateTime(2023, 12, 31)), Tags(543210000, 543210001));
            var b = Organization.Create("tst_parent", ("tst_name", "b"), ("tst_score", 20), ("tst_rate", 2.5m), ("tst_summary", "Pear"),
                ("tst_kind", new OptionSetValue(543210001)), ("tst_islisted", false), ("tst_dueon", new DateTime(2024, 2, 29)), Tags(543210001));
            Organization.Create("tst_parent", ("tst_name", "c"), ("tst_score", 30), ("tst_summary", "100%"), ("tst_islisted", false),
                ("tst_dueon", new DateTime(2024, 3, 1)), Tags(543210000));
            Organization.Create("tst_parent", ("tst_name", "d"), ("tst_islisted", false));
            foreach (var (parent, number) in new[] { (a, "1"), (a, "2"), (b, "1") })
                Organization.Create("tst_child", ("tst_number", number), ("tst_parentid", new EntityReference("tst_parent", parent)));
        }

        internal TestOrganization Organization { get; } = new();

        public void Dispose() => Organization.Dispose();

        private static (string Column, object? Value) Tags(params int[] values) =>
            ("tst_tags", new OptionSetValueCollection([.. values.Select(value => new OptionSetValue(value))]));
    }
}
