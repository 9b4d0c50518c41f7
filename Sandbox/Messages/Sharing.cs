using Microsoft.Xrm.Sdk;
using Packager.Model;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>
/// Rights to single rows, in <c>principalobjectaccess</c>: those given by hand, and those that a row inherits from the row above it where their relationship says so
/// (learn.microsoft.com/power-apps/developer/data-platform/configure-entity-relationship-cascading-behavior).
/// </summary>
internal static class Sharing
{
    private const AccessRights All = AccessRights.ReadAccess | AccessRights.WriteAccess | AccessRights.AppendAccess | AccessRights.AppendToAccess
        | AccessRights.DeleteAccess | AccessRights.ShareAccess | AccessRights.AssignAccess;

    public static OrganizationResponse Grant(OrganizationRequest request, Scope scope) => Give(request, scope, AuditAction.Share, (known, given) => known | given);

    public static OrganizationResponse Modify(OrganizationRequest request, Scope scope) => Give(request, scope, AuditAction.ModifyShare, (_, given) => given);

    public static OrganizationResponse Revoke(OrganizationRequest request, Scope scope)
    {
        var (table, id) = Target(request, scope);
        return MessageEvents.Run(scope, request, table, id, (inner, sent) =>
        {
            var principal = sent.Required<EntityReference>("Revokee");
            var writer = inner.Operation.Writer;
            Access.RequireRow(writer, inner, table, id, table.SharePrivilege);
            Access.RequireRow(writer, inner, table, id, table.ReadPrivilege);
            Give(inner, AuditAction.Unshare, table, id, principal, AccessRights.None, AccessRights.None);
            Cascade(inner, table, id, relationship => relationship.CascadeUnshare, (child, row) => Give(inner, AuditAction.Unshare, child, row, principal, null, AccessRights.None));
        });
    }

    /// <summary>What a user or team may do to a row, by whatever way.</summary>
    public static OrganizationResponse RetrievePrincipalAccess(OrganizationRequest request, Scope scope)
    {
        var (table, id) = Target(request, scope);
        var principal = request.Required<EntityReference>("Principal");
        var rights = scope.Operation.Read(connection =>
        {
            Access.RequireRow(connection, scope, table, id, table.ReadPrivilege);
            RequirePrincipal(connection, scope, principal);
            var profile = principal.LogicalName == "team"
                ? Users.ReadTeam(connection, scope.State.Model, principal.Id)
                : Users.Read(connection, scope.State.Model, principal.Id);
            return Rights(table).Where(right => profile.ReachOf(right.Privilege) is not null && Access.Reaches(connection, profile, table, id, right.Privilege))
                .Aggregate(AccessRights.None, (all, right) => all | right.Right);
        });
        return new OrganizationResponse { ResponseName = request.RequestName, Results = { ["AccessRights"] = rights } };
    }

    /// <summary>With whom a row is shared, by hand or by what is above it.</summary>
    public static OrganizationResponse RetrieveSharedPrincipals(OrganizationRequest request, Scope scope)
    {
        var (table, id) = Target(request, scope);
        var shared = scope.Operation.Read(connection =>
        {
            Access.RequireRow(connection, scope, table, id, table.ReadPrivilege);
            return SharesOf(connection, id);
        });
        return new OrganizationResponse
        {
            ResponseName = request.RequestName,
            Results = { ["PrincipalAccesses"] = shared.Select(share => new PrincipalAccess(share.Principal, share.Mask)).ToArray() },
        };
    }

    /// <summary>Gives a new row what it inherits from the rows it points at.</summary>
    public static void Inherit(Scope scope, TableSchema table, Entity row)
    {
        foreach (var relationship in table.Parents)
        {
            if (row.GetAttributeValue<EntityReference>(relationship.ReferencingColumn) is { } parent && parent.LogicalName == relationship.ReferencedTable)
                InheritFrom(scope, table, row.Id, scope.Schema.Table(parent.LogicalName), parent.Id);
        }
    }

    /// <summary>The rows above that a change will part the row from, and those it will lie below; asked before the change is written.</summary>
    public static IReadOnlyList<Move> MovesOf(Scope scope, TableSchema table, Entity row)
    {
        List<Move>? moves = null;
        foreach (var relationship in table.Parents)
        {
            if (!row.Attributes.TryGetValue(relationship.ReferencingColumn, out var value)) continue;
            var column = table.Column(relationship.ReferencingColumn);
            if (column.TypeSql is not null && value is EntityReference other && other.LogicalName != relationship.ReferencedTable) continue;
            var before = scope.Operation.Writer.Text($"SELECT {column.Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", row.Id) is { } id ? Guid.Parse(id) : (Guid?)null;
            var after = (value as EntityReference)?.Id;
            if (before != after) (moves ??= []).Add(new Move(scope.Schema.Table(relationship.ReferencedTable), before, after));
        }

        return moves ?? (IReadOnlyList<Move>)[];
    }

