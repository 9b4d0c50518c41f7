using System.Globalization;

namespace Sandbox.Hosting;

/// <summary>The movable clock of a served organization: how far it was moved lies beside the database, so that a restart does not turn it back.</summary>
internal static class ServedClock
{
    public static MovableClock Open(string folder)
    {
        var clock = new MovableClock();
        var file = FileIn(folder);
        if (File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks))
            clock.Move(TimeSpan.FromTicks(ticks));
        clock.Moved += () => File.WriteAllText(file, clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture));
        return clock;
    }

    /// <summary>Forgets how far it was moved.</summary>
    public static void Reset(string folder) => File.Delete(FileIn(folder));

    private static string FileIn(string folder) => Path.Combine(folder, "clock");
}
