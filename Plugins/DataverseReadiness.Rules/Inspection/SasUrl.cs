using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>An Azure Storage address with a shared access signature. The signature itself is never kept.</summary>
public sealed class SasUrl
{
    /// <summary>What stands in place of a removed signature.</summary>
    public const string Removed = "removed";

    private const string BlobStorage = ".blob.core.windows.net";

    private static readonly string[] Times =
    {
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    };

    private static readonly char[] Separators = { '?', '&', ';', '#' };

    private SasUrl(UrlFacts url)
    {
        Url = url;
        IsBlobStorage = url.Host.EndsWith(BlobStorage, StringComparison.Ordinal);
        var fields = Fields(url.Normalized);
        Permissions = Field(fields, "sp");
        Resource = Field(fields, "sr");
        HasSignature = Field(fields, "sig").Length > 0;
        Starts = Time(Field(fields, "st"));
        Expires = Time(Field(fields, "se"));
        HasSas = HasSignature || Permissions.Length > 0 || fields.ContainsKey("se");
        Problem = url.Problem ?? FirstProblem(fields);
    }

    /// <summary>What the address itself says, or why it is refused.</summary>
    public UrlFacts Url { get; }

    /// <summary>Whether the host is one of Azure Blob Storage (*.blob.core.windows.net).</summary>
    public bool IsBlobStorage { get; }

    /// <summary>Whether there is a shared access signature at all: <c>sig</c>, <c>sp</c> or <c>se</c> is there.</summary>
    public bool HasSas { get; }

    /// <summary>Permissions (<c>sp</c>), for instance <c>r</c>; empty when missing.</summary>
    public string Permissions { get; }

    /// <summary>Whether the permissions are exactly <c>r</c>.</summary>
    public bool IsReadOnly => Permissions == "r";

    /// <summary>Resource (<c>sr</c>): b for a blob, c for a container; empty when missing.</summary>
    public string Resource { get; }

    /// <summary>Start (<c>st</c>) in UTC; null when missing or unreadable.</summary>
    public DateTime? Starts { get; }

    /// <summary>Expiry (<c>se</c>) in UTC; null when missing or unreadable.</summary>
    public DateTime? Expires { get; }

    /// <summary>Whether <c>sig</c> has a value, be it the one that stands for a removed signature.</summary>
    public bool HasSignature { get; }

    /// <summary>Why this is no usable package address, naming the first field that is wrong or missing; null when all are there.</summary>
    /// <remarks>Compares nothing with the clock: that is the rule's business.</remarks>
    public Message? Problem { get; }

    /// <summary>Reads an address.</summary>
    public static SasUrl Read(string? url) => new SasUrl(UrlReader.Read(url));

    /// <summary>The same address with the value of every <c>sig</c> replaced by <c>removed</c>; unchanged when there is none.</summary>
    /// <remarks>Works on any text, also on one that is no valid address, since that too might be stored or shown.</remarks>
    public static string WithoutSignature(string url)
    {
        var text = new StringBuilder(url.Length);
        var position = 0;
        while (position < url.Length)
        {
            var end = url.IndexOfAny(Separators, position);
            if (end < 0)
                end = url.Length;
            var field = url.Substring(position, end - position);
            var equals = field.IndexOf('=');
            var isSignature = position > 0 && equals > 0 && string.Equals(Unescape(field.Substring(0, equals)), "sig", StringComparison.OrdinalIgnoreCase);
            text.Append(isSignature ? field.Substring(0, equals + 1) + Removed : field);
            if (end < url.Length)
                text.Append(url[end]);
            position = end + 1;
        }

        return text.ToString();
    }

    private Message? FirstProblem(Dictionary<string, string> fields)
    {
        if (!IsBlobStorage)
            return new Message("sas.host", Url.Host);
        var missing = new[] { "sp", "se", "sr", "sig" }.FirstOrDefault(name => Field(fields, name).Length == 0);
        if (missing is not null)
            return new Message("sas.missing", missing);
        var unreadable = new[] { "st", "se" }.FirstOrDefault(name => Field(fields, name).Length > 0 && Time(fields[name]) is null);
        if (unreadable is not null)
            return new Message("sas.time", unreadable, UrlReader.Shorten(fields[unreadable]));
        return IsReadOnly ? null : new Message("sas.permissions", UrlReader.Shorten(Permissions));
    }

    /// <summary>The fields of the query, unescaped; of several with one name the first.</summary>
    internal static Dictionary<string, string> Fields(string url)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var query = url.IndexOf('?');
        if (query < 0)
            return fields;
        foreach (var field in url.Substring(query + 1).Split('#')[0].Split('&'))
        {
            var equals = field.IndexOf('=');
            var name = Unescape(equals < 0 ? field : field.Substring(0, equals));
            if (!fields.ContainsKey(name))
                fields[name] = equals < 0 ? "" : Unescape(field.Substring(equals + 1));
        }

        return fields;
    }

    private static string Field(Dictionary<string, string> fields, string name) => fields.TryGetValue(name, out var value) ? value : "";

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>The text with its percent-encoded bytes read as UTF-8.</summary>
    internal static string Unescape(string text)
    {
        if (text.IndexOf('%') < 0)
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.Substring(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, 1)));
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
