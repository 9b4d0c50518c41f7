using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Pipeline;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Reads rows for messages, images and queries.</summary>
internal static class RowReader
{
    /// <summary>The row with the named columns, without regard to rights; none named means all.</summary>
    public static Entity? Find(Connection connection, Scope scope, TableSchema table, Guid id, IReadOnlyList<string> columns)
    {
        var set = columns.Count == 0 ? new ColumnSet(true) : new ColumnSet([.. columns]);
        return Find(connection, scope with { User = scope.User.Unlimited() }, table, id, set, Access.Everything);
    }

    /// <summary>The row as the caller may see it; null when there is none, or none for the caller.</summary>
    public static Entity? Find(
        Connection connection, Scope scope, TableSchema table, Guid id, ColumnSet columns,
        Func<TableSchema, string, (string Sql, object?[] Parameters)?> access)
    {
        var query = new QueryExpression(table.Name) { ColumnSet = columns, TopCount = 1 };
        query.Criteria.AddCondition(table.Id.Name, ConditionOperator.Equal, id);
        var found = Query(connection, scope, query, access);
        return found.Entities.Count == 0 ? null : found.Entities[0];
    }

    public static EntityCollection Query(
        Connection connection, Scope scope, QueryBase query, Func<TableSchema, string, (string Sql, object?[] Parameters)?> access)
    {
        var asked = new ExpressionReader(scope.Schema).Read(query);
        var compiled = QueryCompiler.Compile(asked, scope.Schema, scope.User, access, scope.Engine.Now);
        return QueryRunner.Run(connection, compiled, asked, Formatter.Of(scope.User.Language, scope.User.TimeZoneCode));
    }

    /// <summary>The id a reference means: its own, or that of the row with its key values.</summary>
    /// <exception cref="OrganizationFault">The key values are no key of the table, or no row has them.</exception>
    public static Guid Resolve(Connection connection, TableSchema table, Guid id, KeyAttributeCollection keys) =>
        id != Guid.Empty ? id
        : keys.Count == 0 ? throw Faults.Invalid($"A reference to '{table.Name}' has neither an id nor key values.")
        : FindByKey(connection, table, keys) ?? throw Faults.NoKeyMatch(table);

    public static Guid? FindByKey(Connection connection, TableSchema table, KeyAttributeCollection keys)
    {
        if (!table.Model.Keys.Any(key => key.Columns.Count == keys.Count && key.Columns.All(keys.ContainsKey))
            && !(keys.Count == 1 && keys.ContainsKey(table.Id.Name)))
        {
            throw Faults.Invalid($"The specified key attributes are not a defined key for the {table.Name} entity");
        }

        var names = keys.Keys.ToArray();
        var parameters = new object?[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            var column = table.Column(names[index]);
            Values.CheckType(table, column, keys[names[index]]);
            parameters[index] = Values.ToSql(table, column, keys[names[index]]);
        }

        var where = string.Join(" AND ", names.Select(name => $"{ColumnSchema.Quote(name)} = ?"));
        return connection.Text($"SELECT {table.Id.Sql} FROM {table.Sql} WHERE {where}", parameters) is { } id ? Guid.Parse(id) : null;
    }
}
