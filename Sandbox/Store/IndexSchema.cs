namespace Sandbox.Store;

/// <summary>An index of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Terms">Its columns as SQL has them, with DESC where it sorts so.</param>
/// <param name="IsUnique">Whether no two rows may be equal in it.</param>
/// <param name="Statistics">How many rows there are, and how many share the values of its first column, its first two, and so on.</param>
internal sealed record IndexSchema(string Name, IReadOnlyList<string> Terms, bool IsUnique, string Statistics)
{
    public string SqlOn(TableSchema table) =>
        $"{(IsUnique ? "UNIQUE " : "")}INDEX {ColumnSchema.Quote(Name)} ON {table.Sql} ({string.Join(", ", Terms)})";
}
