using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>What the publisher shows has a text in the base language and in every language the solution declares.</summary>
internal static class LabelCheck
{
    public static void Run(CheckContext context)
    {
        Require(context, context.Manifest, "LocalizedNames", "the solution", baseOnly: true);
        foreach (var table in context.AllTables)
            CheckTable(context, table);
        foreach (var set in context.Items("optionsets", "optionset"))
        {
            Require(context, set, "displaynames", $"the choice '{set.Attr("Name")}'");
            CheckOptions(context, set, _ => true);
        }

        foreach (var dashboard in context.Dashboards.Values)
        {
            Require(context, dashboard, "LocalizedNames", "the dashboard");
            foreach (var form in dashboard.At("FormXml", "forms", "form"))
                CheckForm(context, form);
        }

        foreach (var app in context.Items("AppModules", "AppModule"))
            Require(context, app, "LocalizedNames", $"the app '{app.Text("UniqueName")}'");
        foreach (var map in context.Items("AppModuleSiteMaps", "AppModuleSiteMap"))
            CheckSiteMap(context, map);
        foreach (var relationship in context.Relationships)
        {
            foreach (var labels in relationship.Descendants("CustomLabels"))
                Complete(context, labels, labels, $"the relationship '{relationship.Attr("Name")}'");
        }

        foreach (var (_, part) in context.Package.Parts)
        {
            foreach (var name in new[] { "displayname", "description" })
            {
                if (part.Root!.Element(name) is { } labels) CheckPart(context, part.Root!, labels, name);
            }
        }

        foreach (var label in context.Customizations.Descendants("LocLabel"))
            Require(context, label, "Titles", $"the ribbon label '{label.Attr("Id")}'");
        CheckDescriptions(context);
    }

    private static void CheckTable(CheckContext context, TableXml table)
    {
        if (!table.IsShell)
        {
            Require(context, table.Info, "LocalizedNames", $"the table '{table.LogicalName}'");
            Require(context, table.Info, "LocalizedCollectionNames", $"the table '{table.LogicalName}' in the plural");
        }

        foreach (var column in table.AllColumns)
        {
            Require(context, column.Element, "displaynames", $"the column '{column.Name}'", baseOnly: !column.IsCustom);
            if (column.Element.Element("optionset") is not { } set) continue;
            var isOwn = column.IsCustom || set.At("statuses", "status").Any(status => XmlValues.Int(status.Attr("value")) > 2);
            CheckOptions(context, set, _ => isOwn);
        }

        foreach (var key in table.Info.At("EntityKeys", "EntityKey"))
            Require(context, key, "displaynames", $"the key '{key.Text("LogicalName")}'");
        foreach (var (kind, form) in table.Forms)
        {
            Require(context, form, "LocalizedNames", $"the {kind} form");
            if (form.Element("form") is { } xml) CheckForm(context, xml);
        }

        foreach (var view in table.Views)
            Require(context, view, "LocalizedNames", "the view");
        foreach (var chart in table.Charts)
            Require(context, chart, "LocalizedNames", "the chart");
    }

    private static void CheckOptions(CheckContext context, XElement set, Func<XElement, bool> isOwn)
    {
        foreach (var option in set.At("options", "option").Concat(set.At("states", "state")).Concat(set.At("statuses", "status")))
            Require(context, option, "labels", $"the option {option.Attr("value")} of '{set.Attr("Name")}'", baseOnly: !isOwn(option));
    }

    private static void CheckForm(CheckContext context, XElement form)
    {
        foreach (var part in form.Descendants().Where(element => element.Name.LocalName is "tab" or "section"))
            Require(context, part, "labels", $"the {part.Name.LocalName} '{part.Attr("name")}'");
        foreach (var cell in form.Descendants("cell").Where(cell => cell.Element("labels") != null && cell.Element("control") != null))
        {
            // A control of a system column shows the platform's own translation.
            var field = cell.Element("control").Attr("datafieldname");
            Complete(context, cell, cell.Element("labels")!, $"the cell of '{cell.Element("control").Attr("id")}'", baseOnly: field != null && !context.IsOwn(field));
        }
    }

    private static void CheckSiteMap(CheckContext context, XElement map)
    {
        Require(context, map, "LocalizedNames", "the site map");
        foreach (var element in map.Descendants().Where(element => element.Name.LocalName is "Area" or "Group" or "SubArea"))
        {
            if (element.Element("Titles") is { } titles)
                Complete(context, element, titles, $"'{element.Attr("Id")}' of the site map", "Title", "LCID");
            else if (element.Attribute("Entity") == null && element.Attribute("Title") == null)
                context.Report(element, FindingCodes.LabelBase, $"There is no text for '{element.Attr("Id")}' of the site map.");
        }
    }

    private static void CheckPart(CheckContext context, XElement root, XElement labels, string name)
    {
        var texts = labels.Labels().ByLanguage;
        if (string.IsNullOrEmpty(labels.Attr("default")))
            context.Report(labels, FindingCodes.LabelBase, $"The {name} of '{root.Attr("uniquename") ?? root.Attr("schemaname")}' has no default text.");
        if (texts.TryGetValue(context.BaseLanguage, out var text) && text != labels.Attr("default"))
            context.Report(labels, FindingCodes.LabelBase, $"The default text of '{root.Attr("uniquename") ?? root.Attr("schemaname")}' is not its text in the base language.");
        Complete(context, labels, labels, $"the {name} of '{root.Attr("uniquename") ?? root.Attr("schemaname")}'");
    }

    /// <summary>A description may be missing in every language, but not in some.</summary>
    private static void CheckDescriptions(CheckContext context)
    {
        foreach (var descriptions in context.Customizations.Descendants("Descriptions"))
        {
            if (descriptions.Elements().All(text => string.IsNullOrEmpty(text.Attr("description") ?? text.Attr("Description")))) continue;
            if (descriptions.Ancestors("attribute").FirstOrDefault() is { } column && column.Text("IsCustomField") != "1") continue;
            if (descriptions.Ancestors("EntityRelationship").FirstOrDefault() is { } relationship && !context.IsOwn(relationship.Attr("Name"))) continue;
            if (descriptions.Parent?.Name.LocalName is "Area" or "Group" or "SubArea")
                Complete(context, descriptions, descriptions, "a description", "Description", "LCID");
            else
                Complete(context, descriptions, descriptions, "a description");
        }
    }

    private static void Require(CheckContext context, XElement? at, string wrapper, string what, bool baseOnly = false)
    {
        if (at == null) return;
        if (at.Element(wrapper) is { } labels) Complete(context, at, labels, what, baseOnly: baseOnly);
        else context.Report(at, FindingCodes.LabelBase, $"There is no text for {what}.");
    }

    private static void Complete(
        CheckContext context, XElement at, XElement labels, string what, string text = "description", string language = "languagecode", bool baseOnly = false)
    {
        var texts = labels.Labels(text, language).ByLanguage;
        var place = labels.HasElements ? labels : at;
        if (!texts.ContainsKey(context.BaseLanguage))
            context.Report(place, FindingCodes.LabelBase, $"There is no text in the base language {context.BaseLanguage} for {what}.");
        if (baseOnly) return;
        foreach (var missing in context.Languages.Where(wanted => wanted != context.BaseLanguage && !texts.ContainsKey(wanted)))
            context.Report(place, FindingCodes.LabelLanguage, $"There is no text in the language {missing} for {what}.");
    }
}
