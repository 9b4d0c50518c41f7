using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Custom APIs and variables lie in folders of their names; APIs are bound to tables and types that exist.</summary>
internal static class CustomApiCheck
{
    public static void Run(CheckContext context)
    {
        var types = context.Items("SolutionPluginAssemblies", "PluginAssembly").SelectMany(assembly => assembly.At("PluginTypes", "PluginType"))
            .Select(type => XmlValues.Id(type.Attr("PluginTypeId"))).ToHashSet();
        foreach (var file in context.Package.Files)
        {
            var path = file.Name.Split('/');
            var root = context.Package.Parts.GetValueOrDefault(file.Name)?.Root;
            switch (path)
            {
                case ["customapis", var folder, "customapi.xml"]:
                    CheckFolder(context, root, "uniquename", folder);
                    if (root != null) CheckApi(context, root, types);
                    break;
                case ["customapis", var api, "customapirequestparameters", var folder, "customapirequestparameter.xml"]:
                    CheckParameter(context, root, api, folder);
                    break;
                case ["customapis", var api, "customapiresponseproperties", var folder, "customapiresponseproperty.xml"]:
                    CheckParameter(context, root, api, folder);
                    break;
                case ["environmentvariabledefinitions", var folder, "environmentvariabledefinition.xml"]:
                    CheckFolder(context, root, "schemaname", folder);
                    break;
                case ["environmentvariabledefinitions", _, "environmentvariablevalues.json"]:
                    break;
                case ["customapis" or "environmentvariabledefinitions", ..]:
                    context.Report(file.Source, FindingCodes.PartFolder, $"The file '{file.Name}' is none of a custom API or an environment variable.");
                    break;
            }
        }
    }

    private static void CheckFolder(CheckContext context, XElement? root, string name, string folder)
    {
        if (root != null && root.Attr(name) != folder)
            context.Report(root, FindingCodes.PartFolder, $"'{root.Attr(name)}' lies in the folder '{folder}'; a part's folder has its name.");
    }

    private static void CheckApi(CheckContext context, XElement api, HashSet<Guid?> types)
    {
        var name = api.Attr("uniquename");
        var binding = api.Text("bindingtype");
        var table = api.Element("boundentitylogicalname");
        if (binding is "1" or "2" && !context.KnowsTable(table?.Value))
            context.Report((XObject?)table ?? api, FindingCodes.ApiTable, $"The custom API '{name}' is bound to the table '{table?.Value}', which is neither in the solution nor of the platform.");
        if (binding == "0" && table is { Value.Length: > 0 })
            context.Report(table, FindingCodes.ApiTable, $"The custom API '{name}' is global (binding type 0) and names a table.");
        if (api.Element("plugintypeid") is { } reference)
        {
            var key = reference.Elements().FirstOrDefault()?.Value;
            if (XmlValues.Id(key) is { } id ? !types.Contains(id) : key?.Length != 64)
                context.Report(reference, FindingCodes.ApiType, $"The custom API '{name}' is implemented by the plug-in type '{key}', which no assembly of the solution registers.");
        }

        if (api.Text("isfunction") == "1" && !context.Parts($"customapis/{name}", "customapiresponseproperty.xml").Any())
            context.Report(api, FindingCodes.ApiParameter, $"The custom API '{name}' is a function and returns nothing.");
    }

    private static void CheckParameter(CheckContext context, XElement? parameter, string api, string folder)
    {
        if (parameter == null) return;
        CheckFolder(context, parameter, "uniquename", folder);
        if (!context.Files.ContainsKey($"customapis/{api}/customapi.xml"))
            context.Report(parameter, FindingCodes.PartFolder, $"The folder 'customapis/{api}' has no 'customapi.xml'.");
        var type = parameter.Int("type");
        if (type is null or < 0 or > 12)
            context.Report(parameter, FindingCodes.ApiParameter, $"The parameter '{parameter.Attr("uniquename")}' has the type '{parameter.Text("type")}'; types are 0 to 12.");
        var table = parameter.Text("logicalentityname");
        if (type is 3 or 4 or 5 && table is { Length: > 0 } && !context.KnowsTable(table))
            context.Report(parameter, FindingCodes.ApiParameter, $"The parameter '{parameter.Attr("uniquename")}' is of the table '{table}', which is neither in the solution nor of the platform.");
    }
}
