using Packager.Model;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Which rows below another one an action goes on to.</summary>
internal static class Cascading
{
    /// <summary>The related rows that the behaviour names: all, active ones, those of the same owner, or none.</summary>
    /// <param name="scope">Where the action comes from.</param>
    /// <param name="relationship">The relationship.</param>
    /// <param name="behavior">Its behaviour for the action.</param>
    /// <param name="table">Table of the row above.</param>
    /// <param name="id">The row above.</param>
    /// <param name="owner">Who owned it before the action; null for who owns it now.</param>
    public static List<Guid> RowsOf(Scope scope, RelationshipModel relationship, string behavior, TableSchema table, Guid id, Guid? owner = null)
    {
        var child = scope.Schema.Table(relationship.ReferencingTable);
        var lookup = child.Column(relationship.ReferencingColumn);
        var sql = $"SELECT c.{child.Id.Sql} FROM {child.Sql} c WHERE c.{lookup.Sql} = ?";
        object?[] parameters = [id];
        switch (behavior)
        {
            case "Cascade":
                break;
            case "ActiveOnly":
                if (child.State is { } state) sql += $" AND c.{state.Sql} = 0";
                break;
            case "UserOwned" when child.Owner is { } own && table.Owner is { } above:
                sql += owner is null ? $" AND c.{own.Sql} = (SELECT p.{above.Sql} FROM {table.Sql} p WHERE p.{table.Id.Sql} = ?)" : $" AND c.{own.Sql} = ?";
                parameters = [id, owner ?? id];
                break;
            default:
                return [];
        }

        var rows = new List<Guid>();
        var statement = scope.Operation.Writer.Prepare(sql, parameters);
        while (statement.Step()) rows.Add(statement.Id(0));
        return rows;
    }
}
