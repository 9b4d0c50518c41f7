using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Each column has what its type needs: lengths, ranges, options, relationships, image and file companions.</summary>
internal static class ColumnCheck
{
    private static readonly string[] TypesOfMoney = ["transactioncurrencyid", "exchangerate"];

    public static void Run(CheckContext context)
    {
        foreach (var column in context.AllTables.SelectMany(table => table.AllColumns))
        {
            switch (column.Type)
            {
                case ColumnType.Text:
                    CheckLength(context, column, 4000);
                    break;
                case ColumnType.Memo:
                    CheckLength(context, column, 1048576);
                    break;
                case ColumnType.Integer or ColumnType.Decimal or ColumnType.Float or ColumnType.Money:
                    CheckRange(context, column);
                    break;
                case ColumnType.Choice or ColumnType.Choices or ColumnType.Boolean:
                    CheckOptions(context, column);
                    break;
                case ColumnType.State or ColumnType.Status:
                    CheckStatus(context, column);
                    break;
                case ColumnType.Lookup or ColumnType.Customer:
                    CheckLookup(context, column);
                    break;
                case ColumnType.Image:
                    CheckImage(context, column);
                    break;
                case ColumnType.File:
                    CheckFile(context, column);
                    break;
            }

            if (column.Type == ColumnType.Money)
                CheckMoney(context, column);
        }

        CheckImageConfigs(context);
    }

    private static void CheckLength(CheckContext context, ColumnXml column, int most)
    {
        var length = column.Element.Int("MaxLength");
        if (length == null)
            context.Report(column.Element, FindingCodes.TextLength, $"The text column '{column.Name}' has no 'MaxLength'.");
        else if (length < 1 || length > most)
            context.Report(column.Element.Element("MaxLength")!, FindingCodes.TextLength, $"The column '{column.Name}' has 'MaxLength' {length}; it lies between 1 and {most}.");
        else if (column.Type == ColumnType.Text && column.Element.Int("Length") is { } bytes && bytes != 2 * length)
            context.Report(column.Element.Element("Length")!, FindingCodes.TextLength, $"The column '{column.Name}' has 'Length' {bytes}; it is twice 'MaxLength', {2 * length}.");
    }

    private static void CheckRange(CheckContext context, ColumnXml column)
    {
        if (column.Element.Decimal("MinValue") is { } least && column.Element.Decimal("MaxValue") is { } most && least > most)
            context.Report(column.Element.Element("MinValue")!, FindingCodes.NumberRange, $"The column '{column.Name}' has a 'MinValue' above its 'MaxValue'.");
        var places = column.Element.Int("Accuracy");
        var (low, high) = column.Type == ColumnType.Float ? (0, 5) : (0, 10);
        if (places < low || places > high)
            context.Report(column.Element.Element("Accuracy")!, FindingCodes.NumberRange, $"The column '{column.Name}' has 'Accuracy' {places}; it lies between {low} and {high}.");
    }

    private static void CheckOptions(CheckContext context, ColumnXml column)
    {
        var own = column.Element.Element("optionset");
        var name = column.Element.Element("OptionSetName");
        var set = own ?? (name == null ? null : context.OptionSets.GetValueOrDefault(name.Value));
        if (own == null && string.IsNullOrEmpty(name?.Value))
            context.Report(column.Element, FindingCodes.ChoiceMissing, $"The column '{column.Name}' has no options and names no global choice.");
        else if (set == null && context.IsOwn(name!.Value))
            context.Report(name, FindingCodes.ChoiceMissing, $"The column '{column.Name}' names the choice '{name.Value}', which is not in the solution.");
        if (set == null) return;
        var values = set.At("options", "option").Select(option => option.Attr("value")).ToHashSet();
        var standard = column.Element.Element("AppDefaultValue");
        if (standard != null && standard.Value.Trim() != "-1" && !values.Contains(standard.Value.Trim()))
            context.Report(standard, FindingCodes.ChoiceDefault, $"The default of '{column.Name}' is {standard.Value}, which is none of its options.");
        if (column.Type == ColumnType.Boolean && !values.SetEquals(["0", "1"]))
            context.Report(set, FindingCodes.ChoiceMissing, $"The yes/no column '{column.Name}' needs exactly the options 1 and 0.");
    }

