using Microsoft.Xrm.Sdk;

namespace Sandbox;

/// <summary>
/// What an audit row says, with the members of <c>Microsoft.Crm.Sdk.Messages.AuditDetail</c> and the types derived from it. That assembly is not here, so the responses
/// of the sandbox carry these.
/// </summary>
public abstract class AuditDetail
{
    /// <summary>The row of <c>audit</c>: who, when, which event.</summary>
    public required Entity AuditRecord { get; init; }
}

/// <summary>Values of a row that changed.</summary>
public sealed class AttributeAuditDetail : AuditDetail
{
    /// <summary>The values before, those that were empty left out.</summary>
    public required Entity OldValue { get; init; }

    /// <summary>The values after, those that are empty left out.</summary>
    public required Entity NewValue { get; init; }

    /// <summary>Columns whose new value is not valid; none here.</summary>
    public IReadOnlyList<string> InvalidNewValueAttributes { get; } = [];

    /// <summary>Columns that changed then and are gone now, by the number they had.</summary>
    public required IReadOnlyDictionary<int, string> DeletedAttributes { get; init; }

    /// <summary>Language of a label that changed; 0, since none is audited here.</summary>
    public int LocLabelLanguageCode { get; }
}

/// <summary>Rights to a row that changed.</summary>
public sealed class ShareAuditDetail : AuditDetail
{
    /// <summary>Whose rights.</summary>
    public required EntityReference Principal { get; init; }

    /// <summary>The rights before.</summary>
    public required AccessRights OldPrivileges { get; init; }

    /// <summary>The rights after.</summary>
    public required AccessRights NewPrivileges { get; init; }
}

/// <summary>Rows that were tied to a row, or parted from it.</summary>
public sealed class RelationshipAuditDetail : AuditDetail
{
    /// <summary>The many-to-many relationship.</summary>
    public required string RelationshipName { get; init; }

    /// <summary>The other rows.</summary>
    public required IReadOnlyList<EntityReference> TargetRecords { get; init; }
}

/// <summary>A page of a history, the newest change first.</summary>
public sealed class AuditDetailCollection
{
    /// <summary>The changes.</summary>
    public required IReadOnlyList<AuditDetail> AuditDetails { get; init; }

    /// <summary>Whether there are older ones.</summary>
    public required bool MoreRecords { get; init; }

    /// <summary>To be sent with the next page.</summary>
    public required string? PagingCookie { get; init; }

    /// <summary>How many there are; -1 when it was not asked for.</summary>
    public required int TotalRecordCount { get; init; }
}
