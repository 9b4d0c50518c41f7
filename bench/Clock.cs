using System.Diagnostics;

namespace Bench;

/// <summary>Times short work, each run by itself: a run that the machine interrupts does not weigh on the others.</summary>
internal static class Clock
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    /// <summary>Median and best time of one run.</summary>
    public static (TimeSpan Median, TimeSpan Best) Of(Action work)
    {
        Runs(work, WarmUp);
        var times = Runs(work, Measured);
        times.Sort();
        return (times[times.Count / 2], times[0]);
    }

    private static List<TimeSpan> Runs(Action work, TimeSpan length)
    {
        var times = new List<TimeSpan>();
        var all = Stopwatch.StartNew();
        do
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start));
        }
        while (all.Elapsed < length);

        return times;
    }
}
