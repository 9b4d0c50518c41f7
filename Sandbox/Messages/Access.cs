using Microsoft.Xrm.Sdk;
using Packager.Model;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>
/// Which rows a user may touch, as a condition in SQL. As learn.microsoft.com/power-platform/admin/how-record-access-determined has it: first the privilege, at
/// whatever depth; then the row, by owner, by the business units that the privilege reaches, or by a share.
/// </summary>
internal static class Access
{
    /// <summary>No limit.</summary>
    public static readonly Func<TableSchema, string, (string Sql, object?[] Parameters)?> Everything = (_, _) => null;

    /// <summary>The rows the user may read.</summary>
    public static Func<TableSchema, string, (string Sql, object?[] Parameters)?> ToRead(UserProfile user) =>
        user.IsUnlimited ? Everything : (table, alias) => Condition(user, table, table.ReadPrivilege, alias);

    /// <summary>Faults when the user lacks the privilege altogether.</summary>
    public static void Require(UserProfile user, TableSchema table, string privilege)
    {
        if (table.IsReadOnly && privilege != table.ReadPrivilege && !(table.Name == "solution" && privilege == table.DeletePrivilege))
            throw Faults.NotSupported($"Writing rows of '{table.Name}'");
        if (!May(user, table, privilege)) throw Faults.PrivilegeDenied(user, privilege);
    }

    /// <summary>Whether the user has the privilege at all, on whichever rows.</summary>
    public static bool May(UserProfile user, TableSchema table, string privilege) =>
        user.IsUnlimited || (table.IsSystem ? IsOpen(user, table, privilege) || table.Name == "usersettings" : user.ReachOf(privilege) is not null);

    /// <summary>Faults when the user lacks a privilege that belongs to no table.</summary>
    public static void Require(UserProfile user, string privilege)
    {
        if (user.ReachOf(privilege) is null) throw Faults.PrivilegeDenied(user, privilege);
    }

