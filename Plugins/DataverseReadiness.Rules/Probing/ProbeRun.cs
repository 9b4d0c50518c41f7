using System;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Probing;

/// <summary>Asks one address, within limits that hold for everything together: the time, the redirects and what is read.</summary>
public sealed class ProbeRun
{
    /// <summary>Redirects that are followed.</summary>
    public const int MostRedirects = 3;

    /// <summary>What is read of the head of an answer, in KiB. Of the body nothing is read, or what tells a zip.</summary>
    public const int MostHead = 64;

    /// <summary>Time for all look-ups, connections and answers of one probe.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>Nothing was asked, for want of time; that is to be made up for.</summary>
    public static ProbeResult Later => CouldNotCheck("probed.later");

    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];

    private readonly ProbeKind _kind;
    private readonly string? _appId;
    private readonly IProbeTransport _transport;
    private DateTime? _certificateEnds;
    private int? _status;
    private string? _finalUrl;

    private ProbeRun(ProbeKind kind, string? appId, IProbeTransport transport)
    {
        _kind = kind;
        _appId = appId;
        _transport = transport;
    }

    /// <summary>Whether a web page, document or service answers.</summary>
    public static ProbeResult OfAddress(string? url, IProbeTransport transport) => new ProbeRun(ProbeKind.Address, null, transport).Run(url);

    /// <summary>Whether the address leads to the Microsoft login, open to every organisation.</summary>
    /// <param name="appId">The application that has to sign in; empty when it is not known.</param>
    public static ProbeResult OfSignIn(string? url, string? appId, IProbeTransport transport) => new ProbeRun(ProbeKind.SignIn, appId, transport).Run(url);

    /// <summary>Whether the package can be read with the address, by nobody for longer than said, and is a zip.</summary>
    /// <param name="url">With its signature, which is in nothing that comes back.</param>
    /// <param name="now">The current time in UTC.</param>
    public static ProbeResult OfPackage(string? url, DateTime now, IProbeTransport transport)
    {
        var sas = SasUrl.Read(url);
        if (sas.Url.Problem is { } refused)
            return new ProbeResult(ProbeOutcome.Refused, refused);
        if (sas.Problem is { } problem)
            return new ProbeResult(ProbeOutcome.Failed, problem);
        if (sas.Expires is { } expires && expires <= now)
            return new ProbeResult(ProbeOutcome.Failed, new Message("probed.package.expired", expires.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        return new ProbeRun(ProbeKind.Package, null, transport).Run(url);
    }

    /// <summary>Whether the storage hands out the package to whoever asks.</summary>
    /// <param name="url">Without its signature.</param>
    public static ProbeResult OfPublicPackage(string? url, IProbeTransport transport) => new ProbeRun(ProbeKind.PublicPackage, null, transport).Run(url);

    private ProbeResult Run(string? url)
    {
        var result = Follow(UrlPolicy.Read(url));
        result.Status = _status;
        result.FinalUrl = _finalUrl;
        result.CertificateEnds = _certificateEnds;
        result.Milliseconds = (int)Math.Min(int.MaxValue, _transport.Elapsed.TotalMilliseconds);
        return result;
    }

    private ProbeResult Follow(UrlFacts url)
    {
        if (url.Problem is { } problem)
            return new ProbeResult(ProbeOutcome.Refused, problem);
        for (var redirects = 0; ; redirects++)
        {
            _finalUrl = SasUrl.WithoutSignature(url.Normalized);
            if (_kind == ProbeKind.SignIn && SignInAuthority.IsLogin(url))
                return SignInAuthority.Judge(url, _appId);
            var answer = Ask(url, out var ended);
            if (answer is null)
                return ended!;
            if (answer.Status is not (301 or 302 or 303 or 307 or 308) || answer.Location is null)
                return Judge(url, answer);
            if (_kind == ProbeKind.Package)
                return Failed("probed.package.redirect", url.Host);
            if (redirects == MostRedirects)
                return Failed("probed.redirects", Shown.Number(MostRedirects));
            var location = UrlPolicy.Resolve(url, answer.Location);
            var next = UrlPolicy.Read(location);
            if (next.Problem is { } refusal)
            {
                return refusal.Key == "url.http"
                    ? Failed("probed.redirect.http", url.Host)
                    : new ProbeResult(ProbeOutcome.Refused, new Message("probed.redirect", url.Host, Shown.Text(SasUrl.WithoutSignature(location))));
            }

            url = next;
        }
    }

    private ProbeAnswer? Ask(UrlFacts url, out ProbeResult? ended)
    {
        if (Left <= TimeSpan.Zero)
        {
            ended = NoAnswer(url, TransportProblem.TimeUp, null);
            return null;
        }

        var lookup = _transport.Resolve(url.Host, Left);
        if (lookup.Problem is { } unknown)
        {
            ended = NoAnswer(url, unknown, null);
            return null;
        }

        if (lookup.Addresses.Any(address => !AddressPolicy.Allows(address)))
        {
            ended = NoAnswer(url, TransportProblem.AddressRefused, null);
            return null;
        }

        if (Left <= TimeSpan.Zero)
        {
            ended = NoAnswer(url, TransportProblem.TimeUp, null);
            return null;
        }

        var answer = _transport.Get(UrlPolicy.WithoutFragment(url.Normalized), url.Host, _kind == ProbeKind.Package ? Zip.Length : 0, Left);
        if (answer.CertificateEnds is { } ends && !(_certificateEnds <= ends))
            _certificateEnds = ends;
        if (answer.Problem is { } problem)
        {
            ended = NoAnswer(url, problem, answer.Status);
            return null;
        }

        _status = answer.Status;
        ended = null;
        return answer;
    }

    private TimeSpan Left => Deadline - _transport.Elapsed;

    private ProbeResult Judge(UrlFacts url, ProbeAnswer answer)
    {
        var status = answer.Status ?? 0;
        var shown = Shown.Number(status);
        if (status == 429)
            return CouldNotCheck("probed.busy", url.Host, shown);
        if (_kind == ProbeKind.Package)
        {
            // Storage answers 403 when signature or time are wrong: that is about the address.
            return status is < 200 or > 299 ? Failed("probed.package.status", shown)
                : answer.Body.SequenceEqual(Zip) ? new ProbeResult(ProbeOutcome.Reached, new Message("probed.package"))
                : Failed("probed.package.zip");
        }

        if (_kind == ProbeKind.PublicPackage)
        {
            // A container that is not public says so in different ways, by the settings of its account.
            return status is >= 200 and <= 299 ? new ProbeResult(ProbeOutcome.Reached, new Message("probed.public", url.Host, shown))
                : status is 401 or 403 or 404 or 409 ? Failed("probed.public.refused", url.Host, shown)
                : CouldNotCheck("probed.public.unclear", url.Host, shown);
        }

        if (status == 403)
            return CouldNotCheck("probed.robot", url.Host, shown);
        if (status is < 200 or > 299)
            return Failed("probed.status", url.Host, shown);
        return _kind == ProbeKind.SignIn
            ? CouldNotCheck("probed.signin.page", url.Host)
            : new ProbeResult(ProbeOutcome.Reached, new Message("probed.reached", url.Host, shown));
    }

    private static ProbeResult NoAnswer(UrlFacts url, TransportProblem problem, int? status) => problem switch
    {
        TransportProblem.NoSuchName => Failed("probed.name", url.Host),
        TransportProblem.NotListening => Failed("probed.connect", url.Host),
        TransportProblem.CertificateName => Failed("probed.certificate.name", url.Host),
        TransportProblem.CertificateDate => Failed("probed.certificate.date", url.Host),
        TransportProblem.CertificateTrust => Failed("probed.certificate.trust", url.Host),
        TransportProblem.Encryption => Failed("probed.encryption", url.Host),
        TransportProblem.Garbled => Failed("probed.garbled", url.Host),
        TransportProblem.AddressRefused => new ProbeResult(ProbeOutcome.Refused, new Message("probed.address", url.Host)),
        TransportProblem.TimeUp => CouldNotCheck("probed.time", url.Host, Shown.Number((int)Deadline.TotalSeconds)),
        TransportProblem.Interrupted => CouldNotCheck("probed.interrupted", url.Host),

        // A gateway that tells the two apart answers 502 when the host cannot be reached.
        TransportProblem.Gateway when status == 502 => Failed("probed.gateway.host", url.Host),
        TransportProblem.Gateway => status is null ? CouldNotCheck("probed.gateway", url.Host) : CouldNotCheck("probed.gateway.status", url.Host, Shown.Number(status.Value)),
        _ => CouldNotCheck("probed.network"),
    };

    private static ProbeResult Failed(string key, params string[] arguments) => new(ProbeOutcome.Failed, new Message(key, arguments));

    private static ProbeResult CouldNotCheck(string key, params string[] arguments) => new(ProbeOutcome.CouldNotCheck, new Message(key, arguments));
}
