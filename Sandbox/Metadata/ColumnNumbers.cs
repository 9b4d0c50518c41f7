using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>
/// The <c>ColumnNumber</c> of definitions, which <c>audit.attributemask</c> lists. Solutions do not carry it, so it is the place among the table's columns: it holds until
/// an import changes them.
/// </summary>
internal static class ColumnNumbers
{
    public static IReadOnlyDictionary<string, int> Of(TableModel table) =>
        table.Columns.Keys.Select((name, index) => (name, Number: index + 1)).ToDictionary(column => column.name, column => column.Number, StringComparer.Ordinal);
}
