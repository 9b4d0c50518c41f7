#pragma warning disable SYSLIB0014 // HttpWebRequest is the one client that the platform's framework has and that shows the address it connects to.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using DataverseReadiness.Rules.Probing;

namespace DataverseReadiness.Plugins.Probing;

/// <summary>
/// The network as plug-ins have it. Where the process goes out through a proxy, names are looked up and connections made there, so that
/// the checks of addresses are the proxy's too: what is seen here would be the proxy's own address.
/// </summary>
public sealed class WebTransport : IProbeTransport
{
    /// <summary>A name that exists: when it is not found either, the fault is not the other name's.</summary>
    private const string KnownHost = "login.microsoftonline.com";

    private const string Agent = "DataverseReadiness/1.0 (checks the links of a marketplace offer)";

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;

    public ProbeLookup Resolve(string host, TimeSpan within) =>
        Uri.TryCreate("https://" + host + "/", UriKind.Absolute, out var uri) && IsProxied(uri) ? ProbeLookup.LeftToGateway : LookUp(host, within);

    public ProbeAnswer Get(string url, string host, int bytes, TimeSpan within)
    {
        // What the runtime reads in the address must be what was checked.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Host != host || uri.UserInfo.Length > 0)
        {
            return new ProbeAnswer { Problem = TransportProblem.AddressRefused };
        }

        var call = new Call(uri, IsProxied(uri));
        var answer = call.Run(bytes, within);
        if (answer.Problem == TransportProblem.NoSuchName)
        {
            answer.Problem = Unknown(Left(within));
        }
        else if (answer.Problem == TransportProblem.Gateway && answer.Status == (int)HttpStatusCode.Forbidden
            && LookUp(host, Left(within)).Addresses.Any(address => !AddressPolicy.Allows(address)))
        {
            answer.Problem = TransportProblem.AddressRefused;
        }

        return answer;
    }

    private static TimeSpan Left(TimeSpan within) => TimeSpan.FromTicks(Math.Min(within.Ticks, TimeSpan.TicksPerSecond));

    private static bool IsProxied(Uri uri) => WebRequest.DefaultWebProxy is { } proxy && !proxy.IsBypassed(uri);

    private static ProbeLookup LookUp(string host, TimeSpan within)
    {
        try
        {
            var pending = Dns.BeginGetHostAddresses(host, null, null);
            if (!pending.AsyncWaitHandle.WaitOne(within))
            {
                return ProbeLookup.None(TransportProblem.TimeUp);
            }

            var addresses = Dns.EndGetHostAddresses(pending);
            return addresses.Length > 0 ? ProbeLookup.Found(addresses) : ProbeLookup.None(Unknown(Left(within)));
        }
        catch (SocketException e)
        {
            return ProbeLookup.None(IsUnknown(e) ? Unknown(Left(within)) : TransportProblem.NoNetwork);
        }
        catch (Exception e) when (e is SecurityException or ArgumentException)
        {
            return ProbeLookup.None(TransportProblem.NoNetwork);
        }
    }

    /// <summary>Whether it is the name that does not exist, or the look-up that does not work.</summary>
    private static TransportProblem Unknown(TimeSpan within)
    {
        try
        {
            var pending = Dns.BeginGetHostAddresses(KnownHost, null, null);
            return pending.AsyncWaitHandle.WaitOne(within) && Dns.EndGetHostAddresses(pending).Length > 0
                ? TransportProblem.NoSuchName
                : TransportProblem.NoNetwork;
        }
        catch (SocketException)
        {
            return TransportProblem.NoNetwork;
        }
    }

    private static bool IsUnknown(SocketException e) => e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData;

    /// <summary>One request and what came of it.</summary>
    private sealed class Call(Uri uri, bool isProxied)
    {
        private readonly object _ending = new();
        private readonly ProbeAnswer _answer = new();
        private TransportProblem? _certificate;
        private bool _hasCertificate;
        private bool _isRefused;
        private bool _isTimeUp;
        private HttpWebResponse? _response;

        public ProbeAnswer Run(int bytes, TimeSpan within)
        {
            var request = Request(within);

            // Timeout alone lets a host go on that sends a byte now and then; aborting alone does not end reading on every runtime.
            using var timer = new Timer(_ => BreakOff(request), null, within, Timeout.InfiniteTimeSpan);
            try
            {
                Begin(request);
                Read(bytes);
            }
            catch (Exception e) when (e is WebException or IOException or ObjectDisposedException or InvalidOperationException or SecurityException or NotSupportedException)
            {
                _answer.Problem = _isTimeUp ? TransportProblem.TimeUp : ProblemOf(e);
            }
            finally
            {
                BreakOff(request, isTimeUp: false);
            }

            return _answer;
        }

        private HttpWebRequest Request(TimeSpan within)
        {
            var request = (HttpWebRequest)WebRequest.Create(uri);
            request.AllowAutoRedirect = false;
            request.KeepAlive = false;
            request.ConnectionGroupName = nameof(WebTransport); // Never a connection that someone else has opened.
            request.UseDefaultCredentials = false;
            request.UserAgent = Agent;
            request.Accept = "*/*";
            request.MaximumResponseHeadersLength = ProbeRun.MostHead;
            request.Timeout = request.ReadWriteTimeout = (int)within.TotalMilliseconds + 1000;
            request.ServerCertificateValidationCallback = (_, certificate, chain, errors) => Accepts(certificate, chain, errors);
            if (!isProxied)
            {
                request.ServicePoint.BindIPEndPointDelegate = Bind;
            }

            return request;
        }

