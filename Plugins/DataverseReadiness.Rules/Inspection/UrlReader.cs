using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads web addresses by own rules, so that every runtime gives the same answer.</summary>
public static class UrlReader
{
    /// <summary>Longest address that can be stored.</summary>
    public const int MaxLength = 2000;

    private static readonly char[] EndOfAuthority = { '/', '?', '#' };

    /// <summary>Reads an absolute https address; http too where <paramref name="allowHttp"/>. White space around it is ignored.</summary>
    public static UrlFacts Read(string? url, bool allowHttp = false)
    {
        var text = (url ?? "").Trim(' ', '\t', '\r', '\n');
        if (text.Length == 0)
            return Refuse("url.empty");
        if (text.Length > MaxLength)
            return Refuse("url.long", Bytes.Text(text.Length), Bytes.Text(MaxLength));
        var problem = Characters(text);
        if (problem is not null)
            return UrlFacts.Refused(problem);
        var colon = text.IndexOf(':');
        if (!IsScheme(text, colon))
            return Refuse("url.scheme.missing", Shorten(text));
        var scheme = text.Substring(0, colon).ToLowerInvariant();
        if (scheme == "http" && !allowHttp)
            return Refuse("url.http");
        if (scheme is not ("https" or "http"))
            return Refuse("url.scheme", scheme);
        if (string.CompareOrdinal(text, colon + 1, "//", 0, 2) != 0)
            return Refuse("url.host.missing");
        var start = colon + 3;
        var end = text.IndexOfAny(EndOfAuthority, start);
        var authority = end < 0 ? text.Substring(start) : text.Substring(start, end - start);
        if (authority.IndexOf('@') >= 0)
            return Refuse("url.credentials");
        if (!SplitPort(authority, scheme, out var host, out var port))
            return Refuse("url.port", Shorten(authority));
        var name = HostName.Read(host, out problem);
        if (name is null)
            return UrlFacts.Refused(problem!);
        var normalized = scheme + "://" + name + port + (end < 0 ? "" : Escape(text.Substring(end)));
        return normalized.Length > MaxLength
            ? Refuse("url.long", Bytes.Text(normalized.Length), Bytes.Text(MaxLength))
            : UrlFacts.Valid(normalized, scheme, name, port.Length == 0 ? null : port.Substring(1));
    }

    /// <summary>A piece of an address for a message: short, and without anything that looks like a secret.</summary>
    internal static string Shorten(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "\u2026";

    private static Message? Characters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is > ' ' and < '\x7F' and not ('\\' or '%'))
                continue;

            var at = Bytes.Text(i + 1);
            if (char.IsWhiteSpace(c))
                return new Message("url.space", at);
            if (c == '\\')
                return new Message("url.backslash", at);
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsControl(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format || c >= 0xFFFE)
                return new Message("url.character", at, "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
            if (c == '%' && !(i + 2 < text.Length && IsHex(text[i + 1]) && IsHex(text[i + 2])))
                return new Message("url.percent", at);
        }

        return null;
    }

    /// <summary>Whether there is a scheme before the colon. A dot before it or a digit behind it makes it a host and its port.</summary>
    private static bool IsScheme(string text, int colon) =>
        colon > 0
        && IsLetter(text[0])
        && text.Take(colon).All(c => IsLetter(c) || c is >= '0' and <= '9' or '+' or '-')
        && !(colon + 1 < text.Length && text[colon + 1] is >= '0' and <= '9');

    private static bool SplitPort(string authority, string scheme, out string host, out string port)
    {
        var colon = authority.LastIndexOf(':');
        var isAddress = authority.StartsWith("[", StringComparison.Ordinal);
        host = authority;
        port = "";
        if (isAddress || colon < 0)
            return true;
        host = authority.Substring(0, colon);
        var digits = authority.Substring(colon + 1);
        if (digits.Length == 0)
            return true;
        if (digits.Length > 5 || !digits.All(c => c is >= '0' and <= '9'))
            return false;
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        port = number == (scheme == "https" ? 443 : 80) ? "" : ":" + number.ToString(CultureInfo.InvariantCulture);
        return number is > 0 and <= 65535;
    }

    /// <summary>Path, query and fragment with everything percent-encoded that an address may not hold.</summary>
    private static string Escape(string rest)
    {
        if (rest.All(c => c < 0x80 && IsPlain((byte)c)))
            return rest;

        var text = new StringBuilder(rest.Length);
        foreach (var value in Encoding.UTF8.GetBytes(rest))
        {
            if (IsPlain(value))
                text.Append((char)value);
            else
                text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static bool IsPlain(byte value) =>
        value is > 0x20 and < 0x7F and not ((byte)'"' or (byte)'<' or (byte)'>' or (byte)'^' or (byte)'`' or (byte)'{' or (byte)'|' or (byte)'}');

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static bool IsHex(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    private static UrlFacts Refuse(string key, params string[] arguments) => UrlFacts.Refused(new Message(key, arguments));
}
