using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataverseReadiness.Cli.Environments;

/// <summary>
/// Talks to the Web API of one environment: JSON, pages, change sets, and waits where the service asks for it. What was refused is a
/// <see cref="RefusedException"/>, what was not answered a <see cref="LostException"/>; both say it in a sentence.
/// </summary>
/// <remarks>
/// Service protection answers 429 before anything was done, so whatever was sent is sent again after <c>Retry-After</c>
/// (learn.microsoft.com/power-apps/developer/data-platform/api-limits). After 502, 503 without <c>Retry-After</c>, 504 and a lost
/// connection nobody knows what was done: only what may be done twice is sent again.
/// </remarks>
internal sealed class WebApiClient : IDisposable
{
    private const string Version = "api/data/v9.2/";
    private const int MostRetries = 3;

    // For all requests of a run together.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    // The platform ends an operation after two minutes; an upload of a solution takes its time on the way.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http;
    private readonly Func<CancellationToken, ValueTask<string?>> _token;
    private readonly CancellationToken _stop;
    private TimeSpan _waited;

    /// <param name="environment">Without a path.</param>
    /// <param name="token">A bearer token for each request; null for none.</param>
    /// <param name="stop">Ends every request.</param>
    public WebApiClient(Uri environment, Func<CancellationToken, ValueTask<string?>> token, CancellationToken stop)
    {
        Environment = environment;
        _token = token;
        _stop = stop;

        // A redirect would take the token elsewhere.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = new Uri(environment, "/" + Version),
            Timeout = LongestRequest,
        };
        _http.DefaultRequestHeaders.Add("OData-Version", "4.0");
        _http.DefaultRequestHeaders.Add("OData-MaxVersion", "4.0");
        _http.DefaultRequestHeaders.Add("Accept", "application/json");
    }

    public Uri Environment { get; }

    /// <summary>Host and port, as people name the environment.</summary>
    public string Host => Environment.Authority;

    /// <summary>Reads one row or the answer of a function.</summary>
    /// <param name="isRepeatable">Whether a lost connection is taken up again here, and not by who asks.</param>
    public async Task<JsonObject> Get(string path, bool isRepeatable = true) => (await Send(HttpMethod.Get, path, null, isRepeatable))!;

    /// <summary>Every row of a query, page by page, with the labels of its values beside them.</summary>
    public async IAsyncEnumerable<JsonObject> Rows(string path)
    {
        for (string? next = path; next is not null;)
        {
            var page = await Get(next);
            foreach (var row in page["value"]!.AsArray())
            {
                yield return row!.AsObject();
            }

            next = (string?)page["@odata.nextLink"];
        }
    }

    /// <summary>Calls an action.</summary>
    /// <param name="isRepeatable">Whether it may be done twice.</param>
    /// <returns>Null where the action answers nothing.</returns>
    public Task<JsonObject?> Call(string action, JsonObject body, bool isRepeatable = false) => Send(HttpMethod.Post, action, body, isRepeatable);

    /// <summary>Writes rows in one change set: all of them or none.</summary>
    /// <exception cref="RefusedException">One was refused, and so none was written.</exception>
    public async Task Write(IReadOnlyList<RowWrite> rows)
    {
        using var response = await Answer(() => ChangeSet.Request(rows, _http.BaseAddress!.AbsolutePath), isRepeatable: false);
        var text = await Text(response);
        if (!response.IsSuccessStatusCode || ChangeSet.Refusal(text) is not null)
        {
            var (status, body) = ChangeSet.Refusal(text) ?? ((int)response.StatusCode, text);
            throw Refused(status, body, "the rows");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject?> Send(HttpMethod method, string path, JsonObject? body, bool isRepeatable)
    {
        using var response = await Answer(
            () =>
            {
                var message = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")) };
                message.Headers.Add("Prefer", "odata.include-annotations=\"*\",odata.maxpagesize=500");
                return message;
            },
            isRepeatable);
        var text = await Text(response);
        if (!response.IsSuccessStatusCode)
        {
            throw Refused((int)response.StatusCode, text, $"'{path.Split('?', '(')[0]}'");
        }

        return text.Length == 0 ? null : Read(text) ?? throw NoWebApi();
    }

    /// <summary>An answer that is about the request: neither a wait nor a lost connection.</summary>
    private async Task<HttpResponseMessage> Answer(Func<HttpRequestMessage> request, bool isRepeatable)
    {
        for (var tries = 0; ; tries++)
        {
            HttpResponseMessage response;
            using (var message = request())
            {
                if (await _token(_stop) is { } token)
                {
                    message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                }

                try
                {
                    response = await _http.SendAsync(message, _stop);
                }
                catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !_stop.IsCancellationRequested))
                {
                    if (isRepeatable && tries < MostRetries && IsPassing(e))
                    {
                        await Wait(TimeSpan.FromSeconds(1 << tries), 0);
                        continue;
                    }

                    throw Lost(e);
                }
            }

            if (Pause(response, isRepeatable, tries) is not { } pause)
            {
                return response;
            }

            response.Dispose();
            await Wait(pause, (int)response.StatusCode);
        }
    }

    /// <summary>How long to wait before the same request is sent again; null when its answer stands.</summary>
    private static TimeSpan? Pause(HttpResponseMessage response, bool isRepeatable, int tries)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > DateTimeOffset.UtcNow ? date - DateTimeOffset.UtcNow : TimeSpan.Zero,
            _ => (TimeSpan?)null,
        };
        var usual = tries < MostRetries ? TimeSpan.FromSeconds(1 << tries) : (TimeSpan?)null;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => asked ?? usual,
            HttpStatusCode.ServiceUnavailable => asked ?? (isRepeatable ? usual : null),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout when isRepeatable => usual,
            _ => null,
        };
    }

    private async Task Wait(TimeSpan pause, int status)
    {
        if (_waited + pause > LongestWait)
        {
            throw new TroubleException($"{Host} takes no requests now{(status == 0 ? "" : $" ({status})")} and asks to wait {pause.TotalSeconds:0} s more. Run the same command again later.");
        }

        _waited += pause;
        await Task.Delay(pause, _stop);
    }

    private async Task<string> Text(HttpResponseMessage response)
    {
        try
        {
            return await response.Content.ReadAsStringAsync(_stop);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !_stop.IsCancellationRequested))
        {
            throw Lost(e);
        }
    }

    private static bool IsPassing(Exception e) => e is not HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    private LostException Lost(Exception e) => new(
        e switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"The host {Host} cannot be found. Check the address given by {EnvironmentOption.Name}, and whether there is a network.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"{Host} shows no certificate that this machine trusts. Check the address given by {EnvironmentOption.Name}, and the trusted certificates.",
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"The proxy does not let {Host} through. Check HTTPS_PROXY and the rules of the network.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
                $"There is no connection to {Host}. Check the address given by {EnvironmentOption.Name}, the network and its proxy.",
            _ => $"The connection to {Host} was lost. Run the same command again.",
        },
        e);

    private TroubleException Refused(int status, string text, string what)
    {
        var error = Read(text)?["error"] as JsonObject;
        if (error is null && status is not (401 or 403 or 429 or >= 500))
        {
            return NoWebApi();
        }

        var said = ((string?)error?["message"])?.Trim() is { Length: > 0 } message ? " " + message : "";
        var code = (string?)error?["code"] ?? "";
        return new RefusedException(status, code, status switch
        {
            401 => $"{Host} does not accept the sign-in (401). Sign in again, for instance with 'az login', or check the variables of the application user; its tenant must be the environment's.",
            403 => $"{Host} does not allow this (403).{said} Ask an administrator for a security role that does.",
            404 when code == RefusedException.NoSegment => $"The solution DataverseReadiness is not installed in {Host}, or in an older version without {what}. Import it first: 'readiness import out/DataverseReadiness_managed.zip'.",
            400 when said.Contains("Could not find a property", StringComparison.Ordinal) => $"{Host} has an older version of the solution DataverseReadiness than this command.{said} Import this version first.",
            412 => $"A row was changed by somebody else meanwhile.{said} Run the same command again.",
            429 or 503 => $"{Host} takes no requests now ({status}).{said} Run the same command again later.",
            _ => $"{Host} refused {what} ({status}).{(said.Length > 0 ? said : " It gives no reason.")}",
        });
    }

    private TroubleException NoWebApi() => new($"{Host} answers, but not as the Web API of a Dataverse environment. Check the address given by {EnvironmentOption.Name}: it is that of the app, such as https://yourorg.crm.dynamics.com.");

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
