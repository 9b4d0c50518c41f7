using System.Globalization;
using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Player;

/// <summary>A button that a solution's ribbon adds to a table's command bar.</summary>
internal sealed record CommandDescription(
    string Id,
    string Location,
    string Label,
    string ToolTip,
    string? Icon,
    decimal Sequence,
    IReadOnlyList<CommandDescription.Rule> Rules,
    IReadOnlyList<CommandDescription.Call> Actions)
{
    /// <summary>The buttons of a table's ribbon, in their order.</summary>
    public static IReadOnlyList<CommandDescription> AllOf(TableModel table, Translator text)
    {
        if (table.Ribbon is not { } ribbon) return [];
        var commands = ribbon.Elements("CommandDefinitions").Elements("CommandDefinition").ToList();
        var rules = ribbon.Elements("RuleDefinitions").Elements().Elements().ToList();
        var labels = ribbon.Elements("LocLabels").Elements("LocLabel").ToList();
        return [.. ribbon.Elements("CustomActions").Elements("CustomAction")
            .SelectMany(action => action.Elements("CommandUIDefinition").Descendants("Button").Select(button => (action, button)))
            .Select(pair => Of(pair.action, pair.button))
            .OrderBy(command => command.Sequence)];

        CommandDescription Of(XElement action, XElement button)
        {
            var command = ById(commands, Value(button, "Command"));
            var named = command?.Elements().Where(element => element.Name.LocalName is "EnableRules" or "DisplayRules").Elements() ?? [];
            return new CommandDescription(
                Value(button, "Id"),
                LocationOf(Value(action, "Location")),
                Label(Value(button, "LabelText")),
                Label(Value(button, "ToolTipDescription") is { Length: > 0 } tip ? tip : Value(button, "ToolTipTitle")),
                WebResourceOf(Value(button, "ModernImage")) ?? WebResourceOf(Value(button, "Image16by16")),
                decimal.TryParse(
                    Value(button, "Sequence") is { Length: > 0 } own ? own : Value(action, "Sequence"),
                    CultureInfo.InvariantCulture,
                    out var sequence) ? sequence : 0,
                [.. named.SelectMany(rule => ById(rules, Value(rule, "Id")) is { } definition
                    ? definition.Elements().Select(element => RuleOf(element, rule.Parent!.Name.LocalName == "DisplayRules"))
                    : [new Rule("Unknown", false, null, null, null, [], Value(rule, "Id"), false, false)])],
                [.. command?.Elements("Actions").Elements().Select(CallOf) ?? []]);
        }

        string Label(string value) =>
            !value.StartsWith("$LocLabels:", StringComparison.Ordinal) ? value
            : ById(labels, value["$LocLabels:".Length..]) is { } label ? text.Title(label)
            : value;
    }

    private static string LocationOf(string location) =>
        location.StartsWith("Mscrm.Form.", StringComparison.Ordinal) ? "form"
        : location.StartsWith("Mscrm.HomepageGrid.", StringComparison.Ordinal) ? "grid"
        : location.StartsWith("Mscrm.SubGrid.", StringComparison.Ordinal) ? "subgrid"
        : location;

    private static Rule RuleOf(XElement rule, bool hides) => new(
        rule.Name.LocalName,
        hides,
        (string?)rule.Attribute("State"),
        (string?)rule.Attribute("FunctionName"),
        WebResourceOf(Value(rule, "Library")),
        ParametersOf(rule),
        rule.Name.LocalName == "SelectionCountRule" ? Value(rule, "Minimum") + ".." + Value(rule, "Maximum") : null,
        Value(rule, "Default") == "true",
        Value(rule, "InvertResult") == "true");

    private static Call CallOf(XElement action) => new(
        action.Name.LocalName,
        Value(action, "FunctionName"),
        WebResourceOf(Value(action, "Library")),
        ParametersOf(action));

    private static IReadOnlyList<Parameter> ParametersOf(XElement call) =>
        [.. call.Elements().Where(element => element.Name.LocalName.EndsWith("Parameter", StringComparison.Ordinal))
            .Select(element => new Parameter(element.Name.LocalName, Value(element, "Value")))];

    private static string? WebResourceOf(string value) =>
        value.StartsWith("$webresource:", StringComparison.Ordinal) ? value["$webresource:".Length..] : null;

    private static XElement? ById(IEnumerable<XElement> elements, string id) =>
        elements.FirstOrDefault(element => Value(element, "Id") == id);

    private static string Value(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    /// <summary>An enable rule, or a display rule (<see cref="Hides"/>).</summary>
    internal sealed record Rule(
        string Kind,
        bool Hides,
        string? State,
        string? Function,
        string? Library,
        IReadOnlyList<Parameter> Parameters,
        string? Detail,
        bool Default,
        bool Inverted);

    /// <summary>What a button does.</summary>
    internal sealed record Call(string Kind, string Function, string? Library, IReadOnlyList<Parameter> Parameters);

    /// <summary>A parameter of a call: CrmParameter (its value names what is passed), StringParameter, ...</summary>
    internal sealed record Parameter(string Kind, string Value);
}
