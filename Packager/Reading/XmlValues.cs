using System.Globalization;
using System.Xml.Linq;
using Packager.Model;

namespace Packager.Reading;

/// <summary>Values of elements and attributes; what cannot be read is null, never an exception.</summary>
internal static class XmlValues
{
    public static string? Text(this XElement? element, string child) => (string?)element?.Element(child);

    public static string? Attr(this XElement? element, string name) => (string?)element?.Attribute(name);

    public static int? Int(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int? Int(this XElement? element, string child) => Int(element.Text(child)?.Trim());

    public static decimal? Decimal(this XElement? element, string child) =>
        decimal.TryParse(element.Text(child), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool? Flag(this XElement? element, string child) => element.Text(child)?.Trim() switch
    {
        "1" => true,
        "0" => false,
        var text when string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) => true,
        var text when string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>Labels under a wrapper such as <c>LocalizedNames</c>; empty ones count as missing.</summary>
    public static Labels Labels(this XElement? wrapper, string text = "description", string language = "languagecode")
    {
        if (wrapper == null) return Model.Labels.None;
        var labels = new SortedDictionary<int, string>();
        foreach (var label in wrapper.Elements())
        {
            if (Int(label.Attr(language)) is { } lcid && label.Attr(text) is { Length: > 0 } value)
                labels[lcid] = value;
        }

        return labels.Count == 0 ? Model.Labels.None : new(labels);
    }

    public static IReadOnlyList<string> List(string? commaSeparated) =>
        string.IsNullOrWhiteSpace(commaSeparated) ? [] : [.. commaSeparated.Split(',').Select(part => part.Trim())];

    public static IEnumerable<XElement> At(this XElement? element, params string[] path)
    {
        IEnumerable<XElement> found = element == null ? [] : [element];
        return path.Aggregate(found, (elements, name) => elements.Elements(name));
    }
}
