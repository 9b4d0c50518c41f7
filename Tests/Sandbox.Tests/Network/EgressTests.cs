using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sandbox.Hosting;
using Sandbox.Network;
using Sandbox.Tests.Core;

namespace Sandbox.Tests.Network;

public sealed class EgressTests
{
    [Theory]
    [InlineData("127.0.0.1:443", "literal")]
    [InlineData("127.1:443", "literal")]
    [InlineData("2130706433:443", "literal")]
    [InlineData("0x7f000001:443", "literal")]
    [InlineData("0x7f.1:80", "literal")]
    [InlineData("017700000001:443", "literal")]
    [InlineData("127.0.0.1.:443", "literal")]
    [InlineData("0:443", "literal")]
    [InlineData("8.8.8.8:443", "literal")]
    [InlineData("169.254.169.254:80", "literal")]
    [InlineData("[::1]:443", "literal")]
    [InlineData("[::ffff:127.0.0.1]:443", "literal")]
    [InlineData("[fe80::1%25eth0]:443", "literal")]
    [InlineData("::1:443", "literal")]
    [InlineData("localhost:443", "literal")]
    [InlineData("LOCALHOST.:443", "literal")]
    [InlineData("app.localhost:443", "literal")]
    [InlineData("%6c%6f%63alhost:443", "literal")]
    [InlineData("127%2e0%2e0%2e1:443", "literal")]
    [InlineData("\u00B9\u00B2\u2077.0.0.1:443", "literal")]
    [InlineData(":443", "literal")]
    [InlineData("inside.contoso.com:443", "address")]
    [InlineData("metadata.contoso.com:443", "address")]
    [InlineData("both.contoso.com:443", "address")]
    [InlineData("mapped.contoso.com:443", "address")]
    [InlineData("six.contoso.com:443", "address")]
    [InlineData("INSIDE.contoso.com.:80", "address")]
    [InlineData("help.contoso.com:22", "port")]
    [InlineData("help.contoso.com:8443", "port")]
    [InlineData("help.contoso.com:0", "port")]
    [InlineData("127.0.0.1:6379", "port")]
    public async Task What_the_platform_refuses_is_refused_before_a_connection_is_made(string target, string reason)
    {
        using var listener = new Listener();
        using var proxy = new EgressProxy(new NetworkOptions { LookUp = Names() });

        Assert.Equal($"HTTP/1.1 403 Forbidden {reason}", await Ask(proxy, $"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n"));
        Assert.Equal($"HTTP/1.1 403 Forbidden {reason}", await Ask(proxy, $"GET http://{target}/ HTTP/1.1\r\nHost: {target}\r\n\r\n"));

        Assert.Equal(0, listener.Connections);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("GET https://help.contoso.com/ HTTP/1.1")]
    [InlineData("GET file:///etc/passwd HTTP/1.1")]
    [InlineData("GET http://user:password@help.contoso.com/ HTTP/1.1")]
    [InlineData("CONNECT help.contoso.com HTTP/1.1")]
    [InlineData("CONNECT help.contoso.com:443x HTTP/1.1")]
    [InlineData("CONNECT user@help.contoso.com:443 HTTP/1.1")]
    [InlineData("CONNECT help.contoso.com:443")]
    [InlineData("nonsense")]
    public async Task What_is_no_request_to_a_proxy_is_refused(string line)
    {
        using var proxy = new EgressProxy(new NetworkOptions { LookUp = Names() });

        Assert.Equal("HTTP/1.1 400 BadRequest request", await Ask(proxy, line + "\r\nHost: help.contoso.com\r\n\r\n"));
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_all_its_answers_count()
    {
        var asked = new List<string>();
        using var listener = new Listener();
        using var proxy = new EgressProxy(new NetworkOptions
        {
            LookUp = (host, _) =>
            {
                asked.Add(host);

                // The next answer would lead inside.
                return Task.FromResult<IPAddress[]>(asked.Count == 1 ? [IPAddress.Parse("93.184.215.14"), IPAddress.Loopback] : [IPAddress.Loopback]);
            },
        });

        Assert.Equal("HTTP/1.1 403 Forbidden address", await Ask(proxy, "CONNECT twice.contoso.com:443 HTTP/1.1\r\n\r\n"));

        Assert.Equal(["twice.contoso.com"], asked);
        Assert.Equal(0, listener.Connections);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_told_from_a_network_that_is_not_there()
    {
        using var online = new EgressProxy(new NetworkOptions { LookUp = Names() });
        using var offline = new EgressProxy(NetworkOptions.Offline);
        using var closed = new EgressProxy(new NetworkOptions { LookUp = Names() }) { IsOpen = false };
        using var alone = new EgressProxy(new NetworkOptions { LookUp = (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)) });
        using var failing = new EgressProxy(new NetworkOptions { LookUp = (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.TryAgain)) });

        Assert.Equal("HTTP/1.1 502 BadGateway name", await Ask(online, "CONNECT nobody.contoso.com:443 HTTP/1.1\r\n\r\n"));
        foreach (var proxy in new[] { offline, closed, alone, failing })
            Assert.Equal("HTTP/1.1 504 GatewayTimeout network", await Ask(proxy, "CONNECT help.contoso.com:443 HTTP/1.1\r\n\r\n"));
    }

