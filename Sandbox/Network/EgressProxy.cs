using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Network;

/// <summary>
/// The way out for plug-ins: a proxy that connects to public addresses by name, on the ports of http and https. It looks a name up once
/// and connects to the addresses it has checked, so that a second answer of the name service changes nothing.
/// </summary>
internal sealed class EgressProxy : IDisposable
{
    /// <summary>Header of a refusal.</summary>
    public const string ReasonHeader = "X-Egress-Refused";

    /// <summary>A name that exists: when it is not found either, the fault is not the other name's.</summary>
    public const string KnownHost = "login.microsoftonline.com";

    private const int LongestHead = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NetworkOptions _options;
    private readonly Lazy<TcpListener> _listener;
    private readonly CancellationTokenSource _stop = new();

    public EgressProxy(NetworkOptions options)
    {
        _options = options;
        _listener = new Lazy<TcpListener>(Listen);
    }

    /// <summary>Where it listens, from the first time it is asked for.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.Value.LocalEndpoint).Port}/"));

    /// <summary>Whether it lets plug-ins out at all; the named hosts are always reached.</summary>
    public bool IsOpen { get; set; } = true;

    public void Dispose()
    {
        _stop.Cancel();
        if (_listener.IsValueCreated) _listener.Value.Dispose();
    }

    private TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        // What is accepted here is no part of the plug-in that was the first to ask.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => AcceptAsync(listener));
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client was gone before it was taken; the next one is waited for.
            }
        }
    }

    private async Task ServeAsync(Socket accepted)
    {
        using var client = new NetworkStream(accepted, ownsSocket: true);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            patience.CancelAfter(Patience);
            var head = await ReadHeadAsync(client, patience.Token).ConfigureAwait(false);
            if (head is null) return;
            try
            {
                var request = EgressRequest.Read(head);
                using var server = await ConnectAsync(request, patience.Token).ConfigureAwait(false);
                if (request.IsTunnel) await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _stop.Token).ConfigureAwait(false);
                else await server.WriteAsync(request.Forward, _stop.Token).ConfigureAwait(false);
                await RelayAsync(client, server).ConfigureAwait(false);
            }
            catch (EgressRefusal refusal)
            {
                var answer = string.Create(CultureInfo.InvariantCulture,
                    $"HTTP/1.1 {(int)refusal.Status} {refusal.Status}\r\n{ReasonHeader}: {refusal.Message}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                await client.WriteAsync(Encoding.ASCII.GetBytes(answer), _stop.Token).ConfigureAwait(false);
                accepted.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone, or the sandbox stops: closing both is all there is to do.
        }
    }

    private static async Task<byte[]?> ReadHeadAsync(NetworkStream client, CancellationToken cancellation)
    {
        var buffer = new byte[LongestHead];
        for (var count = 0; count < buffer.Length;)
        {
            var read = await client.ReadAsync(buffer.AsMemory(count), cancellation).ConfigureAwait(false);
            if (read == 0) return null;
            count += read;
            if (buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8) >= 0) return buffer[..count];
        }

        return null;
    }

    private async Task<NetworkStream> ConnectAsync(EgressRequest request, CancellationToken cancellation)
    {
        var addresses = await AddressesAsync(request, cancellation).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException)
            {
                socket.Dispose(); // The next address may do.
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw EgressRefusal.Connect;
    }

    private async Task<IEnumerable<IPEndPoint>> AddressesAsync(EgressRequest request, CancellationToken cancellation)
    {
        if (request.Port is not (80 or 443)) throw EgressRefusal.Port;
        if (_options.Hosts.TryGetValue(request.Host.TrimEnd('.'), out var chosen)) return [chosen];
        if (PublicAddresses.IsLiteralOrLocal(request.Host)) throw EgressRefusal.Literal;
        if (_options.IsOffline || !IsOpen) throw EgressRefusal.NoNetwork;
        if (await LookUpAsync(request.Host, cancellation).ConfigureAwait(false) is not { } found)
        {
            throw _options.Hosts.ContainsKey(KnownHost) || await LookUpAsync(KnownHost, cancellation).ConfigureAwait(false) is not null
                ? EgressRefusal.Name
                : EgressRefusal.NoNetwork;
        }

        return found.All(PublicAddresses.Contain) ? found.Select(address => new IPEndPoint(address, request.Port)) : throw EgressRefusal.Address;
    }

    private async Task<IPAddress[]?> LookUpAsync(string host, CancellationToken cancellation)
    {
        try
        {
            var found = await _options.LookUp(host, cancellation).ConfigureAwait(false);
            return found.Length == 0 ? null : found;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return null;
        }
        catch (SocketException)
        {
            throw EgressRefusal.NoNetwork;
        }
    }

    private async Task RelayAsync(NetworkStream client, NetworkStream server)
    {
        // A side that has said everything may still be told something: the connection ends when both are done.
        await Task.WhenAll(CopyAsync(client, server), CopyAsync(server, client)).ConfigureAwait(false);
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        try
        {
            await from.CopyToAsync(to, _stop.Token).ConfigureAwait(false);
            to.Socket.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            // What is broken in one direction is over in both.
            from.Close();
            to.Close();
            throw;
        }
    }
}
