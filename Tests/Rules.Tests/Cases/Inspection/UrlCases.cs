using System;
using System.Collections.Generic;
using System.Globalization;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Addresses, signatures, e-mail addresses, phone numbers and GUIDs, right and wrong.</summary>
public static class UrlCases
{
    private const string Sas = "https://contoso.blob.core.windows.net/packages/app.zip?sv=2018-03-28&sr=b&sp=r&st=2018-12-20T08%3A00%3A00Z&se=2019-12-31T23:59:59Z&sig=abc%2Bdef%3D";

    public static IEnumerable<(string Name, Action Run)> All()
    {
        foreach (var url in Right())
            yield return ("right: " + Expect.Name(url.Key), () => Expect.Equal(url.Value, UrlReader.Read(url.Key).Normalized));
        foreach (var url in Wrong())
        {
            yield return ("wrong: " + Expect.Name(url.Key), () =>
            {
                var facts = UrlReader.Read(url.Key);
                Expect.Message(url.Value, facts.Problem);
                Expect.Equal("False||", facts.IsValid + "|" + facts.Normalized + "|" + facts.Host);
            }
            );
        }

        yield return ("no address at all", () => Expect.Message("url.empty", UrlReader.Read(null).Problem));
        yield return ("http where it is allowed", () => Expect.Equal("http://contoso.com/a", UrlReader.Read("http://contoso.com:80/a", allowHttp: true).Normalized));
        yield return ("javascript where http is allowed", () => Expect.Message("url.scheme(javascript)", UrlReader.Read("javascript:alert(1)", allowHttp: true).Problem));
        yield return ("2000 characters", () => Expect.Message("", UrlReader.Read("https://contoso.com/" + new string('a', 1980)).Problem));
        yield return ("2001 characters", () => Expect.Message("url.long(2001, 2000)", UrlReader.Read("https://contoso.com/" + new string('a', 1981)).Problem));
        yield return ("too long once it is escaped", () => Expect.Message("url.long(2020, 2000)", UrlReader.Read("https://contoso.com/" + new string('\u20AC', 222) + "ab").Problem));
        yield return ("lone surrogate", () => Expect.Message("url.character(13, U+D800)", UrlReader.Read("https://cont\uD800so.com").Problem));
        foreach (var test in Signatures())
            yield return (test.Name, test.Run);
        foreach (var test in Values())
            yield return (test.Name, test.Run);
    }

    private static IEnumerable<KeyValuePair<string, string>> Right() => new Dictionary<string, string>
    {
        ["https://contoso.com"] = "https://contoso.com",
        [" \thttps://contoso.com/ \r\n"] = "https://contoso.com/",
        ["HTTPS://WWW.Contoso.COM/Help?A=B#C"] = "https://www.contoso.com/Help?A=B#C",
        ["https://contoso.com./help"] = "https://contoso.com/help",
        ["https://contoso.com..."] = "https://contoso.com",
        ["https://contoso.com:443/a"] = "https://contoso.com/a",
        ["https://contoso.com:/a"] = "https://contoso.com/a",
        ["https://contoso.com:08443/a"] = "https://contoso.com:8443/a",
        ["https://contoso.com?a=b"] = "https://contoso.com?a=b",
        ["https://contoso.com/a/../b"] = "https://contoso.com/a/../b",
        ["https://contoso.com/a@b:c"] = "https://contoso.com/a@b:c",
        ["https://contoso.com/%C3%A5%2f"] = "https://contoso.com/%C3%A5%2f",
        ["https://contoso.com/å/\U0001F600?q={a|b}"] = "https://contoso.com/%C3%A5/%F0%9F%98%80?q=%7Ba%7Cb%7D",
        ["https://my_site.contoso.com"] = "https://my_site.contoso.com",
        ["https://1und1.de"] = "https://1und1.de",
        ["https://1.2.3.4.example"] = "https://1.2.3.4.example",
        ["https://bücher.example"] = "https://xn--bcher-kva.example",
        ["https://BÜCHER.Example"] = "https://xn--bcher-kva.example",
        ["https://ＣＯＮＴＯＳＯ．com"] = "https://contoso.com",
        ["https://räksmörgås。example"] = "https://xn--rksmrgs-5wao1o.example",
        ["https://straße.example"] = "https://xn--strae-oqa.example",
        ["https://例え.テスト"] = "https://xn--r8jz45g.xn--zckzah",
        ["https://правда.example"] = "https://xn--80aafi6cg.example",
        ["https://xn--bcher-kva.example"] = "https://xn--bcher-kva.example",
        ["https://dataversereadiness.example/help"] = "https://dataversereadiness.example/help",
    };

