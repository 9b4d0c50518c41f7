using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using DataverseReadiness.Rules.Probing;
using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Probing;

/// <summary>Probes over a network made of answers.</summary>
public static class ProbeCases
{
    private const string Url = "https://www.contoso.com/help";
    private const string Login = "https://login.microsoftonline.com/";
    private const string AppId = "6e74172b-be56-4843-9ff4-e66a39bb12e3";
    private const string Storage = "https://contoso.blob.core.windows.net/packages/app.zip?sv=2018-03-28&sr=b&sp=r&se=2026-12-31T23:59:59Z&sig=se%2Bcret%3D";

    private static readonly DateTime Now = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<(string Name, Action Run)> All() =>
        Refusals().Concat(Addresses()).Concat(Answers()).Concat(Redirects()).Concat(Limits()).Concat(SignIns()).Concat(Packages());

    private static IEnumerable<(string Name, Action Run)> Refusals()
    {
        yield return ("at least 60 known forms", () => Expect.Equal(true, Bypasses.All.Distinct().Count() >= 60));
        foreach (var url in Bypasses.All)
        {
            yield return ("refused: " + Expect.Name(url), () =>
            {
                var network = new FakeTransport();
                var result = ProbeRun.OfAddress(url, network);
                Expect.Equal(ProbeOutcome.Refused, result.Outcome);
                Expect.Sequence([], network.Seen);
                Expect.Equal(null, result.FinalUrl);
            }
            );
            yield return ("refused as a redirect: " + Expect.Name(url), () =>
            {
                // Relative addresses stay with the host that was asked.
                var location = url.Length == 0 ? "https://" : url;
                var network = new FakeTransport().Answer(Url, 302, location);
                var result = ProbeRun.OfAddress(Url, network);
                Expect.Equal(location.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? ProbeOutcome.Failed : ProbeOutcome.Refused, result.Outcome);
                Expect.Sequence(["look up www.contoso.com", "get " + Url], network.Seen);
            }
            );
        }
    }

    private static IEnumerable<(string Name, Action Run)> Addresses()
    {
        string[] refused =
        [
            "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.0",
            "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.1", "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0",
            "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.0", "239.255.255.255", "240.0.0.0", "255.255.255.255",
            "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::5db8:d822", "64:ff9b:1::1", "100::1", "1fff:ffff::1", "2001::1",
            "2001:0:7f00:1::", "2001:2::1", "2001:10::1", "2001:1ff:ffff::1", "2001:db8::1", "2002:7f00:1::", "2002:5db8:d822::1", "3ffe::1", "3fff::1", "3fff:fff::1",
            "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "ffff::1", "2606:4700::1111%3",
        ];
        string[] allowed =
        [
            "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255",
            "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.255", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
            "223.255.255.255", "::ffff:93.184.215.14", "2001:200::1", "2001:db7:ffff::1", "2001:db9::1", "2003::1", "2000::1", "2606:4700::1111", "3ffd::1", "3fff:1000::1",
        ];
        foreach (var address in refused)
            yield return ("address refused: " + address, () => Expect.Equal(false, AddressPolicy.Allows(IPAddress.Parse(address))));
        foreach (var address in allowed)
            yield return ("address allowed: " + address, () => Expect.Equal(true, AddressPolicy.Allows(IPAddress.Parse(address))));
        yield return ("a name that leads inside", () => Ends(new FakeTransport().Name("www.contoso.com", "10.0.0.1"), "Refused probed.address(www.contoso.com)", asked: false));
        yield return ("a name that leads outside first and inside then", () =>
            Ends(new FakeTransport().Name("www.contoso.com", "93.184.215.14", "127.0.0.1"), "Refused probed.address(www.contoso.com)", asked: false));
        yield return ("a redirect to a name that leads inside", () =>
        {
            var network = new FakeTransport().Answer(Url, 302, "https://evil.contoso.com/").Name("evil.contoso.com", "169.254.169.254");
            Ends(network, "Refused probed.address(evil.contoso.com)");
            Expect.Sequence(["look up www.contoso.com", "get " + Url, "look up evil.contoso.com"], network.Seen);
        }
        );
        yield return ("a name that leads inside when the redirect comes back to it", () =>
            Ends(
                new FakeTransport().Name("www.contoso.com", "93.184.215.14", "93.184.215.14", "127.0.0.1").Answer(Url, 302, "/again"),
                "Refused probed.address(www.contoso.com)"));
        yield return ("through a gateway", () => Ends(new FakeTransport { IsGateway = true }, "Reached probed.reached(www.contoso.com, 200)"));
    }

