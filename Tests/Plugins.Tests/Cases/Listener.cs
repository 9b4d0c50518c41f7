using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Plugins.Tests.Cases;

/// <summary>Listens on every address of this machine and counts who comes.</summary>
public sealed class Listener : IDisposable
{
    private readonly TcpListener _listener = new TcpListener(IPAddress.IPv6Any, 0);
    private int _connections;

    public Listener()
    {
        _listener.Server.DualMode = true;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listener.BeginAcceptSocket(Accept, null);
    }

    public int Port { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Connects once by itself, to prove that it would have noticed.</summary>
    public bool Notices()
    {
        var before = Connections;
        using (var client = new TcpClient())
            client.Connect(IPAddress.Loopback, Port);
        for (var i = 0; i < 100 && Connections == before; i++)
            Thread.Sleep(20);
        return Connections == before + 1;
    }

    public void Dispose() => _listener.Stop();

    private void Accept(IAsyncResult result)
    {
        try
        {
            _listener.EndAcceptSocket(result).Close();
            Interlocked.Increment(ref _connections);
            _listener.BeginAcceptSocket(Accept, null);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }
}
