using System.Globalization;

namespace Sandbox.Query;

/// <summary>The organization's fiscal year: <c>fiscalcalendarstart</c>, <c>fiscalperiodtype</c> and <c>fiscalyeardisplaycode</c> of its row.</summary>
/// <param name="Month">Month of its first day.</param>
/// <param name="Day">Day of the month of its first day.</param>
/// <param name="PeriodType">2000 for years, 2001 for semesters, 2002 for quarters, 2003 for months.</param>
/// <param name="IsNamedByEnd">Whether a year is named after the calendar year in which it ends, not that in which it begins.</param>
internal sealed record FiscalCalendar(int Month, int Day, int PeriodType, bool IsNamedByEnd = false)
{
    /// <summary>A year and a period are one number, that of the year times this and that of the period.</summary>
    public const int PeriodFactor = 100;

    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>Calendar years of quarters, which a new organization has.</summary>
    public static FiscalCalendar Default { get; } = new(1, 1, 2002);

    /// <summary>Periods of a year.</summary>
    public int Periods => 12 / Months;

    // Shifted so that the year begins with a first of the month, all that is left is to count months.
    private int Shift => Day <= 28 ? Day - 1 : throw Faults.NotSupported(string.Create(CultureInfo.InvariantCulture, $"A fiscal year that begins on day {Day} of a month"));

    private int Ahead => IsNamedByEnd && (Month, Day) != (1, 1) ? 1 : 0;

    private int Months => PeriodType switch
    {
        2000 => 12,
        2001 => 6,
        2002 => 3,
        2003 => 1,
        _ => throw Faults.NotSupported(string.Create(CultureInfo.InvariantCulture, $"The fiscal period type {PeriodType}")),
    };

    /// <summary>The year and, from 1, the period that a day lies in.</summary>
    public (int Year, int Period) Of(DateTime day)
    {
        var months = MonthsOf(day.AddDays(-Shift));
        return ((months / 12) + Ahead, (months % 12 / Months) + 1);
    }

    /// <summary>First day of a period; periods beyond a year's last, or before its first, are those of other years.</summary>
    public DateTime Start(int year, int period = 1)
    {
        var months = ((year - Ahead) * 12) + ((period - 1) * Months) + Month - 1;
        return months is >= 12 and < 9999 * 12
            ? new DateTime(months / 12, (months % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(Shift)
            : throw Faults.Invalid(string.Create(CultureInfo.InvariantCulture, $"The fiscal period {period} of the year {year} lies outside of the calendar."));
    }

    /// <summary>The year of a local time, in SQL.</summary>
    public string YearSql(string seconds) => string.Create(CultureInfo.InvariantCulture, $"({MonthsSql(seconds)} / 12 + {Ahead})");

    /// <summary>The period, from 1, of a local time, in SQL.</summary>
    public string PeriodSql(string seconds) => string.Create(CultureInfo.InvariantCulture, $"({MonthsSql(seconds)} % 12 / {Months} + 1)");

    /// <summary>A period as the platform's documentation shows it: <c>Quarter 1 FY2023</c>.</summary>
    public string Name(int year, int period) => PeriodType == 2000
        ? Name(year)
        : string.Create(CultureInfo.InvariantCulture, $"{PeriodType switch { 2001 => "Semester", 2002 => "Quarter", _ => "Month" }} {period} {Name(year)}");

    /// <summary>A year: <c>FY2023</c>.</summary>
    public string Name(int year) => string.Create(CultureInfo.InvariantCulture, $"FY{year}");

    private int MonthsOf(DateTime day) => (day.Year * 12) + day.Month - Month;

    private string MonthsSql(string seconds)
    {
        var shifted = Shift == 0 ? seconds : string.Create(CultureInfo.InvariantCulture, $"({seconds} - {Shift * SecondsOfDay})");
        return string.Create(CultureInfo.InvariantCulture,
            $"(CAST(strftime('%Y', {shifted}, 'unixepoch') AS INTEGER) * 12 + CAST(strftime('%m', {shifted}, 'unixepoch') AS INTEGER) - {Month})");
    }
}
