using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A length of time that a text speaks of close to a word for trying something.</summary>
internal sealed class PromisedPeriod
{
    /// <summary>How far the word may be from the length.</summary>
    private const int Near = 40;

    private static readonly string[] Trying = ["trial", "try", "test drive", "free for", "gratis", "prova", "prov", "provperiod", "testa", "testkörning"];

    private static readonly Dictionary<string, int> HoursOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hours"] = 1,
        ["hour"] = 1,
        ["timmars"] = 1,
        ["timmar"] = 1,
        ["timmes"] = 1,
        ["timme"] = 1,
        ["days"] = 24,
        ["day"] = 24,
        ["dagars"] = 24,
        ["dagar"] = 24,
        ["dags"] = 24,
        ["dag"] = 24,
        ["weeks"] = 168,
        ["week"] = 168,
        ["veckors"] = 168,
        ["veckor"] = 168,
        ["veckas"] = 168,
        ["vecka"] = 168,
        ["months"] = 720,
        ["month"] = 720,
        ["månaders"] = 720,
        ["månader"] = 720,
        ["månads"] = 720,
        ["månad"] = 720,
    };

    private readonly int _count;
    private readonly int _hours;

    private PromisedPeriod(string text, int count, int hours)
    {
        Text = text;
        _count = count;
        _hours = hours;
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>The lengths in a text, in its order.</summary>
    public static IEnumerable<PromisedPeriod> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (>= '0' and <= '9') || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ',')))
                continue;

            int start = i, count = 0;
            while (i < text.Length && text[i] is >= '0' and <= '9' && i - start < 5)
                count = (count * 10) + text[i++] - '0';
            var unit = i < text.Length && text[i] is ' ' or '-' or '\u00A0' ? i + 1 : i;
            var end = unit;
            while (end < text.Length && end - unit < 10 && char.IsLetter(text[end]))
                end++;
            if (HoursOf.TryGetValue(text.Substring(unit, end - unit), out var hours) && IsNearTrying(text, start, end))
                yield return new PromisedPeriod(text.Substring(start, end - start), count, hours);
        }
    }

    /// <summary>Whether a trial lasts as long. A month is 28 to 31 days.</summary>
    public bool Is(int period, PeriodUnit unit)
    {
        long promised = (long)_count * _hours;
        return unit switch
        {
            PeriodUnit.Hours => promised == period,
            PeriodUnit.Days => promised == 24L * period || (_hours == 720 && period >= 28L * _count && period <= 31L * _count),
            _ => _hours == 720 ? _count == period : promised >= 24L * 28 * period && promised <= 24L * 31 * period,
        };
    }

    private static bool IsNearTrying(string text, int start, int end)
    {
        var from = Math.Max(0, start - Near);
        var around = text.Substring(from, Math.Min(text.Length, end + Near) - from);
        return TextSearch.FirstIn(Trying, around) is not null;
    }
}