    private static void CheckStatus(CheckContext context, ColumnXml column)
    {
        if (column.Element.Element("optionset") is not { } set)
        {
            context.Report(column.Element, FindingCodes.ChoiceMissing, $"The column '{column.Name}' has no options.");
            return;
        }

        var states = StatesOf(column.Table).ToDictionary(state => state.Attr("value") ?? "", state => state, StringComparer.Ordinal);
        var statuses = StatusesOf(column.Table);
        if (column.Type == ColumnType.State)
        {
            foreach (var state in set.At("states", "state"))
            {
                if (!statuses.Any(status => status.Attr("value") == state.Attr("defaultstatus") && status.Attr("state") == state.Attr("value")))
                    context.Report(state, FindingCodes.StatusOption, $"The state {state.Attr("value")} has the default status {state.Attr("defaultstatus")}, which is no status of it.");
            }

            return;
        }

        var values = statuses.Select(status => XmlValues.Int(status.Attr("value"))).ToHashSet();
        foreach (var status in statuses)
        {
            if (!states.ContainsKey(status.Attr("state") ?? ""))
                context.Report(status, FindingCodes.StatusOption, $"The status {status.Attr("value")} belongs to the state {status.Attr("state")}, which does not exist.");
            if (status.Attr("TransitionData") is not { Length: > 0 }) continue;
            if (StatusTransitions.Of(status) is not { } transitions)
                context.Report(status, FindingCodes.StatusTransition, $"The 'TransitionData' of the status {status.Attr("value")} cannot be read.");
            else if (transitions.FirstOrDefault(value => !values.Contains(value), -1) is var unknown and not -1)
                context.Report(status, FindingCodes.StatusTransition, $"The status {status.Attr("value")} may change to {unknown}, which does not exist.");
        }
    }

    private static IEnumerable<XElement> StatesOf(TableXml table) =>
        table.Columns.TryGetValue("statecode", out var column)
            ? column.Element.At("optionset", "states", "state").DistinctBy(state => state.Attr("value"))
            : [];

    private static List<XElement> StatusesOf(TableXml table) =>
        table.Columns.TryGetValue("statuscode", out var column) ? [.. column.Element.At("optionset", "statuses", "status")] : [];

    private static void CheckLookup(CheckContext context, ColumnXml column)
    {
        if (!column.IsCustom) return;
        var targets = context.Relationships.Where(relationship => RelationshipCheck.IsOver(relationship, column)).ToList();
        if (targets.Count == 0)
            context.Report(column.Element, FindingCodes.LookupRelationship, $"The lookup '{column.Name}' has no relationship, so nothing says what it points at.");
        else if (column.Type == ColumnType.Customer && targets.Count != 2)
            context.Report(column.Element, FindingCodes.LookupRelationship, $"The customer column '{column.Name}' needs two relationships, to 'Account' and to 'Contact'.");
    }

    private static void CheckImage(CheckContext context, ColumnXml column)
    {
        var table = column.Table.LogicalName;
        if (!context.Items("AttributeImageConfigs", "AttributeImageConfig").Any(config =>
            Same(config.Text("parententitylogicalname"), table) && Same(config.Text("attributelogicalname"), column.Name)))
            context.Report(column.Element, FindingCodes.ImageCompanion, $"The image column '{column.Name}' has no 'AttributeImageConfig'.");
        if (!column.HasMask("PrimaryImage")) return;
        var config = context.Items("EntityImageConfigs", "EntityImageConfig").FirstOrDefault(config => Same(config.Text("parententitylogicalname"), table));
        if (!Same(config.Text("primaryimageattribute"), column.Name))
            context.Report(column.Element, FindingCodes.ImageCompanion, $"The primary image '{column.Name}' is not the one its table's 'EntityImageConfig' names.");
    }

    private static void CheckImageConfigs(CheckContext context)
    {
        var configs = context.Items("AttributeImageConfigs", "AttributeImageConfig").Select(config => (config, Column: config.Text("attributelogicalname")))
            .Concat(context.Items("EntityImageConfigs", "EntityImageConfig").Select(config => (config, Column: config.Text("primaryimageattribute"))));
        foreach (var (config, name) in configs)
        {
            var table = config.Text("parententitylogicalname");
            if (!string.IsNullOrEmpty(name) && context.KnowsTable(table) && context.Tables.ContainsKey(table!) && context.Column(table, name)?.Type != ColumnType.Image)
                context.Report(config, FindingCodes.ImageCompanion, $"The image configuration names '{table}.{name}', which is no image column.");
        }
    }

    private static void CheckFile(CheckContext context, ColumnXml column)
    {
        var name = $"FileAttachment_{column.Table.LogicalName}_{column.Name}";
        var relationship = context.Relationships.FirstOrDefault(relationship => Same(relationship.Attr("Name"), name));
        if (relationship == null)
            context.Report(column.Element, FindingCodes.FileCompanion, $"The file column '{column.Name}' lacks the relationship '{name}'.");
        else if (!Same(relationship.Text("ReferencedEntityName"), "FileAttachment") || !RelationshipCheck.IsOver(relationship, column))
            context.Report(relationship, FindingCodes.FileCompanion, $"The relationship '{name}' leads from '{column.Name}' to 'FileAttachment'.");
        if (column.Element.Text("ValidForCreateApi") == "1" || column.Element.Text("ValidForUpdateApi") == "1")
            context.Report(column.Element, FindingCodes.FileCompanion, $"The file column '{column.Name}' is valid for create or update; file columns are written by blocks only.");
    }

    private static void CheckMoney(CheckContext context, ColumnXml column)
    {
        foreach (var name in TypesOfMoney.Where(name => !column.Table.Columns.ContainsKey(name)))
            context.Report(column.Element, FindingCodes.MoneyCompanion, $"The money column '{column.Name}' needs the column '{name}' beside it.");
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
