using System.Text.Json.Nodes;

namespace Sandbox.Tests.WebApi;

/// <summary>Queries over HTTP; how each filter is compiled is in <see cref="RowQueryTests"/>.</summary>
[Collection(WebApiCollection.Name)]
public sealed class QueryTests(WebApiFixture api) : IAsyncLifetime
{
    private readonly string _mark = "q" + Guid.NewGuid().ToString("N");
    private readonly List<Guid> _ids = [];

    public async Task InitializeAsync()
    {
        for (var i = 1; i <= 5; i++)
        {
            _ids.Add(await api.CreateAsync("tst_parents", $$"""
                {"tst_name":"{{_mark}} {{i}}","tst_score":{{i}},"tst_rate":{{i}}.25,"tst_dueon":"2026-01-0{{i}}","tst_islisted":{{(i % 2 == 0 ? "true" : "false")}},
                 "tst_kind":{{(i < 3 ? "543210000" : "null")}},
                 "tst_parent_child":[{"tst_number":"{{_mark}} a{{i}}"},{"tst_number":"{{_mark}} b{{i}}"}]}
                """));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("tst_score gt 3", "4 5")]
    [InlineData("tst_score ge 2 and tst_score lt 4", "2 3")]
    [InlineData("tst_score eq 1 or tst_score eq 5", "1 5")]
    [InlineData("not (tst_score eq 1 or tst_score eq 5)", "2 3 4")]
    [InlineData("tst_rate eq 2.25", "2")]
    [InlineData("tst_dueon eq 2026-01-03", "3")]
    [InlineData("tst_dueon gt 2026-01-03", "4 5")]
    [InlineData("tst_islisted eq true", "2 4")]
    [InlineData("tst_kind eq null", "3 4 5")]
    [InlineData("tst_kind ne null", "1 2")]
    [InlineData("tst_kind eq 543210000", "1 2")]
    [InlineData("tst_score in (1,4,9)", "1 4")]
    [InlineData("not (tst_score in (1,4,9))", "2 3 5")]
    [InlineData("endswith(tst_name,'3')", "3")]
    [InlineData("not endswith(tst_name,'3')", "1 2 4 5")]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='tst_score',PropertyValues=['2','3'])", "2 3")]
    [InlineData("Microsoft.Dynamics.CRM.Between(PropertyName='tst_score',PropertyValues=['2','4'])", "2 3 4")]
    [InlineData("Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", "1 2 3 4 5")]
    [InlineData("createdon gt 2000-01-01T00:00:00Z", "1 2 3 4 5")]
    [InlineData("tst_name eq 'x'' or 1=1--'", "")]
    [InlineData("tst_parent_child/any(c:endswith(c/tst_number,'a2'))", "2")]
    [InlineData("tst_parent_child/any(c:endswith(c/tst_number,'a2') or endswith(c/tst_number,'b4'))", "2 4")]
    [InlineData("tst_parent_child/any(c:endswith(c/tst_number,'a2')) or tst_score eq 5", "2 5")]
    [InlineData("not tst_parent_child/any(c:endswith(c/tst_number,'a2'))", "1 3 4 5")]
    [InlineData("tst_parent_child/any()", "1 2 3 4 5")]
    [InlineData("not tst_parent_child/any()", "")]
    [InlineData("tst_parent_child/all(c:endswith(c/tst_number,'3'))", "3")]
    [InlineData("not tst_parent_child/all(c:endswith(c/tst_number,'3'))", "1 2 4 5")]
    [InlineData("tst_parent_child/any(c:c/tst_ParentId/tst_score gt 3)", "4 5")]
    [InlineData("tst_parent_child/any(c:c/Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid'))", "1 2 3 4 5")]
    public async Task A_filter_finds_what_it_says(string filter, string expected)
    {
        var answer = await api.SendAsync("GET", $"tst_parents?$select=tst_score&$orderby=tst_score&$filter=startswith(tst_name,'{_mark}') and ({Uri.EscapeDataString(filter)})");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(expected, Scores(answer.Json));
    }

    [Fact]
    public async Task A_filter_follows_a_lookup()
    {
        var answer = await api.SendAsync(
            "GET", $"tst_children?$select=tst_number&$orderby=tst_number&$filter=tst_ParentId/tst_score eq 2 and startswith(tst_number,'{_mark}')");

        Assert.Equal([$"{_mark} a2", $"{_mark} b2"], answer.Json["value"]!.AsArray().Select(row => (string)row!["tst_number"]!));
    }

