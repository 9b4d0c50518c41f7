using Microsoft.Xrm.Sdk;
using Packager.Model;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Which rows a user may touch, as a condition in SQL.</summary>
internal static class Access
{
    /// <summary>No limit.</summary>
    public static readonly Func<TableSchema, string, (string Sql, object?[] Parameters)?> Everything = (_, _) => null;

    /// <summary>The rows the user may read.</summary>
    public static Func<TableSchema, string, (string Sql, object?[] Parameters)?> ToRead(UserProfile user) =>
        user.IsAdministrator ? Everything : (table, alias) => Condition(user, table, table.ReadPrivilege, alias);

    /// <summary>Faults when the user lacks the privilege altogether.</summary>
    public static void Require(UserProfile user, TableSchema table, string privilege)
    {
        if (table.IsReadOnly && privilege != table.ReadPrivilege && !(table.Name == "solution" && privilege == table.DeletePrivilege))
            throw Faults.NotSupported($"Writing rows of '{table.Name}'");
        if (user.IsAdministrator) return;
        if (table.IsSystem)
        {
            if (privilege != table.ReadPrivilege && table.Name != "usersettings") throw Faults.PrivilegeDenied(user, privilege);
            return;
        }

        if (user.DepthOf(privilege) == PrivilegeDepth.None) throw Faults.PrivilegeDenied(user, privilege);
    }

    /// <summary>Faults when the row is not there, or out of the privilege's reach.</summary>
    public static void RequireRow(Connection connection, Scope scope, TableSchema table, Guid id, string privilege)
    {
        if (!connection.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", id)) throw Faults.DoesNotExist(table, id);
        if (scope.User.IsAdministrator || Condition(scope.User, table, privilege, "t") is not { } condition) return;
        if (!connection.Any($"SELECT 1 FROM {table.Sql} t WHERE t.{table.Id.Sql} = ? AND {condition.Sql}", [id, .. condition.Parameters]))
            throw Faults.PrivilegeDenied(scope.User, privilege);
    }

    /// <summary>
    /// Faults when the user may not point the row where its lookups point: that takes Append on the row and Append To on the other one.
    /// Owners are assigned, and everyone may point at the platform's own rows.
    /// </summary>
    public static void RequireLinks(Connection connection, Scope scope, TableSchema table, Entity row, bool isNew)
    {
        if (scope.User.IsAdministrator || table.IsSystem) return;
        foreach (var (name, value) in row.Attributes)
        {
            if (value is not EntityReference reference || table.Find(name) is not { Model.Type: ColumnType.Lookup or ColumnType.Customer }) continue;
            var target = scope.Schema.Table(reference.LogicalName);
            if (target.IsSystem) continue;
            if (isNew) Require(scope.User, table, table.AppendPrivilege);
            else RequireRow(connection, scope, table, row.Id, table.AppendPrivilege);
            RequireRow(connection, scope, target, reference.Id, target.AppendToPrivilege);
        }
    }

    private static (string Sql, object?[] Parameters)? Condition(UserProfile user, TableSchema table, string privilege, string alias)
    {
        if (table.IsSystem)
        {
            return table.Name == "usersettings" && privilege != table.ReadPrivilege
                ? ($"{alias}.{table.Id.Sql} = ?", [Values.Text(user.Id)])
                : null;
        }

        var depth = user.DepthOf(privilege);
        if (depth == PrivilegeDepth.None) throw Faults.PrivilegeDenied(user, privilege);
        if (depth == PrivilegeDepth.Global || table.Owner is null) return null;
        return depth == PrivilegeDepth.Basic || table.Find("owningbusinessunit") is not { Model.Type: ColumnType.Lookup } unit
            ? ($"{alias}.{table.Owner.Sql} = ?", [Values.Text(user.Id)])
            : ($"{alias}.{unit.Sql} = ?", [Values.Text(user.BusinessUnitId)]); // One business unit: nothing lies below it.
    }
}
