using System;

namespace DataverseReadiness.Rules;

/// <summary>Where a requirement is fixed, in logical names.</summary>
public sealed class FixTarget(string table, Guid? recordId, string column)
{
    /// <summary>For instance <c>rdy_offer</c>.</summary>
    public string Table => table;

    /// <summary>The row; null when the row does not exist yet and has to be created.</summary>
    public Guid? RecordId => recordId;

    /// <summary>The column that gets the focus; the kind's or purpose's column when the row does not exist yet.</summary>
    public string Column => column;

    /// <summary>Table, row and column parted by slashes: that is how probes name what they probed.</summary>
    public override string ToString() => table + "/" + recordId?.ToString("D") + "/" + column;
}
