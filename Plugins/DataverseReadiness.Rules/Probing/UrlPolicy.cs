using System;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Probing;

/// <summary>Which web addresses may be asked: https, by a public name, on the port of https.</summary>
public static class UrlPolicy
{
    /// <summary>Reads an address that somebody entered or that a redirect names; its problem says why it may not be asked.</summary>
    /// <remarks>No name is looked up here; what the look-up says is checked by <see cref="AddressPolicy"/>.</remarks>
    public static UrlFacts Read(string? url)
    {
        var facts = UrlReader.Read(url);

        // The default port is not written in a normalized address.
        return facts.IsValid && facts.Port is { } port ? UrlFacts.Refused(new Message("probed.port", port)) : facts;
    }

    /// <summary>The address that a <c>Location</c> header means, seen from the address that sent it. Still to be read by <see cref="Read"/>.</summary>
    /// <remarks>Done here and not by System.Uri, whose versions disagree on what servers can send.</remarks>
    public static string Resolve(UrlFacts from, string location)
    {
        var text = location.Trim(' ', '\t', '\r', '\n');
        if (HasScheme(text))
            return text;
        if (text.StartsWith("//", StringComparison.Ordinal))
            return from.Scheme + ":" + text;
        var origin = from.Scheme + "://" + from.Host;
        if (text.StartsWith("/", StringComparison.Ordinal))
            return origin + text;
        var path = WithoutFragment(from.Normalized).Substring(origin.Length);
        var query = path.IndexOf('?');
        if (query >= 0)
            path = path.Substring(0, query);
        if (text.Length == 0 || text[0] is '?' or '#')
            return origin + path + text;
        return origin + (path.Length == 0 ? "/" : path.Substring(0, path.LastIndexOf('/') + 1)) + text;
    }

    /// <summary>The part of an address that is sent to the host.</summary>
    internal static string WithoutFragment(string url)
    {
        var hash = url.IndexOf('#');
        return hash < 0 ? url : url.Substring(0, hash);
    }

    private static bool HasScheme(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':')
                return i > 0;
            if (!(text[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '-' or '.'))
                return false;
        }

        return false;
    }
}
