namespace DataverseReadiness.Cli;

/// <summary>Finds what a person may have meant.</summary>
internal static class Closest
{
    /// <summary>A sentence with a space in front, or nothing where no name comes near.</summary>
    public static string Suggestion(string typed, IEnumerable<string> names) => To(typed, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>The name that differs least; null when that is more than half of it.</summary>
    public static string? To(string typed, IEnumerable<string> names) =>
        names.Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(one => one.Distance <= Math.Max(1, one.Name.Length / 2))
            .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Name).FirstOrDefault();

    // Letters to insert, delete or replace.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
