using System.Net;
using System.Net.Sockets;

namespace Sandbox.Hosting;

/// <summary>Where the server listens, and by which names it may be called there.</summary>
public sealed class ServerAddress
{
    private readonly Uri _uri;

    private ServerAddress(Uri uri) => _uri = uri;

    /// <summary>The address as Kestrel takes it.</summary>
    public string Url => _uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether only programs of this machine reach it.</summary>
    public bool IsLoopback => _uri.IsLoopback;

    /// <exception cref="StartException">It is no address to listen on.</exception>
    public static ServerAddress Parse(string url)
    {
        if (!Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
            throw new StartException($"'{url}' is no address to listen on. Enter one such as http://localhost:5080.");
        return new(uri);
    }

    /// <summary>Fails early, before anything is written, when another program listens there.</summary>
    /// <exception cref="StartException">The port is taken.</exception>
    public void RequireFree()
    {
        if (_uri.Port == 0)
            return;
        var address = IPAddress.TryParse(_uri.DnsSafeHost, out var literal) ? literal : IPAddress.Loopback;
        using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As Kestrel does: without it a port that was free a moment ago would count as taken on Linux.
            if (!OperatingSystem.IsWindows())
                probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(new IPEndPoint(address, _uri.Port));
            probe.Listen();
        }
        catch (SocketException problem) when (problem.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new StartException(
                $"Port {_uri.Port} is in use by another program. Stop it, or choose another address with --urls, for example --urls http://localhost:{_uri.Port + 1}.",
                problem);
        }
    }

    /// <summary>
    /// Whether a request may name this host. A name that merely resolves to this machine may not: that is how a foreign page
    /// would reach the sandbox (DNS rebinding). An address literal cannot be rebound; where only this machine is listened to, it is one of this machine.
    /// </summary>
    public bool Answers(HostString host)
    {
        var name = host.Host.Trim('[', ']');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.Equals(_uri.DnsSafeHost, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var literal) && (!_uri.IsLoopback || IPAddress.IsLoopback(literal)))
            || (!_uri.IsLoopback && name.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase));
    }
}
