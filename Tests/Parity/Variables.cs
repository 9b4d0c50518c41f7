using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;

namespace Parity;

/// <summary>What is another in each run: filled into requests, and named in answers by the order in which it comes.</summary>
internal sealed partial class Variables
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _numbered = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _base;
    private readonly string _host;

    public Variables(string baseAddress, string host, IEnumerable<string> ids)
    {
        _base = baseAddress;
        _host = host;
        foreach (var id in ids)
            Set(id, Guid.NewGuid().ToString());
    }

    public void Set(string name, string value)
    {
        _values[name] = value;
        _names[value] = name;
    }

    /// <summary>The paging cookie that a request is to send: of the annotation its last attribute, unescaped twice, ready to stand in an attribute.</summary>
    public static string Cookie(string annotation)
    {
        var cookie = PagingCookie().Match(annotation).Groups[1].Value;
        return SecurityElement.Escape(Uri.UnescapeDataString(Uri.UnescapeDataString(cookie)));
    }

    public string Fill(string text)
    {
        foreach (var (name, value) in _values)
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text.Replace("{base}", _base, StringComparison.Ordinal);
    }

    public string Normalise(string text)
    {
        foreach (var (value, name) in _names.OrderByDescending(pair => pair.Key.Length))
            text = text.Replace(value, "{" + name + "}", StringComparison.OrdinalIgnoreCase);
        text = text.Replace(_base, "{base}", StringComparison.OrdinalIgnoreCase).Replace(_host, "{host}", StringComparison.OrdinalIgnoreCase);
        text = Id().Replace(text, match => Numbered("id", match.Value));
        text = Version().Replace(text, match => "W/\"" + Numbered("version", match.Groups[1].Value) + "\"");
        return Time().Replace(text, match => IsNow(match.Value) ? "{now}" : match.Value);
    }

    private string Numbered(string kind, string value)
    {
        if (!_numbered.TryGetValue(value, out var name))
            _numbered[value] = name = "{" + kind + " " + (_numbered.Values.Count(other => other.StartsWith("{" + kind, StringComparison.Ordinal)) + 1) + "}";
        return name;
    }

    private static bool IsNow(string time) =>
        (DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromDays(1);

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("W/\"([0-9]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?Z")]
    private static partial Regex Time();

    [GeneratedRegex("pagingcookie=\"([^\"]*)\"")]
    private static partial Regex PagingCookie();
}