    private static IEnumerable<(string Name, Action Run)> Answers()
    {
        yield return ("200", () => Ends(new FakeTransport(), "Reached probed.reached(www.contoso.com, 200)"));
        yield return ("what comes back", () =>
        {
            var result = ProbeRun.OfAddress("HTTPS://WWW.Contoso.com./help#top", new FakeTransport().Answer(Url, 204, certificateEnds: Now));
            Expect.Equal("204|https://www.contoso.com/help#top|20", result.Status + "|" + result.FinalUrl + "|" + result.Milliseconds);
            Expect.Equal(Now, result.CertificateEnds!.Value);
        }
        );
        foreach (var status in new[] { 199, 300, 304, 400, 401, 404, 405, 410, 418, 500, 503, 599 })
            yield return ("status " + status, () => Ends(new FakeTransport().Answer(Url, status), "Failed probed.status(www.contoso.com, " + status + ")"));
        yield return ("status 299", () => Ends(new FakeTransport().Answer(Url, 299), "Reached probed.reached(www.contoso.com, 299)"));
        yield return ("status 429", () => Ends(new FakeTransport().Answer(Url, 429), "CouldNotCheck probed.busy(www.contoso.com, 429)"));
        yield return ("status 403", () => Ends(new FakeTransport().Answer(Url, 403), "CouldNotCheck probed.robot(www.contoso.com, 403)"));
        yield return ("redirect that says nowhere", () => Ends(new FakeTransport().Answer(Url, 302), "Failed probed.status(www.contoso.com, 302)"));
        foreach (var problem in new[]
        {
            (TransportProblem.NoSuchName, "Failed probed.name(www.contoso.com)"),
            (TransportProblem.NoNetwork, "CouldNotCheck probed.network"),
            (TransportProblem.TimeUp, "CouldNotCheck probed.time(www.contoso.com, 5)"),
            (TransportProblem.NotListening, "Failed probed.connect(www.contoso.com)"),
            (TransportProblem.Interrupted, "CouldNotCheck probed.interrupted(www.contoso.com)"),
            (TransportProblem.CertificateName, "Failed probed.certificate.name(www.contoso.com)"),
            (TransportProblem.CertificateDate, "Failed probed.certificate.date(www.contoso.com)"),
            (TransportProblem.CertificateTrust, "Failed probed.certificate.trust(www.contoso.com)"),
            (TransportProblem.Encryption, "Failed probed.encryption(www.contoso.com)"),
            (TransportProblem.Garbled, "Failed probed.garbled(www.contoso.com)"),
            (TransportProblem.AddressRefused, "Refused probed.address(www.contoso.com)"),
            (TransportProblem.Gateway, "CouldNotCheck probed.gateway(www.contoso.com)"),
        })
        {
            yield return ("no answer: " + problem.Item1, () => Ends(new FakeTransport().Problem(Url, problem.Item1), problem.Item2));
        }

        yield return ("every problem has a case", () => Expect.Equal(12, Enum.GetValues(typeof(TransportProblem)).Length));
        yield return ("gateway that refuses", () => Ends(new FakeTransport().Problem(Url, TransportProblem.Gateway, 403), "CouldNotCheck probed.gateway.status(www.contoso.com, 403)"));
        yield return ("gateway that cannot reach the host", () => Ends(new FakeTransport().Problem(Url, TransportProblem.Gateway, 502), "Failed probed.gateway.host(www.contoso.com)"));
        yield return ("no such name at the look-up", () => Ends(new FakeTransport { LookUpProblem = TransportProblem.NoSuchName }, "Failed probed.name(www.contoso.com)", asked: false));
        yield return ("no look-up", () => Ends(new FakeTransport { LookUpProblem = TransportProblem.NoNetwork }, "CouldNotCheck probed.network", asked: false));
    }

