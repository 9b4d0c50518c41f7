using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Player;

/// <summary>A form, in the words the client draws it from.</summary>
internal sealed record FormDescription(
    Guid Id,
    string Kind,
    string Name,
    IReadOnlyList<FormDescription.Tab> Tabs,
    IReadOnlyList<FormDescription.Cell> Header,
    IReadOnlyList<string> Libraries,
    IReadOnlyList<FormDescription.Handler> Handlers,
    IReadOnlyList<FormDescription.Parameter> Parameters)
{
    private static readonly Guid SubgridClass = new("E7A81278-8635-4D9E-8D4D-59480B391C5B");
    private static readonly Guid WebResourceClass = new("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D");
    private static readonly Guid QuickViewClass = new("5C5600E0-1D6E-4205-A272-BE80DA87FD42");
    private static readonly Guid TimelineClass = new("06375649-C143-495E-A496-C962E5B4488E");

    public static FormDescription Of(FormModel form, Translator text)
    {
        var xml = form.Xml;
        return new FormDescription(
            form.Id,
            form.Kind,
            text.In(form.Name),
            [.. xml.Elements("tabs").Elements("tab").Select(tab => TabOf(tab, text))],
            [.. xml.Elements("header").Descendants("cell").Select(cell => CellOf(cell, text)).Where(cell => cell.Control != null)],
            [.. xml.Elements("formLibraries").Elements("Library").Select(library => Value(library, "name"))],
            [
                .. xml.Elements("events").Elements("event").SelectMany(@event => HandlersOf(@event, "")),
                .. from tab in xml.Elements("tabs").Elements("tab")
                   from @event in tab.Elements("events").Elements("event")
                   from handler in HandlersOf(@event, Value(tab, "name"))
                   select handler,
            ],
            [.. xml.Elements("formparameters").Elements("querystringparameter")
                .Select(parameter => new Parameter(Value(parameter, "name"), Value(parameter, "type")))]);
    }

    private static Tab TabOf(XElement tab, Translator text) => new(
        Value(tab, "id"),
        Value(tab, "name"),
        text.Label(tab),
        Flag(tab, "visible", true),
        Flag(tab, "expanded", true),
        Flag(tab, "showlabel", true),
        [.. tab.Elements("columns").Elements("column").Select(column => new Column(
            Value(column, "width"),
            [.. column.Elements("sections").Elements("section").Select(section => SectionOf(section, text))]))]);

    private static Section SectionOf(XElement section, Translator text) => new(
        Value(section, "id"),
        Value(section, "name"),
        text.Label(section),
        Flag(section, "showlabel", true),
        Flag(section, "visible", true),
        Math.Clamp(Value(section, "columns").Length, 1, 4),
        [.. section.Elements("rows").Elements("row")
            .Select(row => (IReadOnlyList<Cell>)[.. row.Elements("cell").Select(cell => CellOf(cell, text))])]);

    private static Cell CellOf(XElement cell, Translator text) => new(
        Value(cell, "id"),
        text.Label(cell),
        Flag(cell, "showlabel", true),
        Flag(cell, "visible", true),
        Number(cell, "colspan"),
        Number(cell, "rowspan"),
        cell.Element("control") is { } control ? ControlOf(control) : null);

    private static Control ControlOf(XElement control)
    {
        var column = Value(control, "datafieldname");
        _ = Guid.TryParse(Value(control, "classid"), out var classId);
        var kind = classId == SubgridClass ? "subgrid"
            : classId == WebResourceClass ? "webresource"
            : classId == TimelineClass ? "timeline"
            : classId == QuickViewClass ? column.Length > 0 ? "quickview" : "unsupported"
            : column.Length > 0 ? "column"
            : "unsupported";
        return new Control(
            Value(control, "id"),
            kind,
            column.Length > 0 ? column : null,
            Flag(control, "disabled", false),
            control.Elements("parameters").Elements().GroupBy(parameter => parameter.Name.LocalName)
                .ToDictionary(group => group.Key, group => group.First().Value));
    }

    private static IEnumerable<Handler> HandlersOf(XElement @event, string tab) => @event
        .Elements().Where(element => element.Name.LocalName is "Handlers" or "InternalHandlers").Elements("Handler")
        .Where(handler => Flag(handler, "enabled", true))
        .Select(handler => new Handler(
            Value(@event, "name").ToLowerInvariant(),
            Value(@event, "attribute"),
            tab,
            Value(handler, "functionName"),
            Value(handler, "libraryName"),
            Value(handler, "parameters"),
            Flag(handler, "passExecutionContext", false)));

    private static string Value(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    private static int Number(XElement element, string attribute) =>
        int.TryParse(Value(element, attribute), out var number) ? Math.Max(number, 1) : 1;

    private static bool Flag(XElement element, string attribute, bool otherwise) =>
        Value(element, attribute) switch
        {
            "" => otherwise,
            "1" => true,
            "0" => false,
            var value => bool.TryParse(value, out var flag) ? flag : otherwise,
        };

    /// <summary>A tab.</summary>
    internal sealed record Tab(
        string Id, string Name, string Label, bool Visible, bool Expanded, bool ShowLabel, IReadOnlyList<Column> Columns);

    /// <summary>A column of a tab.</summary>
    internal sealed record Column(string Width, IReadOnlyList<Section> Sections);

    /// <summary>A section with its rows of cells.</summary>
    internal sealed record Section(
        string Id, string Name, string Label, bool ShowLabel, bool Visible, int Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

    /// <summary>A cell; without a control it is a spacer.</summary>
    internal sealed record Cell(
        string Id, string Label, bool ShowLabel, bool Visible, int Colspan, int Rowspan, Control? Control);

    /// <summary>A control. Kinds: column, subgrid, webresource, quickview, timeline, unsupported.</summary>
    internal sealed record Control(
        string Id, string Kind, string? Column, bool Disabled, IReadOnlyDictionary<string, string> Parameters);

    /// <summary>An event handler, in document order.</summary>
    internal sealed record Handler(
        string Event, string Attribute, string Tab, string Function, string Library, string Parameters, bool PassContext);

    /// <summary>A declared form parameter.</summary>
    internal sealed record Parameter(string Name, string Type);
}
