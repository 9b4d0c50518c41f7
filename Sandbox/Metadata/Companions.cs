using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>The columns that the platform adds beside an image or file column.</summary>
internal static class Companions
{
    private static readonly string[] Suffixes = ["id", "_timestamp", "_url", "_name"];

    public static IEnumerable<ColumnModel> Of(ColumnModel column)
    {
        if (column.Type == ColumnType.Image)
        {
            yield return New(column, "id", "Id", ColumnType.UniqueIdentifier, "uniqueidentifier");
            yield return New(column, "_timestamp", "_Timestamp", ColumnType.BigInteger, "bigint");
            yield return New(column, "_url", "_URL", ColumnType.Text, "nvarchar");
        }
        else if (column.Type == ColumnType.File)
        {
            yield return New(column, "_name", "_Name", ColumnType.Text, "nvarchar");
        }
    }

    /// <summary>Logical name of the image or file column the column accompanies; null for others.</summary>
    public static string? OwnerOf(TableModel table, ColumnModel column)
    {
        foreach (var suffix in Suffixes)
        {
            if (!column.LogicalName.EndsWith(suffix, StringComparison.Ordinal)) continue;
            var owner = column.LogicalName[..^suffix.Length];
            if (table.Columns.TryGetValue(owner, out var found)
                && found.Type is ColumnType.Image or ColumnType.File
                && Of(found).Any(companion => companion.LogicalName == column.LogicalName))
            {
                return owner;
            }
        }

        return null;
    }

    public static bool IsCompanion(TableModel table, ColumnModel column) => OwnerOf(table, column) is not null;

    private static ColumnModel New(ColumnModel of, string suffix, string schemaSuffix, ColumnType type, string typeName) => new()
    {
        LogicalName = of.LogicalName + suffix,
        SchemaName = of.SchemaName + schemaSuffix,
        Type = type,
        TypeName = typeName,
        DisplayName = Labels.None,
        MaxLength = type == ColumnType.Text ? 4000 : null,
        ValidForCreate = false,
        ValidForUpdate = false,
        IsCustom = of.IsCustom,
    };
}
