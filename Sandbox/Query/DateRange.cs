using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Query;

/// <summary>The span of time that a relative operator stands for, in UTC days.</summary>
internal static class DateRange
{
    /// <summary>First and, exclusive, last moment; either may be open. Null for an operator that is no relative one.</summary>
    public static (DateTime? From, DateTime? Until)? Of(ConditionOperator op, DateTime now, int count)
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
            _ => null,
        };
    }

    /// <summary>Whether the operator is a relative one.</summary>
    public static bool IsRelative(ConditionOperator op) => Of(op, DateTime.UnixEpoch.AddYears(2000), 1) is not null;

    public static bool TakesCount(ConditionOperator op) => op is >= ConditionOperator.LastXHours and <= ConditionOperator.NextXYears
        or ConditionOperator.OlderThanXMonths or ConditionOperator.OlderThanXYears or ConditionOperator.OlderThanXWeeks
        or ConditionOperator.OlderThanXDays or ConditionOperator.OlderThanXHours or ConditionOperator.OlderThanXMinutes;
}
