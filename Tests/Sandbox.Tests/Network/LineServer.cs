using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Tests.Network;

/// <summary>Answers every request alike, and keeps the last one it heard.</summary>
internal sealed class LineServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LineServer(string answer)
    {
        _listener.Start();
        _ = AcceptAsync(Encoding.Latin1.GetBytes(answer));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The head of the last request, its lines parted by bars.</summary>
    public string Heard { get; private set; } = "";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync();
                await using var stream = new NetworkStream(socket);
                var buffer = new byte[4096];
                var count = await stream.ReadAsync(buffer);
                Heard = Encoding.Latin1.GetString(buffer, 0, count).Replace("\r\n", "|", StringComparison.Ordinal);
                await stream.WriteAsync(answer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // Stopped.
        }
    }
}
