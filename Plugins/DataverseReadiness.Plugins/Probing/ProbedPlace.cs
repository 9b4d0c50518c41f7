using System;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Probing;

namespace DataverseReadiness.Plugins.Probing;

/// <summary>An address of an offer and where it stands.</summary>
internal sealed class ProbedPlace(ProbeKind kind, string table, Guid rowId, string column, string url)
{
    public ProbeKind Kind => kind;

    public string Table => table;

    public Guid RowId => rowId;

    /// <summary>As the stored result names it.</summary>
    public string Target { get; } = new FixTarget(table, rowId, column).ToString();

    public string Url => url;

    /// <summary>How asking it ended; null when it was not asked.</summary>
    public ProbeResult? Result { get; set; }
}
