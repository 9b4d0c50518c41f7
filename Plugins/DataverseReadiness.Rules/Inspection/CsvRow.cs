using System.Collections.Generic;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>One row of comma-separated values.</summary>
internal sealed class CsvRow(int line, IReadOnlyList<string> cells)
{
    /// <summary>Number of its first line, counted from 1.</summary>
    public int Line => line;

    public IReadOnlyList<string> Cells => cells;
}