    private static IEnumerable<KeyValuePair<string, string>> Wrong() => new Dictionary<string, string>
    {
        [""] = "url.empty",
        ["  \n"] = "url.empty",
        ["contoso.com"] = "url.scheme.missing(contoso.com)",
        ["www.contoso.com:443/a"] = "url.scheme.missing(www.contoso.com:443/a)",
        ["localhost:5000/a"] = "url.scheme.missing(localhost:5000/a)",
        ["//contoso.com"] = "url.scheme.missing(//contoso.com)",
        ["://contoso.com"] = "url.scheme.missing(://contoso.com)",
        ["javascript:alert('x')"] = "url.scheme(javascript)",
        ["JavaScript://contoso.com/%0Aalert(1)"] = "url.scheme(javascript)",
        ["java\tscript:alert(1)"] = "url.space(5)",
        ["data:text/html,x"] = "url.scheme(data)",
        ["file:///etc/passwd"] = "url.scheme(file)",
        ["ftp://contoso.com"] = "url.scheme(ftp)",
        ["mailto:a@b.com"] = "url.scheme(mailto)",
        ["http://contoso.com"] = "url.http",
        ["http://user:pw@host"] = "url.http",
        ["https://user:pw@contoso.com"] = "url.credentials",
        ["https://user@contoso.com"] = "url.credentials",
        ["https://contoso.com@evil.example"] = "url.credentials",
        ["https://"] = "url.host.missing",
        ["https:contoso.com"] = "url.host.missing",
        ["https:/contoso.com"] = "url.host.missing",
        ["https:///contoso.com"] = "url.host.missing",
        ["https://:443/"] = "url.host.missing",
        ["https://..."] = "url.host.missing",
        ["https://?a"] = "url.host.missing",
        ["https://contoso .com"] = "url.space(16)",
        ["https://contoso.com/a b"] = "url.space(22)",
        ["https://contoso.com/a\nb"] = "url.space(22)",
        ["https://contoso.com/a\u00A0b"] = "url.space(22)",
        ["https:\\\\contoso.com"] = "url.backslash(7)",
        ["https://contoso.com\\@evil.example"] = "url.backslash(20)",
        ["https://contoso.com/\u0007"] = "url.character(21, U+0007)",
        ["https://cont\u200Boso.com"] = "url.character(13, U+200B)",
        ["https://cont\u00ADoso.com"] = "url.character(13, U+00AD)",
        ["https://contoso.com/100%"] = "url.percent(24)",
        ["https://contoso.com/%2"] = "url.percent(21)",
        ["https://127.0.0.1"] = "url.ip(127.0.0.1)",
        ["https://127.0.0.1./"] = "url.ip(127.0.0.1.)",
        ["https://127.1"] = "url.ip(127.1)",
        ["https://2130706433/"] = "url.ip(2130706433)",
        ["https://0x7f000001"] = "url.ip(0x7f000001)",
        ["https://0x7F.1"] = "url.ip(0x7F.1)",
        ["https://0177.0.0.01"] = "url.ip(0177.0.0.01)",
        ["https://10.0.0.5:8443/a"] = "url.ip(10.0.0.5)",
        ["https://１２７.0.0.１"] = "url.ip(１２７.0.0.１)",
        ["https://127。0。0。1"] = "url.ip(127。0。0。1)",
        ["https://[::1]/"] = "url.ip([::1])",
        ["https://[fe80::1%25eth0]:443/"] = "url.ip([fe80::1%25eth0]:443)",
        ["https://[::ffff:127.0.0.1"] = "url.ip([::ffff:127.0.0.1)",
        ["https://localhost"] = "url.private(localhost)",
        ["https://LOCALHOST./"] = "url.private(LOCALHOST.)",
        ["https://app.localhost:5001"] = "url.private(app.localhost)",
        ["https://intranet/help"] = "url.private(intranet)",
        ["https://server.local"] = "url.private(server.local)",
        ["https://crm.corp"] = "url.private(crm.corp)",
        ["https://nas.home.arpa"] = "url.private(nas.home.arpa)",
        ["https://bücher"] = "url.private(bücher)",
        ["https://a..b.com"] = "url.host(a..b.com)",
        ["https://.contoso.com"] = "url.host(.contoso.com)",
        ["https://-contoso.com"] = "url.host(-contoso.com)",
        ["https://contoso-.com"] = "url.host(contoso-.com)",
        ["https://con%74oso.com"] = "url.host(con%74oso.com)",
        ["https://con!toso.com"] = "url.host(con!toso.com)",
        ["https://\u2603.example"] = "url.host(\u2603.example)",
        ["https://" + new string('a', 64) + ".com"] = "url.host(" + new string('a', 64) + ".com)",
        ["https://" + string.Join(".", System.Linq.Enumerable.Repeat(new string('a', 60), 5)) + ".com"] = "url.host(" + string.Join(".", System.Linq.Enumerable.Repeat(new string('a', 60), 5)).Substring(0, 80) + "\u2026)",
        ["https://contoso.com:0"] = "url.port(contoso.com:0)",
        ["https://contoso.com:65536"] = "url.port(contoso.com:65536)",
        ["https://contoso.com:https"] = "url.port(contoso.com:https)",
        ["https://contoso.com:123456"] = "url.port(contoso.com:123456)",
        ["https://contoso.com/" + new string('a', 2980)] = "url.long(3000, 2000)",
    };

