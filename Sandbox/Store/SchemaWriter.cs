using System.Text;

namespace Sandbox.Store;

/// <summary>Brings the SQL tables in line with a schema: adds, rescales, and drops what the previous schema had and this one has not.</summary>
internal static class SchemaWriter
{
    public static void Apply(Connection connection, Schema schema, Schema? previous)
    {
        var unnamed = new List<(TableSchema Table, ColumnSchema Lookup)>();
        foreach (var table in schema.Tables)
        {
            var known = ColumnsOf(connection, table);
            if (known.Count == 0) Create(connection, table);
            else unnamed.AddRange(Extend(connection, table, known, previous?.Find(table.Name)).Select(lookup => (table, lookup)));
        }

        foreach (var (table, lookup) in unnamed) FillNames(connection, schema, table, lookup);
        foreach (var table in schema.Tables) ApplyIndexes(connection, table);
        if (previous is not null) Drop(connection, schema, previous);

        DeclareStatistics(connection, schema);
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

    /// <summary>Adds what is missing; answers the lookups whose rows' names were not kept so far.</summary>
    private static List<ColumnSchema> Extend(Connection connection, TableSchema table, HashSet<string> known, TableSchema? previous)
    {
        var unnamed = new List<ColumnSchema>();
        foreach (var column in table.Columns)
        {
            foreach (var (name, definition) in Definitions(column))
            {
                if (!known.Contains(name[1..^1])) connection.Run($"ALTER TABLE {table.Sql} ADD COLUMN {name} {definition}");
            }

            if (column.SortName is { } kept && (!known.Contains(kept[1..^1]) || previous is not null && previous.Find(column.Name)?.SortName is null)) unnamed.Add(column);
            // What led to one table leads to that one still.
            if (column.TypeSql is { } type && previous?.Find(column.Name) is { TypeSql: null, Model.Targets: [var only] })
                connection.Run($"UPDATE {table.Sql} SET {type} = ? WHERE {column.Sql} IS NOT NULL", only);
            if (previous?.Find(column.Name) is { } before && before.Factor != column.Factor
                && column.Kind is StorageKind.Decimal or StorageKind.Money)
            {
                connection.Run(column.Factor > before.Factor
                    ? $"UPDATE {table.Sql} SET {column.Sql} = {column.Sql} * {column.Factor / before.Factor}"
                    : $"UPDATE {table.Sql} SET {column.Sql} = CAST(round({column.Sql} / {before.Factor / column.Factor}.0) AS INTEGER)");
            }
        }

        return unnamed;
    }

    // What lies in the database beside the previous schema was never asked for again; it is left alone.
    private static void Drop(Connection connection, Schema schema, Schema previous)
    {
        connection.ForgetStatements(); // A table that is still read from cannot be dropped.
        foreach (var table in previous.Tables)
        {
            if (schema.Find(table.Name) is not { } stays)
            {
                connection.Run($"DROP TABLE IF EXISTS {table.Sql}");
                continue;
            }

            var wanted = stays.Columns.SelectMany(Definitions).Select(definition => definition.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, _) in table.Columns.SelectMany(Definitions).Where(definition => !wanted.Contains(definition.Name)))
                connection.Run($"ALTER TABLE {table.Sql} DROP COLUMN {name}");
        }
    }

    private static void FillNames(Connection connection, Schema schema, TableSchema table, ColumnSchema column)
    {
        var target = schema.Table(column.Model.Targets[0]);
        connection.Run(
            $"UPDATE {table.Sql} SET {column.SortName} = (SELECT n.{target.PrimaryName!.Sql} FROM {target.Sql} n WHERE n.{target.Id.Sql} = {table.Sql}.{column.Sql})");
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
                if (column.SortName is { } name) yield return (name, "TEXT COLLATE " + TextRules.Collation);
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
        var existing = new Dictionary<string, string>(StringComparer.Ordinal);
        var statement = connection.Prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND name LIKE '$%'", table.Name);
        while (statement.Step()) existing.Add(statement.Text(0), statement.Text(1));
        var wanted = table.Indexes.ToDictionary(index => index.Name, index => "CREATE " + index.SqlOn(table), StringComparer.Ordinal);
        foreach (var (name, sql) in existing.Where(pair => wanted.GetValueOrDefault(pair.Key) != pair.Value)) connection.Run("DROP INDEX " + ColumnSchema.Quote(name));
        foreach (var (_, sql) in wanted.Where(pair => existing.GetValueOrDefault(pair.Key) != pair.Value)) connection.Run(sql);
    }

    // Read by each connection when it opens; this one has it read again.
    private static void DeclareStatistics(Connection connection, Schema schema)
    {
        connection.Run("ANALYZE \"$meta\""); // Makes the table of statistics.
        connection.Run("DELETE FROM sqlite_stat1");
        foreach (var table in schema.Tables)
        {
            connection.Run("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, '1000000 1')", table.Name, $"sqlite_autoindex_{table.Name}_1");
            foreach (var index in table.Indexes) connection.Run("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", table.Name, index.Name, index.Statistics);
        }

        connection.Run("ANALYZE sqlite_schema");
    }
}
