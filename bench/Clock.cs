using System.Diagnostics;

namespace Bench;

/// <summary>Times short work.</summary>
internal static class Clock
{
    private const int Rounds = 15;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    /// <summary>Median and best time of one run, over 15 rounds of 0.2 s after a warm-up of 1 s.</summary>
    public static (TimeSpan Median, TimeSpan Best) Of(Action work)
    {
        var warmUp = Stopwatch.StartNew();
        do
            work();
        while (warmUp.Elapsed < TimeSpan.FromSeconds(1));

        var times = new TimeSpan[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var runs = 0;
            var watch = Stopwatch.StartNew();
            do
            {
                work();
                runs++;
            }
            while (watch.Elapsed < Round);
            times[i] = watch.Elapsed / runs;
        }

        Array.Sort(times);
        return (times[Rounds / 2], times[0]);
    }
}
