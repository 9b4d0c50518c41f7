using System.Globalization;
using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Player;

/// <summary>A chart: its query, what of the answer is a category and what a measure, and how it is drawn.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsDefault">Whether it is shown first.</param>
/// <param name="Fetch">The query.</param>
/// <param name="Category">Alias of the column along the axis.</param>
/// <param name="Measures">Aliases of what is measured, each with its way of being drawn.</param>
internal sealed record ChartDescription(
    Guid Id, string Name, bool IsDefault, string Fetch, string Category, IReadOnlyList<ChartDescription.Measure> Measures)
{
    public static ChartDescription Of(ChartModel chart, Translator text)
    {
        var series = (chart.Presentation?.Elements("Series") ?? []).Elements("Series").ToList();
        var category = chart.Data.Elements("categorycollection").Elements("category").FirstOrDefault();
        var palette = ((string?)chart.Presentation?.Attribute("PaletteCustomColors") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(Color).OfType<string>().ToList();
        return new ChartDescription(
            chart.Id,
            text.In(chart.Name),
            chart.IsDefault,
            chart.Data.Elements("fetchcollection").Elements("fetch").FirstOrDefault()?.ToString(SaveOptions.DisableFormatting) ?? "",
            (string?)category?.Attribute("alias") ?? "",
            [.. category?.Elements("measurecollection").Select((collection, index) => new Measure(
                (string?)collection.Element("measure")?.Attribute("alias") ?? "",
                (string?)series.ElementAtOrDefault(index)?.Attribute("ChartType") ?? "Column",
                Color((string?)series.ElementAtOrDefault(index)?.Attribute("Color")) is { } own ? [own] : palette)) ?? []]);
    }

    private static string? Color(string? value)
    {
        var parts = (value ?? "").Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 3 && Array.TrueForAll(parts, part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? "#" + string.Concat(parts.Select(part => byte.Parse(part, CultureInfo.InvariantCulture).ToString("x2", CultureInfo.InvariantCulture)))
            : null;
    }

    /// <param name="Alias">Alias in the query.</param>
    /// <param name="Type">Column, Bar, Line, Pie, ... as the chart's XML has it.</param>
    /// <param name="Colors">The colours it asks for; empty for the player's own.</param>
    internal sealed record Measure(string Alias, string Type, IReadOnlyList<string> Colors);
}
