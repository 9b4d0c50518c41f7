using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Sandbox.Store;

/// <summary>Values of the SDK to values of SQL and back.</summary>
internal static class Values
{
    private static readonly DateTime Earliest = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Faults when the value has a type that the column never takes; ranges are the main operation's business.</summary>
    public static void CheckType(TableSchema table, ColumnSchema column, object? value)
    {
        var fits = value is null || column.Model.Type switch
        {
            Packager.Model.ColumnType.Image => value is byte[],
            Packager.Model.ColumnType.File => value is Guid,
            _ => column.Kind switch
            {
                StorageKind.Guid => value is Guid,
                StorageKind.Reference => value is EntityReference,
                StorageKind.Text => value is string,
                StorageKind.Integer => value is int,
                StorageKind.BigInteger => value is long,
                StorageKind.Decimal => value is decimal,
                StorageKind.Money => value is Money,
                StorageKind.Float => value is double,
                StorageKind.DateTime => value is DateTime,
                StorageKind.Boolean => value is bool,
                StorageKind.Choice => value is OptionSetValue,
                StorageKind.Choices => value is OptionSetValueCollection,
                _ => true,
            },
        };
        if (!fits) throw Faults.WrongType(table, column, value!);
    }

    /// <summary>The value as the row stores it, checked against the column's limits.</summary>
    public static object? ToSql(TableSchema table, ColumnSchema column, object? value)
    {
        switch (value)
        {
            case null or "":
                return null;
            case string text:
                if (column.Model.MaxLength is { } most && text.Length > most) throw Faults.TooLong(table, column);
                return Storable(text);
            case int number:
                CheckRange(table, column, number);
                return (long)number;
            case long number:
                return number;
            case decimal number:
                return Scaled(table, column, number);
            case Money money:
                return Scaled(table, column, money.Value);
            case double number:
                if (!double.IsFinite(number)) throw Faults.OutOfRange(table, column);
                CheckRange(table, column, (decimal)Math.Clamp(number, -1e27, 1e27));
                return column.Model.Accuracy is { } places ? Math.Round(number, places, MidpointRounding.AwayFromZero) : number;
            case bool flag:
                return flag ? 1L : 0L;
            case DateTime time:
                return Seconds(table, column, time);
            case OptionSetValue option:
                CheckOption(table, column, option.Value);
                return (long)option.Value;
            case OptionSetValueCollection options:
                foreach (var option in options) CheckOption(table, column, option.Value);
                return Choices(options.Select(option => option.Value));
            case Guid id:
                return Text(id);
            case EntityReference reference:
                return Text(reference.Id);
            default:
                throw Faults.WrongType(table, column, value);
        }
    }

    /// <summary>The stored form of several options.</summary>
    public static string? Choices(IEnumerable<int> values)
    {
        var text = new StringBuilder(",");
        foreach (var value in values.Distinct().Order()) text.Append(value).Append(',');
        return text.Length == 1 ? null : text.ToString();
    }

    public static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    public static DateTime Utc(DateTime time) => time.Kind switch
    {
        DateTimeKind.Local => time.ToUniversalTime(),
        DateTimeKind.Unspecified => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        _ => time,
    };

    public static long Seconds(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds);

    public static DateTime Time(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);

    /// <summary>Reads a value where the statement stands; for a polymorphic lookup the table's name lies in the next SQL column.</summary>
    public static object? Read(Statement row, int index, ColumnSchema column)
    {
        if (row.IsNull(index)) return null;
        return column.Kind switch
        {
            StorageKind.Guid => row.Id(index),
            StorageKind.Reference => new EntityReference(
                column.TypeSql is null ? column.Model.Targets[0] : row.TextOrNull(index + 1) ?? (column.Model.Targets.Count > 0 ? column.Model.Targets[0] : ""), row.Id(index)),
            StorageKind.Text => row.Text(index),
            StorageKind.Integer => (int)row.Number(index),
            StorageKind.BigInteger => row.Number(index),
            StorageKind.Decimal => row.Number(index) / column.Factor,
            StorageKind.Money => new Money(row.Number(index) / column.Factor),
            StorageKind.Float => row.Real(index),
            StorageKind.DateTime => Time(row.Number(index)),
            StorageKind.Boolean => row.Number(index) != 0,
            StorageKind.Choice => new OptionSetValue((int)row.Number(index)),
            StorageKind.Choices => ReadChoices(row.Text(index)),
            _ => null,
        };
    }

    private static OptionSetValueCollection ReadChoices(string text) => new(
        text.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(value => new OptionSetValue(int.Parse(value, CultureInfo.InvariantCulture))).ToList());

    // A lone surrogate has no UTF-8 form, and SQLite ends a text at its first NUL for some functions.
    private static string Storable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is not '\0' && !char.IsSurrogate(character)) continue;
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
                continue;
            }

            return Replaced(text);
        }

        return text;
    }

    private static string Replaced(string text)
    {
        var replaced = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) replaced.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return replaced.ToString();
    }

    private static long Scaled(TableSchema table, ColumnSchema column, decimal number)
    {
        CheckRange(table, column, number);
        var scaled = Math.Abs(number) > long.MaxValue / column.Factor
            ? throw Faults.OutOfRange(table, column)
            : Math.Round(number * column.Factor, MidpointRounding.AwayFromZero);
        return (long)scaled;
    }

    private static long Seconds(TableSchema table, ColumnSchema column, DateTime time)
    {
        // Of a column without a time zone the clock's reading is kept, whatever zone it was read in.
        var kept = column.IsUserLocal ? Utc(time) : DateTime.SpecifyKind(time, DateTimeKind.Utc);
        if (kept < Earliest) throw Faults.OutOfRange(table, column);
        return Seconds(column.IsDateOnly ? kept.Date : kept);
    }

    private static void CheckRange(TableSchema table, ColumnSchema column, decimal number)
    {
        if (number < column.Model.MinValue || number > column.Model.MaxValue) throw Faults.OutOfRange(table, column);
    }

    private static void CheckOption(TableSchema table, ColumnSchema column, int value)
    {
        if (column.Options.Count > 0 && !column.Options.ContainsKey(value)) throw Faults.UnknownOption(table, column, value);
    }
}
