using Packager.Model;
using Sandbox.Query;

namespace Sandbox;

/// <summary>What a request needs to know about a user.</summary>
public sealed record UserProfile
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Business unit.</summary>
    public required Guid BusinessUnitId { get; init; }

    /// <summary>Language of the user interface (LCID).</summary>
    public required int Language { get; init; }

    /// <summary>Code of the time zone.</summary>
    public int TimeZoneCode { get; init; } = UserTime.UtcCode;

    /// <summary>The organization's fiscal year.</summary>
    internal FiscalCalendar Fiscal { get; init; } = FiscalCalendar.Default;

    /// <summary>False for a disabled user.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>True for System Administrator and for SYSTEM: every privilege, globally.</summary>
    public required bool IsAdministrator { get; init; }

    /// <summary>The security roles, System Administrator included.</summary>
    public required IReadOnlyList<RoleModel> Roles { get; init; }

    /// <summary>Privilege name to the deepest level any role grants; not filled for administrators.</summary>
    public required IReadOnlyDictionary<string, PrivilegeDepth> Privileges { get; init; }

    /// <summary>How deep the privilege is held.</summary>
    public PrivilegeDepth DepthOf(string privilege) =>
        IsAdministrator ? PrivilegeDepth.Global : Privileges.GetValueOrDefault(privilege);
}

/// <summary>How far a privilege reaches.</summary>
public enum PrivilegeDepth
{
    /// <summary>Not held.</summary>
    None,

    /// <summary>Own rows.</summary>
    Basic,

    /// <summary>Rows of the business unit.</summary>
    Local,

    /// <summary>Rows of the business unit and those below.</summary>
    Deep,

    /// <summary>All rows.</summary>
    Global,
}
