using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cli.Tests.Process;
using Sandbox.Tests.Parity;

namespace Cli.Tests.Environments;

/// <summary>Every way of Azure.Identity that can be gone without a tenant, each once to its end and once refused. What a person sees then is one sentence.</summary>
public sealed class SignInTests
{
    private const string Password = "pass-of-the-file";

    // Where no az can be found.
    private const string NoAz = "/nowhere";

    private static readonly string[] Variables =
    [
        "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_FEDERATED_TOKEN_FILE",
        "IDENTITY_ENDPOINT", "IDENTITY_HEADER", "MSI_ENDPOINT", "MSI_SECRET", "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy",
    ];

    [Theory]
    [InlineData("pem")]
    [InlineData("pfx")]
    public async Task A_certificate_signs_what_the_authority_reads(string form)
    {
        if (!OperatingSystem.IsLinux()) return; // There SSL_CERT_FILE says whom to trust.
        await using var world = await World.Start();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Pipeline", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var other = new CertificateRequest("CN=Other", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(world.Folder, "client." + form);
        if (form == "pem") File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        else File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));
        var variables = new Dictionary<string, string?> { ["AZURE_TENANT_ID"] = "tenant", ["AZURE_CLIENT_ID"] = TokenEndpoint.Client, ["AZURE_CLIENT_CERTIFICATE_PATH"] = file, ["AZURE_CLIENT_CERTIFICATE_PASSWORD"] = form == "pfx" ? Password : null };

        world.Endpoint.Known = certificate;
        var signed = world.Sweep("environment", variables);
        world.Endpoint.Known = other;
        var refused = world.Sweep("environment", variables);
        File.WriteAllText(file, "no certificate");
        var broken = world.Sweep("environment", variables);

        Assert.Equal((0, ""), (signed.Code, signed.Error));
        Assert.Equal((2, "The sign-in was refused (AADSTS700027). Check the tenant, the application or user, and its secret or certificate.\n"), (refused.Code, refused.Error));
        Assert.Equal((2, $"Nobody is signed in: the certificate '{file}' cannot be used. Check AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_CERTIFICATE_PASSWORD, and that the file has the private key.\n"), (broken.Code, broken.Error));
        var scope = "client_credentials " + world.Environment.Address + "/.default";
        Assert.Equal([scope, scope, "another certificate is named"], world.Endpoint.Asked);
        world.HidesSecrets();
    }

    [Fact]
    public async Task A_device_code_is_shown_waited_for_and_may_end_unused()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var world = await World.Start();
        var variables = new Dictionary<string, string?> { ["AZURE_TENANT_ID"] = "tenant" };

        world.Endpoint.Pending = 2;
        var signed = world.Sweep("device-code", variables);
        var asked = world.Endpoint.Asked.Count;
        world.Endpoint.Refusal = "AADSTS70020: The provided value for the input parameter 'device_code' is not valid. This device code has expired.";
        var late = world.Sweep("device-code", variables);

        const string Shown = "To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code F2WJ9X4QK to authenticate.\n";
        Assert.Equal((0, Shown), (signed.Code, signed.Error));
        Assert.Equal(3, asked);
        Assert.Equal((2, Shown + "The sign-in was refused (AADSTS70020). Run the same command again, and enter the new code in time, as a user of the environment's tenant.\n"), (late.Code, late.Error));
        world.HidesSecrets();
    }

    [Fact]
    public async Task A_managed_identity_is_asked_for_where_App_Service_says()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var world = await World.Start();
        Dictionary<string, string?> Of(string header) => new() { ["IDENTITY_ENDPOINT"] = world.Endpoint.Identity, ["IDENTITY_HEADER"] = header };

        var signed = world.Sweep("managed-identity", Of(TokenEndpoint.Header));
        var found = world.Sweep("auto", Of(TokenEndpoint.Header));
        var refused = world.Sweep("managed-identity", Of("another"));
        var nobody = world.Sweep("auto", new() { ["HTTP_PROXY"] = new Uri(world.Endpoint.Identity).GetLeftPart(UriPartial.Authority), ["NO_PROXY"] = "127.0.0.1,localhost", ["no_proxy"] = null, ["PATH"] = NoAz });

        Assert.Equal((0, ""), (signed.Code, signed.Error));
        Assert.Equal((0, ""), (found.Code, found.Error));
        Assert.Equal(2, refused.Code);
        Assert.Matches("^(The sign-in was refused\\. Check that the managed identity|Nobody is signed in: this machine has no managed identity)[^\n]+\n$", refused.Error);
        Assert.Equal((2, "Nobody is signed in. Run 'az login', set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH, or add '--auth device-code'.\n"), (nobody.Code, nobody.Error));
        Assert.Contains("managed identity " + world.Environment.Address, world.Endpoint.Asked);
        world.HidesSecrets();
    }

    [Fact]
    public async Task Azure_CLI_is_asked_and_what_it_lacks_is_said()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var world = await World.Start();
        var az = Path.Combine(world.Folder, "az");
        void Says(string script)
        {
            File.WriteAllText(az, "#!/bin/sh\necho \"$@\" >> '" + world.Folder + "/asked'\n" + script + "\n");
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var variables = new Dictionary<string, string?> { ["PATH"] = world.Folder + ":" + Environment.GetEnvironmentVariable("PATH") };

        Says($$"""echo '{"accessToken":"{{TokenFront.Token}}","expiresOn":"2099-01-01 00:00:00.000000","expires_on":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}},"subscription":"s","tenant":"tenant","tokenType":"Bearer"}'""");
        var signed = world.Sweep("azure-cli", variables);
        var found = world.Sweep("auto", variables);
        Says("echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1");
        var nobody = world.Sweep("azure-cli", variables);
        Says("echo 'ERROR: AADSTS700082: The refresh token has expired due to inactivity.' >&2; exit 1");
        var expired = world.Sweep("azure-cli", variables);
        var none = world.Sweep("azure-cli", new() { ["PATH"] = NoAz });

        Assert.Equal((0, ""), (signed.Code, signed.Error));
        Assert.Equal((0, ""), (found.Code, found.Error));
        Assert.Contains($"account get-access-token --output json --resource {world.Environment.Address}\n", File.ReadAllText(world.Folder + "/asked"), StringComparison.Ordinal);
        Assert.Equal((2, "Nobody is signed in with Azure CLI, or it is not installed. Run 'az login'.\n"), (nobody.Code, nobody.Error));
        Assert.Equal((2, "The sign-in was refused (AADSTS700082). Run 'az login' again, with the tenant of the environment.\n"), (expired.Code, expired.Error));
        Assert.Equal((nobody.Code, nobody.Error), (none.Code, none.Error));
        world.HidesSecrets();
    }

    [Fact]
    public async Task An_authority_that_does_not_answer_is_no_refusal()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var world = await World.Start();
        var variables = new Dictionary<string, string?> { ["AZURE_TENANT_ID"] = "tenant", ["AZURE_CLIENT_ID"] = TokenEndpoint.Client, ["AZURE_CLIENT_SECRET"] = Password, ["AZURE_AUTHORITY_HOST"] = "https://localhost:1/" };

        var silent = world.Sweep("environment", variables);

        Assert.Equal((2, "Who signs in does not answer. Check the network and its proxy, and AZURE_AUTHORITY_HOST where it is set.\n"), (silent.Code, silent.Error));
        world.HidesSecrets();
    }

    /// <summary>An environment that asks for a token, who gives it out, and runs of the command between them.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly List<string> _written = [];

        public required TestEnvironment Environment { get; init; }

        public required TokenEndpoint Endpoint { get; init; }

        public string Folder => _folder.Path;

        public static async Task<World> Start()
        {
            var world = new World { Environment = await TestEnvironment.Start(), Endpoint = await TokenEndpoint.Start() };
            world.Environment.Front.AsksForToken = true;
            File.WriteAllText(Path.Combine(world.Folder, "trusted.pem"), world.Endpoint.Pem);
            return world;
        }

        public (int Code, string Output, string Error) Sweep(string auth, Dictionary<string, string?> variables)
        {
            var all = SignInTests.Variables.ToDictionary(name => name, _ => (string?)null);
            all["AZURE_AUTHORITY_HOST"] = Endpoint.Authority;
            all["SSL_CERT_FILE"] = Path.Combine(Folder, "trusted.pem");
            all["SSL_CERT_DIR"] = Folder;
            foreach (var (name, value) in variables) all[name] = value;
            var run = ReadinessProcess.Run(all, "sweep", "--environment", Environment.Address, "--auth", auth);
            _written.Add(run.Output + run.Error);
            return run;
        }

        public void HidesSecrets() => Assert.All(_written, text =>
        {
            Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(TokenFront.Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        });

        public async ValueTask DisposeAsync()
        {
            await Endpoint.DisposeAsync();
            await Environment.DisposeAsync();
            _folder.Dispose();
        }
    }
}
