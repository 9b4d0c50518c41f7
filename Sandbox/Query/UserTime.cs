using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sandbox.Query;

/// <summary>The clock of a user: times of the zone that <c>usersettings.timezonecode</c> names.</summary>
/// <remarks>
/// The platform keeps the codes in <c>timezonedefinition</c>, and its documentation does not list them; these are the ones on which published lists agree.
/// </remarks>
internal sealed class UserTime
{
    /// <summary>Code of UTC, which every user starts with.</summary>
    public const int UtcCode = 92;

    /// <summary>Name of the function in SQL that turns seconds of UTC to those of a zone: code, then seconds.</summary>
    public const string Function = "dataverse_local";

    private static readonly Dictionary<int, string> Zones = new()
    {
        [0] = "Dateline Standard Time",
        [2] = "Hawaiian Standard Time",
        [3] = "Alaskan Standard Time",
        [4] = "Pacific Standard Time",
        [5] = "Pacific Standard Time (Mexico)",
        [10] = "Mountain Standard Time",
        [12] = "Mountain Standard Time (Mexico)",
        [15] = "US Mountain Standard Time",
        [20] = "Central Standard Time",
        [25] = "Canada Central Standard Time",
        [29] = "Central Standard Time (Mexico)",
        [33] = "Central America Standard Time",
        [35] = "Eastern Standard Time",
        [40] = "US Eastern Standard Time",
        [45] = "SA Pacific Standard Time",
        [47] = "Venezuela Standard Time",
        [50] = "Atlantic Standard Time",
        [55] = "SA Western Standard Time",
        [56] = "Pacific SA Standard Time",
        [58] = "Central Brazilian Standard Time",
        [59] = "Paraguay Standard Time",
        [60] = "Newfoundland Standard Time",
        [65] = "E. South America Standard Time",
        [69] = "Argentina Standard Time",
        [70] = "SA Eastern Standard Time",
        [71] = "Bahia Standard Time",
        [73] = "Greenland Standard Time",
        [74] = "Montevideo Standard Time",
        [80] = "Azores Standard Time",
        [83] = "Cape Verde Standard Time",
        [84] = "Morocco Standard Time",
        [85] = "GMT Standard Time",
        [90] = "Greenwich Standard Time",
        [UtcCode] = "UTC",
        [95] = "Central Europe Standard Time",
        [100] = "Central European Standard Time",
        [105] = "Romance Standard Time",
        [110] = "W. Europe Standard Time",
        [113] = "W. Central Africa Standard Time",
        [115] = "E. Europe Standard Time",
        [120] = "Egypt Standard Time",
        [125] = "FLE Standard Time",
        [129] = "Jordan Standard Time",
        [130] = "GTB Standard Time",
        [131] = "Middle East Standard Time",
        [133] = "Syria Standard Time",
        [134] = "Turkey Standard Time",
        [135] = "Israel Standard Time",
        [140] = "South Africa Standard Time",
        [141] = "Namibia Standard Time",
        [145] = "Russian Standard Time",
        [150] = "Arab Standard Time",
        [151] = "Belarus Standard Time",
        [155] = "E. Africa Standard Time",
        [158] = "Arabic Standard Time",
        [159] = "Kaliningrad Standard Time",
        [160] = "Iran Standard Time",
        [165] = "Arabian Standard Time",
        [169] = "Azerbaijan Standard Time",
        [170] = "Caucasus Standard Time",
        [172] = "Mauritius Standard Time",
        [173] = "Georgian Standard Time",
        [175] = "Afghanistan Standard Time",
        [180] = "Ekaterinburg Standard Time",
        [184] = "Pakistan Standard Time",
        [185] = "West Asia Standard Time",
        [190] = "India Standard Time",
        [193] = "Nepal Standard Time",
        [195] = "Central Asia Standard Time",
        [196] = "Bangladesh Standard Time",
        [200] = "Sri Lanka Standard Time",
        [201] = "N. Central Asia Standard Time",
        [203] = "Myanmar Standard Time",
        [205] = "SE Asia Standard Time",
        [207] = "North Asia Standard Time",
        [210] = "China Standard Time",
        [215] = "Singapore Standard Time",
        [220] = "Taipei Standard Time",
        [225] = "W. Australia Standard Time",
        [227] = "North Asia East Standard Time",
        [228] = "Ulaanbaatar Standard Time",
        [230] = "Korea Standard Time",
        [235] = "Tokyo Standard Time",
        [240] = "Yakutsk Standard Time",
        [245] = "AUS Central Standard Time",
        [250] = "Cen. Australia Standard Time",
        [255] = "AUS Eastern Standard Time",
        [260] = "E. Australia Standard Time",
        [265] = "Tasmania Standard Time",
        [270] = "Vladivostok Standard Time",
        [275] = "West Pacific Standard Time",
        [280] = "Central Pacific Standard Time",
        [281] = "Magadan Standard Time",
        [284] = "UTC+12",
        [285] = "Fiji Standard Time",
        [290] = "New Zealand Standard Time",
        [300] = "Tonga Standard Time",
    };

