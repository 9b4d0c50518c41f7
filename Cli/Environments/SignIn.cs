using System.Text.RegularExpressions;
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
    private readonly TokenCredential _credential;
    private readonly TokenRequestContext _request;
    private AccessToken _token;

    public SignIn(Uri environment, string kind, Terminal terminal)
    {
        _terminal = terminal;
        _request = new TokenRequestContext([environment.GetLeftPart(UriPartial.Authority) + "/.default"]);
        _credential = Credential(kind);
    }

    /// <exception cref="TroubleException">Nobody is signed in, or the sign-in was refused.</exception>
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
        catch (CredentialUnavailableException e)
        {
            throw new TroubleException("Nobody is signed in. Run 'az login', set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH, or add '--auth device-code'.", e);
        }
        catch (AuthenticationFailedException e)
        {
            var code = Code().Match(e.ToString());
            throw new TroubleException($"The sign-in was refused{(code.Success ? $" ({code.Value})" : "")}. Check the tenant, the application or user, and its secret or certificate.", e);
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
        _ => new ChainedTokenCredential(Variables(), new WorkloadIdentityCredential(), new AzureCliCredential(), Managed()),
    };

    // An authority of somebody's own is in nobody's list.
    private EnvironmentCredential Variables() => new(new EnvironmentCredentialOptions
    {
        DisableInstanceDiscovery = Uri.TryCreate(_terminal.Environment("AZURE_AUTHORITY_HOST"), UriKind.Absolute, out var authority) && !KnownAuthorities.Contains(authority.Host),
    });

    private ManagedIdentityCredential Managed() => new(
        _terminal.Environment("AZURE_CLIENT_ID") is { Length: > 0 } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);

    private DeviceCodeCredentialOptions DeviceCode()
    {
        var options = new DeviceCodeCredentialOptions
        {
            TenantId = _terminal.Environment("AZURE_TENANT_ID"),
            DeviceCodeCallback = (code, _) => _terminal.Error.WriteLineAsync(code.Message),
        };
        if (_terminal.Environment("AZURE_CLIENT_ID") is { Length: > 0 } client)
        {
            options.ClientId = client;
        }

        return options;
    }

    [GeneratedRegex(@"AADSTS\d+")]
    private static partial Regex Code();
}
