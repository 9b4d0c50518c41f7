using System.Net.Http.Headers;
using System.Text;

namespace Sandbox.Tests.WebApi;

[Collection(WebApiCollection.Name)]
public sealed class BatchTests(WebApiFixture api)
{
    private readonly string _mark = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Requests_are_answered_one_by_one()
    {
        var answer = await BatchAsync($"""
            --b
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST /api/data/v9.2/tst_parents HTTP/1.1
            Content-Type: application/json

            {Row("one")}
            --b
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET tst_parents/$count?$filter=startswith(tst_name,'{_mark}') HTTP/1.1

            --b--

            """);

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("multipart/mixed; boundary=batchresponse_", answer.Headers["Content-Type"]);
        Assert.Contains("HTTP/1.1 204 No Content", answer.Text);
        Assert.Contains("OData-EntityId: ", answer.Text);
        Assert.Contains("HTTP/1.1 200 OK", answer.Text);
        Assert.Contains("\r\n\r\n1\r\n", answer.Text);
    }

    [Fact]
    public async Task A_change_set_happens_as_a_whole()
    {
        var answer = await BatchAsync(ChangeSet(Row("parent"), $$"""{"tst_number":"{{_mark}}","tst_ParentId@odata.bind":"$1"}"""));

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(2, answer.Text.Split("HTTP/1.1 204").Length - 1);
        Assert.Contains("Content-ID: 2", answer.Text);
        var child = (await api.SendAsync("GET", $"tst_children?$filter=tst_number eq '{_mark}'&$expand=tst_ParentId($select=tst_name)")).Json["value"]![0]!;
        Assert.Equal(_mark + " parent", (string)child["tst_ParentId"]!["tst_name"]!);
    }

    [Fact]
    public async Task A_change_set_that_fails_leaves_nothing()
    {
        var answer = await BatchAsync(ChangeSet(Row("parent"), $$"""{"tst_number":"{{_mark}}","tst_ParentId@odata.bind":"tst_parents({{Guid.NewGuid()}})"}"""));

        Assert.Equal(404, answer.Status);
        Assert.Contains("0x80040217", answer.Text);
        Assert.Equal("0", (await api.SendAsync("GET", $"tst_parents/$count?$filter=startswith(tst_name,'{_mark}')")).Text);
    }

    [Theory]
    [InlineData("", 404, 1)]
    [InlineData("odata.continue-on-error", 200, 2)]
    public async Task The_first_error_ends_a_batch_unless_told_otherwise(string prefer, int status, int answers)
    {
        const string body = """
            --b
            Content-Type: application/http

            GET tst_nones HTTP/1.1

            --b
            Content-Type: application/http

            GET WhoAmI HTTP/1.1

            --b--

            """;

        var answer = await BatchAsync(body, prefer.Length == 0 ? [] : [("Prefer", prefer)]);

        Assert.Equal((status, answers), (answer.Status, answer.Text.Split("HTTP/1.1 ").Length - 1));
    }

    [Theory]
    [InlineData("--b\nContent-Type: application/http\n\nGET WhoAmI HTTP/1.1\n\n", "The batch ends without its closing boundary '--b--'.")]
    [InlineData("", "The batch ends without its closing boundary '--b--'.")]
    public async Task A_malformed_batch_is_refused(string body, string message) =>
        Assert.Equal((400, "0x80040203", message), (await BatchAsync(body)).Error);

    [Theory]
    [InlineData("nonsense", "A part of the batch is no HTTP request: 'nonsense'.")]
    [InlineData("GET http://elsewhere/api/data/v9.2/tst_parents HTTP/1.1", "'http://elsewhere/api/data/v9.2/tst_parents' is no address of this service.")]
    public async Task A_part_that_is_no_request_is_refused_in_its_place_and_what_went_before_is_answered(string part, string message)
    {
        var answer = await BatchAsync($"""
            --b
            Content-Type: application/http

            POST tst_parents HTTP/1.1
            Content-Type: application/json

            {Row("before")}
            --b
            Content-Type: application/http

            {part}
            --b--

            """);

        Assert.Equal(400, answer.Status);
        Assert.Contains("HTTP/1.1 204 No Content", answer.Text);
        Assert.Contains(message, answer.Text);
        Assert.Equal("1", (await api.SendAsync("GET", $"tst_parents/$count?$filter=startswith(tst_name,'{_mark}')")).Text);
    }

    private string Row(string name) => $$"""{"tst_name":"{{_mark}} {{name}}"}""";

    private static string ChangeSet(string first, string second) => $"""
        --b
        Content-Type: multipart/mixed; boundary="c"

        --c
        Content-Type: application/http
        Content-Transfer-Encoding: binary
        Content-ID: 1

        POST tst_parents HTTP/1.1
        Content-Type: application/json

        {first}
        --c
        Content-Type: application/http
        Content-Transfer-Encoding: binary
        Content-ID: 2

        POST tst_children HTTP/1.1
        Content-Type: application/json

        {second}
        --c--

        --b--

        """;

    private async Task<Answer> BatchAsync(string body, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n"))),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=\"b\"");
        return await api.SendAsync(request, headers);
    }
}
