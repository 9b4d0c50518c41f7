using System.Text;

namespace Sandbox.Tests.WebApi;

[Collection(WebApiCollection.Name)]
public sealed class RefusalTests(WebApiFixture api)
{
    private const string Payload = "Error identified in Payload provided by the user for Entity :'tst_parents': ";

    [Theory]
    [InlineData("""{"tst_score":"seven"}""", "Cannot convert the literal '\"seven\"' to the expected type 'Edm.Int32' of the property 'tst_score'.")]
    [InlineData("""{"tst_score":7.5}""", "Cannot convert the literal '7.5' to the expected type 'Edm.Int32' of the property 'tst_score'.")]
    [InlineData("""{"tst_score":99999999999}""", "Cannot convert the literal '99999999999' to the expected type 'Edm.Int32' of the property 'tst_score'.")]
    [InlineData("""{"tst_name":7}""", "Cannot convert the literal '7' to the expected type 'Edm.String' of the property 'tst_name'.")]
    [InlineData("""{"tst_name":["a"]}""", "Cannot convert the literal '[\"a\"]' to the expected type 'Edm.String' of the property 'tst_name'.")]
    [InlineData("""{"tst_name":"\ud800"}""", "The text at byte 12 of the body is no well-formed Unicode.")]
    [InlineData("""{"tst_name":"a","\ud800":1}""", "The text at byte 16 of the body is no well-formed Unicode.")]
    [InlineData("""{"tst_parent_child":[{"a@odata.bind":"\udc00"}]}""", "The text at byte 37 of the body is no well-formed Unicode.")]
    [InlineData("""{"tst_islisted":"yes"}""", "Cannot convert the literal '\"yes\"' to the expected type 'Edm.Boolean' of the property 'tst_islisted'.")]
    [InlineData("""{"tst_kind":"Inside"}""", "Cannot convert the literal '\"Inside\"' to the expected type 'Edm.Int32' of the property 'tst_kind'.")]
    [InlineData("""{"tst_dueon":"28.2.2026"}""", "Cannot convert the literal '\"28.2.2026\"' to the expected type 'Edm.Date' of the property 'tst_dueon'.")]
    [InlineData("""{"tst_dueon":"2026-02-30"}""", "Cannot convert the literal '\"2026-02-30\"' to the expected type 'Edm.Date' of the property 'tst_dueon'.")]
    [InlineData("""{"tst_ParentId@odata.bind":"tst_parents(1)"}""", "An undeclared property 'tst_ParentId' which only has property annotations in the payload but no property value was found in the payload.")]
    [InlineData("""{"_ownerid_value":"11111111-1111-1111-1111-111111111111"}""", "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead: '_ownerid_value'.")]
    [InlineData("""[1]""", "The body is no JSON object.")]
    [InlineData("", "The request has no body.")]
    public async Task A_body_that_does_not_fit_is_refused_and_nothing_is_stored(string json, string message)
    {
        var before = (await api.SendAsync("GET", "tst_parents/$count")).Text;

        var answer = await api.SendAsync("POST", "tst_parents", json);

        Assert.Equal((400, "0x80048d19", Payload + message), answer.Error);
        Assert.Equal(before, (await api.SendAsync("GET", "tst_parents/$count")).Text);
    }

    [Fact]
    public async Task A_body_with_a_property_that_is_not_there_is_refused_without_a_code() => Assert.Equal(
        (400, "0x0", "An error occurred while validating input parameters: Microsoft.Crm.CrmException: Invalid property 'tst_nope' was found in entity 'Microsoft.Dynamics.CRM.tst_parent'. ---> Microsoft.OData.ODataException: Does not support untyped value in non-open type."),
        (await api.SendAsync("POST", "tst_parents", """{"tst_nope":1}""")).Error);

    [Theory]
    [InlineData("""{"tst_name":"a","tst_""")]
    [InlineData("""{"tst_name":"a",}""")]
    [InlineData("""{"tst_name":"a"}}""")]
    [InlineData("""{"tst_name":"a","tst_name":"b"}""")]
    [InlineData("not json")]
    public async Task Broken_json_is_refused(string json)
    {
        var (status, code, message) = (await api.SendAsync("POST", "tst_parents", json)).Error;

        Assert.Equal((400, "0x80048d19"), (status, code));
        Assert.StartsWith(Payload, message);
        Assert.DoesNotContain("   at ", message);
    }

