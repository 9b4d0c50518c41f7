using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Hosting;

/// <summary>What a page of another origin can do with a browser's help: nothing. The headers are those that browsers send, and that pages cannot change.</summary>
[Collection(WebApiCollection.Name)]
public sealed class OriginTests(WebApiFixture api)
{
    private const string OtherPort = "http://127.0.0.1:1";

    private static readonly (string Method, string Path, string Type, string Body)[] Writing =
    [
        ("POST", "api/data/v9.2/tst_parents", "application/json", """{"tst_name":"foreign"}"""),
        ("POST", "api/data/v9.2/tst_parents", "text/plain", """{"tst_name":"foreign"}"""),
        ("POST", "api/data/v9.2/tst_parents", "application/x-www-form-urlencoded", "tst_name=foreign"),
        ("POST", "api/data/v9.2/$batch", "multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nPOST tst_parents HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"tst_name\":\"foreign\"}\r\n--b--"),
        ("PATCH", "api/data/v9.2/tst_parents({id})", "application/json", """{"tst_name":"foreign"}"""),
        ("PUT", "api/data/v9.2/tst_childs({id})/tst_document", "application/octet-stream", "foreign"),
        ("DELETE", "api/data/v9.2/tst_parents({id})", "text/plain", ""),
        ("POST", "sandbox/user", "application/json", """{"id":"8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a01"}"""),
        ("POST", "sandbox/clock", "application/json", """{"days":1}"""),
        ("DELETE", "sandbox/clock", "text/plain", ""),
        ("OPTIONS", "api/data/v9.2/tst_parents", "text/plain", ""),
    ];

    /// <summary>A scripted request, a form, a form of a browser that sends neither header, and a page whose origin is kept secret.</summary>
    private static readonly (string Name, string Value)[][] Senders =
    [
        [("Origin", OtherPort), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "cors")],
        [("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "no-cors")],
        [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")],
        [("Referer", OtherPort + "/page.html")],
        [("Origin", "null")],
    ];

    [Fact]
    public async Task No_page_of_another_port_writes_anything()
    {
        var kept = await api.CreateAsync("tst_parents", """{"tst_name":"kept"}""");
        foreach (var (method, path, type, body) in Writing)
        {
            foreach (var sender in Senders)
            {
                using var response = await SendAsync(method, path.Replace("{id}", kept.ToString(), StringComparison.Ordinal), sender, type, body);

                Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} {string.Join(' ', sender)}: {response.StatusCode}");
                Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
                Assert.False(response.Headers.Contains("Set-Cookie"));
            }
        }

        Assert.Equal("kept", (string)(await api.SendAsync("GET", $"tst_parents({kept})?$select=tst_name")).Json["tst_name"]!);
        Assert.Equal("0", (await api.SendAsync("GET", "tst_parents/$count?$filter=tst_name eq 'foreign'")).Text);
    }

    [Theory]
    [InlineData("api/data/v9.2/tst_parents", "no-cors", "script", HttpStatusCode.Forbidden)]
    [InlineData("api/data/v9.2/WhoAmI", "navigate", "document", HttpStatusCode.Forbidden)] // A function may write.
    [InlineData("sandbox/clock", "navigate", "document", HttpStatusCode.Forbidden)]
    [InlineData("player/app", "no-cors", "image", HttpStatusCode.Forbidden)]
    [InlineData("", "navigate", "iframe", HttpStatusCode.Forbidden)]
    [InlineData("", "navigate", "document", HttpStatusCode.OK)] // A link to the app.
    [InlineData("main.aspx", "navigate", "document", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_reads_nothing_but_may_link_to_the_app(string path, string mode, string destination, HttpStatusCode status)
    {
        foreach (var site in new[] { "cross-site", "same-site" })
        {
            using var response = await SendAsync("GET", path, [("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination)]);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("0.0.0.0", HttpStatusCode.Forbidden)]
    public async Task Only_names_of_this_machine_are_answered_to(string host, HttpStatusCode status)
    {
        foreach (var path in new[] { "api/data/v9.2/WhoAmI", "sandbox/clock", "main.aspx" })
        {
            using var response = await SendAsync("GET", path, [("Host", $"{host}:{api.Host.BaseAddress.Port}")]);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("api/data/v9.2/WhoAmI", "default-src 'none'")]
    [InlineData("sandbox/clock", "default-src 'none'")]
    [InlineData("nothing/here", "default-src 'none'")]
    [InlineData("main.aspx", "script-src 'self'; ")]
    [InlineData("WebResources/tst_/html/checklist.html", "default-src 'self'; ")]
    public async Task Every_answer_has_its_policy_and_is_taken_for_what_it_says(string path, string policy)
    {
        using var response = await SendAsync("GET", path, []);

        Assert.Contains(policy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("http:", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    private async Task<HttpResponseMessage> SendAsync(
        string method, string path, (string Name, string Value)[] headers, string? type = null, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(api.Host.BaseAddress, path));
        if (type is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await api.Client.SendAsync(request);
    }
}
