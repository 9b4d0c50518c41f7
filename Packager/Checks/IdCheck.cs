using System.Text.RegularExpressions;
using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Ids are well formed, written as exports write them, and unique where the platform wants them so.</summary>
internal static partial class IdCheck
{
    private enum Form { BracesLower, BareLower, BracesUpper }

    private static readonly Dictionary<string, Form> Elements = new(StringComparer.Ordinal)
    {
        ["WebResource/WebResourceId"] = Form.BracesLower,
        ["AppModule/WebResourceId"] = Form.BareLower,
        ["systemform/formid"] = Form.BracesLower,
        ["savedquery/savedqueryid"] = Form.BracesLower,
        ["visualization/savedqueryvisualizationid"] = Form.BracesUpper,
        ["Dashboard/FormId"] = Form.BracesLower,
        ["SdkMessageProcessingStepImage/SdkMessageProcessingStepImageId"] = Form.BracesLower,
        ["SdkMessageProcessingStep/PluginTypeId"] = Form.BareLower,
        ["parameters/ViewId"] = Form.BracesUpper,
        ["parameters/VisualizationId"] = Form.BracesUpper,
    };

    private static readonly Dictionary<string, Form> Attributes = new(StringComparer.Ordinal)
    {
        ["Role/id"] = Form.BracesLower,
        ["RootComponent/id"] = Form.BracesLower,
        ["AppModuleComponent/id"] = Form.BracesLower,
        ["Workflow/WorkflowId"] = Form.BracesLower,
        ["SdkMessageProcessingStep/SdkMessageProcessingStepId"] = Form.BracesLower,
        ["FieldSecurityProfile/fieldsecurityprofileid"] = Form.BracesLower,
        ["tab/id"] = Form.BracesLower,
        ["section/id"] = Form.BracesLower,
        ["cell/id"] = Form.BracesLower,
        ["header/id"] = Form.BracesLower,
        ["footer/id"] = Form.BracesLower,
        ["Library/libraryUniqueId"] = Form.BracesLower,
        ["Handler/handlerUniqueId"] = Form.BracesLower,
        ["PluginAssembly/PluginAssemblyId"] = Form.BareLower,
        ["PluginType/PluginTypeId"] = Form.BareLower,
        ["SubArea/DefaultDashboard"] = Form.BareLower,
    };

    /// <summary>Ids that are rows of their own: unique in the organization.</summary>
    private static readonly HashSet<string> Rows = new(StringComparer.Ordinal)
    {
        "WebResource/WebResourceId", "systemform/formid", "savedquery/savedqueryid", "visualization/savedqueryvisualizationid",
        "Dashboard/FormId", "SdkMessageProcessingStepImage/SdkMessageProcessingStepImageId",
        "Workflow/WorkflowId", "SdkMessageProcessingStep/SdkMessageProcessingStepId", "FieldSecurityProfile/fieldsecurityprofileid",
        "PluginAssembly/PluginAssemblyId", "PluginType/PluginTypeId",
    };

    public static void Run(CheckContext context)
    {
        var rows = new Dictionary<Guid, string>();
        foreach (var element in context.Solution.Descendants().Concat(context.Customizations.Descendants()))
        {
            var parent = element.Parent?.Name.LocalName ?? "";
            if (Elements.TryGetValue($"{parent}/{element.Name.LocalName}", out var form) && element.Value != "")
                Check(context, element, element.Value, form, $"{parent}/{element.Name.LocalName}", rows);
            foreach (var attribute in element.Attributes())
            {
                var path = $"{element.Name.LocalName}/{attribute.Name.LocalName}";
                if (Attributes.TryGetValue(path, out form)) Check(context, attribute, attribute.Value, form, path, rows);
                if (path == "Role/id" && parent == "Roles") CheckUnique(context, attribute, attribute.Value, rows);
            }
        }

        foreach (var form in context.Forms.Values.Concat(context.Dashboards.Values))
            CheckForm(context, form);
        CheckFileNames(context);
    }

    private static void Check(CheckContext context, XObject at, string value, Form form, string path, Dictionary<Guid, string> rows)
    {
        var pattern = form switch { Form.BracesLower => BracesLower(), Form.BareLower => BareLower(), _ => BracesUpper() };
        if (XmlValues.Id(value) == null || value.Length is not (36 or 38))
            context.Report(at, FindingCodes.IdForm, $"'{value}' is no GUID.");
        else if (!pattern.IsMatch(value))
            context.Report(at, FindingCodes.IdForm, $"The id '{value}' is written {Words(form)}.");
        if (Rows.Contains(path)) CheckUnique(context, at, value, rows);
    }

    private static string Words(Form form) => form switch
    {
        Form.BracesLower => "in lower case and braces",
        Form.BareLower => "in lower case without braces",
        _ => "in upper case and braces",
    };

    private static void CheckUnique(CheckContext context, XObject at, string value, Dictionary<Guid, string> rows)
    {
        if (XmlValues.Id(value) is not { } id) return;
        var (file, line) = SourceFile.Of(at);
        if (!rows.TryAdd(id, $"{file}({line})"))
            context.Report(at, FindingCodes.IdTwice, $"The id {value} stands in {rows[id]} already.");
    }

    private static void CheckForm(CheckContext context, XElement form)
    {
        var ids = new HashSet<Guid>();
        foreach (var element in form.Descendants().Where(element => element.Name.LocalName is "tab" or "section" or "cell" or "header" or "footer"))
        {
            if (element.Attribute("id") is { } attribute && XmlValues.Id(attribute.Value) is { } id && !ids.Add(id))
                context.Report(attribute, FindingCodes.IdTwice, $"The id {attribute.Value} stands in the form more than once.");
        }
    }

    /// <summary>In an unpacked tree a file is called as the id or name in it.</summary>
    private static void CheckFileNames(CheckContext context)
    {
        if (context.Package.IsZip) return;
        var named = context.Forms.Concat(context.Views).Concat(context.Charts).Concat(context.Dashboards)
            .Select(part => (part.Key, part.Value))
            .Concat(from step in context.Items("SdkMessageProcessingSteps", "SdkMessageProcessingStep")
                    let id = XmlValues.Id(step.Attr("SdkMessageProcessingStepId"))
                    where id != null
                    select (id.Value, step));
        foreach (var (id, element) in named)
        {
            var (file, _) = SourceFile.Of(element);
            if (Path.GetFileName(file) != $"{id:B}.xml")
                context.Report(element, FindingCodes.FileName, $"The file of {id:B} is called '{Path.GetFileName(file)}'; it is '{id:B}.xml'.");
        }

        foreach (var set in context.Items("optionsets", "optionset"))
            Check(set, $"OptionSets/{set.Attr("Name")}.xml");
        foreach (var table in context.AllTables)
            Check(table.Entity, $"Entities/{table.SchemaName}/Entity.xml");
        foreach (var resource in context.Items("WebResources", "WebResource"))
            Check(resource, $"WebResources/{resource.Text("Name")}.data.xml");

        void Check(XElement element, string expected)
        {
            var (file, _) = SourceFile.Of(element);
            if (file != expected && !file.StartsWith("Other/", StringComparison.Ordinal))
                context.Report(element, FindingCodes.FileName, $"The file is called '{file}'; by the name in it, it is '{expected}'.");
        }
    }

    [GeneratedRegex(@"^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$")]
    private static partial Regex BracesLower();

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex BareLower();

    [GeneratedRegex(@"^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$")]
    private static partial Regex BracesUpper();
}
