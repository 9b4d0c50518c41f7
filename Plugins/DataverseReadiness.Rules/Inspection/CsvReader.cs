using System.Collections.Generic;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads comma-separated values (RFC 4180); semicolons part them too when the first row has no comma.</summary>
internal static class CsvReader
{
    /// <summary>The rows that are not blank, each with the number of its first line; null when a quote is not closed or stands where none may.</summary>
    public static List<CsvRow>? Read(string csv)
    {
        var rows = new List<CsvRow>();
        var separator = SeparatorOf(csv);
        var cells = new List<string>();
        var cell = new StringBuilder();
        int line = 1, first = 1;
        var i = csv.Length > 0 && csv[0] == '\uFEFF' ? 1 : 0;
        for (; ; i++)
        {
            var atEnd = i >= csv.Length;
            var c = atEnd ? '\n' : csv[i];
            if (c == '"')
            {
                if (cell.Length > 0 || !ReadQuoted(csv, ref i, ref line, cell) || !EndsCell(csv, i + 1, separator))
                    return null;
            }
            else if (c == separator)
            {
                Close();
            }
            else if (c == '\n')
            {
                Close();
                if (cells.Count > 1 || cells[0].Trim().Length > 0)
                    rows.Add(new CsvRow(first, cells));
                cells = new List<string>();
                first = ++line;
                if (atEnd)
                    return rows;
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        void Close()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }

    private static char SeparatorOf(string csv)
    {
        var end = csv.IndexOf('\n');
        var head = end < 0 ? csv : csv.Substring(0, end);
        return head.IndexOf(',') < 0 && head.IndexOf(';') >= 0 ? ';' : ',';
    }

    // Stands on the opening quote, ends on the closing one.
    private static bool ReadQuoted(string csv, ref int i, ref int line, StringBuilder cell)
    {
        for (i++; i < csv.Length; i++)
        {
            if (csv[i] == '\n')
                line++;
            if (csv[i] == '"' && (i + 1 >= csv.Length || csv[i + 1] != '"'))
                return true;
            if (csv[i] == '"')
                i++;
            cell.Append(csv[i]);
        }

        return false;
    }

    private static bool EndsCell(string csv, int i, char separator) => i >= csv.Length || csv[i] == separator || csv[i] is '\r' or '\n';
}
