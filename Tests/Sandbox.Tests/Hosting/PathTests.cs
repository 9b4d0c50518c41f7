using System.Text;
using System.Text.Json.Nodes;
using Packager.Tests;
using Sandbox.Hosting;
using Sandbox.Tests.Core;

namespace Sandbox.Tests.Hosting;

/// <summary>That no answer tells where things lie on this machine, whatever goes wrong.</summary>
public sealed class PathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key = "paths-" + Guid.NewGuid().ToString("N");
    private Exception _thrown = new InvalidOperationException();

    [Fact]
    public async Task No_answer_names_a_folder_of_this_machine()
    {
        AppDomain.CurrentDomain.SetData(_key, (Action<string, IServiceProvider>)((_, _) => throw _thrown));
        var zip = Path.Combine(_folder.Path, "sample.zip");
        await File.WriteAllBytesAsync(zip, TestSolution.Pack(_key, [new StepSpec("post", "Create", "tst_parent", 40)]));
        var data = Path.Combine(_folder.Path, "data");
        await using var host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = data,
            Solution = zip,
            Samples = null,
            Organization = options => options with { TraceLog = TraceLogSetting.All },
        });
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var leaks = new List<string>();
        var answers = 0;

        foreach (var thrown in (Exception[])
        [
            new FileNotFoundException($"Could not find file '{Path.Combine(data, "organization.db")}'."),
            new DirectoryNotFoundException($"Could not find a part of the path '{Path.Combine(AppContext.BaseDirectory, "sub", "x.dll")}'."),
            new Microsoft.Xrm.Sdk.InvalidPluginExecutionException($"Cannot write {Path.GetTempFileName()}: see https://contoso.com{data}"),
            new InvalidOperationException("Outer", new IOException(Environment.CurrentDirectory)),
        ])
        {
            _thrown = thrown;
            await CheckAsync("POST", "api/data/v9.2/tst_parents", """{"tst_name":"a"}""");
        }

        string[] urls =
        [
            "api/data/v9.2/plugintracelogs", "api/data/v9.2/asyncoperations", "api/data/v9.2/organizations", "api/data/v9.2/solutions", "api/data/v9.2/EntityDefinitions",
            "api/data/v9.2/$metadata", "api/data/v9.2/nothing", "api/data/v9.2/tst_parents?$filter=(((", "api/data/v9.2/tst_parents(00000000-0000-0000-0000-000000000009)",
            "api/data/v9.2/tst_parents?fetchXml=%3Cfetch%3E", "api/data/v8.0/x", "api/data/", "player/../../etc/passwd", "player/nothing.js", "player/app?appname=x",
            "player/table/x", "WebResources/..%2f..%2fetc%2fpasswd", "WebResources/nothing.js", "WebResources/%00", "sandbox/nothing", "%2e%2e/%2e%2e/etc/passwd", "favicon.ico",
        ];
        foreach (var url in urls) await CheckAsync("GET", url, null);
        string[] bodies = ["", "{", "[]", "null", """{"tst_name":1}""", """{"x":{}}""", """{"tst_ParentId@odata.bind":"/x"}""", new string('[', 2000)];
        foreach (var url in (string[])["api/data/v9.2/tst_parents", "api/data/v9.2/$batch", "api/data/v9.2/UploadBlock", "api/data/v9.2/tst_Sweep", "sandbox/clock", "sandbox/user"])
        {
            foreach (var body in bodies) await CheckAsync("POST", url, body);
        }

        foreach (var method in (string[])["PUT", "PATCH", "DELETE", "HEAD", "TRACE", "NONSENSE"]) await CheckAsync(method, "api/data/v9.2/tst_parents", "{}");

        Assert.Empty(leaks);
        Assert.True(answers > 70);

        // Traces are still of use: which plug-in, and in which method.
        var traces = JsonNode.Parse(await client.GetStringAsync("api/data/v9.2/plugintracelogs?$select=exceptiondetails"))!["value"]!.AsArray();
        Assert.Contains(traces, trace => ((string)trace!["exceptiondetails"]!).Contains("   at ", StringComparison.Ordinal));

        async Task CheckAsync(string method, string url, string? body)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Headers.TryAddWithoutValidation("Prefer", "odata.include-annotations=\"*\"");
            using var response = await client.SendAsync(request);
            answers++;
            var text = $"{response.ReasonPhrase} {response.Headers} {response.Content.Headers} {await response.Content.ReadAsStringAsync()}".Replace("\\\\", "\\", StringComparison.Ordinal);
            text = text.Replace($"https://contoso.com{data}", "", StringComparison.Ordinal); // Somebody else's address, which only looks alike.
            foreach (var leak in Secrets(data).Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                leaks.Add($"{method} {url}: '{leak}' in {text[..Math.Min(text.Length, 2000)]}");
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.SetData(_key, null);
        _folder.Dispose();
    }

    private static IEnumerable<string> Secrets(string data) => new[]
    {
        data, AppContext.BaseDirectory, Environment.CurrentDirectory, Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar,
        ".cs:line", @"C:\", $"/{Environment.UserName}/", $@"\{Environment.UserName}\",
    }.Where(secret => secret.Length > 2);
}
