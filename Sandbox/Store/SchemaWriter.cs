using System.Text;

namespace Sandbox.Store;

/// <summary>Brings the SQL tables in line with a schema. Adds and rescales; never drops a table or a column with data.</summary>
internal static class SchemaWriter
{
    public static void Apply(Connection connection, Schema schema, Schema? previous)
    {
        foreach (var table in schema.Tables)
        {
            var known = ColumnsOf(connection, table);
            if (known.Count == 0) Create(connection, table);
            else Extend(connection, table, known, previous?.Find(table.Name));
            ApplyIndexes(connection, table);
        }

        connection.ForgetStatements();
    }

    private static HashSet<string> ColumnsOf(Connection connection, TableSchema table)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var statement = connection.Prepare("SELECT name FROM pragma_table_info(?)", table.Name);
        while (statement.Step()) names.Add(statement.Text(0));
        return names;
    }

    private static void Create(Connection connection, TableSchema table)
    {
        var sql = new StringBuilder("CREATE TABLE ").Append(table.Sql).Append(" (").Append(table.Id.Sql).Append(" TEXT NOT NULL PRIMARY KEY");
        foreach (var (name, definition) in table.Columns.Where(column => column != table.Id).SelectMany(Definitions))
            sql.Append(", ").Append(name).Append(' ').Append(definition);
        connection.Run(sql.Append(") STRICT").ToString());
    }

    private static void Extend(Connection connection, TableSchema table, HashSet<string> known, TableSchema? previous)
    {
        foreach (var column in table.Columns)
        {
            foreach (var (name, definition) in Definitions(column))
            {
                if (!known.Contains(name[1..^1])) connection.Run($"ALTER TABLE {table.Sql} ADD COLUMN {name} {definition}");
            }

            if (previous?.Find(column.Name) is { } before && before.Factor != column.Factor
                && column.Kind is StorageKind.Decimal or StorageKind.Money)
            {
                connection.Run(column.Factor > before.Factor
                    ? $"UPDATE {table.Sql} SET {column.Sql} = {column.Sql} * {column.Factor / before.Factor}"
                    : $"UPDATE {table.Sql} SET {column.Sql} = CAST(round({column.Sql} / {before.Factor / column.Factor}.0) AS INTEGER)");
            }
        }
    }

    private static IEnumerable<(string Name, string Definition)> Definitions(ColumnSchema column)
    {
        switch (column.Kind)
        {
            case StorageKind.None:
                yield break;
            case StorageKind.Text when column.CompanionOf is { IsImage: true }:
                yield break;
            case StorageKind.Text:
                yield return (column.Sql, "TEXT COLLATE " + TextRules.Collation);
                yield break;
            case StorageKind.Guid or StorageKind.Choices:
                yield return (column.Sql, "TEXT");
                yield break;
            case StorageKind.Reference:
                yield return (column.Sql, "TEXT");
                if (column.TypeSql is { } type) yield return (type, "TEXT");
                yield break;
            case StorageKind.Float:
                yield return (column.Sql, "REAL");
                yield break;
            default:
                yield return (column.Sql, "INTEGER");
                yield break;
        }
    }

    private static void ApplyIndexes(Connection connection, TableSchema table)
    {
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            if (column.Kind == StorageKind.Reference && IsWorthAnIndex(table, column))
                wanted[$"$ix_{table.Name}_{column.Name}"] = $"INDEX {{0}} ON {table.Sql} ({column.Sql})";
        }

        foreach (var key in table.Model.Keys)
        {
            var columns = key.Columns.Select(name => table.Find(name)?.Sql).ToArray();
            if (Array.TrueForAll(columns, name => name is not null))
                wanted[$"$key_{table.Name}_{key.LogicalName}_{string.Join('_', key.Columns)}"] = $"UNIQUE INDEX {{0}} ON {table.Sql} ({string.Join(", ", columns)})";
        }

        foreach (var (column, _) in SystemIndexes.Where(index => index.Table == table.Name).Select(index => (index.Column, 0)))
            wanted[$"$ix_{table.Name}_{column}"] = $"INDEX {{0}} ON {table.Sql} ({ColumnSchema.Quote(column)})";

        var existing = new List<string>();
        var statement = connection.Prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND name LIKE '$%'", table.Name);
        while (statement.Step()) existing.Add(statement.Text(0));
        foreach (var name in existing.Where(name => !wanted.ContainsKey(name))) connection.Run("DROP INDEX " + ColumnSchema.Quote(name));
        foreach (var (name, sql) in wanted.Where(pair => !existing.Contains(pair.Key)))
            connection.Run("CREATE " + string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, ColumnSchema.Quote(name)));
    }

    // Nobody asks for all rows somebody created, and each index costs every write.
    private static bool IsWorthAnIndex(TableSchema table, ColumnSchema column) =>
        column.Name is not ("createdby" or "modifiedby" or "createdonbehalfby" or "modifiedonbehalfby" or "owninguser" or "owningteam"
            or "owningbusinessunit" or "organizationid" or "transactioncurrencyid") && !(table.IsSystem && column.Name == "businessunitid");

    private static readonly (string Table, string Column)[] SystemIndexes =
    [
        ("systemuserroles", "systemuserid"), ("fileattachment", "objectid"), ("asyncoperation", "statecode"),
    ];
}
