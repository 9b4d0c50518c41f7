using System.Net;

namespace Sandbox.Network;

/// <summary>
/// Sends what plug-ins ask of the network through the proxy of their organization, and everything else in the process as before. It
/// reaches every client that uses the process's proxy, which those of the framework do unless told otherwise.
/// </summary>
internal sealed class PluginProxy : IWebProxy
{
    private static readonly AsyncLocal<EgressProxy?> Current = new();
    private static readonly Lock Installing = new();
    private static bool _isInstalled;

    private readonly IWebProxy? _usual;

    private PluginProxy(IWebProxy? usual) => _usual = usual;

    public ICredentials? Credentials
    {
        get => Current.Value is null ? _usual?.Credentials : null;
        set => throw new NotSupportedException("The sandbox decides how plug-ins reach the network.");
    }

    /// <summary>Makes it the process's proxy.</summary>
    public static void Install()
    {
        lock (Installing)
        {
            if (_isInstalled) return;
            WebRequest.DefaultWebProxy = HttpClient.DefaultProxy = new PluginProxy(HttpClient.DefaultProxy);
            _isInstalled = true;
        }
    }

    /// <summary>Runs a plug-in of the organization that the proxy belongs to.</summary>
    public static void Run(EgressProxy proxy, Action plugin)
    {
        var before = Current.Value;
        Current.Value = proxy;
        try
        {
            plugin();
        }
        finally
        {
            Current.Value = before;
        }
    }

    public Uri? GetProxy(Uri destination) => Current.Value is { } egress ? egress.Address : _usual?.GetProxy(destination);

    public bool IsBypassed(Uri host) => Current.Value is null && _usual?.IsBypassed(host) != false;
}