    /// <summary>Takes from a row what it inherited from the rows it was parted from, and gives it what the new ones have; after the change was written.</summary>
    public static void Follow(Scope scope, TableSchema table, Guid id, IReadOnlyList<Move> moves)
    {
        foreach (var (parent, before, after) in moves)
        {
            if (before is { } left)
            {
                foreach (var (principal, _) in HoldersOf(scope, parent, left))
                {
                    Store(scope, table, id, principal, null, AccessRights.None);
                    Cascade(scope, table, id, relationship => relationship.CascadeReparent, (child, row) => Store(scope, child, row, principal, null, AccessRights.None));
                }
            }

            if (after is { } reached) InheritFrom(scope, table, id, parent, reached);
        }
    }

    /// <summary>Forgets a row that is deleted.</summary>
    public static void Forget(Connection writer, Guid id) => writer.Run("DELETE FROM principalobjectaccess WHERE objectid = ?", id);

    private static OrganizationResponse Give(OrganizationRequest request, Scope scope, AuditAction action, Func<AccessRights, AccessRights, AccessRights> change)
    {
        var (table, id) = Target(request, scope);
        return MessageEvents.Run(scope, request, table, id, (inner, sent) =>
        {
            var access = sent.Required<PrincipalAccess>("PrincipalAccess");
            Change(inner, action, table, id, access.Principal, access.AccessMask, known => change(known, access.AccessMask));
        });
    }

    private static void Change(Scope scope, AuditAction action, TableSchema table, Guid id, EntityReference principal, AccessRights mask, Func<AccessRights, AccessRights> change)
    {
        if ((mask & ~(All | AccessRights.CreateAccess)) != 0) throw Faults.Invalid($"The access mask {(int)mask} holds more than the known rights.");
        var writer = scope.Operation.Writer;
        Access.RequireRow(writer, scope, table, id, table.SharePrivilege);
        Access.RequireRow(writer, scope, table, id, table.ReadPrivilege);
        // Nobody passes on what they may not do themselves.
        foreach (var (right, privilege) in Rights(table).Where(right => mask.HasFlag(right.Right))) Access.RequireRow(writer, scope, table, id, privilege);
        RequirePrincipal(writer, scope, principal);
        if (!IsAccessTeam(writer, principal)) Access.RequireReader(writer, scope, table, principal);
        var (own, inherited) = Stored(writer, id, principal.Id);
        Give(scope, action, table, id, principal, change(own), inherited);
        Cascade(scope, table, id, relationship => relationship.CascadeShare, (child, row) =>
            Give(scope, action, child, row, principal, null, change(Stored(writer, row, principal.Id).Inherited)));
    }

    private static void InheritFrom(Scope scope, TableSchema table, Guid id, TableSchema parent, Guid parentId)
    {
        if (table.Owner is null) return;
        var writer = scope.Operation.Writer;
        var owner = writer.Text($"SELECT {table.Owner.Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", id);
        foreach (var (principal, mask) in HoldersOf(scope, parent, parentId))
        {
            if (Values.Text(principal.Id) == owner) continue;
            Add(table, id);
            Cascade(scope, table, id, relationship => relationship.CascadeReparent, Add);

            void Add(TableSchema child, Guid row) => Store(scope, child, row, principal, null, Stored(writer, row, principal.Id).Inherited | mask);
        }
    }

    /// <summary>Who may get at a row beside those whose roles reach it: its owner, and those it is shared with.</summary>
    private static List<(EntityReference Principal, AccessRights Mask)> HoldersOf(Scope scope, TableSchema table, Guid id)
    {
        var holders = SharesOf(scope.Operation.Writer, id);
        if (table.Owner is not { } owner) return holders;
        var statement = scope.Operation.Writer.Prepare($"SELECT {owner.Sql}, {owner.TypeSql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", id);
        if (statement.Step() && !statement.IsNull(0)) holders.Add((new EntityReference(statement.TextOrNull(1) ?? "systemuser", statement.Id(0)), All));
        statement.Reset();
        return holders;
    }

    private static List<(EntityReference Principal, AccessRights Mask)> SharesOf(Connection connection, Guid id)
    {
        var shares = new List<(EntityReference, AccessRights)>();
        var statement = connection.Prepare(
            "SELECT principaltypecode, principalid, accessrightsmask | inheritedaccessrightsmask FROM principalobjectaccess WHERE objectid = ? ORDER BY rowid", id);
        while (statement.Step()) shares.Add((new EntityReference(statement.Text(0), statement.Id(1)), (AccessRights)statement.Number(2)));
        return shares;
    }

