namespace Packager.Model;

/// <summary>Text in several languages, by LCID.</summary>
/// <param name="ByLanguage">LCID to text.</param>
public sealed record Labels(IReadOnlyDictionary<int, string> ByLanguage)
{
    /// <summary>No label at all.</summary>
    public static Labels None { get; } = new(new Dictionary<int, string>());

    /// <summary>The text in the wanted language, else in the fallback language, else any; empty when there is none.</summary>
    public string In(int language, int fallback = 1033) =>
        ByLanguage.TryGetValue(language, out var text) ? text
        : ByLanguage.TryGetValue(fallback, out text) ? text
        : ByLanguage.Values.FirstOrDefault() ?? "";
}
