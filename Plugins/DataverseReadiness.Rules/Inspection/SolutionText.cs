using System.Globalization;
using System.Xml;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Values from the XML of a solution, cut to what facts keep.</summary>
internal static class SolutionText
{
    private const int MaxLength = 200;

    public static string Cut(string? text)
    {
        var value = text is null ? "" : text.Trim();
        return value.Length > MaxLength ? value.Substring(0, MaxLength) : value;
    }

    /// <summary>The language that an element says it is in.</summary>
    public static int? Language(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("languagecode") ?? reader.GetAttribute("LCID"), NumberStyles.None, CultureInfo.InvariantCulture, out var language) && language is >= 1025 and <= 65535 ? language : null;
}
