using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>A table of the payload as the checks look at it: elements, so that each finding has its line.</summary>
internal sealed class TableXml
{
    public TableXml(XElement entity, XElement info, bool isShell)
    {
        Entity = entity;
        Info = info;
        SchemaName = info.Attr("Name") ?? "";
        LogicalName = SchemaName.ToLowerInvariant();
        IsShell = isShell || info.Attr("unmodified") == "1";
        foreach (var attribute in info.At("attributes", "attribute"))
        {
            var column = new ColumnXml(this, attribute);
            AllColumns.Add(column);
            Columns.TryAdd(column.Name, column);
        }
    }

    public XElement Entity { get; }

    public XElement Info { get; }

    public string SchemaName { get; }

    public string LogicalName { get; }

    /// <summary>True when only some columns of somebody else's table are there.</summary>
    public bool IsShell { get; }

    public bool IsUserOwned => Info.Text("OwnershipTypeMask") != "OrgOwned";

    public List<ColumnXml> AllColumns { get; } = [];

    public Dictionary<string, ColumnXml> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<(string Kind, XElement Form)> Forms =>
        from forms in Entity.At("FormXml", "forms")
        from form in forms.Elements("systemform")
        select (forms.Attr("type") ?? "", form);

    public IEnumerable<XElement> Views => Entity.At("SavedQueries", "savedqueries", "savedquery");

    public IEnumerable<XElement> Charts => Entity.At("Visualizations", "visualization");
}
