using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Sandbox.Tests.Parity;

/// <summary>A server that wants a bearer token and hands everything else on to the sandbox, unless the test has it do otherwise.</summary>
internal sealed class TokenFront : IAsyncDisposable
{
    public const string Token = "a-token";

    private static readonly string[] OwnHeaders = ["Authorization", "Host", "Connection", "Content-Length", "Transfer-Encoding"];

    private readonly HttpClient _sandbox;
    private readonly WebApplication _app;

    private TokenFront(Uri sandbox, WebApplication app)
    {
        _sandbox = new HttpClient { BaseAddress = sandbox };
        _app = app;
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Requests so far.</summary>
    public int Count { get; private set; }

    /// <summary>Answers in the sandbox's place; says whether it did.</summary>
    public Func<HttpContext, bool> Instead { get; set; } = _ => false;

    /// <summary>Changes the text of an answer.</summary>
    public Func<string, string> Doctor { get; set; } = text => text;

    /// <summary>Whether it asks for a token.</summary>
    public bool AsksForToken { get; set; } = true;

    /// <summary>Whether answers look like those of an environment.</summary>
    public bool HidesSandbox { get; set; }

    public static async Task<TokenFront> StartAsync(Uri sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var front = new TokenFront(sandbox, app);
        app.Run(front.HandleAsync);
        await app.StartAsync();
        front.Address = new Uri(app.Urls.Single());
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _sandbox.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Count++;
        if (AsksForToken && context.Request.Headers.Authorization != "Bearer " + Token)
        {
            context.Response.StatusCode = 401;
            return;
        }

        if (Instead(context))
            return;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (body.Length > 0 || context.Request.Headers.ContentType.Count > 0)
            request.Content = new ByteArrayContent(body.ToArray());
        request.Headers.Host = context.Request.Host.Value; // Addresses in answers are the front's.
        foreach (var (name, values) in context.Request.Headers.Where(header => !OwnHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var response = await _sandbox.SendAsync(request);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !OwnHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            context.Response.Headers[name] = values.ToArray();
        if (HidesSandbox)
            context.Response.Headers.Remove("X-Dataverse-Sandbox");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
            bytes = System.Text.Encoding.UTF8.GetBytes(Doctor(System.Text.Encoding.UTF8.GetString(bytes)));
        if (bytes.Length > 0)
            await context.Response.Body.WriteAsync(bytes);
    }
}
