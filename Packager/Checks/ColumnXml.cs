using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>A column of the payload.</summary>
internal sealed class ColumnXml(TableXml table, XElement element)
{
    public TableXml Table => table;

    public XElement Element => element;

    public string PhysicalName { get; } = element.Attr("PhysicalName") ?? "";

    public string Name { get; } =
        (element.Text("LogicalName") ?? element.Text("Name") ?? element.Attr("PhysicalName") ?? "").ToLowerInvariant();

    public string TypeName { get; } = element.Text("Type") ?? "";

    public ColumnType Type => ColumnTypes.Of(TypeName);

    public bool IsCustom { get; } = element.Flag("IsCustomField") ?? false;

    public bool HasMask(string part) => (element.Text("DisplayMask") ?? "").Split('|').Contains(part);
}
