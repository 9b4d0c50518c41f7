using System;

namespace DataverseReadiness.Rules;

/// <summary>Where a requirement is fixed, in logical names.</summary>
/// <param name="Table">For instance <c>rdy_offer</c>.</param>
/// <param name="RecordId">The row; null when the row does not exist yet and has to be created.</param>
/// <param name="Column">The column that gets the focus; the kind's or purpose's column when the row does not exist yet.</param>
public sealed record FixTarget(string Table, Guid? RecordId, string Column);
