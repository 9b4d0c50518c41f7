using Packager.Model;
using Sandbox.Pipeline;
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

    /// <summary>Whether the organization's auditing is on.</summary>
    internal bool IsAudited { get; init; }

    /// <summary>False for a disabled user.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>True for System Administrator and for SYSTEM: every privilege, globally.</summary>
    public required bool IsAdministrator { get; init; }

    /// <summary>The security roles that the user holds, System Administrator included; not those of the user's teams.</summary>
    public required IReadOnlyList<RoleModel> Roles { get; init; }

    /// <summary>Ids of the teams the user is a member of, that of the business unit included.</summary>
    public IReadOnlyList<Guid> Teams { get; init; } = [];

    /// <summary>What the user's roles and those of the user's teams grant, by name of the privilege.</summary>
    internal IReadOnlyDictionary<string, Reach> Reaches { get; init; } = new Dictionary<string, Reach>();

    /// <summary>What the user's field security profiles and those of the user's teams let be done to secured columns, by table and column.</summary>
    internal IReadOnlyDictionary<(string Table, string Column), ColumnRights> Columns { get; init; } = new Dictionary<(string, string), ColumnRights>();

    /// <summary>Whether the user may act on behalf of others; a role of a team does not grant that.</summary>
    internal bool MayImpersonate { get; init; }

    /// <summary>Who acts on behalf of this user; null for nobody.</summary>
    internal UserProfile? Impersonator { get; init; }

    /// <summary>How deep the privilege is held.</summary>
    public PrivilegeDepth DepthOf(string privilege) => ReachOf(privilege)?.Depth ?? PrivilegeDepth.None;

    /// <summary>Which rows the privilege reaches; null when it is not held.</summary>
    internal Reach? ReachOf(string privilege) =>
        Impersonator is { } by && by.ReachOf(privilege) is null ? null
        : IsAdministrator ? Reach.Everything
        : Reaches.GetValueOrDefault(privilege);

    /// <summary>Whether the user may do something to a column: always, unless it is secured.</summary>
    internal bool May(ColumnRights right, string table, ColumnModel column) =>
        !column.IsSecured || (IsAdministrator || Columns.GetValueOrDefault((table, column.LogicalName)).HasFlag(right)) && (Impersonator?.May(right, table, column) ?? true);

    /// <summary>The user as somebody else acts on behalf of, with the privileges that both have.</summary>
    /// <exception cref="OrganizationFault">The other one may not.</exception>
    internal UserProfile ActedFor(UserProfile by)
    {
        if (by.Id == Id) return this;
        if (!by.MayImpersonate) throw Faults.PrivilegeDenied(by, "prvActOnBehalfOfAnotherUser");
        return this with { Impersonator = by };
    }

    /// <summary>The same user without any limit, for what follows from something that was allowed.</summary>
    internal UserProfile Unlimited() => IsUnlimited ? this : this with { IsAdministrator = true, Impersonator = Impersonator?.Unlimited() };

    /// <summary>Whether no check is needed at all.</summary>
    internal bool IsUnlimited => IsAdministrator && (Impersonator is null || Impersonator.IsUnlimited);
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