    private static IEnumerable<(string Name, Action Run)> Redirects()
    {
        foreach (var place in new[]
        {
            ("/a", "https://www.contoso.com/a"), ("a", "https://www.contoso.com/a"), ("../a", "https://www.contoso.com/../a"), ("?q", "https://www.contoso.com/help?q"),
            ("#f", "https://www.contoso.com/help#f"), ("", "https://www.contoso.com/help"), ("//evil.contoso.com/a", "https://evil.contoso.com/a"),
            ("https://b.contoso.com", "https://b.contoso.com"), (" /a ", "https://www.contoso.com/a"), ("mailto:a@b", "mailto:a@b"), ("a:b", "a:b"), ("./a:b", "https://www.contoso.com/./a:b"),
        })
        {
            yield return ("location " + Expect.Name(place.Item1), () => Expect.Equal(place.Item2, UrlPolicy.Resolve(UrlPolicy.Read("https://www.contoso.com/help?x=/y#z"), place.Item1)));
        }

        yield return ("location from a bare host", () => Expect.Equal("https://www.contoso.com/a", UrlPolicy.Resolve(UrlPolicy.Read("https://www.contoso.com"), "a")));
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            yield return ("followed: " + status, () =>
            {
                var result = ProbeRun.OfAddress(Url, new FakeTransport().Answer(Url, status, "https://help.contoso.com/").Answer("https://help.contoso.com/", 200));
                Expect.Equal("Reached 200 https://help.contoso.com/", result.Outcome + " " + result.Status + " " + result.FinalUrl);
            }
            );
        }