    /// <summary>Faults when the row is not there, or out of the privilege's reach.</summary>
    public static void RequireRow(Connection connection, Scope scope, TableSchema table, Guid id, string privilege)
    {
        if (!connection.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", id)) throw Faults.DoesNotExist(table, id);
        if (!Reaches(connection, scope.User, table, id, privilege)) throw Faults.AccessDenied(scope.User, RightOf(table, privilege), table, id);
    }

    /// <summary>Whether the user may do to a row that is there what the privilege is for.</summary>
    /// <exception cref="OrganizationFault">The user lacks the privilege altogether.</exception>
    public static bool Reaches(Connection connection, UserProfile user, TableSchema table, Guid id, string privilege) =>
        user.IsUnlimited || Condition(user, table, privilege, "t") is not { } condition
        || connection.Any($"SELECT 1 FROM {table.Sql} t WHERE t.{table.Id.Sql} = ? AND {condition.Sql}", [id, .. condition.Parameters]);

    /// <summary>Faults when the user may not make a row for its owner: that takes Create that reaches the owner, and Read, without which nobody can own a row.</summary>
    public static void RequireCreate(Connection connection, Scope scope, TableSchema table, Entity row)
    {
        if (table.IsSystem || table.Owner is null) return;
        var owner = row.GetAttributeValue<EntityReference>("ownerid");
        if (owner is not null && owner.Id != scope.User.Id) RequireOwner(connection, scope, table, owner);
        else Require(scope.User, table, table.ReadPrivilege);
        RequireReach(connection, scope, table, row, owner, table.CreatePrivilege);
    }

    /// <summary>Faults when somebody cannot own rows of the table: access teams never can, others need the privilege to read them.</summary>
    public static void RequireOwner(Connection connection, Scope scope, TableSchema table, EntityReference owner)
    {
        if (owner.LogicalName == "team" && connection.Number("SELECT teamtype FROM team WHERE teamid = ?", owner.Id) == 1)
            throw new OrganizationFault(ErrorCodes.CannotAssignToAccessTeam, "You cannot assign a record to the access team. You can assign a record to the owner team.");
        if (!connection.Any($"SELECT 1 FROM {scope.Schema.Table(owner.LogicalName).Sql} WHERE {scope.Schema.Table(owner.LogicalName).Id.Sql} = ?", owner.Id))
            throw Faults.DoesNotExist(scope.Schema.Table(owner.LogicalName), owner.Id);
        RequireReader(connection, scope, table, owner);
    }

    /// <summary>Faults when a user or team lacks the privilege to read rows of the table at all.</summary>
    public static void RequireReader(Connection connection, Scope scope, TableSchema table, EntityReference principal)
    {
        // What is kept about users is what was committed; an operation that changes them reads them anew.
        var profile = principal.LogicalName == "team" ? Users.ReadTeam(connection, scope.State.Model, principal.Id)
            : scope.Operation.TouchedUsers ? Users.Read(connection, scope.State.Model, principal.Id)
            : scope.Engine.UserOf(principal.Id);
        if (profile.ReachOf(table.ReadPrivilege) is null) throw Faults.PrivilegeDenied(principal, table.ReadPrivilege);
    }

    /// <summary>
    /// Faults when the user may not point the row where its lookups point: that takes Append on the row, Append To on the other one, and Read on both.
    /// Owners are assigned, and everyone may point at the platform's own rows.
    /// </summary>
    public static void RequireLinks(Connection connection, Scope scope, TableSchema table, Entity row, bool isNew)
    {
        if (scope.User.IsUnlimited || table.IsSystem) return;
        foreach (var (name, value) in row.Attributes)
        {
            if (value is not EntityReference reference || table.Find(name) is not { Model.Type: ColumnType.Lookup or ColumnType.Customer }) continue;
            var target = scope.Schema.Table(reference.LogicalName);
            if (target.IsSystem) continue;
            if (isNew)
            {
                Require(scope.User, table, table.AppendPrivilege);
                RequireReach(connection, scope, table, row, row.GetAttributeValue<EntityReference>("ownerid"), table.AppendPrivilege);
            }
            else
            {
                RequireRow(connection, scope, table, row.Id, table.AppendPrivilege);
                RequireRow(connection, scope, table, row.Id, table.ReadPrivilege);
            }

            RequireRow(connection, scope, target, reference.Id, target.AppendToPrivilege);
            RequireRow(connection, scope, target, reference.Id, target.ReadPrivilege);
        }
    }

    /// <summary>Whether a column is empty for the user: a secured one is, unless a field security profile of the user lets it be read.</summary>
    public static bool IsHidden(UserProfile user, TableSchema table, ColumnSchema column) => !user.May(ColumnRights.Read, table.Name, (column.CompanionOf ?? column).Model);

    /// <summary>Faults where a user asks which rows have what in a secured column that is empty for the user.</summary>
    public static void RequireColumn(UserProfile user, TableSchema table, ColumnSchema column)
    {
        if (IsHidden(user, table, column))
            throw new OrganizationFault(ErrorCodes.SecuredReadDenied, $"The user does not have read permissions to a secured field. The requested operation could not be completed. ({table.Name}.{column.Name})");
    }

    /// <summary>Faults where a user writes a secured column without being let to by a field security profile.</summary>
    public static void RequireWrite(UserProfile user, TableSchema table, ColumnSchema column, bool isCreate)
    {
        if (user.May(isCreate ? ColumnRights.Create : ColumnRights.Update, table.Name, (column.CompanionOf ?? column).Model)) return;
        throw isCreate
            ? new OrganizationFault(ErrorCodes.SecuredCreateDenied, $"The user does not have create permissions to a secured field. The requested operation could not be completed. ({table.Name}.{column.Name})")
            : new OrganizationFault(ErrorCodes.SecuredUpdateDenied, $"The user doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during update operation ({table.Name}.{column.Name})");
    }

    // For a row that is not stored yet: whether the privilege would reach it.
    private static void RequireReach(Connection connection, Scope scope, TableSchema table, Entity row, EntityReference? owner, string privilege)
    {
        var user = scope.User;
        if (user.IsUnlimited) return;
        var reach = user.ReachOf(privilege) ?? throw Faults.PrivilegeDenied(user, privilege);
        if (reach.Depth == PrivilegeDepth.Global || table.Owner is null) return;
        var isSelf = owner is null || owner.Id == user.Id;
        if (isSelf && reach.IsOwn || owner is not null && user.Teams.Contains(owner.Id)) return;
        if (reach.Units.Count > 0)
        {
            var unit = isSelf ? user.BusinessUnitId
                : connection.Text($"SELECT businessunitid FROM {scope.Schema.Table(owner!.LogicalName).Sql} WHERE {scope.Schema.Table(owner.LogicalName).Id.Sql} = ?", owner.Id) is { } id
                    ? Guid.Parse(id) : Guid.Empty;
            if (reach.Units.Contains(unit)) return;
        }

        throw Faults.AccessDenied(user, RightOf(table, privilege), table, row.Id);
    }

    private static (string Sql, object?[] Parameters)? Condition(UserProfile user, TableSchema table, string privilege, string alias)
    {
        if (table.IsSystem)
        {
            if (IsOpen(user, table, privilege)) return null;
            return table.Name == "usersettings"
                ? ($"{alias}.{table.Id.Sql} = ?", [Values.Text(user.Id)])
                : throw Faults.PrivilegeDenied(user, privilege);
        }

        var reach = user.ReachOf(privilege) ?? throw Faults.PrivilegeDenied(user, privilege);
        if (reach.Depth == PrivilegeDepth.Global || table.Owner is null) return null;
        var principals = (object?[])[Values.Text(user.Id), .. user.Teams.Select(Values.Text)];
        var owners = reach.IsOwn ? principals : principals[1..];
        var alternatives = new List<string>();
        var parameters = new List<object?>();
        if (owners.Length > 0) AddIn($"{alias}.{table.Owner.Sql}", owners);
        if (reach.Units.Count > 0 && table.Find("owningbusinessunit") is { Model.Type: ColumnType.Lookup } unit)
            AddIn($"{alias}.{unit.Sql}", [.. reach.Units.Select(Values.Text)]);
        alternatives.Add($"""
            EXISTS (SELECT 1 FROM principalobjectaccess "$poa" WHERE "$poa".objectid = {alias}.{table.Id.Sql} AND "$poa".principalid IN ({Marks(principals)})
            AND (("$poa".accessrightsmask | "$poa".inheritedaccessrightsmask) & ?) <> 0)
            """);
        parameters.AddRange(principals);
        parameters.Add((int)RightOf(table, privilege));
        return ($"({string.Join(" OR ", alternatives)})", [.. parameters]);

        void AddIn(string column, object?[] values)
        {
            alternatives.Add(values.Length == 1 ? $"{column} = ?" : $"{column} IN ({Marks(values)})");
            parameters.AddRange(values);
        }
    }

    // Everyone reads the platform's own tables, except those that tell who got at which rows and columns, and the one that tells what they held.
    private static bool IsOpen(UserProfile user, TableSchema table, string privilege) => privilege == table.ReadPrivilege && table.Name switch
    {
        "principalobjectaccess" or "fieldpermission" => false,
        "audit" => user.ReachOf(privilege) is not null,
        _ => true,
    };

    private static string Marks(object?[] values) => string.Join(", ", Enumerable.Repeat("?", values.Length));

    private static AccessRights RightOf(TableSchema table, string privilege) =>
        privilege == table.ReadPrivilege ? AccessRights.ReadAccess
        : privilege == table.WritePrivilege ? AccessRights.WriteAccess
        : privilege == table.DeletePrivilege ? AccessRights.DeleteAccess
        : privilege == table.AppendPrivilege ? AccessRights.AppendAccess
        : privilege == table.AppendToPrivilege ? AccessRights.AppendToAccess
        : privilege == table.AssignPrivilege ? AccessRights.AssignAccess
        : privilege == table.SharePrivilege ? AccessRights.ShareAccess
        : AccessRights.CreateAccess;
}
