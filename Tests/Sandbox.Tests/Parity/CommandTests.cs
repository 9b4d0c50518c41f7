using Microsoft.AspNetCore.Http;
using Packager.Tests;
using Parity;
using Sandbox.Hosting;

namespace Sandbox.Tests.Parity;

/// <summary>The command that compares with an environment, before a sandbox that a front makes look like one.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private SandboxHost _sandbox = null!;
    private TokenFront _front = null!;

    private Files Repository { get; set; } = null!;

    private string Said => _output.ToString() + _error;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder.Path, "data"),
            Solution = null,
            Samples = null,
        });
        _front = await TokenFront.StartAsync(_sandbox.BaseAddress);
        Repository = new Files(Path.Combine(_folder.Path, "repository"));
        Directory.CreateDirectory(Path.GetDirectoryName(Repository.Page)!);
        var own = Path.Combine(Files.OfRepository.Tests, "Parity");
        foreach (var file in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(Repository.Tests, "Parity", Path.GetRelativePath(own, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Repository.Stamps, "{}");
    }

    public async Task DisposeAsync()
    {
        await _front.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_scenario_is_the_same_in_the_sandbox_which_is_not_stamped()
    {
        Assert.Equal(0, await RunAsync("--yes"));

        Assert.Equal(Repository.Scenarios.Count(), Said.Split('\n').Count(line => line.TrimEnd().EndsWith(" same", StringComparison.Ordinal)));
        Assert.Contains("This was the sandbox itself: nothing is stamped.", Said, StringComparison.Ordinal);
        Assert.Empty(Stamp.All(Repository));
        Assert.False(File.Exists(Repository.Page));
        Assert.Equal((0, 0), (await CountAsync("pty_orders"), await CountAsync("pty_lines")));
    }

    [Fact]
    public async Task An_answer_that_is_another_differs_and_the_page_says_in_what()
    {
        Keep("etags", "rows");
        _front.HidesSandbox = true;
        _front.Doctor = text => text.Replace("0x80060882", "0x80060883", StringComparison.Ordinal);

        Assert.Equal(1, await RunAsync("--yes"));

        const string difference = "step 5, PATCH pty_orders({order}): /body/error/code is \"0x80060883\", recorded \"0x80060882\"";
        var stamps = Stamp.All(Repository);
        Assert.Equal((StampResult.Differs, difference, "9.2.0.0"), (stamps["etags"].Result, stamps["etags"].What, stamps["etags"].Version));
        Assert.Equal((StampResult.Same, null), (stamps["rows"].Result, stamps["rows"].What));
        var page = File.ReadAllText(Repository.Page);
        Assert.Contains($"differs, {stamps["etags"].Date:yyyy-MM-dd}: `{difference}` ([etags]", page, StringComparison.Ordinal);
        Assert.Contains($"same, {stamps["rows"].Date:yyyy-MM-dd} ([rows]", page, StringComparison.Ordinal);
        foreach (var written in new[] { page, File.ReadAllText(Repository.Stamps) })
            Assert.DoesNotContain(_front.Address.Authority, written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_is_waited_for_as_long_as_it_says()
    {
        Keep("etags", "rows");
        var refused = 0;
        var began = DateTimeOffset.UtcNow;
        _front.Instead = context => _front.Count % 7 == 3 && Throttle(context, refused++ switch
        {
            0 => "1",
            1 => DateTimeOffset.UtcNow.AddSeconds(2).ToString("R"),
            _ => "0",
        });

        Assert.Equal(0, await RunAsync("--yes"));

        Assert.True(refused > 3);
        Assert.True(DateTimeOffset.UtcNow - began > TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_is_throttled_for_too_long_is_not_compared()
    {
        Keep("etags", "rows");
        _front.HidesSandbox = true;
        _front.Instead = context => context.Request.Headers.IfNoneMatch.Count > 0 && Throttle(context, "3600");

        Assert.Equal(2, await RunAsync("--yes"));

        Assert.Contains("not compared: The environment takes no requests (429)", Said, StringComparison.Ordinal);
        Assert.DoesNotContain("differs", Said, StringComparison.Ordinal);
        Assert.Equal(["rows"], Stamp.All(Repository).Keys);
    }

    [Fact]
    public async Task A_token_that_expires_ends_the_comparison_and_what_was_found_is_kept()
    {
        Keep("etags", "rows", "upsert");
        _front.HidesSandbox = true;
        var expired = false;
        _front.Instead = context =>
        {
            // Of the scenario "rows", the second one.
            expired |= context.Request.Method == "POST" && context.Request.QueryString.Value == "?$select=pty_name%2Cstatecode%2Cstatuscode";
            return expired && Answer(context, 401);
        };

        Assert.Equal(2, await RunAsync("--yes"));

        Assert.Equal(["etags"], Stamp.All(Repository).Keys);
        Assert.Equal(2, Said.Split("not compared: The environment does not accept the token (401)").Length - 1);
        Assert.DoesNotContain("differs", Said, StringComparison.Ordinal);
        Assert.Contains("Rows of pty_order and pty_line may be left", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_leaves_its_scenario_alone_uncompared()
    {
        Keep("etags", "rows");
        _front.HidesSandbox = true;
        _front.Instead = context =>
        {
            if (context.Request.Headers.IfNoneMatch.Count == 0) return false;
            context.Abort();
            return true;
        };

        Assert.Equal(2, await RunAsync("--yes"));

        Assert.Contains("not compared: The connection was lost", Said, StringComparison.Ordinal);
        Assert.Equal(["rows"], Stamp.All(Repository).Keys);
    }

    [Fact]
    public async Task A_stamp_stays_when_its_scenario_is_not_compared_again_and_says_nothing_of_another_recording()
    {
        Keep("etags");
        _front.HidesSandbox = true;
        Assert.Equal(0, await RunAsync("--yes"));
        _front.Instead = context => context.Request.Headers.IfNoneMatch.Count > 0 && Answer(context, 503);

        Assert.Equal(2, await RunAsync("--yes"));

        Assert.Contains("same, ", File.ReadAllText(Repository.Page), StringComparison.Ordinal);
        var file = Repository.Scenarios.Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("0x80060882", "0x80060883", StringComparison.Ordinal));
        Assert.DoesNotContain("same, ", Page.Of(Repository), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_for_people_are_compared_in_their_language_alone()
    {
        Keep("labels");
        var file = Repository.Scenarios.Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"language\": 1033", "\"language\": 1053", StringComparison.Ordinal));

        Assert.Equal(2, await RunAsync("--yes"));

        Assert.Contains("not compared: its texts are those of the language 1053, and the caller's is 1033.", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_until_the_person_agrees()
    {
        Assert.Equal(2, await RunAsync());

        Assert.Contains($"({_front.Address.Authority}), version 9.2.0.0.", Said, StringComparison.Ordinal);
        Assert.Contains("Go on? [y/N]", Said, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", Said, StringComparison.Ordinal);
        Assert.Equal(404, await StatusAsync("pty_orders"));
    }

    [Fact]
    public async Task The_solution_goes_when_that_is_asked_for()
    {
        Keep("upsert");

        Assert.Equal(0, await RunAsync("--yes", "--remove"));

        Assert.Equal(404, await StatusAsync("pty_orders"));
    }

    [Fact]
    public async Task A_wrong_token_and_none_are_said()
    {
        Assert.Equal(2, await RunAgainstAsync(_front.Address.ToString(), "another", "--yes"));
        Assert.Equal(2, await RunAgainstAsync(_front.Address.ToString(), null, "--yes"));

        Assert.Contains("The environment does not accept the token (401)", Said, StringComparison.Ordinal);
        Assert.Contains($"az account get-access-token --resource {_front.Address.GetLeftPart(UriPartial.Authority)} ", Said, StringComparison.Ordinal);
        Assert.Equal(404, await StatusAsync("pty_orders"));
    }

    [Theory]
    [InlineData("http://yourorg.crm.dynamics.com")]
    [InlineData("https://yourorg.crm.dynamics.com/main.aspx")]
    [InlineData("https://me@yourorg.crm.dynamics.com")]
    [InlineData("yourorg")]
    public async Task What_is_no_address_is_sent_no_token(string address)
    {
        Assert.Equal(2, await RunAgainstAsync(address, TokenFront.Token, "--yes"));

        Assert.Contains($"'{address}' is no address of an environment.", Said, StringComparison.Ordinal);
    }

    private static bool Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return true;
    }

    private static bool Throttle(HttpContext context, string seconds)
    {
        context.Response.Headers.RetryAfter = seconds;
        return Answer(context, 429);
    }

    private Task<int> RunAsync(params string[] options) => RunAgainstAsync(_front.Address.ToString(), TokenFront.Token, options);

    private Task<int> RunAgainstAsync(string address, string? token, params string[] options) =>
        new Command(Repository, new StringReader("n\n"), _output, _error).RunAsync([address, .. options], token);

    /// <summary>Leaves these scenarios alone, for tests that are about something else.</summary>
    private void Keep(params string[] names)
    {
        foreach (var file in Repository.Scenarios.Where(file => !names.Contains(Path.GetFileNameWithoutExtension(file))).ToList())
            File.Delete(file);
    }

    private async Task<int> CountAsync(string set)
    {
        using var client = new HttpClient();
        return int.Parse(await client.GetStringAsync(new Uri(_sandbox.BaseAddress, $"api/data/v9.2/{set}/$count")), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<int> StatusAsync(string set)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(_sandbox.BaseAddress, "api/data/v9.2/" + set));
        return (int)response.StatusCode;
    }
}
