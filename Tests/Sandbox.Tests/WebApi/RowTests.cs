using System.Text.Json.Nodes;

namespace Sandbox.Tests.WebApi;

[Collection(WebApiCollection.Name)]
public sealed class RowTests(WebApiFixture api)
{
    private const string Full = """
        {"tst_name":"Åsa 'x'; drop table tst_parent;--","tst_score":7,"tst_rate":12.5,"tst_dueon":"2026-02-28",
         "tst_islisted":true,"tst_kind":543210001,"tst_summary":"two\nlines","tst_website":"https://contoso.com"}
        """;

    [Fact]
    public async Task A_created_row_reads_back_as_it_was_sent()
    {
        var created = await api.SendAsync("POST", "tst_parents", Full);

        Assert.Equal(204, created.Status);
        Assert.Equal($"{api.Client.BaseAddress}tst_parents({created.EntityId})", created.Headers["OData-EntityId"]);
        Assert.Equal("4.0", created.Headers["OData-Version"]);
        var row = (await api.SendAsync("GET", $"tst_parents({created.EntityId})")).Json;
        foreach (var (name, sent) in JsonNode.Parse(Full)!.AsObject())
            Assert.Equal(sent!.ToJsonString(), row[name]!.ToJsonString());
        Assert.StartsWith("W/\"", (string)row["@odata.etag"]!);
        Assert.Equal(created.EntityId, (Guid)row["tst_parentid"]!);
        Assert.Equal($"{api.Client.BaseAddress}$metadata#tst_parents/$entity", (string)row["@odata.context"]!);
        Assert.Null(row["tst_grade"]);
        Assert.True(row.AsObject().ContainsKey("tst_grade"));
    }

    [Fact]
    public async Task A_created_row_is_returned_where_that_is_preferred()
    {
        var answer = await api.SendAsync(
            "POST", "tst_parents?$select=tst_name", """{"tst_name":"a"}""", ("Prefer", "return=representation"));

        Assert.Equal(201, answer.Status);
        Assert.Equal("return=representation", answer.Headers["Preference-Applied"]);
        Assert.Equal("a", (string)answer.Json["tst_name"]!);
        Assert.Equal(answer.EntityId, (Guid)answer.Json["tst_parentid"]!);
        Assert.False(answer.Json.AsObject().ContainsKey("tst_score"));
    }

    [Fact]
    public async Task An_id_may_be_chosen()
    {
        var id = Guid.NewGuid();

        Assert.Equal(id, await api.CreateAsync("tst_parents", $$"""{"tst_parentid":"{{id}}","tst_name":"a"}"""));
        var again = await api.SendAsync("POST", "tst_parents", $$"""{"tst_parentid":"{{id}}","tst_name":"a"}""");

        Assert.Equal((412, "0x80040237"), (again.Error.Status, again.Error.Code));
    }

