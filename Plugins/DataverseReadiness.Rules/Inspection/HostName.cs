using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads host names: public DNS names only, in lower case and punycode.</summary>
/// <remarks>System.Uri and IdnMapping answer differently on .NET Framework, Mono and modern .NET, so neither is used.</remarks>
internal static class HostName
{
    private const int MaxLength = 253;
    private const int MaxLabel = 63;

    // Names that never leave a machine, a home or a company. The reserved .example and .test resolve nowhere and do no harm.
    private static readonly string[] PrivateNames = { ".localhost", ".localdomain", ".local", ".internal", ".intranet", ".private", ".corp", ".home", ".lan", ".home.arpa" };

    /// <summary>The name as it goes into an address; null with the reason when it is none that anybody could reach.</summary>
    public static string? Read(string host, out Message? problem)
    {
        problem = null;
        var name = Map(host).TrimEnd('.');
        if (name.Length == 0)
        {
            problem = new Message("url.host.missing");
            return null;
        }

        if (IsAddress(name))
        {
            problem = new Message("url.ip", UrlReader.Shorten(host));
            return null;
        }

        var encoded = Encode(name);
        if (encoded is null || encoded.Length > MaxLength)
            problem = new Message("url.host", UrlReader.Shorten(host));
        else if (IsPrivate(encoded))
            problem = new Message("url.private", UrlReader.Shorten(host));
        return problem is null ? encoded : null;
    }

    /// <summary>Full-width letters and digits become plain ones, ideographic full stops dots, capitals small.</summary>
    private static string Map(string host)
    {
        if (host.All(c => c < 0x80))
            return host.ToLowerInvariant();
        if (!IsWellFormed(host))
            return host;
        return host.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.').ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a browser would read it as an IP address: the last part is a number, be it decimal, octal or hexadecimal.</summary>
    private static bool IsAddress(string name)
    {
        var last = name.Substring(name.LastIndexOf('.') + 1);
        return name[0] == '['
            || (last.Length > 0 && last.All(c => c is >= '0' and <= '9'))
            || (last.StartsWith("0x", StringComparison.Ordinal) && last.Skip(2).All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f'));
    }

    private static bool IsPrivate(string name)
    {
        var dotted = "." + name;
        return name.IndexOf('.') < 0 || PrivateNames.Any(end => dotted.EndsWith(end, StringComparison.Ordinal));
    }

    private static string? Encode(string name)
    {
        var labels = name.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            var label = labels[i];
            if (label.Any(c => c >= 0x80))
                label = IsWellFormed(label) && HasOnlyLetters(label) ? "xn--" + Punycode(label) : "";
            if (label.Length is 0 or > MaxLabel || label[0] is '-' or '_' || label[label.Length - 1] is '-' or '_')
                return null;
            if (!label.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '_'))
                return null;
            labels[i] = label;
        }

        return string.Join(".", labels);
    }

    private static bool HasOnlyLetters(string label)
    {
        for (var i = 0; i < label.Length; i += char.IsHighSurrogate(label[i]) ? 2 : 1)
        {
            if (label[i] == '-')
                continue;
            switch (CharUnicodeInfo.GetUnicodeCategory(label, i))
            {
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.ModifierLetter:
                case UnicodeCategory.OtherLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    continue;
                case UnicodeCategory.NonSpacingMark when i > 0:
                case UnicodeCategory.SpacingCombiningMark when i > 0:
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>RFC 3492.</summary>
    private static string Punycode(string label)
    {
        var points = new int[label.Length];
        var count = 0;
        for (var i = 0; i < label.Length; i += char.IsHighSurrogate(label[i]) ? 2 : 1)
            points[count++] = char.ConvertToUtf32(label, i);
        var text = new StringBuilder(new string(label.Where(c => c < 0x80).ToArray()));
        int basic = text.Length, handled = basic, n = 0x80, bias = 72;
        long delta = 0;
        if (basic > 0)
            text.Append('-');
        while (handled < count)
        {
            var next = points.Take(count).Where(point => point >= n).Min();
            delta += (next - n) * (long)(handled + 1);
            n = next;
            for (var i = 0; i < count; i++)
            {
                if (points[i] < n)
                    delta++;
                if (points[i] != n)
                    continue;
                var q = delta;
                for (var k = 36; ; k += 36)
                {
                    var threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
                    if (q < threshold)
                        break;
                    text.Append(Digit((int)(threshold + ((q - threshold) % (36 - threshold)))));
                    q = (q - threshold) / (36 - threshold);
                }

                text.Append(Digit((int)q));
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            n++;
        }

        return text.ToString();
    }

    private static int Adapt(long delta, int points, bool isFirst)
    {
        delta = isFirst ? delta / 700 : delta / 2;
        delta += delta / points;
        var k = 0;
        for (; delta > 455; k += 36)
            delta /= 35;
        return k + (int)(36 * delta / (delta + 38));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);
}
