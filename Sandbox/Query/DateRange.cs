using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Query;

/// <summary>The span of time that a relative operator stands for, by the clock it is asked of.</summary>
internal static class DateRange
{
    /// <summary>First and, exclusive, last moment; either may be open. Null for an operator that is no relative one.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="now">The present as the clock shows it.</param>
    /// <param name="count">The number of the operator, for those that take one.</param>
    /// <param name="fiscal">The organization's fiscal year.</param>
    public static (DateTime? From, DateTime? Until)? Of(ConditionOperator op, DateTime now, int count, FiscalCalendar fiscal)
    {
        var today = now.Date;
        var next = now.AddSeconds(1); // Times are kept to the second: this second is past, not future.
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = new DateTime(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        var year = new DateTime(today.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return op switch
        {
            ConditionOperator.Yesterday => (today.AddDays(-1), today),
            ConditionOperator.Today => (today, today.AddDays(1)),
            ConditionOperator.Tomorrow => (today.AddDays(1), today.AddDays(2)),
            ConditionOperator.Last7Days => (today.AddDays(-7), next),
            ConditionOperator.Next7Days => (next, today.AddDays(8)),
            ConditionOperator.LastWeek => (week.AddDays(-7), week),
            ConditionOperator.ThisWeek => (week, week.AddDays(7)),
            ConditionOperator.NextWeek => (week.AddDays(7), week.AddDays(14)),
            ConditionOperator.LastMonth => (month.AddMonths(-1), month),
            ConditionOperator.ThisMonth => (month, month.AddMonths(1)),
            ConditionOperator.NextMonth => (month.AddMonths(1), month.AddMonths(2)),
            ConditionOperator.LastYear => (year.AddYears(-1), year),
            ConditionOperator.ThisYear => (year, year.AddYears(1)),
            ConditionOperator.NextYear => (year.AddYears(1), year.AddYears(2)),
            ConditionOperator.LastXHours => (now.AddHours(-count), next),
            ConditionOperator.NextXHours => (next, now.AddHours(count)),
            ConditionOperator.LastXDays => (today.AddDays(-count), next),
            ConditionOperator.NextXDays => (next, today.AddDays(count + 1)),
            ConditionOperator.LastXWeeks => (today.AddDays(-7 * count), next),
            ConditionOperator.NextXWeeks => (next, today.AddDays((7 * count) + 1)),
            ConditionOperator.LastXMonths => (today.AddMonths(-count), next),
            ConditionOperator.NextXMonths => (next, today.AddMonths(count).AddDays(1)),
            ConditionOperator.LastXYears => (today.AddYears(-count), next),
            ConditionOperator.NextXYears => (next, today.AddYears(count).AddDays(1)),
            ConditionOperator.OlderThanXYears => (null, now.AddYears(-count)),
            ConditionOperator.OlderThanXMonths => (null, now.AddMonths(-count)),
            ConditionOperator.OlderThanXWeeks => (null, now.AddDays(-7 * count)),
            ConditionOperator.OlderThanXDays => (null, now.AddDays(-count)),
            ConditionOperator.OlderThanXHours => (null, now.AddHours(-count)),
            ConditionOperator.OlderThanXMinutes => (null, now.AddMinutes(-count)),
            _ => OfFiscal(op, today, next, count, fiscal),
        };
    }

    /// <summary>Whether the operator is a relative one.</summary>
    public static bool IsRelative(ConditionOperator op) => Of(op, DateTime.UnixEpoch.AddYears(2000), 1, FiscalCalendar.Default) is not null;

    public static bool TakesCount(ConditionOperator op) => op is >= ConditionOperator.LastXHours and <= ConditionOperator.NextXYears
        or >= ConditionOperator.LastXFiscalYears and <= ConditionOperator.InFiscalYear || IsOlderThan(op);

    /// <summary>Whether the operator measures in hours or minutes, which days have not: the platform refuses it for dates without a time.</summary>
    public static bool MeasuresTime(ConditionOperator op) => op is ConditionOperator.LastXHours or ConditionOperator.NextXHours
        or ConditionOperator.OlderThanXHours or ConditionOperator.OlderThanXMinutes;

    private static bool IsOlderThan(ConditionOperator op) => op == ConditionOperator.OlderThanXMonths
        || op is >= ConditionOperator.OlderThanXYears and <= ConditionOperator.OlderThanXMinutes;

    private static (DateTime? From, DateTime? Until)? OfFiscal(ConditionOperator op, DateTime today, DateTime next, int count, FiscalCalendar fiscal)
    {
        if (op == ConditionOperator.InFiscalYear) return (fiscal.Start(count), fiscal.Start(count + 1));
        if (op is < ConditionOperator.ThisFiscalYear or > ConditionOperator.NextXFiscalPeriods) return null;
        var (year, period) = fiscal.Of(today);
        return op switch
        {
            ConditionOperator.ThisFiscalYear => (fiscal.Start(year), fiscal.Start(year + 1)),
            ConditionOperator.ThisFiscalPeriod => (fiscal.Start(year, period), fiscal.Start(year, period + 1)),
            ConditionOperator.NextFiscalYear => (fiscal.Start(year + 1), fiscal.Start(year + 2)),
            ConditionOperator.NextFiscalPeriod => (fiscal.Start(year, period + 1), fiscal.Start(year, period + 2)),
            ConditionOperator.LastFiscalYear => (fiscal.Start(year - 1), fiscal.Start(year)),
            ConditionOperator.LastFiscalPeriod => (fiscal.Start(year, period - 1), fiscal.Start(year, period)),
            ConditionOperator.LastXFiscalYears => (fiscal.Start(year - count), next),
            ConditionOperator.LastXFiscalPeriods => (fiscal.Start(year, period - count), next),
            ConditionOperator.NextXFiscalYears => (next, fiscal.Start(year + count + 1)),
            _ => (next, fiscal.Start(year, period + count + 1)),
        };
    }
}
