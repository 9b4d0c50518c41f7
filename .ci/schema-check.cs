// Validates customizations.xml of solution zips against Microsoft's published schemas of 2018. What the platform has added
// since, and exports itself, is taken out first; whatever then remains must be valid.
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

var newerElements = new Dictionary<string, string[]>
{
    ["ImportExportXml"] = ["EntityImageConfigs", "AttributeImageConfigs"],
    ["entity"] = ["IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsMSTeamsIntegrationEnabled", "IsSolutionAware"],
    ["attribute"] = ["AutoNumberFormat", "IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable"],
    ["EntityRelationship"] = ["CascadeArchive"],
    ["Role"] = ["IsAutoAssigned"],
    ["SdkMessageProcessingStep"] = ["SdkMessageId", "SdkMessageName"],
    ["AppModule"] = ["statecode", "statuscode", "NavigationType"],
    ["AppModuleSiteMap"] = ["EnableCollapsibleGroups", "ShowHome", "ShowPinned", "ShowRecents"],
};
var newerAttributes = new Dictionary<string, string> { ["form"] = "headerdensity", ["option"] = "IsHidden" };

var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
schemas.Add(null, Path.Combine(args[0], "CustomizationsSolution.xsd"));
schemas.Compile();

var errors = 0;
foreach (var zip in args[1..])
{
    using var archive = ZipFile.OpenRead(zip);
    using var body = archive.GetEntry("customizations.xml")!.Open();
    var document = XDocument.Load(body, LoadOptions.SetLineInfo);
    foreach (var element in document.Descendants().ToList())
    {
        if (newerElements.TryGetValue(element.Name.LocalName, out var names))
            element.Elements().Where(child => names.Contains(child.Name.LocalName)).Remove();
        if (newerAttributes.TryGetValue(element.Name.LocalName, out var name))
            element.Attribute(name)?.Remove();
        if (element.Name == "Type" && element.Value == "file") // a newer column type
            element.Value = "image";
    }

    document.Validate(schemas, (node, problem) =>
    {
        errors++;
        var line = node is IXmlLineInfo info ? info.LineNumber : 0;
        Console.Error.WriteLine($"{zip}: customizations.xml({line}): {problem.Message}");
    });
}

return errors == 0 ? 0 : 1;
