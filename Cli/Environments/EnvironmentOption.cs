using System.CommandLine;

namespace DataverseReadiness.Cli.Environments;

/// <summary>What commands that work with an environment have in common: which, and who signs in.</summary>
internal sealed class EnvironmentOption
{
    public const string Name = "--environment";
    public const string Variable = "READINESS_ENVIRONMENT";

    private readonly Terminal _terminal;
    private readonly Option<string?> _environment = new(Name, "-e") { Description = $"Address of the environment; the variable {Variable} where it is not given.", HelpName = "URL" };
    private readonly Option<string> _auth = new("--auth")
    {
        Description = $"How to sign in, one of {string.Join(", ", SignInKind.All)}. 'auto' tries the variables of Azure.Identity, Azure CLI and a managed identity, 'device-code' shows a code to enter in a browser.",
        DefaultValueFactory = _ => SignInKind.Auto,
        HelpName = "WAY",
    };

    public EnvironmentOption(Terminal terminal, Command command)
    {
        _terminal = terminal;
        command.Options.Add(_environment);
        command.Options.Add(_auth);
        _auth.AcceptOnlyFromAmong([.. SignInKind.All]);
    }

    /// <summary>Runs with a client of the environment that was named.</summary>
    /// <exception cref="StoppedException">It was stopped before its end.</exception>
    public async Task<int> Run(ParseResult result, CancellationToken stop, Func<WebApiClient, Task<int>> work)
    {
        var address = Read(result.GetValue(_environment) ?? _terminal.Environment(Variable));
        using var client = new WebApiClient(address, TokenOf(address, result.GetValue(_auth)!), stop);
        try
        {
            return await work(client);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested && e is not StoppedException)
        {
            throw new StoppedException("Stopped. What had been done stays; the same command goes on from there.", e);
        }
    }

    /// <exception cref="UsageException">It is none.</exception>
    private static Uri Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UsageException($"No environment is named. Write {Name} https://yourorg.crm.dynamics.com, or set the variable {Variable}.");
        }

        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new UsageException($"'{text}' is no address of an environment. Write one without a path, such as https://yourorg.crm.dynamics.com.");
    }

    // The sandbox on this machine asks for no token, unless somebody has put a place that gives them out before it.
    private Func<CancellationToken, ValueTask<string?>> TokenOf(Uri address, string kind) =>
        address.Scheme == Uri.UriSchemeHttp && string.IsNullOrEmpty(_terminal.Environment("AZURE_AUTHORITY_HOST")) ? _ => default : Signed(address, kind);

    // Apart from the above, so that Azure.Identity is loaded only where it is used.
    private Func<CancellationToken, ValueTask<string?>> Signed(Uri address, string kind) => new SignIn(address, kind, _terminal).Token;
}