        yield return ("three redirects", () => Ends(Chain(3), "Reached probed.reached(www.contoso.com, 200)"));
        yield return ("four redirects", () => Ends(Chain(4), "Failed probed.redirects(3)"));
        yield return ("a loop", () =>
        {
            var network = new FakeTransport().Answer(Url, 302, "/help");
            Ends(network, "Failed probed.redirects(3)");
            Expect.Equal(4, network.Seen.Count(seen => seen.StartsWith("get", StringComparison.Ordinal)));
        }
        );
        yield return ("to http", () => Ends(new FakeTransport().Answer(Url, 301, "http://www.contoso.com/"), "Failed probed.redirect.http(www.contoso.com)"));
        yield return ("the earliest certificate on the way", () =>
        {
            var network = new FakeTransport().Answer(Url, 302, "/a", null, Now.AddDays(9)).Answer("https://www.contoso.com/a", 302, "/b", null, Now).Answer("https://www.contoso.com/b", 200, null, null, Now.AddDays(3));
            Expect.Equal(Now, ProbeRun.OfAddress(Url, network).CertificateEnds!.Value);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Limits()
    {
        yield return ("nothing of the body is read", () =>
        {
            var network = new FakeTransport();
            ProbeRun.OfAddress(Url, network);
            Expect.Equal(0, network.Bytes);
        }
        );
        yield return ("one time for everything together", () =>
        {
            var network = Chain(1);
            network.Step = TimeSpan.FromSeconds(1.3);
            Ends(network, "Reached probed.reached(www.contoso.com, 200)");
            Expect.Equal(TimeSpan.FromSeconds(5 - 3.9), network.Within);
        }
        );
        yield return ("time up between two questions", () =>
        {
            var network = Chain(3);
            network.Step = TimeSpan.FromSeconds(1.3);
            Ends(network, "CouldNotCheck probed.time(www.contoso.com, 5)");
            Expect.Equal(2, network.Seen.Count(seen => seen.StartsWith("get", StringComparison.Ordinal)));
        }
        );
        yield return ("time up after the look-up", () => Ends(new FakeTransport { Step = TimeSpan.FromSeconds(5) }, "CouldNotCheck probed.time(www.contoso.com, 5)", asked: false));
    }

    private static IEnumerable<(string Name, Action Run)> SignIns()
    {
        foreach (var login in new[]
        {
            ("common/oauth2/v2.0/authorize?client_id=" + AppId, "Reached probed.signin(common)"),
            ("Common/oauth2/authorize?client_id={" + AppId.ToUpperInvariant() + "}", "Reached probed.signin(common)"),
            ("organizations/oauth2/v2.0/authorize?CLIENT_ID=" + AppId, "Reached probed.signin(organizations)"),
            ("common/saml2?SAMLRequest=x", "Reached probed.signin(common)"),
            ("common/oauth2/authorize?client_id=0", "Failed probed.signin.client(0, " + AppId + ")"),
            ("consumers/oauth2/v2.0/authorize", "Failed probed.signin.personal"),
            ("9188040d-6c67-4c5b-b112-36a304b66dad/oauth2/v2.0/authorize", "Failed probed.signin.personal"),
            ("contoso.onmicrosoft.com/oauth2/authorize?client_id=" + AppId, "Failed probed.signin.single(contoso.onmicrosoft.com)"),
            ("72f988bf-86f1-41af-91ab-2d7cd011db47/saml2", "Failed probed.signin.single(72f988bf-86f1-41af-91ab-2d7cd011db47)"),
            ("c%6fmmon/oauth2/authorize", "Reached probed.signin(common)"),
            ("commonx/oauth2/authorize", "Failed probed.signin.single(commonx)"),
            ("", "Failed probed.signin.none(login.microsoftonline.com)"),
            ("login.srf?wa=wsignin1.0", "Failed probed.signin.none(login.microsoftonline.com)"),
            ("oauth2/authorize", "Failed probed.signin.none(login.microsoftonline.com)"),
        })
        {
            yield return ("login: " + login.Item1, () =>
            {
                var network = new FakeTransport().Answer(Url, 302, Login + login.Item1);
                Says(ProbeRun.OfSignIn(Url, AppId, network), login.Item2);
                Expect.Sequence(["look up www.contoso.com", "get " + Url], network.Seen);
            }
            );
        }

        foreach (var host in new[] { "login.microsoft.com", "login.windows.net", "login.microsoftonline.us", "login.partner.microsoftonline.cn", "login.chinacloudapi.cn" })
            yield return ("login host: " + host, () => Says(ProbeRun.OfSignIn("https://" + host + "/common/oauth2", null, new FakeTransport()), "Reached probed.signin(common)"));
        foreach (var host in new[] { "login.microsoftonline.com.evil.contoso.com", "xlogin.microsoftonline.com", "microsoftonline.com", "login-microsoftonline.com" })
            yield return ("no login host: " + host, () => Says(ProbeRun.OfSignIn("https://" + host + "/common/oauth2", null, new FakeTransport()), "CouldNotCheck probed.signin.page(" + host + ")"));
        yield return ("login for personal accounts", () => Says(ProbeRun.OfSignIn("https://login.live.com/oauth20_authorize.srf", null, new FakeTransport()), "Failed probed.signin.personal"));
        yield return ("no application known", () => Says(ProbeRun.OfSignIn(Login + "common/oauth2?client_id=0", " ", new FakeTransport()), "Reached probed.signin(common)"));
        yield return ("three redirects to the login", () => Says(
            ProbeRun.OfSignIn(Url, null, new FakeTransport().Answer(Url, 302, "/1").Answer("https://www.contoso.com/1", 302, "/2").Answer("https://www.contoso.com/2", 302, Login + "common/")),
            "Reached probed.signin(common)"));
        yield return ("page of its own", () => Says(ProbeRun.OfSignIn(Url, AppId, new FakeTransport()), "CouldNotCheck probed.signin.page(www.contoso.com)"));
        yield return ("no page", () => Says(ProbeRun.OfSignIn(Url, AppId, new FakeTransport().Answer(Url, 404)), "Failed probed.status(www.contoso.com, 404)"));
    }

    private static IEnumerable<(string Name, Action Run)> Packages()
    {
        yield return ("package", () =>
        {
            var network = new FakeTransport().Answer(Storage, 200, null, [0x50, 0x4B, 3, 4]);
            var result = ProbeRun.OfPackage(Storage, Now, network);
            Says(result, "Reached probed.package");
            Expect.Equal(4, network.Bytes);
            Expect.Equal(Storage.Replace("se%2Bcret%3D", "removed"), result.FinalUrl);
        }
        );
        yield return ("package that is no zip", () => Says(Package(new FakeTransport().Answer(Storage, 200, null, Encoding.ASCII.GetBytes("<htm"))), "Failed probed.package.zip"));
        yield return ("package of two bytes", () => Says(Package(new FakeTransport().Answer(Storage, 200, null, [0x50, 0x4B])), "Failed probed.package.zip"));
        yield return ("package that is an empty zip", () => Says(Package(new FakeTransport().Answer(Storage, 200, null, [0x50, 0x4B, 5, 6])), "Failed probed.package.zip"));
        yield return ("package with a wrong signature", () => Says(Package(new FakeTransport().Answer(Storage, 403)), "Failed probed.package.status(403)"));
        yield return ("package while the storage is busy", () => Says(Package(new FakeTransport().Answer(Storage, 429)), "CouldNotCheck probed.busy(contoso.blob.core.windows.net, 429)"));
        yield return ("package elsewhere", () => Says(Package(new FakeTransport().Answer(Storage, 302, "https://evil.contoso.com/?sig=se%2Bcret%3D")), "Failed probed.package.redirect(contoso.blob.core.windows.net)"));
        yield return ("package that ends now", () => Silent(Storage.Replace("2026-12-31T23:59:59Z", "2026-11-22T12:00:00Z"), "Failed probed.package.expired(2026-11-22 12:00)"));
        yield return ("package that ends in a second", () =>
            Says(ProbeRun.OfPackage(Storage.Replace("2026-12-31T23:59:59Z", "2026-11-22T12:00:01Z"), Now, new FakeTransport()), "Failed probed.package.zip"));
        yield return ("package that can be written", () => Silent(Storage.Replace("sp=r", "sp=rw"), "Failed sas.permissions(rw)"));
        yield return ("package without a signature", () => Silent(Storage.Substring(0, Storage.IndexOf("&sig", StringComparison.Ordinal)), "Failed sas.missing(sig)"));
        yield return ("package that is not in storage", () => Silent("https://www.contoso.com/app.zip?sp=r&se=2026-12-31&sr=b&sig=a", "Failed sas.host(www.contoso.com)"));
        yield return ("package by number", () => Silent("https://127.0.0.1/app.zip?sp=r&se=2026-12-31&sr=b&sig=a", "Refused url.ip(127.0.0.1)"));
        foreach (var (status, said) in new[]
        {
            (200, "Reached probed.public"), (299, "Reached probed.public"), (401, "Failed probed.public.refused"), (403, "Failed probed.public.refused"),
            (404, "Failed probed.public.refused"), (409, "Failed probed.public.refused"), (410, "CouldNotCheck probed.public.unclear"),
            (429, "CouldNotCheck probed.busy"), (500, "CouldNotCheck probed.public.unclear"),
        })
        {
            yield return ("package without its signature, " + status, () => Says(
                ProbeRun.OfPublicPackage(PublicPackage.UrlOf(Storage), new FakeTransport().Answer(PublicPackage.UrlOf(Storage), status)),
                said + "(contoso.blob.core.windows.net, " + status + ")"));
        }

        yield return ("package without its signature, no network", () =>
            Expect.Equal(ProbeOutcome.CouldNotCheck, ProbeRun.OfPublicPackage(PublicPackage.UrlOf(Storage), new FakeTransport().Problem(PublicPackage.UrlOf(Storage), TransportProblem.TimeUp)).Outcome));
        yield return ("no package", () => Silent(null, "Refused url.empty"));
    }

    private static ProbeResult Package(FakeTransport network) => ProbeRun.OfPackage(Storage, Now, network);

    private static void Silent(string? url, string expected)
    {
        var network = new FakeTransport();
        Says(ProbeRun.OfPackage(url, Now, network), expected);
        Expect.Sequence([], network.Seen);
    }

    private static FakeTransport Chain(int redirects)
    {
        var network = new FakeTransport().Answer(Url, 302, "/1");
        for (var i = 1; i < redirects; i++)
            network.Answer("https://www.contoso.com/" + i, 302, "/" + (i + 1));
        return network;
    }

    private static void Ends(FakeTransport network, string expected, bool asked = true)
    {
        Says(ProbeRun.OfAddress(Url, network), expected);
        Expect.Equal(asked, network.Seen.Any(seen => seen.StartsWith("get", StringComparison.Ordinal)));
    }

    private static void Says(ProbeResult result, string expected)
    {
        Expect.Equal(expected, result.Outcome + " " + result.Reason);
        Expect.Equal(false, (result.Reason + result.FinalUrl).Contains("se%2Bcret"));
    }
}
