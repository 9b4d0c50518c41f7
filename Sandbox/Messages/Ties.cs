using Microsoft.Xrm.Sdk;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>The rows of tables between two others, each of which ties a row of one to a row of the other.</summary>
internal static class Ties
{
    /// <summary>Ties a row to others over a many-to-many relationship, or parts them; to part what is not tied changes nothing.</summary>
    /// <exception cref="OrganizationFault">A row is not there, the user may not, or two rows are tied already, unless those are passed over.</exception>
    public static void Set(Scope scope, IntersectSide side, EntityReference target, IEnumerable<EntityReference> related, bool associate, bool passesOverTied = false)
    {
        var writer = scope.Operation.Writer;
        var between = scope.Schema.Table(side.Table);
        var (ownColumn, otherColumn) = (ColumnSchema.Quote(side.Own), ColumnSchema.Quote(side.Other));
        var own = Row(scope, side, target);
        foreach (var reference in related)
        {
            if (reference.LogicalName != side.OtherTable)
                throw Faults.Invalid($"The relationship '{side.Relationship}' ties rows of '{target.LogicalName}' to rows of '{side.OtherTable}', not of '{reference.LogicalName}'.");
            var other = Row(scope, side, reference);
            Memberships.Check(scope, side, own, other, associate);
            if (!associate)
            {
                if (writer.Run($"DELETE FROM {between.Sql} WHERE {ownColumn} = ? AND {otherColumn} = ?", own, other) > 0) Audit();
                continue;
            }

            if (writer.Any($"SELECT 1 FROM {between.Sql} WHERE {ownColumn} = ? AND {otherColumn} = ?", own, other))
            {
                if (passesOverTied) continue;
                throw Faults.DuplicateTie();
            }

            Insert(scope, between, (ownColumn, own), (otherColumn, other));
            Audit();

            void Audit()
            {
                var (first, second) = (new EntityReference(target.LogicalName, own), new EntityReference(reference.LogicalName, other));
                if (!side.IsFirst) (first, second) = (second, first);
                Auditing.Related(scope, side.Relationship, first, second, associate);
            }
        }

        RowWriter.NoteUsers(scope, between);
    }

    /// <summary>Forgets all that ties a row to others.</summary>
    public static void Forget(Scope scope, TableSchema table, Guid id)
    {
        foreach (var (between, column) in table.Pairs) scope.Operation.Writer.Run($"DELETE FROM {between.Sql} WHERE {column.Sql} = ?", id);
    }

    // Append on both rows: learn.microsoft.com/power-platform/admin/security-roles-privileges. That they must be readable too is what Append asks for elsewhere.
    private static Guid Row(Scope scope, IntersectSide side, EntityReference reference)
    {
        var writer = scope.Operation.Writer;
        var table = scope.Schema.Table(reference.LogicalName);
        var id = RowReader.Resolve(writer, table, reference.Id, reference.KeyAttributes);
        Memberships.RequireRight(scope, side);
        if (table.IsSystem)
        {
            if (!writer.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", id)) throw Faults.DoesNotExist(table, id);
            return id;
        }

        Access.RequireRow(writer, scope, table, id, table.AppendPrivilege);
        Access.RequireRow(writer, scope, table, id, table.ReadPrivilege);
        return id;
    }

    private static void Insert(Scope scope, TableSchema between, params (string Column, Guid Id)[] pair)
    {
        var columns = new List<string> { between.Id.Sql, between.RowVersion!.Sql };
        var values = new List<object?> { Guid.CreateVersion7(), scope.Engine.Database.NextRowVersion() };
        foreach (var (column, id) in pair)
        {
            columns.Add(column);
            values.Add(id);
        }

        foreach (var time in new[] { "createdon", "modifiedon" }.Select(between.Find).OfType<ColumnSchema>())
        {
            columns.Add(time.Sql);
            values.Add(Values.Seconds(scope.Engine.Now));
        }

        scope.Operation.Writer.Run(
            $"INSERT INTO {between.Sql} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})", [.. values]);
    }
}
