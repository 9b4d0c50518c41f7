using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Steps name types, messages, tables and columns that exist, in combinations the platform runs.</summary>
internal static class StepCheck
{
    public static void Run(CheckContext context)
    {
        var types = context.Items("SolutionPluginAssemblies", "PluginAssembly").SelectMany(assembly => assembly.At("PluginTypes", "PluginType")).ToList();
        var apis = context.Parts("customapis", "customapi.xml").Select(api => api.Attr("uniquename")).ToHashSet(StringComparer.Ordinal);
        foreach (var step in context.Items("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            var message = Message(context, step, apis);
            CheckType(context, step, types);
            CheckStage(context, step);
            var table = Table(context, step, message);
            CheckColumns(context, step.Element("FilteringAttributes"), table);
            if (step.Text("FilteringAttributes") is { Length: > 0 } && message is not ("Update" or "CreateMultiple" or "UpdateMultiple" or null))
                context.Report(step.Element("FilteringAttributes")!, FindingCodes.StepColumn, $"A step of '{message}' has no filtering attributes; only Update has.");
            foreach (var image in step.At("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage"))
                CheckImage(context, step, image, table, message);
        }
    }

    private static string? Message(CheckContext context, XElement step, HashSet<string?> apis)
    {
        var name = step.Text("SdkMessageName");
        var id = XmlValues.Id(step.Text("SdkMessageId"));
        if (string.IsNullOrEmpty(name) && id == null)
        {
            context.Report(step, FindingCodes.StepMessage, "The step names no message.");
            return null;
        }

        var known = id == null ? null : PlatformMessages.Name(id.Value);
        if (id != null && known == null)
            context.Report(step.Element("SdkMessageId")!, FindingCodes.StepMessage, $"The message id {id} is none of the platform's.");
        if (string.IsNullOrEmpty(name)) return known;
        if (known != null && known != name)
            context.Report(step.Element("SdkMessageName")!, FindingCodes.StepMessage, $"The message is called '{name}', and its id is that of '{known}'.");
        else if (id == null && context.IsOwn(name) && !apis.Contains(name))
            context.Report(step.Element("SdkMessageName")!, FindingCodes.StepMessage, $"The message '{name}' is no custom API of the solution.");
        return name;
    }

    private static void CheckType(CheckContext context, XElement step, List<XElement> types)
    {
        var qualified = step.Element("PluginTypeName");
        var id = XmlValues.Id(step.Text("PluginTypeId"));
        if (step.Text("EventHandlerTypeCode") == "4618" || step.Element("PluginTypeExportKey") != null) return;
        if (qualified == null)
        {
            context.Report(step, FindingCodes.StepType, "The step names no plug-in type.");
            return;
        }

        var type = types.FirstOrDefault(type => type.Attr("AssemblyQualifiedName") == qualified.Value);
        if (type == null)
            context.Report(qualified, FindingCodes.StepType, $"The step is of the type '{qualified.Value}', which no assembly of the solution registers.");
        else if (id != null && XmlValues.Id(type.Attr("PluginTypeId")) != id)
            context.Report(step.Element("PluginTypeId")!, FindingCodes.StepType, $"The step's 'PluginTypeId' is {id}; the type '{type.Attr("Name")}' has {type.Attr("PluginTypeId")}.");
    }

    private static void CheckStage(CheckContext context, XElement step)
    {
        var stage = step.Int("Stage");
        if (stage is not (10 or 20 or 40))
            context.Report(step, FindingCodes.StepStage, $"The step's stage is '{step.Text("Stage")}'; it is 10, 20 or 40.");
        if (step.Int("Mode") is not (0 or 1))
            context.Report(step, FindingCodes.StepStage, $"The step's mode is '{step.Text("Mode")}'; it is 0 (synchronous) or 1 (asynchronous).");
        else if (step.Int("Mode") == 1 && stage != 40)
            context.Report(step, FindingCodes.StepStage, "An asynchronous step runs in stage 40.");
        if (step.Int("Rank") is null or < 1)
            context.Report(step, FindingCodes.StepStage, $"The step's rank is '{step.Text("Rank")}'; it is 1 or more.");
        if (step.Int("EventHandlerTypeCode") is not (4602 or 4618))
            context.Report(step, FindingCodes.StepStage, $"'EventHandlerTypeCode' is '{step.Text("EventHandlerTypeCode")}'; it is 4602 (plug-in type) or 4618 (service endpoint).");
        if (step.Text("SupportedDeployment") is { } deployment && deployment != "0")
            context.Report(step, FindingCodes.StepStage, $"'SupportedDeployment' is '{deployment}'; only 0 (server) runs online.");
    }

    private static string? Table(CheckContext context, XElement step, string? message)
    {
        var element = step.Element("PrimaryEntity");
        if (message is "Associate" or "Disassociate" && element is { Value: not ("" or "none") })
            context.Report(element, FindingCodes.StepTable, $"A step of '{message}' is for every table and names none; this one names '{element.Value}'.");
        if (element == null || element.Value is "" or "none")
        {
            if (message is "Create" or "Update" or "Delete" or "SetState" or "Assign" && step.Text("FilteringAttributes") is { Length: > 0 })
                context.Report(step, FindingCodes.StepTable, "A step with filtering attributes names its table.");
            return null;
        }

        if (!context.KnowsTable(element.Value))
            context.Report(element, FindingCodes.StepTable, $"The step is for the table '{element.Value}', which is neither in the solution nor of the platform.");
        else if (element.Value != element.Value.ToLowerInvariant())
            context.Report(element, FindingCodes.StepTable, $"The step's table is written '{element.Value}'; a logical name is lower case.");
        return element.Value;
    }

    private static void CheckColumns(CheckContext context, XElement? list, string? table)
    {
        if (list == null || list.Value == "") return;
        if (list.Value.Any(c => char.IsWhiteSpace(c) || char.IsUpper(c)))
            context.Report(list, FindingCodes.StepColumn, "Columns are listed in lower case, parted by commas without spaces.");
        foreach (var name in XmlValues.List(list.Value).Where(name => !context.MayHaveColumn(table, name) && !context.IsImageId(table, name)))
            context.Report(list, FindingCodes.StepColumn, $"The step names the column '{name}', which '{table}' does not have.");
        foreach (var twice in XmlValues.List(list.Value).GroupBy(name => name).Where(group => group.Count() > 1))
            context.Report(list, FindingCodes.StepColumn, $"The step names the column '{twice.Key}' more than once.");
    }

    private static void CheckImage(CheckContext context, XElement step, XElement image, string? table, string? message)
    {
        CheckColumns(context, image.Element("Attributes"), table);
        if (message is "Associate" or "Disassociate" or "GrantAccess" or "ModifyAccess" or "RevokeAccess")
            context.Report(image, FindingCodes.StepImage, $"The step has an image, which a step of '{message}' cannot have.");
        var type = image.Int("ImageType");
        var alias = image.Text("EntityAlias");
        if (type is not (0 or 1 or 2))
            context.Report(image, FindingCodes.StepImage, $"The image '{alias}' has the type '{image.Text("ImageType")}'; it is 0 (before), 1 (after) or 2 (both).");
        if (string.IsNullOrEmpty(alias))
            context.Report(image, FindingCodes.StepImage, "The image has no 'EntityAlias'.");
        if (message == "Create" && type is 0 or 2)
            context.Report(image, FindingCodes.StepImage, $"The image '{alias}' shows the row before its creation, where there is none.");
        if (message == "Delete" && type is 1 or 2)
            context.Report(image, FindingCodes.StepImage, $"The image '{alias}' shows the row after its deletion, where there is none.");
        if (type is 1 or 2 && step.Int("Stage") != 40)
            context.Report(image, FindingCodes.StepImage, $"The image '{alias}' shows the row afterwards, which only stage 40 has.");
        var expected = message switch
        {
            "Create" => "id",
            "Update" or "Delete" or "Assign" => "Target",
            "SetState" or "SetStateDynamicEntity" => "EntityMoniker",
            _ => null,
        };
        if (expected != null && !string.Equals(image.Text("MessagePropertyName"), expected, StringComparison.OrdinalIgnoreCase))
            context.Report(image, FindingCodes.StepImage, $"The image '{alias}' is of the property '{image.Text("MessagePropertyName")}'; for {message} it is '{expected}'.");
        foreach (var other in step.At("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage").TakeWhile(other => other != image))
        {
            if (other.Text("EntityAlias") == alias && other.Text("ImageType") == image.Text("ImageType"))
                context.Report(image, FindingCodes.StepImage, $"The step has more than one image called '{alias}'.");
        }
    }
}
