using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DataverseReadiness.Plugins.Probing;
using DataverseReadiness.Rules.Probing;
using DataverseReadiness.Rules.Tests.Cases.Inspection;
using DataverseReadiness.Rules.Tests.Cases.Probing;

namespace Plugins.Tests.Cases;

/// <summary>The network of the plug-ins, tried on this machine: it has to be left alone.</summary>
public static class TransportCases
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    public static IEnumerable<(string Name, Action Run)> All()
    {
        yield return ("no probe of a known form connects", () => Unseen(_ =>
        {
            foreach (var url in Bypasses.All)
                Expect.Equal(DataverseReadiness.Rules.ProbeOutcome.Refused, ProbeRun.OfAddress(url, new WebTransport()).Outcome);
        }
        ));
        foreach (var host in new[] { "localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "[::1]", "[::ffff:127.0.0.1]", "LOCALHOST" })
        {
            // The name was allowed when it was looked up, and leads here when it is connected to.
            yield return ("a name that leads here at last: " + host, () => Unseen(port =>
            {
                var url = "https://" + host + ":" + port + "/";
                var answer = new WebTransport().Get(url, new Uri(url).Host, 0, Within);
                Expect.Equal(TransportProblem.AddressRefused, answer.Problem!.Value);
            }
            ));
        }

        // Some runtimes refuse this one by themselves.
        yield return ("the address of every address", () => Unseen(port =>
            Expect.Equal(true, new WebTransport().Get("https://0.0.0.0:" + port + "/", "0.0.0.0", 0, Within).Problem != null)));
        yield return ("this machine by its own name", () => Unseen(port =>
        {
            var name = Dns.GetHostName();
            if (Dns.GetHostAddresses(name).All(address => !AddressPolicy.Allows(address)))
                Expect.Equal(TransportProblem.AddressRefused, new WebTransport().Get("https://" + name + ":" + port + "/", name.ToLowerInvariant(), 0, Within).Problem!.Value);
        }
        ));
        foreach (var url in new[] { "http://localhost", "ftp://localhost", "https://user@localhost", "not an address", "https://", "" })
        {
            yield return ("not asked at all: " + url, () => Unseen(port =>
                Expect.Equal(TransportProblem.AddressRefused, new WebTransport().Get(url.Length > 8 ? url + ":" + port + "/" : url, "localhost", 0, Within).Problem!.Value)));
        }

        yield return ("another host than was checked", () => Unseen(port =>
            Expect.Equal(TransportProblem.AddressRefused, new WebTransport().Get("https://localhost:" + port + "/", "www.contoso.com", 0, Within).Problem!.Value)));
        yield return ("this machine is looked up as what it is", () =>
            Expect.Equal(true, new WebTransport().Resolve("localhost", Within).Addresses.All(address => !AddressPolicy.Allows(address))));
        yield return ("a name that nobody has", () =>
        {
            var problem = new WebTransport().Resolve("no-such-host.contoso.invalid", Within).Problem;
            Expect.Equal(true, problem is TransportProblem.NoSuchName or TransportProblem.NoNetwork);
        }
        );
    }

    private static void Unseen(Action<int> ask)
    {
        using var listener = new Listener();
        ask(listener.Port);
        Expect.Equal(0, listener.Connections);
        Expect.Equal(true, listener.Notices());
    }
}
