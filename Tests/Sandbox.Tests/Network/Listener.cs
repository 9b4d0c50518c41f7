using System.Net;
using System.Net.Sockets;

namespace Sandbox.Tests.Network;

/// <summary>Listens on every address of this machine, on the ports of the web where that is allowed, and counts who comes.</summary>
internal sealed class Listener : IDisposable
{
    private readonly List<TcpListener> _listeners = [];
    private int _connections;

    public Listener()
    {
        foreach (var port in new[] { 80, 443, 0 })
        {
            var listener = new TcpListener(IPAddress.IPv6Any, port);
            listener.Server.DualMode = true;
            try
            {
                listener.Start();
            }
            catch (SocketException)
            {
                continue; // Taken, or only for privileged users.
            }

            _listeners.Add(listener);
            _ = AcceptAsync(listener);
        }
    }

    public int Connections => Volatile.Read(ref _connections);

    public void Dispose() => _listeners.ForEach(listener => listener.Dispose());

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                Interlocked.Increment(ref _connections);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
