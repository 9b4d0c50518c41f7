using Microsoft.Xrm.Sdk;

namespace Sandbox;

/// <summary>
/// What a principal may do to a row, with the names and numbers of <c>Microsoft.Crm.Sdk.Messages.AccessRights</c>. That assembly is not here, so requests and responses
/// of the sandbox carry this one.
/// </summary>
[Flags]
public enum AccessRights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read.</summary>
    ReadAccess = 1,

    /// <summary>Write.</summary>
    WriteAccess = 2,

    /// <summary>Point the row at another.</summary>
    AppendAccess = 4,

    /// <summary>Point another row at this one.</summary>
    AppendToAccess = 16,

    /// <summary>Create; of no meaning for a row that is there.</summary>
    CreateAccess = 32,

    /// <summary>Delete.</summary>
    DeleteAccess = 65536,

    /// <summary>Share.</summary>
    ShareAccess = 262144,

    /// <summary>Give the row another owner.</summary>
    AssignAccess = 524288,
}

/// <summary>Who is given which rights to a row, as <c>Microsoft.Crm.Sdk.Messages.PrincipalAccess</c> says it.</summary>
/// <param name="Principal">A user or a team.</param>
/// <param name="AccessMask">The rights.</param>
public sealed record PrincipalAccess(EntityReference Principal, AccessRights AccessMask);
