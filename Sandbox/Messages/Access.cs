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
