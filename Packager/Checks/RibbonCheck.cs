using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Commands, rules, labels, icons and functions of ribbons exist and have names of their own.</summary>
internal static class RibbonCheck
{
    private const string Resource = "$webresource:";
    private const string Label = "$LocLabels:";

    public static void Run(CheckContext context)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in context.AllTables)
        {
            if (table.Entity.Element("RibbonDiffXml") is { } ribbon) Check(context, ribbon, table, ids);
        }

        if (context.Customizations.Element("RibbonDiffXml") is { } application) Check(context, application, null, ids);
    }

    private static void Check(CheckContext context, XElement ribbon, TableXml? table, HashSet<string> ids)
    {
        var commands = Ids(ribbon.At("CommandDefinitions", "CommandDefinition"));
        var rules = Ids(ribbon.At("RuleDefinitions").Elements().Elements());
        var labels = Ids(ribbon.At("LocLabels", "LocLabel"));
        foreach (var element in ribbon.Descendants().Where(element => element.Attribute("Id") != null && !IsReference(element) && element.Name != "RibbonTemplates"))
        {
            if (!ids.Add($"{element.Name}:{element.Attr("Id")}"))
                context.Report(element, FindingCodes.RibbonIdTwice, $"The id '{element.Attr("Id")}' of a ribbon is used more than once.");
        }

        foreach (var control in ribbon.At("CustomActions").Descendants().Where(element => element.Attribute("Command") != null))
        {
            if (IsMissing(control.Attr("Command"), commands))
                context.Report(control, FindingCodes.RibbonCommand, $"The command '{control.Attr("Command")}' is not defined in this ribbon.");
        }

        foreach (var rule in ribbon.Descendants().Where(IsReference))
        {
            if (IsMissing(rule.Attr("Id"), rules))
                context.Report(rule, FindingCodes.RibbonRule, $"The rule '{rule.Attr("Id")}' is not defined in this ribbon.");
        }

        foreach (var action in ribbon.At("CustomActions", "CustomAction"))
            CheckLocation(context, action, table);
        foreach (var attribute in ribbon.Descendants().Attributes())
        {
            if (attribute.Value.StartsWith(Label, StringComparison.Ordinal) && !labels.Contains(attribute.Value[Label.Length..]))
                context.Report(attribute, FindingCodes.RibbonLabel, $"The label '{attribute.Value[Label.Length..]}' is not defined in this ribbon.");
            if (attribute.Value.StartsWith(Resource, StringComparison.Ordinal) && attribute.Name != "Library")
                CheckResource(context, attribute);
        }

        foreach (var call in ribbon.Descendants().Where(element => element.Attribute("FunctionName") != null))
        {
            var library = call.Attr("Library") ?? "";
            if (!library.StartsWith(Resource, StringComparison.Ordinal))
                context.Report(call, FindingCodes.ScriptLibrary, $"A ribbon names a script as '{Resource}name'; here it is '{library}'.");
            else if (ScriptCheck.CheckLibrary(context, call, library[Resource.Length..]))
                ScriptCheck.CheckFunction(context, call, library[Resource.Length..], call.Attr("FunctionName") ?? "");
        }
    }

    private static bool IsReference(XElement element) =>
        element.Name.LocalName is "EnableRule" or "DisplayRule" && element.Parent?.Parent?.Name == "CommandDefinition";

    private static void CheckLocation(CheckContext context, XElement action, TableXml? table)
    {
        var location = action.Attr("Location") ?? "";
        var parts = location.Split('.');
        if (table != null && parts is ["Mscrm", "Form" or "HomepageGrid" or "SubGrid", ..] && parts.ElementAtOrDefault(2) != table.LogicalName)
            context.Report(action, FindingCodes.RibbonLocation, $"The location '{location}' is not on '{table.LogicalName}', whose ribbon this is.");
    }

    private static void CheckResource(CheckContext context, XAttribute attribute)
    {
        var name = attribute.Value[Resource.Length..];
        if (context.IsOwn(name) && !context.WebResources.ContainsKey(name))
            context.Report(attribute, FindingCodes.RibbonResource, $"The ribbon names the web resource '{name}', which is not in the solution.");
    }

    private static bool IsMissing(string? id, HashSet<string> defined) =>
        id is { Length: > 0 } && !id.StartsWith("Mscrm.", StringComparison.Ordinal) && !defined.Contains(id);

    private static HashSet<string> Ids(IEnumerable<XElement> elements) =>
        elements.Select(element => element.Attr("Id") ?? "").ToHashSet(StringComparer.Ordinal);
}
