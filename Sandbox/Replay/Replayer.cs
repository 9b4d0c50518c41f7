using System.Globalization;
using Sandbox.Network;

namespace Sandbox.Replay;

/// <summary>Runs the operation of a bundle again in an organization of its own, and compares what happens with what happened.</summary>
public static class Replayer
{
    private const int Width = 100;
    private const int MostLines = 3;

    /// <summary>Replays a bundle and prints both timelines side by side.</summary>
    /// <returns>Whether the same happened.</returns>
    /// <remarks>It runs the plug-ins that the bundle brings, without a network, as the sandbox runs those of a solution.</remarks>
    /// <exception cref="ReplayException">The file is no bundle, or damaged; the message says what to do.</exception>
    public static bool Run(string path, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-replay-").FullName;
        try
        {
            var bundle = ReplayBundle.Read(path, folder);
            var here = Execute(bundle, path, folder);
            output.WriteLine($"{bundle.Request.RequestName} by {bundle.CallerName}, recorded {bundle.Clock.ToString("u", CultureInfo.InvariantCulture)}");
            return Compare(bundle.Lines, here, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<TimelineLine> Execute(ReplayBundle bundle, string path, string folder)
    {
        Organization organization;
        try
        {
            organization = Organization.Open(bundle.Switches(new OrganizationOptions
            {
                DataFolder = folder,
                Clock = MovableClock.StandingAt(bundle.Clock),
                Network = NetworkOptions.Offline,
                RunAsyncSteps = false,
            }));
        }
        catch (DamagedDatabaseException problem)
        {
            throw new ReplayException($"The database in '{path}' cannot be opened: {problem.Message}", problem);
        }

        using (organization)
        {
            try
            {
                organization.Execute(bundle.Request, new Caller(bundle.Caller));
            }
            catch (OrganizationFault)
            {
                // Told in the timeline, as the recorded one is.
            }

            var record = organization.Engine.Recorder.All.FirstOrDefault()
                ?? throw new ReplayException($"The request in '{path}' was refused before it began; the bundle was changed.");
            return Timeline.Of(record);
        }
    }

    private static bool Compare(IReadOnlyList<TimelineLine> recorded, IReadOnlyList<TimelineLine> here, TextWriter output)
    {
        var (left, right) = (Timeline.Comparable(recorded), Timeline.Comparable(here));
        var same = Matches(left, right);
        output.WriteLine($"  {"",-Width} {"recorded",11} {"here",11}");
        var (at, other) = (0, 0);
        while (at < left.Count || other < right.Count)
        {
            if (at < left.Count && other < right.Count && same.Contains((at, other)))
                Print('=', right[other], recorded[at++].Milliseconds, here[other++].Milliseconds);
            else if (at < left.Count && same.All(pair => pair.Left != at))
                Print('-', left[at], recorded[at++].Milliseconds, null);
            else
                Print('+', right[other], null, here[other++].Milliseconds);
        }

        var equal = left.SequenceEqual(right, StringComparer.Ordinal);
        output.WriteLine(equal ? "Same: it happened as recorded." : "Differs: lines with - were recorded and did not happen here, lines with + happened only here.");
        return equal;

        void Print(char mark, string text, double? before, double? now)
        {
            var lines = text.Chunk(Width).Select(part => new string(part)).ToList();
            output.WriteLine($"{mark} {lines[0],-Width} {Time(before),11} {Time(now),11}".TrimEnd());
            foreach (var more in lines.Skip(1).Take(MostLines - 1)) output.WriteLine($"  {more}");
            if (lines.Count > MostLines) output.WriteLine("  ...");
        }
    }

    private static string Time(double? milliseconds) => milliseconds is { } time ? time.ToString("0.0", CultureInfo.InvariantCulture) + " ms" : "";

    /// <summary>The longest common sequence of both.</summary>
    private static HashSet<(int Left, int Right)> Matches(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        var matches = new HashSet<(int, int)>();
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i] == right[j]) matches.Add((i++, j++));
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }

        return matches;
    }
}
