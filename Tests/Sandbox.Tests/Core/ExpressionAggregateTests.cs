using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Aggregates of a QueryExpression, which are those of FetchXML, and the limit of both.</summary>
public sealed class ExpressionAggregateTests : IDisposable
{
    private readonly TestOrganization _organization = new();

    [Fact]
    public void Columns_are_added_up_grouped_by_and_ordered_by_their_aliases()
    {
        foreach (var (name, score) in new[] { ("A", 1), ("A", 5), ("B", 9) }) _organization.Create("tst_parent", ("tst_name", name), ("tst_score", score));
        var query = new QueryExpression("tst_parent")
        {
            ColumnSet = new ColumnSet(false)
            {
                AttributeExpressions =
                {
                    new XrmAttributeExpression("tst_name", XrmAggregateType.None, "name") { HasGroupBy = true },
                    new XrmAttributeExpression("tst_parentid", XrmAggregateType.Count, "count"),
                    new XrmAttributeExpression("tst_score", XrmAggregateType.CountColumn, "scores"),
                    new XrmAttributeExpression("tst_score", XrmAggregateType.Sum, "sum"),
                    new XrmAttributeExpression("tst_score", XrmAggregateType.Avg, "avg"),
                    new XrmAttributeExpression("tst_score", XrmAggregateType.Min, "min"),
                    new XrmAttributeExpression("tst_score", XrmAggregateType.Max, "max"),
                },
            },
            Orders = { new OrderExpression("tst_parentid", OrderType.Ascending, "count") },
        };

        Assert.Equal(
            ["B 1 1 9 9 9 9", "A 2 2 6 3 1 5"],
            _organization.Query(query).Entities.Select(row => string.Join(' ', new[] { "name", "count", "scores", "sum", "avg", "min", "max" }.Select(alias => Convert.ToString(row.GetAttributeValue<AliasedValue>(alias).Value, System.Globalization.CultureInfo.InvariantCulture)))));
    }

    [Theory]
    [InlineData(XrmDateTimeGrouping.Day, "15 1, 31 1")]
    [InlineData(XrmDateTimeGrouping.Week, "3 1, 53 1")]
    [InlineData(XrmDateTimeGrouping.Month, "1 1, 12 1")]
    [InlineData(XrmDateTimeGrouping.Quarter, "1 1, 4 1")]
    [InlineData(XrmDateTimeGrouping.Year, "2027 2")]
    public void A_date_is_grouped_by_a_part_of_it(XrmDateTimeGrouping grouping, string groups)
    {
        foreach (var day in new[] { new DateTime(2027, 1, 15, 0, 0, 0, DateTimeKind.Utc), new DateTime(2027, 12, 31, 0, 0, 0, DateTimeKind.Utc) }) _organization.Create("tst_parent", ("tst_name", "A"), ("tst_dueon", day));
        var query = Of(new XrmAttributeExpression("tst_dueon", XrmAggregateType.None, "part", grouping) { HasGroupBy = true }, new XrmAttributeExpression("tst_parentid", XrmAggregateType.Count, "count"));

        Assert.Equal(groups, string.Join(", ", _organization.Query(query).Entities.Select(row => $"{row.GetAttributeValue<AliasedValue>("part").Value} {row.GetAttributeValue<AliasedValue>("count").Value}")));
    }

    [Fact]
    public void Columns_of_a_link_are_grouped_by_too()
    {
        var parent = new EntityReference("tst_parent", _organization.Create("tst_parent", ("tst_name", "Linked")));
        foreach (var number in new[] { "l-1", "l-2" }) _organization.Create("tst_child", ("tst_number", number), ("tst_parentid", parent));
        var query = new QueryExpression("tst_child") { ColumnSet = new ColumnSet { AttributeExpressions = { new XrmAttributeExpression("tst_childid", XrmAggregateType.Count, "count") } } };
        query.AddLink("tst_parent", "tst_parentid", "tst_parentid").Columns = new ColumnSet { AttributeExpressions = { new XrmAttributeExpression("tst_name") { Alias = "name", HasGroupBy = true } } };

        var row = Assert.Single(_organization.Query(query).Entities);
        Assert.Equal(("Linked", 2), (row.GetAttributeValue<AliasedValue>("name").Value, row.GetAttributeValue<AliasedValue>("count").Value));
    }

    [Fact]
    public void What_is_no_aggregate_is_refused_in_its_words()
    {
        Refused(ErrorCodes.NoAlias, "needs an alias", Of(new XrmAttributeExpression("tst_score", XrmAggregateType.Sum)));
        Refused(ErrorCodes.InvalidArgument, "either an aggregate or groupby", Of(new XrmAttributeExpression("tst_score", XrmAggregateType.Sum, "sum") { HasGroupBy = true }));
        Refused(ErrorCodes.InvalidArgument, "is for numbers", Of(new XrmAttributeExpression("tst_name", XrmAggregateType.Sum, "sum")));
        Refused(ErrorCodes.InvalidArgument, "no date that is grouped by", Of(new XrmAttributeExpression("tst_name", XrmAggregateType.None, "name", XrmDateTimeGrouping.Day) { HasGroupBy = true }));
        Refused(ErrorCodes.InvalidAggregate, "none of XrmAggregateType", Of(new XrmAttributeExpression("tst_score", (XrmAggregateType)9, "sum")));
        var mixed = Of(new XrmAttributeExpression("tst_score", XrmAggregateType.Sum, "sum"));
        mixed.ColumnSet.AddColumn("tst_name");
        Refused(ErrorCodes.InvalidArgument, "AttributeExpressions alone", mixed);

        void Refused(int code, string part, QueryExpression query)
        {
            var fault = _organization.Fault(() => _organization.Query(query));
            Assert.Equal(code, fault.Code);
            Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_aggregate_is_made_of_50000_rows_and_of_no_more()
    {
        Fill(50_000);
        var query = Of(new XrmAttributeExpression("tst_parentid", XrmAggregateType.Count, "count"));
        Assert.Equal(50_000, Assert.Single(_organization.Query(query).Entities).GetAttributeValue<AliasedValue>("count").Value);

        _organization.Create("tst_parent", ("tst_name", "One more"));
        var fault = _organization.Fault(() => _organization.Query(query));
        Assert.Equal(ErrorCodes.AggregateLimitExceeded, fault.Code);
        Assert.Equal(unchecked((int)0x8004E023), fault.Code);
        Assert.Equal(ErrorCodes.AggregateLimitExceeded, _organization.Fault(() => _organization.Query(new FetchExpression(
            "<fetch aggregate='true'><entity name='tst_parent'><attribute name='tst_parentid' aggregate='count' alias='count' /></entity></fetch>"))).Code);
    }

    public void Dispose() => _organization.Dispose();

    // Straight into the store: what is counted needs no events.
    private void Fill(int rows)
    {
        var database = _organization.Inner.Engine.Database;
        database.EnterGate();
        try
        {
            database.Writer.Run($"""
                INSERT INTO tst_parent (tst_parentid, tst_name, ownerid, "ownerid$type", statecode, statuscode)
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {rows})
                SELECT printf('%08x-0000-4000-8000-000000000000', n), 'Filled', ?, 'systemuser', 0, 1 FROM number
                """, _organization.Inner.DefaultCaller.UserId);
        }
        finally
        {
            database.LeaveGate();
        }
    }

    private static QueryExpression Of(params XrmAttributeExpression[] expressions)
    {
        var columns = new ColumnSet();
        columns.AttributeExpressions.AddRange(expressions);
        return new QueryExpression("tst_parent") { ColumnSet = columns };
    }
}