    // Each row once, however many ways lead to it.
    private static void Cascade(Scope scope, TableSchema table, Guid id, Func<RelationshipModel, string> behavior, Action<TableSchema, Guid> act)
    {
        var seen = new HashSet<Guid> { id };
        Descend(table, id);

        void Descend(TableSchema parent, Guid row)
        {
            foreach (var relationship in parent.Children)
            {
                var child = scope.Schema.Table(relationship.ReferencingTable);
                if (child.Owner is null) continue;
                foreach (var below in Cascading.RowsOf(scope, relationship, behavior(relationship), parent, row))
                {
                    if (!seen.Add(below)) continue;
                    act(child, below);
                    Descend(child, below);
                }
            }
        }
    }

    private static (AccessRights Own, AccessRights Inherited) Stored(Connection connection, Guid id, Guid principal)
    {
        var statement = connection.Prepare(
            "SELECT accessrightsmask, inheritedaccessrightsmask FROM principalobjectaccess WHERE objectid = ? AND principalid = ?", id, principal);
        var known = statement.Step() ? ((AccessRights)statement.Number(0), (AccessRights)statement.Number(1)) : (AccessRights.None, AccessRights.None);
        statement.Reset();
        return known;
    }

    // What somebody did with a share, on the row itself or on one below it.
    private static void Give(Scope scope, AuditAction action, TableSchema table, Guid id, EntityReference principal, AccessRights? own, AccessRights inherited)
    {
        var before = Auditing.IsOn(scope, table) ? Stored(scope.Operation.Writer, id, principal.Id) : default;
        Store(scope, table, id, principal, own, inherited);
        Auditing.Shared(scope, action, table, id, principal, before.Own | before.Inherited, (own ?? before.Own) | inherited);
    }

    /// <summary>Stores the masks; null leaves the rights given by hand as they are.</summary>
    private static void Store(Scope scope, TableSchema table, Guid id, EntityReference principal, AccessRights? own, AccessRights inherited)
    {
        var writer = scope.Operation.Writer;
        var mask = own ?? Stored(writer, id, principal.Id).Own;
        if ((mask | inherited) == 0)
        {
            writer.Run("DELETE FROM principalobjectaccess WHERE objectid = ? AND principalid = ?", id, principal.Id);
            return;
        }

        var now = Values.Seconds(scope.Engine.Now);
        var version = scope.Engine.Database.NextRowVersion();
        if (writer.Run("""
            UPDATE principalobjectaccess SET accessrightsmask = ?, inheritedaccessrightsmask = ?, changedon = ?, versionnumber = ? WHERE objectid = ? AND principalid = ?
            """, (int)mask, (int)inherited, now, version, id, principal.Id) > 0) return;
        writer.Run("""
            INSERT INTO principalobjectaccess (principalobjectaccessid, objectid, objecttypecode, principalid, principaltypecode, accessrightsmask,
                inheritedaccessrightsmask, changedon, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, Guid.CreateVersion7(), id, table.Name, principal.Id, principal.LogicalName, (int)mask, (int)inherited, now, now, now, version);
    }

    private static (TableSchema Table, Guid Id) Target(OrganizationRequest request, Scope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var table = scope.Schema.Table(target.LogicalName);
        if (table.Owner is null) throw Faults.Invalid($"Rows of '{table.Name}' have no owner, so they cannot be shared.");
        return (table, scope.Operation.Read(connection => RowReader.Resolve(connection, table, target.Id, target.KeyAttributes)));
    }

    private static void RequirePrincipal(Connection connection, Scope scope, EntityReference principal)
    {
        if (principal.LogicalName is not ("systemuser" or "team")) throw Faults.NotSupported($"Sharing with a row of '{principal.LogicalName}'");
        var table = scope.Schema.Table(principal.LogicalName);
        if (!connection.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", principal.Id)) throw Faults.DoesNotExist(table, principal.Id);
    }

    private static bool IsAccessTeam(Connection connection, EntityReference principal) =>
        principal.LogicalName == "team" && connection.Number("SELECT teamtype FROM team WHERE teamid = ?", principal.Id) == 1;

    private static IEnumerable<(AccessRights Right, string Privilege)> Rights(TableSchema table) =>
    [
        (AccessRights.ReadAccess, table.ReadPrivilege), (AccessRights.WriteAccess, table.WritePrivilege), (AccessRights.AppendAccess, table.AppendPrivilege),
        (AccessRights.AppendToAccess, table.AppendToPrivilege), (AccessRights.DeleteAccess, table.DeletePrivilege),
        (AccessRights.ShareAccess, table.SharePrivilege), (AccessRights.AssignAccess, table.AssignPrivilege),
    ];

    /// <summary>A row that comes to lie below another one.</summary>
    /// <param name="Parent">Table of the rows above.</param>
    /// <param name="Before">The one it lay below; null for none.</param>
    /// <param name="After">The one it will lie below; null for none.</param>
    internal sealed record Move(TableSchema Parent, Guid? Before, Guid? After);
}
