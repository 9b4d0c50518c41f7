using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Everything the publisher adds carries the prefix and stays within the lengths.</summary>
internal static class NameCheck
{
    private const int Longest = 50;

    public static void Run(CheckContext context)
    {
        if (context.Prefix == "") return;
        foreach (var table in context.AllTables)
        {
            if (!table.IsShell) Check(context, table.Info, "table", table.SchemaName);
            foreach (var column in table.AllColumns.Where(column => column.IsCustom))
                Check(context, column.Element, "column", column.PhysicalName);
            foreach (var key in table.Info.At("EntityKeys", "EntityKey"))
                Check(context, key, "key", key.Text("LogicalName") ?? key.Text("Name") ?? "");
        }

        foreach (var set in context.Items("optionsets", "optionset"))
            Check(context, set, "choice", set.Attr("Name") ?? "", longest: 100);
        foreach (var relationship in context.Relationships.Where(relationship => relationship.Element("EntityRelationshipRoles") != null))
            Check(context, relationship, "relationship", relationship.Attr("Name") ?? "", longest: 100);
        foreach (var resource in context.Items("WebResources", "WebResource"))
            Check(context, resource, "web resource", resource.Text("Name") ?? "", longest: 100);
        foreach (var app in context.Items("AppModules", "AppModule"))
            Check(context, app, "app", app.Text("UniqueName") ?? "", longest: 100);
        foreach (var api in context.Parts("customapis", "customapi.xml"))
            Check(context, api, "custom API", api.Attr("uniquename") ?? "", longest: 128);
        foreach (var variable in context.Parts("environmentvariabledefinitions", "environmentvariabledefinition.xml"))
            Check(context, variable, "environment variable", variable.Attr("schemaname") ?? "", longest: 100);
    }

    private static void Check(CheckContext context, XElement at, string what, string name, int longest = Longest)
    {
        if (!name.StartsWith(context.Prefix + "_", StringComparison.Ordinal))
            context.Report(at, FindingCodes.NamePrefix, $"The {what} '{name}' does not begin with the publisher's prefix '{context.Prefix}_'.");
        if (name.Length > longest)
            context.Report(at, FindingCodes.NameLength, $"The name of the {what} '{name}' has {name.Length} characters; {longest} are allowed.");
    }
}