    [Fact]
    public async Task Annotations_say_what_people_see()
    {
        var parent = await api.CreateAsync("tst_parents", """{"tst_name":"Upper","tst_kind":543210001}""");
        var child = await api.CreateAsync("tst_children", $$"""{"tst_number":"1","tst_ParentId@odata.bind":"/tst_parents({{parent}})"}""");

        var answer = await api.SendAsync(
            "GET", $"tst_children({child})?$select=tst_number,_tst_parentid_value,statecode", null, ("Prefer", "odata.include-annotations=\"*\""));

        var row = answer.Json;
        Assert.Equal("odata.include-annotations=\"*\"", answer.Headers["Preference-Applied"]);
        Assert.Equal(parent, (Guid)row["_tst_parentid_value"]!);
        Assert.StartsWith("W/\"", (string)row["@odata.etag"]!);
        Assert.Equal("Upper", (string)row["_tst_parentid_value@OData.Community.Display.V1.FormattedValue"]!);
        Assert.Equal("tst_parent", (string)row["_tst_parentid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]!);
        Assert.Equal("tst_ParentId", (string)row["_tst_parentid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]!);
        Assert.Equal("Active", (string)row["statecode@OData.Community.Display.V1.FormattedValue"]!);
        Assert.Equal(0, (int)row["statecode"]!);
    }

    [Fact]
    public async Task Annotations_are_left_out_unless_they_are_wanted()
    {
        var parent = await api.CreateAsync("tst_parents", """{"tst_name":"Upper"}""");

        var row = (await api.SendAsync("GET", $"tst_parents({parent})")).Json.AsObject();

        Assert.Equal(["@odata.context", "@odata.etag"], row.Select(member => member.Key).Where(name => name.Contains('@')));
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_clears_what_is_null()
    {
        var id = await api.CreateAsync("tst_parents", Full);

        var answer = await api.SendAsync("PATCH", $"tst_parents({id})", """{"tst_score":8,"tst_kind":null}""", ("If-Match", "*"));

        Assert.Equal((204, id), (answer.Status, answer.EntityId));
        var row = (await api.SendAsync("GET", $"tst_parents({id})?$select=tst_score,tst_kind,tst_rate")).Json;
        Assert.Equal(8, (int)row["tst_score"]!);
        Assert.Null(row["tst_kind"]);
        Assert.Equal(12.5m, (decimal)row["tst_rate"]!);
    }

    [Fact]
    public async Task An_update_returns_the_row_where_that_is_preferred()
    {
        var id = await api.CreateAsync("tst_parents", Full);

        var answer = await api.SendAsync(
            "PATCH", $"tst_parents({id})?$select=tst_score", """{"tst_score":8}""", ("If-Match", "*"), ("Prefer", "return=representation"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(8, (int)answer.Json["tst_score"]!);
    }

    [Fact]
    public async Task A_patch_creates_what_is_not_there_unless_told_otherwise()
    {
        var id = Guid.NewGuid();

        var only = await api.SendAsync("PATCH", $"tst_parents({id})", """{"tst_name":"a"}""", ("If-Match", "*"));
        var upsert = await api.SendAsync("PATCH", $"tst_parents({id})", """{"tst_name":"a"}""");
        var create = await api.SendAsync("PATCH", $"tst_parents({id})", """{"tst_name":"b"}""", ("If-None-Match", "*"));

        Assert.Equal((404, "0x80040217", $"Entity 'tst_Parent' With Id = {id} Does Not Exist"), only.Error);
        Assert.Equal((204, id), (upsert.Status, upsert.EntityId));
        Assert.Equal((412, "0x80040237"), (create.Error.Status, create.Error.Code));
        Assert.Equal("a", (string)(await api.SendAsync("GET", $"tst_parents({id})")).Json["tst_name"]!);
    }

    [Fact]
    public async Task An_etag_guards_against_lost_updates()
    {
        var id = await api.CreateAsync("tst_parents", Full);
        var etag = (string)(await api.SendAsync("GET", $"tst_parents({id})")).Json["@odata.etag"]!;

        var first = await api.SendAsync("PATCH", $"tst_parents({id})", """{"tst_score":1}""", ("If-Match", etag));
        var second = await api.SendAsync("PATCH", $"tst_parents({id})", """{"tst_score":2}""", ("If-Match", etag));
        var delete = await api.SendAsync("DELETE", $"tst_parents({id})", null, ("If-Match", etag));

        Assert.Equal(204, first.Status);
        Assert.Equal((412, "0x80060882"), (second.Error.Status, second.Error.Code));
        Assert.Equal((412, "0x80060882"), (delete.Error.Status, delete.Error.Code));
        Assert.Equal(1, (int)(await api.SendAsync("GET", $"tst_parents({id})")).Json["tst_score"]!);
    }

    [Fact]
    public async Task A_row_that_is_known_is_not_sent_again()
    {
        var id = await api.CreateAsync("tst_parents", Full);
        var etag = (string)(await api.SendAsync("GET", $"tst_parents({id})")).Json["@odata.etag"]!;

        var same = await api.SendAsync("GET", $"tst_parents({id})", null, ("If-None-Match", etag));
        var client = await api.SendAsync("GET", $"tst_parents({id})", null, ("If-None-Match", "null"));

        Assert.Equal((304, 0), (same.Status, same.Bytes.Length));
        Assert.Equal(200, client.Status);
    }

    [Fact]
    public async Task A_deleted_row_is_gone()
    {
        var id = await api.CreateAsync("tst_parents", Full);

        Assert.Equal(204, (await api.SendAsync("DELETE", $"tst_parents({id})")).Status);
        Assert.Equal((404, "0x80040217", $"Entity 'tst_Parent' With Id = {id} Does Not Exist"), (await api.SendAsync("GET", $"tst_parents({id})")).Error);
        Assert.Equal(404, (await api.SendAsync("DELETE", $"tst_parents({id})")).Status);
    }

    [Fact]
    public async Task Children_are_created_with_their_parent_or_not_at_all()
    {
        var parent = await api.CreateAsync("tst_parents", """{"tst_name":"a","tst_parent_child":[{"tst_number":"d1"},{"tst_number":"d2"}]}""");
        var rows = (await api.SendAsync("GET", $"tst_parents({parent})/tst_parent_child?$select=tst_number&$orderby=tst_number")).Json["value"]!.AsArray();
        Assert.Equal(["d1", "d2"], rows.Select(row => (string)row!["tst_number"]!));

        var before = await CountAsync();
        var refused = await api.SendAsync("POST", "tst_parents", """{"tst_name":"b","tst_parent_child":[{"tst_number":"e1"},{"nope":1}]}""");

        Assert.Equal((400, "0x0"), (refused.Error.Status, refused.Error.Code));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Rows_that_are_there_are_tied_to_a_new_one()
    {
        var (first, second) = (await api.CreateAsync("tst_children", """{"tst_number":"t1"}"""), await api.CreateAsync("tst_children", """{"tst_number":"t2"}"""));

        var parent = await api.CreateAsync("tst_parents", $$"""
            {"tst_name":"a","tst_parent_child@odata.bind":["/tst_children({{first}})","{{api.Client.BaseAddress}}tst_children({{second}})"],"tst_parent_child":[{"tst_number":"t3"}]}
            """);

        var rows = (await api.SendAsync("GET", $"tst_parents({parent})/tst_parent_child?$select=tst_number&$orderby=tst_number")).Json["value"]!.AsArray();
        Assert.Equal(["t1", "t2", "t3"], rows.Select(row => (string)row!["tst_number"]!));
    }

    [Theory]
    [InlineData("POST", "tst_parents", """["tst_children(FIRST)","tst_children(11111111-1111-1111-1111-111111111111)"]""", 404, "Entity 'tst_Child' With Id = 11111111-1111-1111-1111-111111111111 Does Not Exist")]
    [InlineData("POST", "tst_parents", """["tst_children(FIRST)","tst_parents(PARENT)"]""", 400, "'tst_parent_child@odata.bind' cannot point at a row of 'tst_parent'.")]
    [InlineData("POST", "tst_parents", "\"tst_children(FIRST)\"", 400, "'tst_parent_child@odata.bind' must be an array of addresses of rows, such as ['/accounts(00000000-0000-0000-0000-000000000001)'].")]
    [InlineData("PATCH", "tst_parents(PARENT)", """["tst_children(FIRST)"]""", 400, "'tst_parent_child@odata.bind': rows can be added to a collection only while the row is created. Send POST 'tst_parent_child/$ref' for each.")]
    public async Task Rows_are_tied_to_a_new_one_all_or_none(string method, string path, string rows, int status, string message)
    {
        var (parent, first) = (await api.CreateAsync("tst_parents", """{"tst_name":"a"}"""), await api.CreateAsync("tst_children", """{"tst_number":"f"}"""));
        var before = await CountAsync();

        var refused = (await api.SendAsync(method, Filled(path), $$"""{"tst_name":"b","tst_parent_child@odata.bind":{{Filled(rows)}}}""")).Error;

        Assert.Equal(status, refused.Status);
        Assert.EndsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        Assert.Null(await ParentOfAsync(first));

        string Filled(string text) => text.Replace("PARENT", $"{parent}", StringComparison.Ordinal).Replace("FIRST", $"{first}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_found_by_its_alternate_key()
    {
        var parent = await api.CreateAsync("tst_parents", """{"tst_name":"keys"}""");
        var child = await api.CreateAsync("tst_children", $$"""{"tst_number":"k1","tst_ParentId@odata.bind":"tst_parents({{parent}})"}""");
        var address = $"tst_children(_tst_parentid_value={parent},tst_number='k1')";

        Assert.Equal(child, (Guid)(await api.SendAsync("GET", address)).Json["tst_childid"]!);
        Assert.Equal((404, "0x80060891"), (await api.SendAsync("GET", address.Replace("k1", "k2", StringComparison.Ordinal))).Error is var (status, code, _) ? (status, code) : default);
        var changed = await api.SendAsync("PATCH", address, """{"tst_number":"k1"}""");
        Assert.Equal((204, child), (changed.Status, changed.EntityId));
        var created = await api.SendAsync("PATCH", address.Replace("k1", "k3", StringComparison.Ordinal), "{}");
        Assert.Equal(204, created.Status);
        Assert.NotEqual(child, created.EntityId);
    }

    [Fact]
    public async Task A_lookup_is_bound_cleared_and_referenced()
    {
        var parent = await api.CreateAsync("tst_parents", """{"tst_name":"p"}""");
        var child = await api.CreateAsync("tst_children", """{"tst_number":"c"}""");

        Assert.Equal(204, (await api.SendAsync("PUT", $"tst_children({child})/tst_ParentId/$ref", $$"""{"@odata.id":"{{api.Client.BaseAddress}}tst_parents({{parent}})"}""")).Status);
        Assert.Equal(parent, await ParentOfAsync(child));
        Assert.Equal("p", (string)(await api.SendAsync("GET", $"tst_children({child})/tst_ParentId?$select=tst_name")).Json["tst_name"]!);
        Assert.EndsWith($"tst_parents({parent})", (string)(await api.SendAsync("GET", $"tst_children({child})/tst_ParentId/$ref")).Json["@odata.id"]!);

        Assert.Equal(204, (await api.SendAsync("DELETE", $"tst_children({child})/tst_ParentId/$ref")).Status);
        Assert.Null(await ParentOfAsync(child));
        Assert.Equal(204, (await api.SendAsync("GET", $"tst_children({child})/tst_ParentId")).Status);

        Assert.Equal(204, (await api.SendAsync("POST", $"tst_parents({parent})/tst_parent_child/$ref", $$"""{"@odata.id":"tst_children({{child}})"}""")).Status);
        Assert.Equal(parent, await ParentOfAsync(child));

        Assert.Equal(204, (await api.SendAsync("PATCH", $"tst_children({child})", """{"tst_ParentId@odata.bind":null}""")).Status);
        Assert.Null(await ParentOfAsync(child));
    }

    [Theory]
    [InlineData("v9.0")]
    [InlineData("v9.1")]
    [InlineData("v9.2")]
    public async Task Three_versions_are_answered(string version) =>
        Assert.Equal(200, (await api.SendAsync("GET", $"/api/data/{version}/tst_parents?$top=1")).Status);

    private async Task<Guid?> ParentOfAsync(Guid child) =>
        (Guid?)(await api.SendAsync("GET", $"tst_children({child})?$select=_tst_parentid_value")).Json["_tst_parentid_value"];

    private async Task<string> CountAsync() =>
        (await api.SendAsync("GET", "tst_parents/$count")).Text + "/" + (await api.SendAsync("GET", "tst_children/$count")).Text;
}
