using System.Net;

namespace Sandbox.Network;

/// <summary>Why the proxy makes no connection: what it answers, and the word in its reason header.</summary>
internal sealed class EgressRefusal(HttpStatusCode status, string reason) : Exception(reason)
{
    public static EgressRefusal Malformed => new(HttpStatusCode.BadRequest, "request");

    public static EgressRefusal Port => new(HttpStatusCode.Forbidden, "port");

    public static EgressRefusal Literal => new(HttpStatusCode.Forbidden, "literal");

    public static EgressRefusal Address => new(HttpStatusCode.Forbidden, "address");

    public static EgressRefusal Name => new(HttpStatusCode.BadGateway, "name");

    public static EgressRefusal Connect => new(HttpStatusCode.BadGateway, "connect");

    public static EgressRefusal NoNetwork => new(HttpStatusCode.GatewayTimeout, "network");

    public HttpStatusCode Status => status;
}
