using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Custom APIs lie in folders of their names and are bound to tables and types that exist.</summary>
internal static class CustomApiCheck
{
    public static void Run(CheckContext context)
    {
        var types = context.Items("SolutionPluginAssemblies", "PluginAssembly").SelectMany(assembly => assembly.At("PluginTypes", "PluginType"))
            .Select(type => XmlValues.Id(type.Attr("PluginTypeId"))).ToHashSet();
        foreach (var (name, part) in context.Package.Parts)
        {
            var path = name.Split('/');
            var root = part.Root!;
            switch (path)
            {
                case ["customapis", var folder, "customapi.xml"]:
                    CheckFolder(context, root, folder);
                    CheckApi(context, root, types);
                    break;
                case ["customapis", var api, "customapirequestparameters" or "customapiresponseproperties", var folder, "customapirequestparameter.xml" or "customapiresponseproperty.xml"]
                    when path[2][..^1].Replace("ie", "y", StringComparison.Ordinal) is var kind:
                    CheckFolder(context, root, folder);
                    CheckParameter(context, root);
                    if (!context.Package.Parts.ContainsKey($"customapis/{api}/customapi.xml"))
                        context.Report(root, FindingCodes.PartFolder, $"The folder 'customapis/{api}' has no 'customapi.xml'.");
                    break;
                case ["environmentvariabledefinitions", var folder, "environmentvariabledefinition.xml"]:
                    if (root.Attr("schemaname") != folder)
                        context.Report(root, FindingCodes.PartFolder, $"The variable '{root.Attr("schemaname")}' lies in the folder '{folder}'.");
                    break;
                case ["customapis", ..]:
                    context.Report(root, FindingCodes.PartFolder, $"The file '{name}' is not where a part of a custom API lies.");
                    break;
            }
        }
    }

    private static void CheckFolder(CheckContext context, XElement root, string folder)
    {
        if (root.Attr("uniquename") != folder)
            context.Report(root, FindingCodes.PartFolder, $"'{root.Attr("uniquename")}' lies in the folder '{folder}'; a part's folder has its unique name.");
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

    private static void CheckParameter(CheckContext context, XElement parameter)
    {
        var type = parameter.Int("type");
        if (type is null or < 0 or > 12)
            context.Report(parameter, FindingCodes.ApiParameter, $"The parameter '{parameter.Attr("uniquename")}' has the type '{parameter.Text("type")}'; types are 0 to 12.");
        var table = parameter.Text("logicalentityname");
        if (type is 3 or 4 or 5 && table is { Length: > 0 } && !context.KnowsTable(table))
            context.Report(parameter, FindingCodes.ApiParameter, $"The parameter '{parameter.Attr("uniquename")}' is of the table '{table}', which is neither in the solution nor of the platform.");
    }
}
