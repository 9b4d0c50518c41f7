using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Values as people of a language read them; times of <em>user local</em> columns by the clock of a time zone.</summary>
internal sealed class Formatter
{
    private static readonly ConcurrentDictionary<(int Language, int Zone), Formatter> ByUser = new();

    private readonly int _language;
    private readonly int _zone;
    private readonly CultureInfo _culture;

    private Formatter(int language, int zone)
    {
        (_language, _zone) = (language, zone);
        try
        {
            _culture = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            _culture = CultureInfo.InvariantCulture;
        }
    }

    /// <param name="language">Language of labels and formats (LCID).</param>
    /// <param name="zone">Code of the time zone.</param>
    public static Formatter Of(int language, int zone) => ByUser.GetOrAdd((language, zone), static user => new Formatter(user.Language, user.Zone));

    /// <summary>The formatted value; null where the platform has none, as for plain texts.</summary>
    public string? Format(ColumnSchema column, object value) => value switch
    {
        OptionSetValue option => column.Options.TryGetValue(option.Value, out var found) ? found.Label.In(_language) : null,
        OptionSetValueCollection options => string.Join("; ", options.Select(option =>
            column.Options.TryGetValue(option.Value, out var found) ? found.Label.In(_language) : option.Value.ToString(_culture))),
        bool flag => column.Options.TryGetValue(flag ? 1 : 0, out var found) ? found.Label.In(_language) : flag ? "Yes" : "No",
        DateTime time => (column.IsUserLocal ? UserTime.Of(_zone).ToLocal(time) : time).ToString(
            column.IsDateOnly || column.Model.Format.Equals("date", StringComparison.OrdinalIgnoreCase) ? "d" : "g", _culture),
        int number => number.ToString("N0", _culture),
        long number => number.ToString("N0", _culture),
        decimal number => number.ToString("N" + column.Scale.ToString(CultureInfo.InvariantCulture), _culture),
        double number => number.ToString("N" + column.Scale.ToString(CultureInfo.InvariantCulture), _culture),
        Money money => money.Value.ToString("N2", _culture),
        EntityReference { Name: { } name } => name,
        _ => null,
    };
}
