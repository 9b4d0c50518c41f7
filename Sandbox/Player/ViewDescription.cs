using System.Globalization;
using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Player;

/// <summary>A view: its query and the columns it shows.</summary>
internal sealed record ViewDescription(
    Guid Id, string Name, int QueryType, bool IsDefault, string Fetch, IReadOnlyList<ViewDescription.Column> Columns)
{
    /// <param name="view">The view.</param>
    /// <param name="table">Its table.</param>
    /// <param name="find">Finds a table by logical name.</param>
    /// <param name="text">Picks the labels.</param>
    public static ViewDescription Of(ViewModel view, TableModel table, Func<string, TableModel?> find, Translator text)
    {
        var fetch = view.Fetch;
        return new ViewDescription(
            view.Id,
            text.In(view.Name),
            view.QueryType,
            view.IsDefault,
            fetch.ToString(SaveOptions.DisableFormatting),
            [.. (view.Layout?.Descendants("cell") ?? [])
                .Where(cell => (string?)cell.Attribute("ishidden") is not ("1" or "true"))
                .Select(cell => ColumnOf(cell, fetch, table, find, text))]);
    }

    private static Column ColumnOf(
        XElement cell, XElement fetch, TableModel table, Func<string, TableModel?> find, Translator text)
    {
        var name = (string?)cell.Attribute("name") ?? "";
        var width = int.TryParse((string?)cell.Attribute("width"), CultureInfo.InvariantCulture, out var pixels) ? pixels : 100;
        var sortable = (string?)cell.Attribute("disableSorting") is not ("1" or "true");
        if (name.Split('.') is not [var alias, var linkedName])
        {
            var own = table.Columns.GetValueOrDefault(name);
            return new Column(name, own == null ? name : text.In(own.DisplayName), width, own?.Type, own?.Format ?? "", sortable);
        }

        var link = fetch.Descendants("link-entity").FirstOrDefault(element => (string?)element.Attribute("alias") == alias);
        var linkedTable = (string?)link?.Attribute("name") is { } tableName ? find(tableName) : null;
        var linked = linkedTable?.Columns.GetValueOrDefault(linkedName);
        var label = linked == null || linkedTable == null
            ? name
            : $"{text.In(linked.DisplayName)} ({text.In(linkedTable.DisplayName)})";
        return new Column(name, label, width, linked?.Type, linked?.Format ?? "", false);
    }

    /// <summary>A column of a view; a column of a linked table is named alias.column.</summary>
    internal sealed record Column(string Name, string Label, int Width, ColumnType? Type, string Format, bool Sortable);
}