        private IPEndPoint Bind(ServicePoint host, IPEndPoint remote, int attempt)
        {
            if (AddressPolicy.Allows(remote.Address))
            {
                return null!;
            }

            _isRefused = true; // Not every runtime hands the exception on.
            throw new RefusedAddressException();
        }

        private bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            _hasCertificate = true;
            if (certificate != null)
            {
                using var read = new X509Certificate2(certificate);
                _answer.CertificateEnds = read.NotAfter.ToUniversalTime();
            }

            _certificate = errors == SslPolicyErrors.None ? null
                : chain != null && chain.ChainStatus.Any(status => (status.Status & X509ChainStatusFlags.NotTimeValid) != 0) ? TransportProblem.CertificateDate
                : (errors & SslPolicyErrors.RemoteCertificateNotAvailable) != 0 ? TransportProblem.Encryption
                : (errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0 ? TransportProblem.CertificateName
                : TransportProblem.CertificateTrust;
            return _certificate == null;
        }

        private void Begin(HttpWebRequest request)
        {
            HttpWebResponse response;
            try
            {
                response = (HttpWebResponse)request.GetResponse();
            }
            catch (WebException e) when (e.Response is HttpWebResponse refusal)
            {
                response = refusal;
            }

            lock (_ending)
            {
                _response = response;
                if (_isTimeUp)
                {
                    response.Close();
                }
            }

            _answer.Status = (int)response.StatusCode;
            _answer.Location = response.Headers["Location"];
            if (isProxied && !_hasCertificate)
            {
                // Without a certificate the host was never spoken to: this is the proxy's own answer.
                _answer.Problem = TransportProblem.Gateway;
            }
        }

        private void Read(int bytes)
        {
            if (bytes == 0 || _answer.Problem != null || _response!.GetResponseStream() is not { } body)
            {
                return;
            }

            var buffer = new byte[bytes];
            var count = 0;
            for (int read; count < bytes && (read = body.Read(buffer, count, bytes - count)) > 0; count += read)
            {
            }

            Array.Resize(ref buffer, count);
            _answer.Body = buffer;
        }

        private void BreakOff(HttpWebRequest request, bool isTimeUp = true)
        {
            lock (_ending)
            {
                _isTimeUp |= isTimeUp;
                try
                {
                    request.Abort();
                    _response?.Close();
                }
                catch (Exception e) when (e is WebException or IOException or ObjectDisposedException or InvalidOperationException)
                {
                    // The connection is gone already, which is what was wanted; on a timer's thread nobody could catch it.
                }
            }
        }

        private TransportProblem ProblemOf(Exception exception)
        {
            var causes = Causes(exception).ToList();
            if (_isRefused || causes.Any(cause => cause is RefusedAddressException))
            {
                return TransportProblem.AddressRefused;
            }

            if (_certificate is { } certificate)
            {
                return certificate;
            }

            if (isProxied && !_hasCertificate)
            {
                _answer.Status = causes.Select(StatusOf).FirstOrDefault(status => status != null);
                return TransportProblem.Gateway;
            }

            if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
            {
                return IsUnknown(socket) ? TransportProblem.NoSuchName : ProblemOf(socket.SocketErrorCode);
            }

            if (causes.Any(cause => cause is AuthenticationException))
            {
                return TransportProblem.Encryption;
            }

            return ProblemOf((exception as WebException)?.Status, causes.Any(cause => cause is IOException));
        }

        private static TransportProblem ProblemOf(SocketError error) => error switch
        {
            SocketError.ConnectionRefused => TransportProblem.NotListening,
            SocketError.TimedOut => TransportProblem.TimeUp,
            SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.TryAgain => TransportProblem.NoNetwork,
            _ => TransportProblem.Interrupted,
        };

        // Modern .NET knows few of these; there it is the kind of the cause that tells.
        private static TransportProblem ProblemOf(WebExceptionStatus? status, bool isBrokenOff) => status switch
        {
            WebExceptionStatus.NameResolutionFailure => TransportProblem.NoSuchName,
            WebExceptionStatus.Timeout => TransportProblem.TimeUp,
            WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure => TransportProblem.Encryption,
            WebExceptionStatus.ServerProtocolViolation or WebExceptionStatus.MessageLengthLimitExceeded => TransportProblem.Garbled,
            WebExceptionStatus.UnknownError when !isBrokenOff => TransportProblem.Garbled,
            _ => TransportProblem.Interrupted,
        };

        /// <summary>The proxy's answer to the wish for a tunnel, which modern .NET keeps on a cause whose type the framework lacks.</summary>
        private static int? StatusOf(Exception cause) => cause.GetType().GetProperty("StatusCode")?.GetValue(cause, null) is HttpStatusCode status ? (int)status : null;

        private static IEnumerable<Exception> Causes(Exception exception)
        {
            for (Exception? cause = exception; cause != null; cause = cause.InnerException)
            {
                yield return cause;
            }
        }
    }
}