    [Fact]
    public async Task A_named_host_is_reached_where_we_say_even_offline()
    {
        using var server = new LineServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        using var proxy = new EgressProxy(NetworkOptions.Offline with { Hosts = Hosts(("help.contoso.com", server.Port)) });

        Assert.Equal("HTTP/1.1 200 OK ", await Ask(proxy, "GET http://HELP.contoso.com:80?q HTTP/1.1\r\nHost: help.contoso.com\r\nProxy-Connection: keep-alive\r\nX-A: b\r\n\r\n"));
        Assert.Equal("GET /?q HTTP/1.1|Host: help.contoso.com|X-A: b|Connection: close||", server.Heard);
        Assert.Equal("HTTP/1.1 200 Connection established ", await Ask(proxy, "CONNECT help.contoso.com:443 HTTP/1.1\r\n\r\n"));
    }

    [Fact]
    public void Plug_ins_go_out_through_the_proxy_of_their_organization_and_the_process_as_before()
    {
        using var here = new LineServer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere");
        using var there = new LineServer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nthere");
        using var one = Organization(here.Port);
        using var other = Organization(there.Port);
        var said = new List<string>();
        foreach (var organization in new[] { one, other })
        {
            organization.On("post", _ =>
            {
                said.Add(Classic("http://help.contoso.com/"));
                said.Add(Modern("http://help.contoso.com/"));
                said.Add(Classic($"http://127.0.0.1:{here.Port}/"));
                said.Add(Classic("http://elsewhere.contoso.com/"));
            });
            organization.Create("tst_parent", ("tst_name", "A"));
        }

        Assert.Equal(["here", "here", "403 port", "504 network", "there", "there", "403 port", "504 network"], said);
        Assert.Equal("here", Classic($"http://127.0.0.1:{here.Port}/"));
        Assert.Equal("here", Modern($"http://127.0.0.1:{here.Port}/"));
    }

    [Fact]
    public void Others_write_while_a_custom_api_asks_the_network()
    {
        using var server = new LineServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var organization = new TestOrganization();
        var inner = organization.Inner;
        var operation = new Sandbox.Pipeline.Operation(inner.Engine, inner.Engine.State, Guid.NewGuid());

        using (operation.BeginAtFirstWrite())
        {
            Assert.True(operation.IsTransactional);
            organization.Create("tst_parent", ("tst_name", "Meanwhile"));
            Assert.Equal(1, organization.Count("tst_parent"));

            // What it writes is one transaction, which is not committed here.
            using (var part = operation.Begin())
            {
                operation.Writer.Run("UPDATE tst_parent SET tst_name = 'Changed'");
                part.Commit();
            }
        }

        Assert.Equal("Meanwhile", organization.Query(new Microsoft.Xrm.Sdk.Query.QueryExpression("tst_parent") { ColumnSet = new(true) }).Entities[0]["tst_name"]);
    }

