using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Values of autonumber columns, as DP/create-auto-number-attributes has them.</summary>
/// <remarks>
/// A sequence starts at 1000. Here it is part of the transaction, so that a save that fails leaves no gap; the platform takes the number from SQL Server, which leaves one.
/// </remarks>
internal static partial class AutoNumber
{
    private const long FirstValue = 1000;
    private const int LongestRandom = 6;
    private const string RandomLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>What the format holds that is no placeholder the platform knows; null when there is nothing.</summary>
    public static string? Unknown(string format)
    {
        foreach (Match match in Placeholder().Matches(format))
        {
            if (!IsKnown(match.Groups[1].Value, match.Groups[2].Value)) return match.Value;
        }

        var rest = Placeholder().Replace(format, "");
        return rest.AsSpan().IndexOfAny('{', '}') >= 0 ? rest : null;
    }

    /// <summary>The next value of a column; only within a transaction.</summary>
    public static string Next(Scope scope, TableSchema table, ColumnSchema column) =>
        Placeholder().Replace(column.Model.AutoNumberFormat, match => match.Groups[1].Value switch
        {
            "SEQNUM" => NextNumber(scope, table, column).ToString("D" + match.Groups[2].Value, CultureInfo.InvariantCulture),
            "RANDSTRING" => RandomNumberGenerator.GetString(RandomLetters, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)),
            _ => scope.Engine.Now.ToString(match.Groups[2].Value, CultureInfo.InvariantCulture),
        });

    /// <summary>Has the column go on with this number.</summary>
    public static void Seed(Scope scope, TableSchema table, ColumnSchema column, long number) =>
        scope.Engine.Database.SetMeta(Key(table, column), number.ToString(CultureInfo.InvariantCulture));

    private static long NextNumber(Scope scope, TableSchema table, ColumnSchema column)
    {
        var number = long.TryParse(scope.Engine.Database.Meta(Key(table, column)), NumberStyles.Integer, CultureInfo.InvariantCulture, out var next) ? next : FirstValue;
        Seed(scope, table, column, number + 1);
        return number;
    }

    private static string Key(TableSchema table, ColumnSchema column) => $"autonumber:{table.Name}.{column.Name}";

    private static bool IsKnown(string kind, string argument) => kind switch
    {
        "SEQNUM" => IsLength(argument, 18),
        "RANDSTRING" => IsLength(argument, LongestRandom),
        "DATETIMEUTC" => argument.Length > 0,
        _ => false,
    };

    private static bool IsLength(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= 1 && length <= most;

    [GeneratedRegex(@"\{([A-Z]+):([^{}]*)\}")]
    private static partial Regex Placeholder();
}
