using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Values as people of a language read them.</summary>
internal sealed class Formatter
{
    private static readonly ConcurrentDictionary<int, Formatter> ByLanguage = new();

    private readonly int _language;
    private readonly CultureInfo _culture;

    private Formatter(int language)
    {
        _language = language;
        try
        {
            _culture = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            _culture = CultureInfo.InvariantCulture;
        }
    }

    public static Formatter Of(int language) => ByLanguage.GetOrAdd(language, static language => new Formatter(language));

    /// <summary>The formatted value; null where the platform has none, as for plain texts.</summary>
    public string? Format(ColumnSchema column, object value) => value switch
    {
        OptionSetValue option => column.Options.TryGetValue(option.Value, out var found) ? found.Label.In(_language) : null,
        OptionSetValueCollection options => string.Join("; ", options.Select(option =>
            column.Options.TryGetValue(option.Value, out var found) ? found.Label.In(_language) : option.Value.ToString(_culture))),
        bool flag => column.Options.TryGetValue(flag ? 1 : 0, out var found) ? found.Label.In(_language) : flag ? "Yes" : "No",
        DateTime time => column.Model.DateBehavior == 2 || column.Model.Format.Equals("date", StringComparison.OrdinalIgnoreCase)
            ? time.ToString("d", _culture)
            : time.ToString("g", _culture),
        int number => number.ToString("N0", _culture),
        long number => number.ToString("N0", _culture),
        decimal number => number.ToString("N" + column.Scale.ToString(CultureInfo.InvariantCulture), _culture),
        double number => number.ToString("N" + column.Scale.ToString(CultureInfo.InvariantCulture), _culture),
        Money money => money.Value.ToString("N2", _culture),
        EntityReference { Name: { } name } => name,
        _ => null,
    };
}
