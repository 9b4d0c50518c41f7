using Microsoft.Xrm.Sdk;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>
/// Writes rows of <c>audit</c>, in the transaction of what they tell of, where the organization, the table and the column are audited
/// (learn.microsoft.com/power-apps/developer/data-platform/auditing/configure). Values are compared as they are stored: what is not different is not written.
/// </summary>
internal static class Auditing
{
    private const int Create = 1, Update = 2, Delete = 3;

    /// <summary>Whether what happens to rows of the table is audited.</summary>
    public static bool IsOn(Scope scope, TableSchema table) => table.Model.IsAudited && IsOn(scope);

    public static void Created(Scope scope, TableSchema table, Guid id)
    {
        if (!IsOn(scope, table)) return;
        Write(scope, table, id, AuditAction.Create, Create, Differences(table, new string?[table.Audited.Count], Read(scope, table, id)));
    }

    /// <summary>The audited values of a row that is about to change; null when none of them is audited.</summary>
    public static Snapshot? Before(Scope scope, TableSchema table, Guid id) =>
        // What turns the auditing on is audited, too.
        IsOn(scope, table) || table.Name == "organization" ? new Snapshot(table, id, Read(scope, table, id)) : null;

    /// <summary>Compares with what is stored now.</summary>
    public static void Updated(Scope scope, Snapshot? before)
    {
        if (before is not var (table, id, values)) return;
        var differences = Differences(table, values, Read(scope, table, id));
        if (differences.Count > 0 && ActionOf(table, differences) is var action && (action is AuditAction.AuditEnabled or AuditAction.AuditDisabled || IsOn(scope, table)))
            Write(scope, table, id, action, Update, differences);
    }

    /// <summary>To be called while the row is still there.</summary>
    public static void Deleted(Scope scope, TableSchema table, Guid id)
    {
        if (!IsOn(scope, table)) return;
        Write(scope, table, id, AuditAction.Delete, Delete, Differences(table, Read(scope, table, id), new string?[table.Audited.Count]));
    }

    public static void Shared(Scope scope, AuditAction action, TableSchema table, Guid id, EntityReference principal, AccessRights before, AccessRights after)
    {
        if (before != after && IsOn(scope, table))
            Write(scope, table, id, action, Update, null, AuditData.Write(new AuditData.Share(AuditData.TextOf(principal), before, after)));
    }

    /// <summary>Two rows were tied together over a many-to-many relationship, or parted; it is told of the first one.</summary>
    public static void Related(Scope scope, string relationship, EntityReference row, EntityReference other, bool associate)
    {
        var table = scope.Schema.Table(row.LogicalName);
        if (!IsOn(scope, table)) return;
        var action = relationship.ToLowerInvariant() switch
        {
            SystemTables.UserRoles => associate ? AuditAction.AssignRoleToUser : AuditAction.RemoveRoleFromUser,
            SystemTables.TeamRoles => associate ? AuditAction.AssignRoleToTeam : AuditAction.RemoveRoleFromTeam,
            _ => associate ? AuditAction.Associate : AuditAction.Disassociate,
        };
        Write(scope, table, row.Id, action, Update, null, AuditData.Write(new AuditData.Relationship(relationship, [AuditData.TextOf(other)])));
    }

    // What is known about the organization is what was committed; an operation that changes it reads it anew.
    private static bool IsOn(Scope scope) => scope.Operation.TouchedUsers ? Users.IsAudited(scope.Operation.Writer) : scope.User.IsAudited;

    private static AuditAction ActionOf(TableSchema table, List<(ColumnSchema Column, string? Old, string? New)> differences)
    {
        if (table.Name == "organization" && differences.Find(difference => difference.Column.Name == "isauditenabled") is { Column: not null } toggle)
            return toggle.New == bool.TrueString ? AuditAction.AuditEnabled : AuditAction.AuditDisabled;
        return differences.Exists(difference => difference.Column == table.Owner) ? AuditAction.Assign
            : differences.Exists(difference => difference.Column == table.State) ? AuditAction.SetState
            : AuditAction.Update;
    }

    private static string?[] Read(Scope scope, TableSchema table, Guid id)
    {
        var columns = table.Audited;
        var values = new string?[columns.Count];
        if (table.AuditedSql is not { } sql) return values;
        var row = scope.Operation.Writer.Prepare(sql, id);
        if (row.Step())
        {
            var at = 0;
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = AuditData.TextOf(Values.Read(row, at, columns[index]));
                at += columns[index].TypeSql is null ? 1 : 2;
            }
        }

        row.Reset();
        return values;
    }

    private static List<(ColumnSchema Column, string? Old, string? New)> Differences(TableSchema table, string?[] before, string?[] after)
    {
        var differences = new List<(ColumnSchema, string?, string?)>();
        for (var index = 0; index < before.Length; index++)
        {
            if (before[index] != after[index]) differences.Add((table.Audited[index], before[index], after[index]));
        }

        return differences;
    }

    private static void Write(Scope scope, TableSchema table, Guid id, AuditAction action, int operation, List<(ColumnSchema Column, string? Old, string? New)> differences)
    {
        Write(scope, table, id, action, operation, string.Join(',', differences.Select(difference => difference.Column.Number)), AuditData.Write(new AuditData.Changes(
            differences.ConvertAll(difference => new AuditData.Change(difference.Column.Name, Cut(difference.Old), Cut(difference.New))))));

        static string? Cut(string? value) => value is null ? null : AuditData.Cut(value);
    }

    private static void Write(Scope scope, TableSchema table, Guid id, AuditAction action, int operation, string? mask, string data) => scope.Operation.Writer.Run("""
        INSERT INTO audit (auditid, objectid, "objectid$type", objecttypecode, action, operation, userid, callinguserid, attributemask, changedata, transactionid, createdon,
            versionnumber) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, Guid.CreateVersion7(), id, table.Name, table.Name, (int)action, operation, scope.User.Id, scope.User.Impersonator?.Id, mask, data,
        scope.Operation.TransactionId, Values.Seconds(scope.Engine.Now), scope.Engine.Database.NextRowVersion());

    /// <summary>Values of a row before it changes.</summary>
    internal sealed record Snapshot(TableSchema Table, Guid Id, string?[] Values);
}