    private static IEnumerable<(string Name, Action Run)> Signatures()
    {
        yield return ("signature: complete", () =>
        {
            var sas = SasUrl.Read(Sas);
            Expect.Message("", sas.Problem);
            Expect.Equal("r b True True True", sas.Permissions + " " + sas.Resource + " " + sas.HasSignature + " " + sas.IsReadOnly + " " + sas.IsBlobStorage);
            Expect.Equal("2018-12-20 08:00:00Z 2019-12-31 23:59:59Z", Text(sas.Starts) + " " + Text(sas.Expires));
        }
        );
        foreach (var time in new[] { "2019-12-31", "2019-12-31T00:00Z", "2019-12-31T00:00:00Z", "2019-12-31T00:00:00.0000000Z" })
            yield return ("signature: expires " + time, () => Expect.Equal("2019-12-31 00:00:00Z", Text(SasUrl.Read(Sas.Replace("2019-12-31T23:59:59Z", time)).Expires)));
        foreach (var wrong in new Dictionary<string, string>
        {
            [Sas.Replace("contoso.blob.core.windows.net", "contoso.com").Replace("sv=", "sv=1")] = "sas.host(contoso.com)",
            [Sas.Replace("contoso.blob.core.windows.net", "blob.core.windows.net.evil.example")] = "sas.host(blob.core.windows.net.evil.example)",
            [Sas.Replace("https", "http")] = "url.http",
            ["https://contoso.blob.core.windows.net/packages/app.zip"] = "sas.missing(sp)",
            [Sas.Replace("&sp=r", "")] = "sas.missing(sp)",
            [Sas.Replace("&se=", "&xx=")] = "sas.missing(se)",
            [Sas.Replace("&sr=b", "")] = "sas.missing(sr)",
            [Sas.Replace("abc%2Bdef%3D", "")] = "sas.missing(sig)",
            [Sas.Replace("2019-12-31T23:59:59Z", "31.12.2019")] = "sas.time(se, 31.12.2019)",
            [Sas.Replace("2018-12-20T08%3A00%3A00Z", "soon")] = "sas.time(st, soon)",
            [Sas.Replace("sp=r", "sp=rw")] = "sas.permissions(rw)",
            [Sas.Replace("sp=r", "sp=racwdl")] = "sas.permissions(racwdl)",
        })
        {
            yield return ("signature: " + wrong.Value + " of " + Expect.Name(wrong.Key.Substring(wrong.Key.IndexOf('?') + 1)), () => Expect.Message(wrong.Value, SasUrl.Read(wrong.Key).Problem));
        }

        foreach (var removed in new Dictionary<string, string>
        {
            [Sas] = Sas.Replace("abc%2Bdef%3D", "removed"),
            ["https://a.example/b?sig=x"] = "https://a.example/b?sig=removed",
            ["https://a.example/b?SIG=x&c=d"] = "https://a.example/b?SIG=removed&c=d",
            ["https://a.example/b?%73ig=x"] = "https://a.example/b?%73ig=removed",
            ["https://a.example/b?a=1?sig=x#sig=y"] = "https://a.example/b?a=1?sig=removed#sig=removed",
            ["https://a.example/b?sig=x&sig=y="] = "https://a.example/b?sig=removed&sig=removed",
            ["https://a.example/sig=x?design=1"] = "https://a.example/sig=x?design=1",
            ["no address?sig=x y"] = "no address?sig=removed",
            ["?sig"] = "?sig",
            [""] = "",
        })
        {
            yield return ("signature removed: " + Expect.Name(removed.Key), () => Expect.Equal(removed.Value, SasUrl.WithoutSignature(removed.Key)));
        }

        yield return ("signature removed still reads as a signature", () => Expect.Message("", SasUrl.Read(SasUrl.WithoutSignature(Sas)).Problem));
    }

