using System.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Tests.Core;

/// <summary>That pages follow each other by their cookies, whatever the rows are sorted by and whatever happens to them meanwhile.</summary>
public sealed class QueryPagingTests : IClassFixture<QueryPagingTests.Shared>
{
    private readonly TestOrganization _organization;

    public QueryPagingTests(Shared shared)
    {
        _organization = shared.Organization;
        foreach (var row in _organization.Query(new QueryExpression("tst_parent")).Entities) _organization.Delete("tst_parent", row.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<order attribute='tst_name' />")]
    [InlineData("<order attribute='tst_name' descending='true' />")]
    [InlineData("<order attribute='tst_islisted' />")]
    [InlineData("<order attribute='tst_score' />")]
    [InlineData("<order attribute='tst_score' descending='true' />")]
    [InlineData("<order attribute='tst_kind' /><order attribute='tst_score' descending='true' />")]
    [InlineData("<order attribute='tst_rate' descending='true' /><order attribute='tst_dueon' />")]
    [InlineData("<order attribute='ownerid' />")]
    [InlineData("<order attribute='tst_parentid' descending='true' />")]
    public void Pages_show_every_row_once_while_others_are_made_and_deleted(string orders)
    {
        var kept = Fill();
        var rows = Pages(page => Table(orders, page), between: page =>
        {
            // At the front, at the back and in the midst, before and behind the place of the page.
            foreach (var name in new[] { "", "a", "m", "zz" }) Create($"new{name}{page}", 3, true, null);
            if (page == 1) _organization.Delete("tst_parent", kept["gone"]);
        }).Select(row => (string)row["tst_name"]).Where(name => !name.StartsWith("new", StringComparison.Ordinal)).ToList();

        Assert.Equal(kept.Keys.Where(name => name != "gone").Order(), rows.Where(name => name != "gone").Order());
        Assert.Equal(_organization.Query(new FetchExpression(Table(orders, ""))).Entities.Select(row => (string)row["tst_name"]).Where(name => !name.StartsWith("new", StringComparison.Ordinal)),
            rows.Where(name => name != "gone"));
    }

    [Theory]
    [InlineData("inner", "<order attribute='tst_islisted' />", "")]
    [InlineData("outer", "<order attribute='tst_islisted' />", "")]
    [InlineData("outer", "", "<order attribute='tst_number' descending='true' />")]
    [InlineData("matchfirstrowusingcrossapply", "<order attribute='tst_islisted' />", "<order attribute='tst_number' />")]
    public void Pages_of_joined_rows_show_every_pair_once(string type, string orders, string linkOrders)
    {
        var parents = Fill();
        foreach (var (name, id) in parents.Take(4))
        {
            for (var child = 0; child < 3; child++)
                _organization.Create("tst_child", ("tst_number", $"{name}{child}"), ("tst_parentid", new EntityReference("tst_parent", id)));
        }

        string Fetch(string page) => $"""
            <fetch {page}><entity name='tst_parent'><attribute name='tst_name' />{orders}
              <link-entity name='tst_child' from='tst_parentid' to='tst_parentid' link-type='{type}' alias='c'><attribute name='tst_number' />{linkOrders}</link-entity>
            </entity></fetch>
            """;
        string Pair(Entity row) => $"{row["tst_name"]} {row.GetAttributeValue<AliasedValue>("c.tst_number")?.Value}";
        var all = _organization.Query(new FetchExpression(Fetch(""))).Entities.Select(Pair).ToList();

        Assert.Equal(all.Distinct(), Pages(Fetch, _ => { }).Select(Pair));
        Assert.True(all.Count > 5);
    }

    [Theory]
    [InlineData("<attribute name='tst_score' /><order attribute='tst_score' />", 4)]
    [InlineData("<attribute name='tst_score' /><attribute name='tst_islisted' /><order attribute='tst_score' descending='true' />", 7)]
    [InlineData("<attribute name='tst_kind' /><order attribute='tst_kind' />", 3)]
    public void Pages_of_distinct_rows_show_each_once(string inner, int count)
    {
        Fill();
        string Fetch(string page) => $"<fetch distinct='true' {page}><entity name='tst_parent'>{inner}</entity></fetch>";
        string Text(Entity row) => string.Join(' ', row.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value is OptionSetValue option ? option.Value : pair.Value));
        var rows = Pages(Fetch, page => Create($"new{page}", 1, true, null)).Select(Text).ToList();

        Assert.Equal(count, rows.Count);
        Assert.Equal(_organization.Query(new FetchExpression(Fetch(""))).Entities.Select(Text), rows);
    }

    [Fact]
    public void A_page_further_on_is_counted_from_the_cookie_and_an_earlier_one_from_the_front()
    {
        Fill();
        string Order(string page) => Table("<order attribute='tst_name' />", page);
        EntityCollection Run(int page, string? cookie) =>
            _organization.Query(new FetchExpression(Order($"count='2' page='{page}' {(cookie is null ? "" : $"paging-cookie='{SecurityElement.Escape(cookie)}'")}")));
        string Names(EntityCollection rows) => string.Join(' ', rows.Entities.Select(row => (string)row["tst_name"]));
        var second = Run(2, Run(1, null).PagingCookie);

        Assert.Equal(Names(Run(4, null)), Names(Run(4, second.PagingCookie)));
        Assert.Equal(Names(Run(1, null)), Names(Run(1, second.PagingCookie)));
        Assert.Matches("^<cookie page=\"2\"><tst_name last=\"[^\"]+\" first=\"[^\"]+\" /><tst_parentid last=\"\\{[0-9a-f-]{36}\\}\" first=\"\\{[0-9a-f-]{36}\\}\" row=\"\\d+\" /></cookie>$", second.PagingCookie);
    }

    [Fact]
    public void A_cookie_of_another_query_is_refused()
    {
        Fill();
        var cookie = SecurityElement.Escape(_organization.Query(new FetchExpression(Table("<order attribute='tst_name' />", "count='2'"))).PagingCookie);

        var fault = _organization.Fault(() => _organization.Query(new FetchExpression(Table("<order attribute='tst_score' />", $"count='2' page='2' paging-cookie='{cookie}'"))));

        Assert.Equal("The paging cookie is not one of an earlier page of this query. Send it as it was received, or none.", fault.Message);
    }

    [Fact]
    public void A_value_that_no_cookie_can_hold_leaves_pages_to_their_numbers()
    {
        foreach (var name in new[] { "\u0001a", "\u0001b", "\u0001c" }) Create(name, 1, false, null);
        string Fetch(string page) => Table("<order attribute='tst_name' />", page);

        Assert.Null(_organization.Query(new FetchExpression(Fetch("count='2'"))).PagingCookie);
        Assert.Equal(3, Pages(Fetch, _ => { }).Count);
    }

    [Fact]
    public void A_page_after_a_cookie_is_read_from_its_place_in_the_index()
    {
        Fill();
        var fetch = "<fetch count='2' {0}><entity name='tst_parent'><attribute name='tst_name' /><order attribute='tst_name' /><filter><condition attribute='statecode' operator='eq' value='0' /></filter></entity></fetch>";
        var cookie = _organization.Query(new FetchExpression(fetch.Replace("{0}", "", StringComparison.Ordinal))).PagingCookie;
        var schema = new Schema(_organization.Inner.Model);
        using var connection = new Connection(Path.Combine(_organization.Folder, "organization.db"), readOnly: true);
        var query = new FetchReader(schema).Read(fetch.Replace("{0}", $"page='2' paging-cookie='{SecurityElement.Escape(cookie)}'", StringComparison.Ordinal));
        var compiled = QueryCompiler.Compile(query, schema, _organization.Inner.UserOf(_organization.Inner.DefaultCaller), (_, _) => null, _organization.Inner.Now);
        var steps = new List<string>();
        var statement = connection.Prepare("EXPLAIN QUERY PLAN " + compiled.Sql, compiled.Parameters);
        while (statement.Step()) steps.Add(statement.Text(3));

        Assert.Matches(@"^SEARCH t0 USING INDEX \S+ \(statecode=\? AND tst_name>\?\)$", Assert.Single(steps));
        Assert.Equal(0L, compiled.Parameters[^1]); // No row is passed over by its number.
    }

    private static string Table(string orders, string page) => $"<fetch {page}><entity name='tst_parent'><attribute name='tst_name' />{orders}</entity></fetch>";

    private List<Entity> Pages(Func<string, string> fetch, Action<int> between)
    {
        var all = new List<Entity>();
        string? cookie = null;
        for (var page = 1; ; page++)
        {
            var attribute = cookie is null ? "" : $"paging-cookie='{SecurityElement.Escape(cookie)}'";
            var rows = _organization.Query(new FetchExpression(fetch($"count='2' page='{page}' {attribute}")));
            all.AddRange(rows.Entities);
            if (!rows.MoreRecords || page > 100) return all;
            cookie = rows.PagingCookie;
            between(page);
        }
    }

    private Dictionary<string, Guid> Fill()
    {
        var rows = new Dictionary<string, Guid>();
        foreach (var (name, score, listed, kind) in new (string, int?, bool, int?)[]
        {
            ("b", 2, true, 543210001), ("B\u0308", null, false, null), ("ä 'quoted' & \"more\"", 1, false, 543210000), ("gone", 1, true, 543210000),
            ("Z<", 2, false, 543210001), ("c", null, true, null), ("same", 3, true, 543210000),
        })
        {
            rows.Add(name, Create(name, score, listed, kind));
        }

        return rows;
    }

    private Guid Create(string name, int? score, bool listed, int? kind) => _organization.Create("tst_parent",
        ("tst_name", name), ("tst_score", score), ("tst_islisted", listed), ("tst_kind", kind is { } value ? new OptionSetValue(value) : null),
        ("tst_rate", score is { } rate ? rate * 1.5m : null), ("tst_dueon", score is null ? null : new DateTime(2026, 1, score.Value)));

    /// <summary>One organization, emptied for each test.</summary>
    public sealed class Shared : IDisposable
    {
        internal TestOrganization Organization { get; } = new();

        public void Dispose() => Organization.Dispose();
    }
}
