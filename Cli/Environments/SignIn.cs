using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Identity;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Obtains tokens for an environment by Azure.Identity, and keeps each until shortly before it ends.</summary>
/// <remarks>The variables are those that Azure.Identity documents: AZURE_TENANT_ID, AZURE_CLIENT_ID, and a secret or a certificate.</remarks>
internal sealed partial class SignIn
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    // Those in which Microsoft itself lists the authorities of its clouds.
    private static readonly string[] KnownAuthorities = ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn", "login.chinacloudapi.cn"];

    private readonly Terminal _terminal;
    private readonly string _kind;
    private readonly TokenCredential _credential;
    private readonly TokenRequestContext _request;
    private AccessToken _token;

    public SignIn(Uri environment, string kind, Terminal terminal)
    {
        _terminal = terminal;
        _kind = kind;
        _request = new TokenRequestContext([environment.GetLeftPart(UriPartial.Authority) + "/.default"]);
        _credential = Credential(kind);
    }

    /// <exception cref="TroubleException">Nobody is signed in, or the sign-in was refused.</exception>
    /// <exception cref="LostException">Who signs in does not answer.</exception>
    public async ValueTask<string?> Token(CancellationToken stop)
    {
        if (_token.ExpiresOn > DateTimeOffset.UtcNow + Margin)
        {
            return _token.Token;
        }

        try
        {
            _token = await _credential.GetTokenAsync(_request, stop);
            return _token.Token;
        }
        catch (AuthenticationFailedException e) when (e is CredentialUnavailableException || IsNoIdentity(e))
        {
            throw new TroubleException("Nobody is signed in" + _kind switch
            {
                SignInKind.Variables when Certificate is { } file => $": the certificate '{file}' cannot be used. Check AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_CERTIFICATE_PASSWORD, and that the file has the private key.",
                SignInKind.Variables => ": the variables name nobody. Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.",
                SignInKind.AzureCli => " with Azure CLI, or it is not installed. Run 'az login'.",
                SignInKind.ManagedIdentity => ": this machine has no managed identity, or not the one that AZURE_CLIENT_ID names. Give it one in Azure, or sign in by another way of --auth.",
                _ => ". Run 'az login', set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH, or add '--auth device-code'.",
            }, e);
        }
        catch (AuthenticationFailedException e) when (IsUnanswered(e))
        {
            throw new LostException("Who signs in does not answer. Check the network and its proxy, and AZURE_AUTHORITY_HOST where it is set.", e);
        }
        catch (AuthenticationFailedException e)
        {
            var code = Code().Match(e.ToString());
            throw new TroubleException($"The sign-in was refused{(code.Success ? $" ({code.Value})" : "")}. " + _kind switch
            {
                SignInKind.AzureCli => "Run 'az login' again, with the tenant of the environment.",
                SignInKind.ManagedIdentity => "Check that the managed identity is an application user of the environment, and AZURE_CLIENT_ID where there are several.",
                SignInKind.DeviceCode => "Run the same command again, and enter the new code in time, as a user of the environment's tenant.",
                _ => "Check the tenant, the application or user, and its secret or certificate.",
            }, e);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new TroubleException("What the variables say of the sign-in cannot be used. Check AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_AUTHORITY_HOST and the certificate's file.", e);
        }
    }

    private TokenCredential Credential(string kind) => kind switch
    {
        SignInKind.Variables => Variables(),
        SignInKind.AzureCli => new AzureCliCredential(),
        SignInKind.ManagedIdentity => Managed(),
        SignInKind.DeviceCode => new DeviceCodeCredential(DeviceCode()),
        _ => new ChainedTokenCredential(Variables(), new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { DisableInstanceDiscovery = HasOwnAuthority }), new AzureCliCredential(), Managed()),
    };

    // An authority of somebody's own is in nobody's list.
    private bool HasOwnAuthority => Uri.TryCreate(_terminal.Environment("AZURE_AUTHORITY_HOST"), UriKind.Absolute, out var authority) && !KnownAuthorities.Contains(authority.Host);

    // The variables are complete without a secret, so that only the certificate is left.
    private string? Certificate => new[] { "AZURE_TENANT_ID", "AZURE_CLIENT_ID" }.All(name => !string.IsNullOrEmpty(_terminal.Environment(name)))
        && string.IsNullOrEmpty(_terminal.Environment("AZURE_CLIENT_SECRET")) && _terminal.Environment("AZURE_CLIENT_CERTIFICATE_PATH") is { Length: > 0 } file ? file : null;

    private EnvironmentCredential Variables() => new(new EnvironmentCredentialOptions { DisableInstanceDiscovery = HasOwnAuthority });

    private ManagedIdentityCredential Managed() => new(
        _terminal.Environment("AZURE_CLIENT_ID") is { Length: > 0 } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);

    private DeviceCodeCredentialOptions DeviceCode()
    {
        var options = new DeviceCodeCredentialOptions
        {
            TenantId = _terminal.Environment("AZURE_TENANT_ID"),
            DisableInstanceDiscovery = HasOwnAuthority,
            DeviceCodeCallback = (code, _) => _terminal.Error.WriteLineAsync(code.Message),
        };
        if (_terminal.Environment("AZURE_CLIENT_ID") is { Length: > 0 } client)
        {
            options.ClientId = client;
        }

        return options;
    }

    // The last that is asked; off Azure a proxy answers in the place of its endpoint.
    private bool IsNoIdentity(AuthenticationFailedException e) => _kind == SignInKind.Auto && e.InnerException is AuthenticationFailedException inner && inner.Message.StartsWith(nameof(ManagedIdentityCredential), StringComparison.Ordinal);

    private static bool IsUnanswered(Exception? e) => e is not null && (e is HttpRequestException or RequestFailedException { Status: 0 } || IsUnanswered(e.InnerException));

    [GeneratedRegex(@"AADSTS\d+")]
    private static partial Regex Code();
}
