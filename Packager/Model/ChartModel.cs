using System.Xml.Linq;

namespace Packager.Model;

/// <summary>A chart of a table.</summary>
/// <param name="Id">Chart id.</param>
/// <param name="IsDefault">Whether it is the table's default chart.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Data">The <c>datadefinition</c> element: the query, and which of its aliases are categories and measures.</param>
/// <param name="Presentation">The <c>Chart</c> element: one <c>Series</c> for each measure; null where the chart has none.</param>
public sealed record ChartModel(Guid Id, bool IsDefault, Labels Name, XElement Data, XElement? Presentation);
