using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cli.Tests.Process;

/// <summary>A proxy that leads every host to one port of this machine.</summary>
internal sealed class TestProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;

    public TestProxy(int port)
    {
        _port = port;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => "http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync());
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
            await using var client = new NetworkStream(socket, ownsSocket: true);
            var head = new byte[4096];
            _ = await client.ReadAsync(head);
            using var other = new TcpClient();
            await other.ConnectAsync(IPAddress.Loopback, _port);
            await client.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 Connection established\r\n\r\n"));
            await Task.WhenAny(client.CopyToAsync(other.GetStream()), other.GetStream().CopyToAsync(client));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // One side has had enough.
        }
    }
}
