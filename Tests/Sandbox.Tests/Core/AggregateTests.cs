using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Aggregate queries, as charts send them.</summary>
public sealed class AggregateTests : IDisposable
{
    private readonly TestOrganization _organization = new();

    [Theory]
    [InlineData("day", 15, 16, 31)]
    [InlineData("week", 3, 3, 53)]
    [InlineData("month", 1, 1, 12)]
    [InlineData("quarter", 1, 1, 4)]
    [InlineData("year", 2026, 2026, 2027)]
    public void A_date_is_grouped_by_a_part_of_it(string part, int first, int second, int third)
    {
        foreach (var day in new[] { new DateTime(2026, 1, 15), new DateTime(2026, 1, 16), new DateTime(2027, 12, 31) })
            _organization.Create("tst_parent", ("tst_name", "A"), ("tst_dueon", DateTime.SpecifyKind(day, DateTimeKind.Utc)));
        _organization.Create("tst_parent", ("tst_name", "Without"));

        var rows = Fetch($"""
            <fetch aggregate="true"><entity name="tst_parent">
              <attribute name="tst_parentid" aggregate="count" alias="count" />
              <attribute name="tst_dueon" groupby="true" dategrouping="{part}" alias="part" />
              <order alias="part" />
            </entity></fetch>
            """);

        var expected = new[] { first, second, third }.GroupBy(value => value).Select(group => ((int?)group.Key, group.Count())).Prepend((null, 1));
        Assert.Equal(expected, rows.Select(row => (Value<int?>(row, "part"), (int)Value<int>(row, "count"))));
    }

    [Fact]
    public void Images_are_counted_and_what_is_not_stored_is_refused()
    {
        _organization.Create("tst_child", ("tst_number", "1"), ("tst_picture", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));
        _organization.Create("tst_child", ("tst_number", "2"));

        EntityCollection Count(string column) => _organization.Query(new FetchExpression(
            $"<fetch aggregate='true'><entity name='tst_child'><attribute name='{column}' aggregate='countcolumn' alias='n' /></entity></fetch>"));

        Assert.Equal(1, Assert.Single(Count("tst_picture").Entities).GetAttributeValue<AliasedValue>("n").Value);
        Assert.Equal("The aggregate 'countcolumn' of the column 'tst_picture_url' of type 'nvarchar' is not supported by the sandbox.", _organization.Fault(() => Count("tst_picture_url")).Message);
    }

    [Theory]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-01-03", 1)]
    [InlineData("2026-01-04", 2)]
    [InlineData("2023-01-01", 1)]
    [InlineData("2023-01-07", 1)]
    [InlineData("2023-01-08", 2)]
    [InlineData("2024-12-31", 53)]
    public void Weeks_begin_on_Sunday_and_the_first_holds_the_first_of_January(string day, int week)
    {
        _organization.Create("tst_parent", ("tst_name", "A"), ("tst_dueon", DateTime.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()));

        var rows = Fetch("""
            <fetch aggregate="true"><entity name="tst_parent">
              <attribute name="tst_parentid" aggregate="count" alias="count" /><attribute name="tst_dueon" groupby="true" dategrouping="week" alias="week" />
            </entity></fetch>
            """);

        Assert.Equal(week, Value<int>(Assert.Single(rows), "week"));
    }

    [Fact]
    public void Groups_are_ordered_by_what_they_show_and_cut_off_by_top()
    {
        var names = new[] { "Beta", "alpha", "Gamma" };
        foreach (var name in names)
        {
            var parent = _organization.Create("tst_parent", ("tst_name", name));
            for (var child = 0; child < name.Length; child++)
                _organization.Create("tst_child", ("tst_number", $"{name}{child}"), ("tst_parentid", new EntityReference("tst_parent", parent)));
        }

        string Query(string order) => $"""
            <fetch aggregate="true" top="2"><entity name="tst_child">
              <attribute name="tst_childid" aggregate="count" alias="count" /><attribute name="tst_parentid" groupby="true" alias="parent" />
              {order}
            </entity></fetch>
            """;

        Assert.Equal(["alpha", "Beta"], Fetch(Query("<order alias=\"parent\" />")).Select(row => row.FormattedValues["parent"]));
        Assert.Equal([5, 5], Fetch(Query("<order alias=\"count\" descending=\"true\" />")).Select(row => Value<int>(row, "count")));
    }

    [Fact]
    public void A_linked_table_is_grouped_by_and_aggregated()
    {
        var first = _organization.Create("tst_parent", ("tst_name", "One"), ("tst_score", 10));
        var second = _organization.Create("tst_parent", ("tst_name", "Two"), ("tst_score", 30));
        foreach (var parent in new[] { first, first, second })
            _organization.Create("tst_child", ("tst_number", Guid.NewGuid().ToString("N")[..8]), ("tst_parentid", new EntityReference("tst_parent", parent)));

        var rows = Fetch("""
            <fetch aggregate="true"><entity name="tst_child">
              <attribute name="tst_childid" aggregate="count" alias="children" />
              <link-entity name="tst_parent" from="tst_parentid" to="tst_parentid" alias="p">
                <attribute name="tst_name" groupby="true" alias="name" />
                <attribute name="tst_score" aggregate="max" alias="score" />
                <order alias="name" />
              </link-entity>
            </entity></fetch>
            """);

        Assert.Equal([("One", 2, 10), ("Two", 1, 30)], rows.Select(row => (Value<string>(row, "name"), Value<int>(row, "children"), Value<int>(row, "score"))));
    }

    [Theory]
    [InlineData("hour", "The date grouping 'hour' is not supported by the sandbox.")]
    public void What_cannot_be_grouped_by_is_said(string part, string message) => Assert.Equal(message, _organization.Fault(() => Fetch($"""
        <fetch aggregate="true"><entity name="tst_parent"><attribute name="tst_dueon" groupby="true" dategrouping="{part}" alias="part" /></entity></fetch>
        """)).Message);

    [Fact]
    public void Charts_dashboards_and_forms_are_rows()
    {
        var chart = Assert.Single(Fetch("""<fetch><entity name="savedqueryvisualization"><attribute name="name" /><attribute name="primaryentitytypecode" /><attribute name="datadescription" /></entity></fetch>"""));
        Assert.Equal(("Parents by grade", "tst_parent"), ((string)chart["name"], (string)chart["primaryentitytypecode"]));
        Assert.StartsWith("<datadefinition>", (string)chart["datadescription"], StringComparison.Ordinal);
        var dashboard = Assert.Single(Fetch("""
            <fetch><entity name="systemform"><attribute name="name" /><attribute name="formxml" /><filter><condition attribute="type" operator="eq" value="0" /></filter></entity></fetch>
            """));
        Assert.Equal((new Guid("74d01909-1a99-538f-bf15-81fd59f76d1c"), "Overview"), (dashboard.Id, (string)dashboard["name"]));
    }

    public void Dispose() => _organization.Dispose();

    private List<Entity> Fetch(string fetch) => [.. _organization.Query(new FetchExpression(fetch)).Entities];

    private static T? Value<T>(Entity row, string alias) => row.Contains(alias) ? (T?)((AliasedValue)row[alias]).Value : default;
}