    [Fact]
    public async Task Rows_come_in_the_order_that_is_asked_for()
    {
        Assert.Equal("5 4 3 2 1", Scores((await MineAsync("$orderby=tst_score desc")).Json));
        Assert.Equal("2 4 1 3 5", Scores((await MineAsync("$orderby=tst_islisted desc,tst_score asc")).Json));
        Assert.Equal("1 2", Scores((await MineAsync("$orderby=tst_score&$top=2")).Json));
    }

    [Fact]
    public async Task Rows_are_counted()
    {
        Assert.Equal(5, (int)(await MineAsync("$count=true&$top=2")).Json["@odata.count"]!);
        Assert.Equal("3", (await api.SendAsync("GET", $"tst_parents/$count?$filter=startswith(tst_name,'{_mark}') and tst_score gt 2")).Text);
    }

    [Fact]
    public async Task Pages_lead_from_one_to_the_next()
    {
        var pages = new List<string>();
        var path = $"tst_parents?$select=tst_score&$orderby=tst_score&$count=true&$filter=startswith(tst_name,'{_mark}')";
        while (path is not null)
        {
            var answer = await api.SendAsync("GET", path, null, ("Prefer", "odata.maxpagesize=2"));
            Assert.True(answer.Status == 200, answer.Text);
            Assert.Equal(5, (int)answer.Json["@odata.count"]!);
            pages.Add(Scores(answer.Json));
            path = (string?)answer.Json["@odata.nextLink"];
        }

        Assert.Equal(["1 2", "3 4", "5"], pages);
    }

    [Fact]
    public async Task A_page_keeps_its_size_without_the_header()
    {
        var first = await api.SendAsync("GET", $"tst_parents?$select=tst_score&$orderby=tst_score&$filter=startswith(tst_name,'{_mark}')", null, ("Prefer", "odata.maxpagesize=2"));

        Assert.Equal("3 4", Scores((await api.SendAsync("GET", (string)first.Json["@odata.nextLink"]!)).Json));
    }

    [Fact]
    public async Task A_forged_page_token_is_refused() => Assert.Equal(
        (400, "0x80060888", "The $skiptoken is not one of ours. Follow @odata.nextLink as it is."),
        (await api.SendAsync("GET", "tst_parents?$skiptoken=<cookie pagenumber='x'/>")).Error);

    [Fact]
    public async Task A_lookup_is_expanded()
    {
        var answer = await api.SendAsync(
            "GET",
            $"tst_children?$select=tst_number&$orderby=tst_number&$top=1&$filter=startswith(tst_number,'{_mark} a')&$expand=tst_ParentId($select=tst_score,tst_rate,tst_dueon)",
            null,
            ("Prefer", "odata.include-annotations=\"*\""));

        Assert.True(answer.Status == 200, answer.Text);
        var parent = answer.Json["value"]![0]!["tst_ParentId"]!;
        Assert.Equal((1, 1.25m, "2026-01-01", _ids[0]), ((int)parent["tst_score"]!, (decimal)parent["tst_rate"]!, (string)parent["tst_dueon"]!, (Guid)parent["tst_parentid"]!));
        Assert.Equal("1.25", (string)parent["tst_rate@OData.Community.Display.V1.FormattedValue"]!);
    }