    [Theory]
    [InlineData("--host help.contoso.com=127.0.0.1:5001", "help.contoso.com=127.0.0.1:5001", false)]
    [InlineData("--offline --host=a.contoso.com=[::1]:1 --host b.contoso.com=10.0.0.1:443", "a.contoso.com=[::1]:1 b.contoso.com=10.0.0.1:443", true)]
    public void Hosts_are_read(string arguments, string hosts, bool isOffline)
    {
        var network = CommandLine.Parse(arguments.Split(' ')).Options.Network;

        Assert.Equal(hosts, string.Join(' ', network.Hosts.Select(host => $"{host.Key}={host.Value}").Order()));
        Assert.Equal(isOffline, network.IsOffline);
    }

    [Theory]
    [InlineData("--host=help.contoso.com")]
    [InlineData("--host=help.contoso.com=127.0.0.1")]
    [InlineData("--host=help.contoso.com=there:80")]
    [InlineData("--host==127.0.0.1:80")]
    public void What_is_no_host_is_said(string argument) =>
        Assert.EndsWith("is no host and place. Enter one such as www.contoso.com=127.0.0.1:5001.", CommandLine.Parse([argument]).Problem);

    private static TestOrganization Organization(int port) =>
        new(options => options with { Network = NetworkOptions.Offline with { Hosts = Hosts(("help.contoso.com", port)) } }, new StepSpec("post", "Create", "tst_parent", 40));

#pragma warning disable SYSLIB0014 // What plug-ins of the .NET Framework use.
    private static string Classic(string url)
    {
        try
        {
            using var response = WebRequest.Create(url).GetResponse();
            using var reader = new StreamReader(response.GetResponseStream());
            return reader.ReadToEnd();
        }
        catch (WebException e) when (e.Response is HttpWebResponse response)
        {
            return $"{(int)response.StatusCode} {response.Headers[EgressProxy.ReasonHeader]}";
        }
    }
#pragma warning restore SYSLIB0014

    private static string Modern(string url)
    {
        using var client = new HttpClient();
        return client.GetStringAsync(new Uri(url)).GetAwaiter().GetResult();
    }

    private static Dictionary<string, IPEndPoint> Hosts(params (string Name, int Port)[] hosts) =>
        hosts.ToDictionary(host => host.Name, host => new IPEndPoint(IPAddress.Loopback, host.Port), StringComparer.OrdinalIgnoreCase);

    private static Func<string, CancellationToken, Task<IPAddress[]>> Names() => (host, _) => host.TrimEnd('.').ToLowerInvariant() switch
    {
        "inside.contoso.com" => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        "metadata.contoso.com" => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254")]),
        "both.contoso.com" => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.215.14"), IPAddress.Parse("10.0.0.1")]),
        "mapped.contoso.com" => Task.FromResult<IPAddress[]>([IPAddress.Parse("::ffff:127.0.0.1")]),
        "six.contoso.com" => Task.FromResult<IPAddress[]>([IPAddress.Parse("fd00:ec2::254")]),
        EgressProxy.KnownHost => Task.FromResult<IPAddress[]>([IPAddress.Parse("20.190.128.1")]),
        _ => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)),
    };

    /// <summary>The status line of the answer and its reason.</summary>
    private static async Task<string> Ask(EgressProxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) break;
            text += Encoding.Latin1.GetString(buffer, 0, read);
        }

        var lines = text.Split("\r\n");
        var reason = lines.FirstOrDefault(line => line.StartsWith(EgressProxy.ReasonHeader, StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{lines[0]} {reason?[(EgressProxy.ReasonHeader.Length + 2)..]}");
    }
}
