using System.Globalization;
using System.IO.Enumeration;

namespace Sandbox.WebApi;

/// <summary>What the <c>Prefer</c> header asks for.</summary>
internal sealed class Preferences
{
    private readonly string[] _annotations = [];

    private Preferences(string[] annotations, int? pageSize, bool wantsRepresentation, bool continuesOnError)
    {
        _annotations = annotations;
        PageSize = pageSize;
        WantsRepresentation = wantsRepresentation;
        ContinuesOnError = continuesOnError;
        FormattedValues = Wants(Annotations.FormattedValue);
        LookupLogicalNames = Wants(Annotations.LookupLogicalName);
        NavigationProperties = Wants(Annotations.AssociatedNavigationProperty);
    }

    public int? PageSize { get; }

    public bool WantsRepresentation { get; }

    public bool ContinuesOnError { get; }

    public bool FormattedValues { get; }

    public bool LookupLogicalNames { get; }

    public bool NavigationProperties { get; }

    /// <summary>The answer's <c>Preference-Applied</c>; null when nothing was applied.</summary>
    public string? Applied(bool representation)
    {
        var applied = new List<string>(2);
        if (representation && WantsRepresentation)
            applied.Add("return=representation");
        if (_annotations.Length > 0)
            applied.Add($"odata.include-annotations=\"{string.Join(',', _annotations)}\"");
        if (PageSize is { } size)
            applied.Add(string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}"));
        return applied.Count == 0 ? null : string.Join(',', applied);
    }

    /// <summary>Reads the header; unknown preferences are ignored, as HTTP wants.</summary>
    public static Preferences Parse(string header)
    {
        string[] annotations = [];
        int? pageSize = null;
        bool representation = false, continues = false;
        foreach (var preference in Split(header))
        {
            var equals = preference.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? preference : preference[..equals]).Trim().ToLowerInvariant();
            var value = equals < 0 ? "" : preference[(equals + 1)..].Trim().Trim('"');
            switch (name)
            {
                case "return":
                    representation = value == "representation";
                    break;
                case "odata.include-annotations":
                    annotations = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                    break;
                case "odata.maxpagesize":
                    if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1)
                        throw WebApiException.BadQuery($"The preference 'odata.maxpagesize' is no whole number above 0: '{value}'.");
                    pageSize = Math.Min(size, 5000);
                    break;
                case "odata.continue-on-error":
                    continues = value != "false";
                    break;
                case "odata.track-changes" or "respond-async":
                    throw WebApiException.NotSupported($"The preference '{name}'");
                default:
                    break;
            }
        }

        return new(annotations, pageSize, representation, continues);
    }

    /// <summary>Whether an annotation is wanted, which begins with an @.</summary>
    public bool Wants(string annotation) =>
        _annotations.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, annotation.AsSpan(1), ignoreCase: false));

    /// <summary>Commas part preferences, but not within quotes.</summary>
    private static IEnumerable<string> Split(string header)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= header.Length; i++)
        {
            if (i < header.Length && header[i] == '"')
                quoted = !quoted;
            if (i == header.Length || (header[i] == ',' && !quoted))
            {
                if (i > start)
                    yield return header[start..i];
                start = i + 1;
            }
        }
    }
}
