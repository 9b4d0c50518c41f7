using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Parity;

/// <summary>Sends requests to a Web API, waits where it is told to, and tells an answer from none.</summary>
internal sealed class EnvironmentClient : IDisposable
{
    /// <summary>The header by which the sandbox says what it is.</summary>
    public const string SandboxHeader = "X-Dataverse-Sandbox";

    /// <summary>How long it waits all in all for one request to be taken.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client;

    /// <param name="address">The environment's, without a path.</param>
    /// <param name="token">A bearer token; null for none.</param>
    public EnvironmentClient(Uri address, string? token)
    {
        // A redirect would take the token elsewhere.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address, "/api/data/v9.2/"),
            Timeout = TimeSpan.FromMinutes(20), // An import answers when it is done.
        };
        _client.DefaultRequestHeaders.Add("OData-Version", "4.0");
        _client.DefaultRequestHeaders.Add("OData-MaxVersion", "4.0");
        _client.DefaultRequestHeaders.Add("Accept", "application/json");
        if (token is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Address of the Web API, with a slash at the end.</summary>
    public string Base => _client.BaseAddress!.AbsoluteUri;

    public string Host => _client.BaseAddress!.Authority;

    /// <summary>Whether an answer came from the sandbox.</summary>
    public bool IsSandbox { get; private set; }

    /// <exception cref="NotFinishedException">There was no answer, or one that says nothing of the request.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            HttpResponseMessage response;
            using (var message = request())
            {
                try
                {
                    response = await _client.SendAsync(message);
                }
                catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
                {
                    throw new NotFinishedException($"The connection was lost: {problem.Message.Replace(Host, "the host", StringComparison.Ordinal)}", endsRun: false, problem);
                }
            }

            IsSandbox |= response.Headers.Contains(SandboxHeader);
            switch (response.StatusCode)
            {
                case HttpStatusCode.Unauthorized:
                    response.Dispose();
                    throw new NotFinishedException("The environment does not accept the token (401); it may have expired. Obtain another one and run again.", endsRun: true);
                case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable when Pause(response) is var pause && waited + pause <= LongestWait:
                    response.Dispose();
                    waited += pause;
                    await Task.Delay(pause);
                    continue;
                case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout:
                    using (response)
                        throw new NotFinishedException($"The environment takes no requests ({(int)response.StatusCode}); waited {waited.TotalSeconds:0} s.", endsRun: false);
                default:
                    return response;
            }
        }
    }

    /// <summary>Sends without a comparison and reads the JSON of the answer; null when there is none.</summary>
    /// <exception cref="NotFinishedException">It was refused or not answered.</exception>
    public async Task<JsonNode?> CallAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent(body) });
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new NotFinishedException($"'{method} {path.Split('?')[0]}' was refused with {(int)response.StatusCode}: {Sentence(text)}", endsRun: true);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public static StringContent JsonContent(JsonNode body) => new(body.ToJsonString(Files.Json), new MediaTypeHeaderValue("application/json"));

    public void Dispose() => _client.Dispose();

    private static TimeSpan Pause(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > DateTimeOffset.UtcNow => date - DateTimeOffset.UtcNow,
        { Date: not null } => TimeSpan.Zero,
        _ => LongestWait + TimeSpan.FromSeconds(1), // Nobody said how long.
    };

    private static string Sentence(string text)
    {
        try
        {
            return (string?)JsonNode.Parse(text)?["error"]?["message"] ?? "no reason was given.";
        }
        catch (System.Text.Json.JsonException)
        {
            return "no reason was given.";
        }
    }
}
