namespace Sandbox.Messages;

/// <summary>The events of <c>audit.action</c> that occur here, with the numbers of DP/reference/entities/audit.</summary>
internal enum AuditAction
{
    Create = 1,
    Update = 2,
    Delete = 3,
    Assign = 13,
    Share = 14,
    Associate = 33,
    Disassociate = 34,
    SetState = 41,
    ModifyShare = 48,
    Unshare = 49,
    AssignRoleToTeam = 53,
    RemoveRoleFromTeam = 54,
    AssignRoleToUser = 55,
    RemoveRoleFromUser = 56,
    AuditEnabled = 107,
    AuditDisabled = 110,
}