    [Fact]
    public async Task Broken_utf8_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "tst_parents")
        {
            Content = new ByteArrayContent([.. "{\"tst_name"u8, 0xed, 0xa0, 0x80, .. "\":1}"u8]) { Headers = { ContentType = new("application/json") } },
        };

        Assert.Equal((400, "0x80048d19", Payload + "The text at byte 1 of the body is no well-formed Unicode."), (await api.SendAsync(request)).Error);
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused() =>
        Assert.Equal(400, (await api.SendAsync("POST", "tst_parents", new string('[', 100_000))).Status);

    [Fact]
    public async Task An_update_that_fails_changes_nothing()
    {
        var id = await api.CreateAsync("tst_parents", """{"tst_name":"kept","tst_score":1}""");

        foreach (var json in new[]
                 {
                     """{"tst_score":2,"tst_kind":1}""", """{"tst_score":2,"tst_nope":1}""", """{"tst_score":101}""",
                     $$"""{"tst_score":2,"tst_name":"{{new string('x', 101)}}"}""", """{"tst_score":2,"tst_rate":"x"}""",
                 })
            Assert.Equal(400, (await api.SendAsync("PATCH", $"tst_parents({id})", json, ("If-Match", "*"))).Status);

        var row = (await api.SendAsync("GET", $"tst_parents({id})")).Json;
        Assert.Equal((1, "kept"), ((int)row["tst_score"]!, (string)row["tst_name"]!));
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        var (status, code, message) = (await api.SendAsync("POST", "tst_parents", """{"tst_name":"a","tst_kind":1}""")).Error;

        Assert.Equal((400, "0x8004431a"), (status, code));
        Assert.Contains("tst_kind", message);
    }

    [Fact]
    public async Task A_lookup_to_nowhere_is_refused()
    {
        var nobody = Guid.NewGuid();

        var answer = await api.SendAsync("POST", "tst_children", $$"""{"tst_number":"a","tst_ParentId@odata.bind":"/tst_parents({{nobody}})"}""");

        Assert.Equal((404, "0x80040217", $"Entity 'tst_Parent' With Id = {nobody} Does Not Exist"), answer.Error);
    }

    [Theory]
    [InlineData("/tst_children(11111111-1111-1111-1111-111111111111)", 400)]
    [InlineData("/tst_nones(11111111-1111-1111-1111-111111111111)", 404)]
    [InlineData("nonsense", 404)]
    [InlineData("/tst_parents", 400)]
    [InlineData("", 400)]
    public async Task A_lookup_to_something_else_is_refused(string address, int status) => Assert.Equal(
        status,
        (await api.SendAsync("POST", "tst_children", $$"""{"tst_number":"a","tst_ParentId@odata.bind":"{{address}}"}""")).Status);

    [Theory]
    [InlineData("GET", "tst_nones", 404, "0x8006088a", "Resource not found for the segment 'tst_nones'.")]
    [InlineData("GET", "tst_parents?$select=nope", 400, "0x0", "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.tst_parent'.")]
    [InlineData("GET", "tst_parents?$format=json", 501, "0x80040800", "Query option '$format' is not supported by the sandbox.")]
    [InlineData("GET", "tst_parents?$apply=x", 400, "0x80060888", "'aggregate|filter|groupby|compute|expand' expected at position 0 in 'x'.")]
    [InlineData("GET", "tst_parents?$apply=filter(tst_name eq 'a%00')/aggregate($count as n)", 501, "0x80040800", "A text with characters that XML does not have, in the filter of $apply, is not supported by the sandbox.")]
    [InlineData("GET", "tst_parents?$apply=groupby((createdon))", 400, "0x80060888", "groupby with datetime values isn't supported: 'createdon'.")]
    [InlineData("GET", "tst_parents?$apply=groupby((tst_kind))&$orderby=tst_kind", 400, "0x80060888", "The query node SingleValueOpenPropertyAccess is not supported.")]
    [InlineData("GET", "tst_parents?$apply=groupby((tst_kind))&$top=1", 501, "0x80040800", "Query option '$top' beside $apply is not supported by the sandbox.")]
    [InlineData("GET", "tst_parents?$apply=groupby((tst_kind))/filter(tst_kind eq 1)", 501, "0x80040800", "'filter' after a group or an aggregate in $apply is not supported by the sandbox.")]
    [InlineData("GET", "tst_parents?$apply=aggregate(tst_score with countdistinct as n)", 400, "0x80060888", "The aggregate 'CountDistinct' is not supported. Use sum, min, max, average or $count.")]
    [InlineData("GET", "tst_parents?$expand=tst_parent_child/$ref", 400, "0x80060888", "Expand with $ref is only supported on lookup type navigation property.")]
    [InlineData("GET", "tst_parents?$expand=tst_parent_child($top=1;$expand=tst_ParentId)", 400, "0x80060888", "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.")]
    [InlineData("GET", "tst_parents?$filter=tst_parent_child/any(c:c/tst_number eq tst_name)", 501, "0x80040800", "A column of '$it' within the condition on 'c' in $filter is not supported by the sandbox.")]
    [InlineData("POST", "WhoAmI", 404, "", "No HTTP resource was found that matches the request URI '{root}WhoAmI'.")]
    [InlineData("GET", "tst_parents?$search=x", 400, "0x80060888", "The query parameter $search is not supported.")]
    [InlineData("GET", "/api/data/v8.2/tst_parents", 404, "0x8006088a", "Resource not found for the segment 'v8.2'.")]
    [InlineData("PUT", "tst_parents(11111111-1111-1111-1111-111111111111)", 405, "0x80060888", "The method 'PUT' is not allowed for a row.")]
    [InlineData("DELETE", "tst_parents", 405, "0x80060888", "The method 'DELETE' is not allowed for a collection of rows.")]
    [InlineData("POST", "$metadata", 405, "0x80060888", "The method 'POST' is not allowed for '$metadata'.")]
    [InlineData("GET", "tst_parents(nonsense)", 400, "0x80060888", "Bad Request - Error in query syntax.")]
    public async Task A_url_that_makes_no_sense_is_refused(string method, string path, int status, string code, string message) =>
        Assert.Equal(
            (status, code, message.Replace("{root}", api.Client.BaseAddress!.ToString(), StringComparison.Ordinal)),
            (await api.SendAsync(method, path, method == "GET" ? null : "{}")).Error);

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        var answer = await api.UploadAsync("POST", "tst_parents", "a=b"u8.ToArray());

        Assert.Equal((415, "0x80040203", "The content type 'application/octet-stream' is not supported. Send application/json."), answer.Error);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_unread()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "tst_parents") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Content.Headers.ContentLength = 129L * 1024 * 1024;

        // The client cannot send what it promises; the refusal comes before that.
        var answer = await Record.ExceptionAsync(() => api.SendAsync(request));

        Assert.NotNull(answer);
        using var large = new HttpRequestMessage(HttpMethod.Post, "tst_parents") { Content = new ByteArrayContent(new byte[129 * 1024 * 1024]) };
        large.Headers.ExpectContinue = true;
        Assert.Equal((413, "0x80040203", "The request is larger than 128 MB."), (await api.SendAsync(large)).Error);
    }

    [Theory]
    [InlineData(30_000, 200)]
    [InlineData(40_000, 414)]
    public async Task An_address_may_be_as_long_as_the_platform_allows(int length, int status) => Assert.Equal(
        status, (await api.SendAsync("GET", $"tst_parents?$top=1&$filter=tst_name ne '{new string('x', length)}'")).Status);

    [Fact]
    public async Task A_filter_of_endless_depth_is_refused() => Assert.Equal(
        400, (await api.SendAsync("GET", $"tst_parents?$filter={new string('(', 10_000)}tst_score eq 1{new string(')', 10_000)}")).Status);

    [Fact]
    public async Task An_unknown_caller_is_refused()
    {
        Assert.Equal(400, (await api.SendAsync("GET", "tst_parents", null, ("MSCRMCallerID", "nobody"))).Status);
        Assert.Equal(403, (await api.SendAsync("GET", "tst_parents", null, ("CallerObjectId", Guid.NewGuid().ToString()))).Status);
    }

    [Theory]
    [InlineData("Host", "evil.example", "The sandbox does not answer to the host name 'evil.example'.")]
    [InlineData("Origin", "http://evil.example", "The sandbox takes no requests from pages of 'http://evil.example'.")]
    [InlineData("Origin", "http://127.0.0.1:1", "The sandbox takes no requests from pages of 'http://127.0.0.1:1'.")]
    [InlineData("Origin", "null", "The sandbox takes no requests from pages of 'null'.")]
    [InlineData("Sec-Fetch-Site", "cross-site", "The sandbox takes no writing requests from other sites.")]
    public async Task Pages_of_other_origins_are_kept_out(string header, string value, string message) => Assert.Equal(
        (403, "0x80040220", message),
        (await api.SendAsync("POST", "tst_parents", """{"tst_name":"evil"}""", (header, value))).Error);

    [Fact]
    public async Task A_page_of_its_own_is_let_in() => Assert.Equal(
        204,
        (await api.SendAsync("POST", "tst_parents", """{"tst_name":"good"}""", ("Origin", api.Host.BaseAddress.ToString().TrimEnd('/')), ("Sec-Fetch-Site", "same-origin"))).Status);
}
