using Packager.Model;

namespace Packager.Reading;

/// <summary>The names that columns' types have in the XML.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<string, ColumnType> Types = new(StringComparer.Ordinal)
    {
        ["primarykey"] = ColumnType.PrimaryKey,
        ["uniqueidentifier"] = ColumnType.UniqueIdentifier,
        ["nvarchar"] = ColumnType.Text,
        ["ntext"] = ColumnType.Memo,
        ["int"] = ColumnType.Integer,
        ["bigint"] = ColumnType.BigInteger,
        ["timestamp"] = ColumnType.BigInteger,
        ["decimal"] = ColumnType.Decimal,
        ["float"] = ColumnType.Float,
        ["money"] = ColumnType.Money,
        ["datetime"] = ColumnType.DateTime,
        ["bit"] = ColumnType.Boolean,
        ["picklist"] = ColumnType.Choice,
        ["multiselectpicklist"] = ColumnType.Choices,
        ["state"] = ColumnType.State,
        ["status"] = ColumnType.Status,
        ["lookup"] = ColumnType.Lookup,
        ["owner"] = ColumnType.Owner,
        ["customer"] = ColumnType.Customer,
        ["image"] = ColumnType.Image,
        ["file"] = ColumnType.File,
    };

    public static ColumnType Of(string name) => Types.GetValueOrDefault(name, ColumnType.Other);
}
