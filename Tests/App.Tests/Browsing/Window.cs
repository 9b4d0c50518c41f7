using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace App.Tests.Browsing;

/// <summary>A page under watch: when it closes, there must have been no error on its console and no request to elsewhere.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private int _expectedRefusals;

    internal Window(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type != "error") return;
            // The browser itself notes every refused request; those a test provokes are announced.
            if (message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && Interlocked.Decrement(ref _expectedRefusals) >= 0) return;
            _problems.Enqueue($"{message.Text} {message.Location}");
        };
        page.PageError += (_, error) => _problems.Enqueue(error);
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != site.Authority) _problems.Enqueue($"A request left for {address}.");
        };
    }

    public IPage Page { get; }

    /// <summary>Announces that a request will be refused; the browser writes that to the console.</summary>
    public void ExpectRefusal(int count = 1) => Interlocked.Add(ref _expectedRefusals, count);

    /// <summary>Answers and forgets the errors so far, for tests that provoke them.</summary>
    public IReadOnlyList<string> TakeErrors()
    {
        var taken = _problems.ToArray();
        _problems.Clear();
        return taken;
    }

    /// <summary>Waits until an expression is truthy; by asking again, because the app's policy keeps text from being run in the page.</summary>
    public async Task WaitUntilAsync(string expression)
    {
        for (var began = Environment.TickCount64; !await Page.EvaluateAsync<bool>($"!!({expression})"); await Task.Delay(50))
            Assert.True(Environment.TickCount64 - began < 15_000, $"'{expression}' did not come true.");
    }

    /// <summary>Asserts that axe-core finds nothing.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(node => node.Html))}")));
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_problems.IsEmpty, string.Join('\n', _problems));
    }
}
