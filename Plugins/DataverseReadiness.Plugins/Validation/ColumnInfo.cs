using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Validation;

/// <summary>What a column can hold. Columns.tsv beside it is written from the solution's tables and checked against them.</summary>
internal sealed class ColumnInfo
{
    private static readonly Dictionary<string, ColumnInfo> Known = ReadAll();

    private ColumnInfo(string table, string name, ColumnKind kind, decimal min, decimal max)
    {
        Table = table;
        Name = name;
        Kind = kind;
        Min = min;
        Max = max;
    }

    public string Table { get; }

    public string Name { get; }

    public ColumnKind Kind { get; }

    public decimal Min { get; }

    /// <summary>Largest number, length of a text in characters, or size of an image in bytes.</summary>
    public decimal Max { get; }

    /// <summary>A column that the file does not name is <see cref="ColumnKind.Other"/>.</summary>
    public static ColumnInfo Of(string table, string column) =>
        Known.TryGetValue(table + "." + column, out var info) ? info : new ColumnInfo(table, column, ColumnKind.Other, 0, 0);

    /// <summary>What the column is called on forms.</summary>
    public string DisplayName(int language) =>
        Texts.Find("column." + Table + "." + Name, language) ?? PluginTexts.Find("column." + Table + "." + Name, language) ?? Name;

    private static Dictionary<string, ColumnInfo> ReadAll()
    {
        var known = new Dictionary<string, ColumnInfo>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(ColumnInfo).Assembly.GetManifestResourceStream("DataverseReadiness.Plugins.Columns.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            known.Add(
                fields[0] + "." + fields[1],
                new ColumnInfo(fields[0], fields[1], (ColumnKind)Enum.Parse(typeof(ColumnKind), fields[2]), Number(fields[3]), Number(fields[4])));
        }

        return known;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