    [Fact]
    public async Task An_owner_is_expanded_to_what_users_and_teams_have_in_common()
    {
        var me = (Guid)(await api.SendAsync("GET", "WhoAmI")).Json["UserId"]!;

        var parent = (await api.SendAsync("GET", $"tst_parents({_ids[0]})?$select=tst_score&$expand=ownerid")).Json.AsObject();
        var child = (await MineAsync("$top=1&$expand=tst_parent_child($select=tst_number;$expand=tst_ParentId($select=tst_score;$expand=ownerid($select=ownerid)))")).Json["value"]![0]!["tst_parent_child"]![0]!;
        var refused = (await api.SendAsync("GET", $"tst_parents({_ids[0]})?$expand=ownerid($select=fullname)")).Error;

        Assert.Equal(["@odata.context", "@odata.etag", "tst_parentid", "tst_score", "ownerid"], parent.Select(member => member.Key));
        var owner = $$"""{"@odata.type":"#Microsoft.Dynamics.CRM.systemuser","ownerid":"{{me}}"}""";
        Assert.Equal(owner, parent["ownerid"]!.ToJsonString());
        Assert.Equal(owner, child["tst_ParentId"]!["ownerid"]!.ToJsonString());
        Assert.Equal(400, refused.Status);
        Assert.Contains("'fullname'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Microsoft.Dynamics.CRM.principal", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_lookup_expands_to_null()
    {
        var child = await api.CreateAsync("tst_children", $$"""{"tst_number":"{{_mark}} lonely"}""");

        var row = (await api.SendAsync("GET", $"tst_children({child})?$select=tst_number&$expand=tst_ParentId")).Json.AsObject();

        Assert.True(row.ContainsKey("tst_ParentId"));
        Assert.Null(row["tst_ParentId"]);
    }

    [Fact]
    public async Task Collections_are_expanded_for_every_row()
    {
        var answer = await MineAsync("$orderby=tst_score&$expand=tst_parent_child($select=tst_number;$orderby=tst_number desc)");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(
            ["b1 a1", "b2 a2", "b3 a3", "b4 a4", "b5 a5"],
            answer.Json["value"]!.AsArray().Select(row => Numbers(row!["tst_parent_child"]!)));
    }

    [Fact]
    public async Task An_expanded_collection_has_a_filter_and_a_limit_of_its_own()
    {
        var limited = await MineAsync("$orderby=tst_score&$top=2&$expand=tst_parent_child($select=tst_number;$orderby=tst_number;$top=1)");
        var filtered = await api.SendAsync("GET", $"tst_parents({_ids[3]})?$select=tst_score&$expand=tst_parent_child($filter=startswith(tst_number,'{_mark} b'))");

        Assert.Equal(["a1", "a2"], limited.Json["value"]!.AsArray().Select(row => Numbers(row!["tst_parent_child"]!)));
        Assert.Equal("b4", Numbers(filtered.Json["tst_parent_child"]!));
    }

    [Fact]
    public async Task Collections_are_expanded_within_lookups_and_within_collections()
    {
        var answer = await api.SendAsync(
            "GET",
            $"tst_children?$select=tst_number&$orderby=tst_number&$filter=startswith(tst_number,'{_mark} a') and tst_ParentId/tst_score le 2"
            + "&$expand=tst_ParentId($select=tst_score;$expand=tst_parent_child($select=tst_number;$expand=tst_ParentId($select=tst_score)))");

        Assert.True(answer.Status == 200, answer.Text);
        var parents = answer.Json["value"]!.AsArray().Select(row => row!["tst_ParentId"]!).ToArray();
        Assert.Equal(["a1 b1", "a2 b2"], parents.Select(parent => Numbers(parent["tst_parent_child"]!)));
        Assert.Equal([1, 1, 2, 2], parents.SelectMany(parent => parent["tst_parent_child"]!.AsArray()).Select(child => (int)child!["tst_ParentId"]!["tst_score"]!));
    }

    [Fact]
    public async Task An_expanded_collection_has_the_address_it_is_read_from_alone()
    {
        var plain = (await MineAsync("$orderby=tst_score&$top=1&$expand=tst_parent_child($select=tst_number;$filter=endswith(tst_number,'b1'))")).Json["value"]![0]!;
        var paged = (await api.SendAsync(
            "GET",
            $"tst_parents({_ids[0]})?$select=tst_score&$expand=tst_parent_child($select=tst_number;$expand=tst_ParentId($select=tst_score))",
            null,
            ("Prefer", "odata.maxpagesize=1"))).Json;

        Assert.Equal("b1", Numbers((await api.SendAsync("GET", (string)plain["tst_parent_child@odata.nextLink"]!)).Json["value"]!));
        Assert.Equal("a1", Numbers(paged["tst_parent_child"]!));
        Assert.Equal("b1", Numbers((await api.SendAsync("GET", (string)paged["tst_parent_child@odata.nextLink"]!)).Json["value"]!));
    }

    [Fact]
    public async Task Of_a_lookup_the_address_alone_is_expanded()
    {
        var rows = (await api.SendAsync(
            "GET", $"tst_children?$select=tst_number&$expand=tst_ParentId/$ref&$filter=tst_number eq '{_mark} a1'")).Json["value"]!.AsArray();

        var row = Assert.Single(rows)!;
        Assert.Equal(
            (_ids[0], $"{api.Client.BaseAddress}tst_parents({_ids[0]})"), ((Guid)row["_tst_parentid_value"]!, (string)row["tst_ParentId"]!["@odata.id"]!));
    }

    [Fact]
    public async Task Rows_are_grouped_and_added_up()
    {
        var answer = await api.SendAsync(
            "GET",
            $"tst_parents?$apply=filter(startswith(tst_name,'{_mark}'))/groupby((tst_kind),aggregate($count as n,tst_score with sum as total,tst_rate with average as mean))");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.EndsWith("$metadata#tst_parents", (string)answer.Json["@odata.context"]!);
        Assert.Equal(
            ["""{"n":3,"total":12,"mean":4.25}""", """{"tst_kind":543210000,"n":2,"total":3,"mean":1.75}"""],
            answer.Json["value"]!.AsArray().Select(row => row!.ToJsonString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_rows_behind_a_collection_are_counted() => Assert.Equal(
        "1", (await api.SendAsync("GET", $"tst_parents({_ids[0]})/tst_parent_child/$count?$filter=endswith(tst_number,'a1')")).Text);

    [Fact]
    public async Task FetchXml_is_answered()
    {
        var fetch = $"""
            <fetch><entity name="tst_child"><attribute name="tst_number"/><order attribute="tst_number"/>
            <filter><condition attribute="tst_number" operator="like" value="{_mark} a%"/></filter>
            <link-entity name="tst_parent" from="tst_parentid" to="tst_parentid" alias="p"><attribute name="tst_score"/><attribute name="tst_kind"/>
            <filter><condition attribute="tst_score" operator="le" value="2"/></filter></link-entity></entity></fetch>
            """;

        var answer = await api.SendAsync("GET", "tst_children?fetchXml=" + Uri.EscapeDataString(fetch), null, ("Prefer", "odata.include-annotations=\"*\""));

        Assert.True(answer.Status == 200, answer.Text);
        var rows = answer.Json["value"]!.AsArray();
        Assert.All(rows, row => Assert.StartsWith("W/\"", (string)row!["@odata.etag"]!));
        Assert.Equal([(1, "Inside"), (2, "Inside")], rows.Select(row => ((int)row!["p.tst_score"]!, (string)row["p.tst_kind@OData.Community.Display.V1.FormattedValue"]!)));
        Assert.False((bool)answer.Json["@Microsoft.Dynamics.CRM.morerecords"]!);
    }

    [Fact]
    public async Task FetchXml_counts_and_pages()
    {
        var count = $"""<fetch aggregate="true"><entity name="tst_parent"><attribute name="tst_parentid" aggregate="count" alias="n"/><filter><condition attribute="tst_name" operator="begins-with" value="{_mark}"/></filter></entity></fetch>""";
        var paged = $"""<fetch count="2" page="1" returntotalrecordcount="true"><entity name="tst_parent"><attribute name="tst_score"/><order attribute="tst_score"/><filter><condition attribute="tst_name" operator="begins-with" value="{_mark}"/></filter></entity></fetch>""";

        var counted = await api.SendAsync("GET", "tst_parents?fetchXml=" + Uri.EscapeDataString(count));
        var page = await api.SendAsync("GET", "tst_parents?fetchXml=" + Uri.EscapeDataString(paged), null, ("Prefer", "odata.include-annotations=\"*\""));

        Assert.True(counted.Status == 200, counted.Text);
        Assert.Equal(5, (int)counted.Json["value"]![0]!["n"]!);
        Assert.True(page.Status == 200, page.Text);
        Assert.Equal("1 2", Scores(page.Json));
        Assert.True((bool)page.Json["@Microsoft.Dynamics.CRM.morerecords"]!);
        Assert.Equal(5, (int)page.Json["@Microsoft.Dynamics.CRM.totalrecordcount"]!);
    }

    [Fact]
    public async Task A_view_is_a_query()
    {
        var view = api.Host.Organization.Model.Tables["tst_parent"].Views.First(each => each is { QueryType: 0, IsDefault: true });

        var answer = await api.SendAsync("GET", $"tst_parents?savedQuery={view.Id}");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.NotEmpty(answer.Json["value"]!.AsArray());
    }

    private Task<Answer> MineAsync(string options) =>
        api.SendAsync("GET", $"tst_parents?$select=tst_score&$filter=startswith(tst_name,'{_mark}')&{options}");

    private static string Scores(JsonNode json) => string.Join(' ', json["value"]!.AsArray().Select(row => (int)row!["tst_score"]!));

    private static string Numbers(JsonNode rows) => string.Join(' ', rows.AsArray().Select(row => ((string)row!["tst_number"]!).Split(' ')[1]));
}