    private static readonly ConcurrentDictionary<int, UserTime> ByCode = new();

    private readonly TimeZoneInfo _zone;

    private UserTime(int code, TimeZoneInfo zone) => (Code, _zone) = (code, zone);

    /// <summary>The codes there are.</summary>
    public static IReadOnlyCollection<int> Codes => Zones.Keys;

    /// <summary>The zones by code, as browsers name them (IANA); without those that have no such name.</summary>
    public static IReadOnlyDictionary<int, string> BrowserNames { get; } = Zones
        .Select(zone => (zone.Key, Name: zone.Key == UtcCode ? "UTC" : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Value, out var name) ? name : null))
        .Where(zone => zone.Name is not null)
        .ToDictionary(zone => zone.Key, zone => zone.Name!);

    public int Code { get; }

    public bool IsUtc => Code == UtcCode;

    /// <summary>The time of a zone's code.</summary>
    /// <exception cref="OrganizationFault">The code is not known here, or the machine knows no such zone.</exception>
    public static UserTime Of(int code) => ByCode.GetOrAdd(code, static code =>
    {
        if (!Zones.TryGetValue(code, out var name)) throw Faults.NotSupported(string.Create(CultureInfo.InvariantCulture, $"The time zone code {code}"));
        if (code == UtcCode) return new UserTime(code, TimeZoneInfo.Utc);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new UserTime(code, zone)
            : throw Faults.Invalid(string.Create(CultureInfo.InvariantCulture, $"The time zone code {code} stands for '{name}', of which this machine has no data. Install its time zone data (tzdata)."));
    });

    public static void Register(SqliteConnection connection) => connection.CreateFunction<long, long?, long?>(
        Function, (code, seconds) => seconds is { } utc ? utc + Of((int)code).OffsetAt(utc) : null, isDeterministic: true);

    /// <summary>What the user's clock shows.</summary>
    public DateTime ToLocal(DateTime utc) => IsUtc ? utc : WithinCalendar(utc.Ticks + _zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).Ticks);

    /// <summary>When the user's clock shows a time: the first moment where it shows it twice, the one at which it is set forward where it never does.</summary>
    public DateTime ToUtc(DateTime local)
    {
        if (IsUtc) return local;
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = _zone.IsAmbiguousTime(shown) ? _zone.GetAmbiguousTimeOffsets(shown).Max() : _zone.GetUtcOffset(shown);
        return WithinCalendar(local.Ticks - offset.Ticks);
    }

    // In its first and last hours one clock shows a day that the other has no more.
    private static DateTime WithinCalendar(long ticks) => new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private long OffsetAt(long utc) => (long)_zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(utc)).TotalSeconds;
}
