using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Plugins.Tests.Probing;

/// <summary>A web of hosts on one port of this machine, each with a way of its own to answer.</summary>
internal sealed class TestWeb : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, (X509Certificate2 Certificate, Func<Stream, Task> Answer)> _hosts = [];

    public TestWeb()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IEnumerable<string> Hosts => _hosts.Keys;

    /// <summary>Host and request line of every request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public TestWeb Host(string name, X509Certificate2 certificate, string head, string body = "") =>
        Host(name, certificate, async stream => await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {head}\r\nContent-Length: {body.Length}\r\n\r\n{body}")));

    public TestWeb Host(string name, X509Certificate2 certificate, Func<Stream, Task> answer)
    {
        _hosts[name] = (certificate, answer);
        return this;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var network = new NetworkStream(socket, ownsSocket: true);
            await using var stream = new SslStream(network);
            var host = "";
            await stream.AuthenticateAsServerAsync((_, hello, _, _) =>
            {
                host = hello.ServerName;
                return ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificate = _hosts[host].Certificate });
            }, null, CancellationToken.None);
            var buffer = new byte[8192];
            var count = await stream.ReadAsync(buffer);
            Requests.Enqueue(host + " " + Encoding.Latin1.GetString(buffer, 0, count).Split("\r\n")[0]);
            await _hosts[host].Answer(stream);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has had enough.
        }
    }
}
