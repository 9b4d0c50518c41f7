using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Validation;

/// <summary>What a column can hold and what people know it by. Written from the solution's tables and checked against them.</summary>
internal sealed class ColumnInfo
{
    private static readonly Dictionary<string, ColumnInfo> Known = ReadAll();

    private readonly string _english;
    private readonly string _swedish;

    private ColumnInfo(string[] fields)
    {
        Table = fields[0];
        Name = fields[1];
        Kind = (ColumnKind)Enum.Parse(typeof(ColumnKind), fields[2]);
        Min = decimal.Parse(fields[3], CultureInfo.InvariantCulture);
        Max = decimal.Parse(fields[4], CultureInfo.InvariantCulture);
        _english = fields[5];
        _swedish = fields[6];
    }

    public string Table { get; }

    public string Name { get; }

    public ColumnKind Kind { get; }

    public decimal Min { get; }

    /// <summary>Largest number, length of a text in characters, or size of an image in bytes.</summary>
    public decimal Max { get; }

    /// <summary>Null for a column that is not ours.</summary>
    public static ColumnInfo? Find(string table, string column) =>
        Known.TryGetValue(table + "." + column, out var info) ? info : null;

    public string DisplayName(int language) => language == Texts.Swedish ? _swedish : _english;

    private static Dictionary<string, ColumnInfo> ReadAll()
    {
        var known = new Dictionary<string, ColumnInfo>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(ColumnInfo).Assembly.GetManifestResourceStream("DataverseReadiness.Plugins.Columns.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            var info = new ColumnInfo(line.Split('\t'));
            known.Add(info.Table + "." + info.Name, info);
        }

        return known;
    }
}
