using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Forms and dashboards point at columns, views, forms, web resources and functions that exist.</summary>
internal static class FormCheck
{
    public static void Run(CheckContext context)
    {
        foreach (var table in context.AllTables)
        {
            foreach (var (_, systemForm) in table.Forms)
            {
                if (systemForm.Element("form") is { } form) CheckForm(context, table, form);
            }
        }

        foreach (var dashboard in context.Dashboards.Values)
        {
            foreach (var form in dashboard.At("FormXml", "forms", "form"))
                CheckForm(context, null, form);
        }
    }

    private static void CheckForm(CheckContext context, TableXml? table, XElement form)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var control in form.Descendants("control"))
        {
            if (control.Attr("id") is { Length: > 0 } id && !ids.Add(id))
                context.Report(control, FindingCodes.FormControlTwice, $"The form has more than one control with the id '{id}'.");
            CheckControl(context, table, control);
        }

        CheckNames(context, form, "tab");
        CheckLayout(context, form);
        CheckScripts(context, table, form);
        foreach (var role in form.At("DisplayConditions", "Role"))
        {
            if (XmlValues.Id(role.Attr("Id")) is { } id && !context.Roles.ContainsKey(id) && !PlatformParts.Roles.Contains(id))
                context.Report(role, FindingCodes.FormRole, $"The form is shown to the role {role.Attr("Id")}, which is not in the solution.");
        }
    }

    private static void CheckNames(CheckContext context, XElement form, string element)
    {
        foreach (var twice in form.Descendants(element).GroupBy(part => part.Attr("name")).Where(group => group.Key != null && group.Count() > 1))
            context.Report(twice.Last(), FindingCodes.FormControlTwice, $"The form has more than one {element} called '{twice.Key}'.");
    }

    private static void CheckControl(CheckContext context, TableXml? table, XElement control)
    {
        if (XmlValues.Id(control.Attr("classid")) is not { } kind)
        {
            context.Report(control, FindingCodes.FormClass, $"The control '{control.Attr("id")}' has no class id.");
            return;
        }

        var field = control.Attribute("datafieldname");
        if (!ControlClasses.IsKnown(kind))
            context.Report(control, FindingCodes.FormClass, $"The control '{control.Attr("id")}' has the class id {control.Attr("classid")}, which no known control has.");
        else if (ControlClasses.ShowsColumn(kind) && field == null && control.Attr("isunbound") != "true")
            context.Report(control, FindingCodes.FormColumn, $"The control '{control.Attr("id")}' names no column.");
        if (field != null && table != null && !context.MayHaveColumn(table.LogicalName, field.Value))
            context.Report(field, FindingCodes.FormColumn, $"The form shows the column '{field.Value}', which '{table.LogicalName}' does not have.");
        else if (field != null && table != null && context.Column(table.LogicalName, field.Value) is { } column && ControlClasses.IsKnown(kind)
            && kind != ControlClasses.QuickView && !ControlClasses.Fits(kind, column))
            context.Report(control, FindingCodes.FormClass, $"The control '{control.Attr("id")}' does not fit '{column.Name}', a column of type {column.TypeName}{Format(column)}.");

        var parameters = control.Element("parameters");
        if (kind == ControlClasses.Subgrid || kind == ControlClasses.ReferencePanelSubgrid) CheckSubgrid(context, table, control, parameters);
        if (kind == ControlClasses.QuickView) CheckQuickView(context, table, control, parameters);
        if (kind == ControlClasses.WebResource) CheckWebResource(context, control, parameters);
    }

    private static string Format(ColumnXml column) => column.Element.Text("Format") is { Length: > 0 } format ? $" and format {format}" : "";

    private static void CheckSubgrid(CheckContext context, TableXml? table, XElement control, XElement? parameters)
    {
        var target = parameters.Text("TargetEntityType");
        if (!context.KnowsTable(target))
            context.Report(control, FindingCodes.FormSubgrid, $"The subgrid '{control.Attr("id")}' shows the table '{target}', which is neither in the solution nor of the platform.");
        foreach (var (name, isUser) in new[] { ("ViewId", "IsUserView"), ("ViewIds", "IsUserView"), ("VisualizationId", "IsUserChart") })
        {
            if (parameters.Text(isUser) == "true") continue;
            foreach (var id in XmlValues.List(parameters.Text(name)).Select(XmlValues.Id).OfType<Guid>())
                CheckTarget(context, control, parameters!.Element(name)!, target, id, name == "VisualizationId" ? context.Charts : context.Views);
        }

        if (parameters?.Element("RelationshipName") is not { Value.Length: > 0 } name2 || table == null) return;
        var relationship = context.Relationships.FirstOrDefault(relationship => relationship.Attr("Name") == name2.Value);
        if (relationship == null && context.IsOwn(name2.Value))
            context.Report(name2, FindingCodes.FormSubgrid, $"The subgrid '{control.Attr("id")}' follows the relationship '{name2.Value}', which does not exist.");
        else if (relationship != null && !Joins(relationship, table.LogicalName, target))
            context.Report(name2, FindingCodes.FormSubgrid, $"The relationship '{name2.Value}' does not join '{table.LogicalName}' and '{target}'.");
    }

    private static void CheckTarget(CheckContext context, XElement control, XElement at, string? target, Guid id, Dictionary<Guid, XElement> parts)
    {
        if (!parts.TryGetValue(id, out var part))
        {
            if (target != null && context.Tables.TryGetValue(target, out var table) && !table.IsShell)
                context.Report(at, FindingCodes.FormSubgrid, $"The subgrid '{control.Attr("id")}' names {at.Name.LocalName} {id:B}, which is not in the solution.");
            return;
        }

        var owner = part.Ancestors("Entity").First().At("EntityInfo", "entity").First().Attr("Name");
        if (!string.Equals(owner, target, StringComparison.OrdinalIgnoreCase))
            context.Report(at, FindingCodes.FormSubgrid, $"The subgrid '{control.Attr("id")}' shows '{target}' with a view or chart of '{owner}'.");
    }

    private static bool Joins(XElement relationship, string one, string? other)
    {
        string[] ends = relationship.Text("EntityRelationshipType") == "ManyToMany"
            ? [relationship.Text("FirstEntityName") ?? "", relationship.Text("SecondEntityName") ?? ""]
            : [relationship.Text("ReferencedEntityName") ?? "", relationship.Text("ReferencingEntityName") ?? ""];
        return ends.Contains(one, StringComparer.OrdinalIgnoreCase) && ends.Contains(other ?? "", StringComparer.OrdinalIgnoreCase);
    }

    private static void CheckQuickView(CheckContext context, TableXml? table, XElement control, XElement? parameters)
    {
        if (table != null && context.Column(table.LogicalName, control.Attr("datafieldname")) is { Type: not (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner) } column)
            context.Report(control, FindingCodes.FormQuickView, $"The quick view '{control.Attr("id")}' hangs on '{column.Name}', which is no lookup.");
        var findings = new List<Finding>();
        var text = parameters.Text("QuickForms") ?? "";
        var inner = SafeXml.Load(System.Text.Encoding.UTF8.GetBytes(text), "", findings)?.Root;
        var ids = inner?.Elements("QuickFormId").ToList() ?? [];
        if (ids.Count == 0)
            context.Report(control, FindingCodes.FormQuickView, $"The quick view '{control.Attr("id")}' names no form.");
        foreach (var reference in ids)
        {
            var entity = reference.Attr("entityname") ?? "";
            var form = XmlValues.Id(reference.Value) is { } id ? context.Forms.GetValueOrDefault(id) : null;
            if (context.Tables.TryGetValue(entity, out var target) && !target.IsShell && form?.Parent.Attr("type") != "quick")
                context.Report(control, FindingCodes.FormQuickView, $"The quick view '{control.Attr("id")}' names the form {reference.Value}, which is no quick view form of '{entity}'.");
        }
    }

    private static void CheckWebResource(CheckContext context, XElement control, XElement? parameters)
    {
        var url = parameters?.Element("Url");
        var name = (url?.Value ?? "").Replace("$webresource:", "", StringComparison.Ordinal).Split('?')[0];
        if (name == "" || (context.IsOwn(name) && !context.WebResources.ContainsKey(name)))
            context.Report((XObject?)url ?? control, FindingCodes.FormWebResource, $"The control '{control.Attr("id")}' shows the web resource '{name}', which is not in the solution.");
        if (control.Attr("id")?.StartsWith("WebResource_", StringComparison.Ordinal) != true)
            context.Report(control, FindingCodes.FormWebResource, $"The id of a web resource control begins with 'WebResource_'; this one is '{control.Attr("id")}'.");
    }

    private static void CheckLayout(CheckContext context, XElement form)
    {
        foreach (var columns in form.Descendants("columns").Where(columns => columns.Parent?.Name == "tab"))
        {
            var width = columns.Elements("column").Sum(column => XmlValues.Int((column.Attr("width") ?? "").TrimEnd('%')) ?? 0);
            if (width is < 99 or > 100)
                context.Report(columns, FindingCodes.FormLayout, $"The columns of the tab add up to {width} %.");
        }

        foreach (var section in form.Descendants("section"))
        {
            if (section.Attr("columns") is not { Length: > 0 } digits) continue;
            foreach (var row in section.At("rows", "row"))
            {
                var cells = row.Elements("cell").Sum(cell => XmlValues.Int(cell.Attr("colspan")) ?? 1);
                if (cells > digits.Length)
                    context.Report(row, FindingCodes.FormLayout, $"The row has {cells} cells in a section of {digits.Length} column{(digits.Length == 1 ? "" : "s")}.");
            }
        }
    }

    private static void CheckScripts(CheckContext context, TableXml? table, XElement form)
    {
        var libraries = form.At("formLibraries", "Library").Select(library => library.Attr("name") ?? "").ToHashSet(StringComparer.Ordinal);
        foreach (var library in form.At("formLibraries", "Library"))
            ScriptCheck.CheckLibrary(context, library, library.Attr("name") ?? "");
        foreach (var @event in form.Elements("events").Elements("event").Concat(form.Element("tabs")?.Descendants("event") ?? []))
        {
            if (@event.Attr("name") is "onchange" && table != null && !context.MayHaveColumn(table.LogicalName, @event.Attr("attribute")))
                context.Report(@event, FindingCodes.FormEvent, $"The form reacts to changes of '{@event.Attr("attribute")}', which '{table.LogicalName}' does not have.");
            if (@event.Attr("name") is not ("onload" or "onsave" or "onchange" or "tabstatechange" or "onreadystatecomplete" or "onrecordselect"))
                context.Report(@event, FindingCodes.FormEvent, $"The form has no event '{@event.Attr("name")}'.");
            foreach (var handler in @event.At("Handlers", "Handler"))
            {
                var library = handler.Attr("libraryName") ?? "";
                if (!libraries.Contains(library))
                    context.Report(handler, FindingCodes.FormHandler, $"The handler '{handler.Attr("functionName")}' is of the library '{library}', which the form does not load.");
                else
                    ScriptCheck.CheckFunction(context, handler, library, handler.Attr("functionName") ?? "");
            }
        }
    }
}
