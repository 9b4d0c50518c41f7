using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases.Probing;

/// <summary>Addresses by which others have got servers to ask what they should not: each is refused before anything is looked up.</summary>
public static class Bypasses
{
    public static IReadOnlyList<string> All { get; } =
    [
        // Loopback and metadata as numbers.
        "https://127.0.0.1/", "https://127.0.0.1:443/", "https://127.1/", "https://127.0.1/", "https://127.255.255.254/", "https://0.0.0.0/", "https://0/",
        "https://2130706433/", "https://017700000001/", "https://0x7f000001/", "https://0X7F000001/", "https://0x7f.0.0.1/", "https://0x7f.1/",
        "https://0177.0.0.1/", "https://0177.0.0.01/", "https://00000177.0.0.1/", "https://127.0x0.0.0x1/", "https://127.0.0.1./", "https://127.0.0.1../",
        "https://4294967295/", "https://127.0.0.1.0x/", "https://425.510.425.510/", "https://169.254.169.254/latest/meta-data/", "https://2852039166/",
        "https://0xa9fea9fe/", "https://0251.0376.0251.0376/", "https://0xA9.0xFE.0xA9.0xFE/", "https://169.254.43518/", "https://168.63.129.16/",
        "https://100.100.100.200/", "https://192.0.0.192/", "https://8.8.8.8/",

        // IPv6 and what carries IPv4 in it.
        "https://[::1]/", "https://[::]/", "https://[0:0:0:0:0:0:0:1]/", "https://[0000::1]:443/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/",
        "https://[::127.0.0.1]/", "https://[64:ff9b::127.0.0.1]/", "https://[2002:7f00:1::]/", "https://[2001:0:7f00:1::]/", "https://[fe80::1%25eth0]/",
        "https://[fe80::1%eth0]/", "https://[fd00:ec2::254]/", "https://[2606:4700::1111]/", "https://::1/", "https://[::1",

        // Other letters for digits, dots and names.
        "https://\uFF11\uFF12\uFF17.0.0.1/", "https://\u2460\u2461\u2466.\u24EA.\u24EA.\u2460/", "https://127\u30020\u30020\u30021/", "https://127\uFF0E0\uFF0E0\uFF0E1/",
        "https://127\uFF610\uFF610\uFF611/", "https://\uD835\uDFCF\uD835\uDFD0\uD835\uDFD5.0.0.1/", "https://\u24DB\u24DE\u24D2\u24D0\u24DB\u24D7\u24DE\u24E2\u24E3/",
        "https://\uFF4C\uFF4F\uFF43\uFF41\uFF4C\uFF48\uFF4F\uFF53\uFF54/", "https://loc\u00ADalhost.contoso.com/", "https://127.0.0.1\u200B/",

        // Escapes in the host.
        "https://%31%32%37.0.0.1/", "https://127%2E0%2E0%2E1/", "https://127.0.0.1%00.contoso.com/", "https://localhost%2F.contoso.com/", "https://%6c%6f%63alhost/",
        "https://www.contoso.com%40127.0.0.1/", "https://127.0.0.1%23.contoso.com/",

        // Names that stay inside.
        "https://localhost/", "https://LOCALHOST/", "https://localhost./", "https://localhost:443/", "https://app.localhost/", "https://localhost.localdomain/",
        "https://printer.local/", "https://metadata.google.internal/computeMetadata/v1/", "https://intranet/", "https://kubernetes.default.svc.cluster.local/",
        "https://server.corp/", "https://nas.home.arpa/", "https://router.lan/", "https://instance-data/",

        // Credentials and what confuses the end of the host.
        "https://user:password@www.contoso.com/", "https://www.contoso.com@127.0.0.1/", "https://127.0.0.1@www.contoso.com/", "https://@127.0.0.1/",
        "https://www.contoso.com\\@127.0.0.1/", "https:\\\\127.0.0.1/", "https://127.0.0.1\\.contoso.com/", "https:/127.0.0.1/", "https:127.0.0.1/",
        "https://www.contoso.com\r\nHost: localhost/", "https://www.contoso.com\t.localhost/", "https://www.contoso.com :80/", "https:///127.0.0.1/",
        "https://127.0.0.1:443#@www.contoso.com/", "https://127.0.0.1?@www.contoso.com/", "https://www.contoso.com:443@127.0.0.1/",

        // Ports and schemes.
        "https://www.contoso.com:22/", "https://www.contoso.com:80/", "https://www.contoso.com:8443/", "https://www.contoso.com:0/", "https://www.contoso.com:65979/",
        "https://www.contoso.com:-1/", "https://www.contoso.com:443:80/", "http://www.contoso.com/", "HTTP://www.contoso.com/", "ftp://www.contoso.com/",
        "file:///etc/passwd", "gopher://127.0.0.1:6379/_INFO", "dict://127.0.0.1:11211/", "jar:https://127.0.0.1!/", "ldap://127.0.0.1/", "//127.0.0.1/",
        "data:text/html,x", "javascript:alert(1)", "unix:///var/run/docker.sock", "netdoc:///etc/passwd", "",
    ];
}
