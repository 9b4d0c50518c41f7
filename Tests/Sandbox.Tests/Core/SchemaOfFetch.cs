using System.Xml.Linq;

namespace Sandbox.Tests.Core;

/// <summary>Microsoft's schema of FetchXML, where it lies beside the repository.</summary>
internal static class SchemaOfFetch
{
    private const string File = "shared/dataverse/schemas/official-9.0.0.2090/Fetch.xsd";

    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    public static XElement? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, File);
            if (System.IO.File.Exists(file)) return XElement.Load(file);
        }

        return null;
    }

    public static IEnumerable<string> Enumeration(XElement schema, string type) => schema.Elements(Xs + "simpleType")
        .Single(element => (string?)element.Attribute("name") == type).Descendants(Xs + "enumeration").Select(value => (string)value.Attribute("value")!);

    /// <summary>The attributes of the elements that a query is made of, each as <c>element attribute</c>.</summary>
    public static IEnumerable<string> Attributes(XElement schema)
    {
        (string Element, XElement Type)[] elements =
        [
            ("fetch", Type("FetchType")), ("entity", Type("FetchEntityType")), ("attribute", Type("FetchAttributeType")), ("order", Type("FetchOrderType")),
            ("link-entity", Type("FetchLinkEntityType")), ("filter", Element("filter").Element(Xs + "complexType")!),
            ("condition", Element("condition").Element(Xs + "complexType")!), ("value", Element("condition").Descendants(Xs + "extension").Single()),
        ];
        return elements.SelectMany(pair => pair.Type.Elements(Xs + "attribute").Select(attribute => $"{pair.Element} {(string)attribute.Attribute("name")!}"));

        XElement Type(string name) => schema.Elements(Xs + "complexType").Single(element => (string?)element.Attribute("name") == name);
        XElement Element(string name) => schema.Elements(Xs + "element").Single(element => (string?)element.Attribute("name") == name);
    }
}
