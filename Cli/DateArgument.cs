using System.Globalization;

namespace DataverseReadiness.Cli;

/// <summary>Days and moments as they are typed.</summary>
internal static class DateArgument
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>A moment in UTC; a day is its beginning.</summary>
    /// <exception cref="UsageException">The text is neither.</exception>
    public static DateTime Read(string option, string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw new UsageException($"'{text}' is no date for {option}. Write it as 2026-02-01 or 2026-02-01T12:00:00Z, in UTC.");
}
