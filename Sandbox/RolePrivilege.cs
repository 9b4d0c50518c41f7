namespace Sandbox;

/// <summary>A privilege that somebody holds, as <c>Microsoft.Crm.Sdk.Messages.RolePrivilege</c> says it.</summary>
/// <param name="Depth">How far it reaches.</param>
/// <param name="PrivilegeId">Its id; the sandbox's own, since it keeps no table of privileges.</param>
/// <param name="BusinessUnitId">Business unit of the one who holds it.</param>
/// <param name="PrivilegeName">Its name.</param>
/// <param name="RecordFilterId">A filter of rows; the sandbox has none.</param>
/// <param name="RecordFilterUniqueName">Name of that filter.</param>
public sealed record RolePrivilege(
    PrivilegeDepth Depth, Guid PrivilegeId, Guid BusinessUnitId, string PrivilegeName, Guid RecordFilterId = default, string? RecordFilterUniqueName = null);