    private static IEnumerable<(string Name, Action Run)> Values()
    {
        foreach (var right in new Dictionary<string, string>
        {
            ["anna@contoso.com"] = "anna@contoso.com",
            [" Anna.Ek+crm@Contoso.COM "] = "Anna.Ek+crm@contoso.com",
            ["åsa@räksmörgås.example"] = "åsa@xn--rksmrgs-5wao1o.example",
        })
        {
            yield return ("e-mail: " + Expect.Name(right.Key), () => Expect.Equal(right.Value, EmailReader.Read(right.Key).Normalized));
        }

        foreach (var wrong in new[] { "anna", "anna@", "@contoso.com", "a@b@contoso.com", "anna@contoso", "anna@127.0.0.1", "anna @contoso.com", ".anna@contoso.com", "an..na@contoso.com", "anna@contoso.com.", "anna@localhost", new string('a', 65) + "@contoso.com" })
            yield return ("no e-mail: " + Expect.Name(wrong), () => Expect.Message("email.form(" + (wrong.Length > 80 ? wrong.Substring(0, 80) + "\u2026" : wrong) + ")", EmailReader.Read(wrong).Problem));
        yield return ("no e-mail: nothing", () => Expect.Message("email.empty", EmailReader.Read(" ").Problem));

        foreach (var right in new[] { "+46 8 123 456 78", "(425) 882-8080", "08/12 34 56", "+1.425.882.8080", "123456", "+46 8 12345678 ext. 12", "425 882 8080 x99" })
            yield return ("phone: " + Expect.Name(right), () => Expect.Equal(right, PhoneReader.Read(right).Normalized));
        foreach (var wrong in new[] { "12345", "1234567890123456", "call me", "+46+8123456", "08-12 34 56 x", "08-12 34 56 ext 123456789", "08-12 34 5l6" })
            yield return ("no phone: " + Expect.Name(wrong), () => Expect.Message("phone.form(" + wrong + ")", PhoneReader.Read(wrong).Problem));
        yield return ("no phone: nothing", () => Expect.Message("phone.empty", PhoneReader.Read("").Problem));

        foreach (var right in new[] { "8F2B6A5E-0C1D-4E2F-9A3B-4C5D6E7F8091", "{8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f8091}", " 8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f8091 " })
            yield return ("GUID: " + Expect.Name(right), () => Expect.Equal("8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f8091", GuidReader.Read(right).Normalized));
        foreach (var wrong in new[] { "8f2b6a5e0c1d4e2f9a3b4c5d6e7f8091", "{8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f8091", "(8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f8091)", "8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f809g", "8f2b6a5e-0c1d-4e2f-9a3b-4c5d6e7f809", "8f2b6a5e-0c1d4-e2f-9a3b-4c5d6e7f8091" })
            yield return ("no GUID: " + Expect.Name(wrong), () => Expect.Message("guid.form(" + wrong + ")", GuidReader.Read(wrong).Problem));
        yield return ("no GUID: zeros", () => Expect.Message("guid.zero", GuidReader.Read(Guid.Empty.ToString("B")).Problem));
        yield return ("no GUID: nothing", () => Expect.Message("guid.empty", GuidReader.Read(null).Problem));
    }

    private static string Text(DateTime? time) => time.HasValue ? time.Value.ToString("u", CultureInfo.InvariantCulture) : "none";
}
