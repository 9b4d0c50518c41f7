using System.Text;
using Cli.Tests.Process;
using Microsoft.AspNetCore.Http;
using Plugins.Tests.Probing;

namespace Cli.Tests.Environments;

/// <summary>What stands between the command and an environment: addresses, sign-in, networks, limits.</summary>
public sealed class ConnectionTests
{
    private const string Secret = "hush-hush-8f2a";

    [Theory]
    [InlineData("http://yourorg.crm.dynamics.com")]
    [InlineData("https://yourorg.crm.dynamics.com/main.aspx")]
    [InlineData("https://me@yourorg.crm.dynamics.com")]
    [InlineData("yourorg")]
    public async Task What_is_no_address_is_sent_nothing(string address)
    {
        var run = await CommandRun.Of("sweep", "--environment", address);

        Assert.Equal((64, $"'{address}' is no address of an environment. Write one without a path, such as https://yourorg.crm.dynamics.com.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task The_environment_may_be_named_by_a_variable()
    {
        await using var environment = await TestEnvironment.Start();

        var run = await CommandRun.Of(new CommandRun.Surroundings { Environment = { ["READINESS_ENVIRONMENT"] = environment.Address } }, "sweep");
        var none = await CommandRun.Of("sweep");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal((64, "No environment is named. Write --environment https://yourorg.crm.dynamics.com, or set the variable READINESS_ENVIRONMENT.\n"), (none.Code, none.Error));
    }

    [Fact]
    public async Task A_host_that_is_not_there_or_is_another_is_said()
    {
        var nobody = await CommandRun.Of("sweep", "--environment", "http://127.0.0.1:1");
        await using var environment = await TestEnvironment.Start(installed: false);
        environment.Front.Instead = context => Answer(context, 200, "<html>Welcome</html>");
        var page = await environment.Run("sweep");
        environment.Front.Instead = context => Answer(context, 302, "");
        var redirect = await environment.Run("sweep");

        Assert.Equal((2, "There is no connection to 127.0.0.1:1. Check the address given by --environment, the network and its proxy.\n"), (nobody.Code, nobody.Error));
        Assert.Equal("(error) org.example answers, but not as the Web API of a Dataverse environment. Check the address given by --environment: it is that of the app, such as https://yourorg.crm.dynamics.com.\n(exit code 2)\n", page);
        Assert.Equal(page, redirect);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_what_to_do()
    {
        await using var environment = await TestEnvironment.Start(installed: false);
        var text = new StringBuilder().Append("Not installed: ").Append(await environment.Run("sweep"));
        environment.Front.AsksForToken = true;
        text.Append("No token: ").Append(await environment.Run("sweep"));
        environment.Front.AsksForToken = false;
        environment.Front.Instead = context => Answer(context, 403, """{"error":{"code":"0x80040220","message":"Principal user is missing prvReadrdy_Offer privilege."}}""");
        text.Append("No role: ").Append(await environment.Run("sweep"));
        environment.Front.Instead = context => Answer(context, 500, "oops");
        text.Append("Broken: ").Append(await environment.Run("sweep"));

        Approved.Equal("Refused", text.ToString());
    }

    [Fact]
    public async Task Throttling_is_waited_for_as_long_as_it_says_and_no_longer_than_is_bearable()
    {
        await using var environment = await TestEnvironment.Start();
        var refused = 0;
        environment.Front.Instead = context => refused++ < 2 && Throttle(context, refused == 1 ? "1" : DateTimeOffset.UtcNow.AddSeconds(1).ToString("R"));
        var began = DateTimeOffset.UtcNow;

        var patient = await environment.Run("sweep");
        var took = DateTimeOffset.UtcNow - began;
        environment.Front.Instead = context => Throttle(context, "3600");
        var given = await environment.Run("sweep");

        Assert.EndsWith("(exit code 0)\n", patient, StringComparison.Ordinal);
        Assert.True(took > TimeSpan.FromSeconds(1));
        Assert.Equal(3, refused);
        Assert.Equal("(error) org.example takes no requests now (429) and asks to wait 3600 s more. Run the same command again later.\n(exit code 2)\n", given);
    }

    [Fact]
    public async Task A_lost_connection_is_taken_up_where_that_is_safe_and_only_there()
    {
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start(installed: false);
        int reads = 0, imports = 0;
        environment.Front.Instead = context =>
        {
            var isImport = context.Request.Path.Value!.EndsWith("ImportSolutionAsync", StringComparison.Ordinal);
            if (isImport) imports++;
            if (!isImport && reads++ > 0) return false;
            context.Abort();
            return true;
        };

        var said = await environment.Run("import", Repository.PathOf("out", "DataverseReadiness_managed.zip"), "--import-time", "1");

        Assert.True(reads > 2);
        Assert.Equal(1, imports);
        Assert.Matches("The connection to org.example was lost while the solution was sent. It is being asked whether the import arrived.\norg.example knows of no import job [0-9a-f-]{36} after [12] s: most likely nothing arrived. Run the same command again, without --job.\n\\(exit code 2\\)\n$", said);
    }

    [Fact]
    public async Task An_application_signs_in_by_the_variables_of_Azure_Identity_and_its_secret_is_nowhere_to_be_seen()
    {
        if (!OperatingSystem.IsLinux()) return; // There SSL_CERT_FILE says whom to trust.
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start();
        environment.Front.AsksForToken = true;
        using var authority = new TestAuthority();
        using var web = new TestWeb();
        var token = Sandbox.Tests.Parity.TokenFront.Token;
        var root = $"https://localhost:{web.Port}/tenant";
        web.Host("localhost", authority.Issue(30, "localhost"), "200 OK\r\nContent-Type: application/json",
            $$"""{"issuer":"{{root}}/v2.0","authorization_endpoint":"{{root}}/oauth2/v2.0/authorize","token_endpoint":"{{root}}/oauth2/v2.0/token","access_token":"{{token}}","token_type":"Bearer","expires_in":3600}""");
        using var refusing = new TestWeb();
        var other = $"https://localhost:{refusing.Port}/tenant";
        refusing.Host("localhost", authority.Issue(30, "localhost"), "401 Unauthorized\r\nContent-Type: application/json",
            $$"""{"issuer":"{{other}}/v2.0","authorization_endpoint":"{{other}}/oauth2/v2.0/authorize","token_endpoint":"{{other}}/oauth2/v2.0/token","error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret {{Secret}} provided."}""");
        var trusted = Path.Combine(folder.Path, "trusted.pem");
        File.WriteAllText(trusted, authority.Pem);

        Dictionary<string, string?> Variables(int port) => new()
        {
            ["AZURE_AUTHORITY_HOST"] = $"https://localhost:{port}/",
            ["AZURE_TENANT_ID"] = "tenant",
            ["AZURE_CLIENT_ID"] = "client",
            ["AZURE_CLIENT_SECRET"] = Secret,
            ["SSL_CERT_FILE"] = trusted,
            ["SSL_CERT_DIR"] = folder.Path,
            ["NO_PROXY"] = "localhost,127.0.0.1",
            ["no_proxy"] = "localhost,127.0.0.1",
        };
        var signed = ReadinessProcess.Run(Variables(web.Port), "sweep", "--environment", environment.Address);
        var refused = ReadinessProcess.Run(Variables(refusing.Port), "sweep", "--environment", environment.Address, "--auth", "environment");
        var nobody = ReadinessProcess.Run(new() { ["AZURE_AUTHORITY_HOST"] = $"https://localhost:{web.Port}/" }, "sweep", "--environment", environment.Address, "--auth", "environment");

        Assert.Equal((0, ""), (signed.Code, signed.Error));
        Assert.Contains(web.Requests, request => request.StartsWith("localhost POST /tenant/oauth2/v2.0/token", StringComparison.Ordinal));
        Assert.Equal((2, "The sign-in was refused (AADSTS7000215). Check the tenant, the application or user, and its secret or certificate.\n"), (refused.Code, refused.Error));
        Assert.Equal((2, "Nobody is signed in: the variables name nobody. Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.\n"), (nobody.Code, nobody.Error));
        Assert.All([signed, refused, nobody], run =>
        {
            Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(token, run.Output + run.Error, StringComparison.Ordinal);
        });
    }

    internal static bool Answer(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.WriteAsync(body).GetAwaiter().GetResult();
        return true;
    }

    private static bool Throttle(HttpContext context, string seconds)
    {
        context.Response.Headers.RetryAfter = seconds;
        return Answer(context, 429, """{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000 over time window of 300 seconds."}}""");
    }
}
