using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;

namespace Sandbox.Pipeline;

/// <summary>The context of an asynchronous step as text and back.</summary>
internal static class ContextSerializer
{
    public static string Write(PluginContext context) => Context(context).ToJsonString();

    public static PluginContext Read(string text) => Context(JsonNode.Parse(text)!.AsObject());

    private static JsonObject Context(IPluginExecutionContext context) => new()
    {
        ["message"] = context.MessageName,
        ["table"] = context.PrimaryEntityName,
        ["id"] = context.PrimaryEntityId,
        ["stage"] = context.Stage,
        ["mode"] = context.Mode,
        ["depth"] = context.Depth,
        ["user"] = context.UserId,
        ["initiating"] = context.InitiatingUserId,
        ["unit"] = context.BusinessUnitId,
        ["organization"] = context.OrganizationId,
        ["organizationName"] = context.OrganizationName,
        ["correlation"] = context.CorrelationId,
        ["operation"] = context.OperationId,
        ["created"] = context.OperationCreatedOn,
        ["input"] = Pairs(context.InputParameters),
        ["output"] = Pairs(context.OutputParameters),
        ["shared"] = Pairs(context.SharedVariables),
        ["pre"] = Images(context.PreEntityImages),
        ["post"] = Images(context.PostEntityImages),
        ["bulkPre"] = Bulk((context as PluginContext)?.BulkPreImages),
        ["bulkPost"] = Bulk((context as PluginContext)?.BulkPostImages),
        ["parent"] = context.ParentContext is { } parent ? Context(parent) : null,
    };

    private static PluginContext Context(JsonObject json) => new()
    {
        MessageName = (string)json["message"]!,
        PrimaryEntityName = (string)json["table"]!,
        PrimaryEntityId = (Guid)json["id"]!,
        Stage = (int)json["stage"]!,
        Mode = (int)json["mode"]!,
        Depth = (int)json["depth"]!,
        UserId = (Guid)json["user"]!,
        InitiatingUserId = (Guid)json["initiating"]!,
        BusinessUnitId = (Guid)json["unit"]!,
        OrganizationId = (Guid)json["organization"]!,
        OrganizationName = (string)json["organizationName"]!,
        CorrelationId = (Guid)json["correlation"]!,
        OperationId = (Guid)json["operation"]!,
        OperationCreatedOn = (DateTime?)json["created"] ?? default,
        IsInTransaction = false,
        InputParameters = Parameters(json["input"]!),
        OutputParameters = Parameters(json["output"]!),
        SharedVariables = Parameters(json["shared"]!),
        PreEntityImages = Images(json["pre"]!),
        PostEntityImages = Images(json["post"]!),
        BulkPreImages = Bulk(json["bulkPre"]),
        BulkPostImages = Bulk(json["bulkPost"]),
        ParentContext = json["parent"] is JsonObject parent ? Context(parent) : null,
    };

    private static JsonObject Pairs(IEnumerable<KeyValuePair<string, object>> pairs)
    {
        var json = new JsonObject();
        foreach (var (name, value) in pairs) json[name] = Value(value);
        return json;
    }

    private static JsonObject Images(EntityImageCollection images)
    {
        var json = new JsonObject();
        foreach (var (alias, row) in images) json[alias] = Row(row);
        return json;
    }

    private static EntityImageCollection Images(JsonNode json)
    {
        var images = new EntityImageCollection();
        foreach (var (alias, row) in json.AsObject()) images[alias] = Row(row!);
        return images;
    }

    private static JsonArray? Bulk(EntityImageCollection[]? images) => images is null ? null : new JsonArray([.. images.Select(Images)]);

    private static EntityImageCollection[]? Bulk(JsonNode? json) => json is JsonArray images ? [.. images.Select(each => Images(each!))] : null;

    private static ParameterCollection Parameters(JsonNode json)
    {
        var parameters = new ParameterCollection();
        foreach (var (name, value) in json.AsObject()) parameters[name] = Value(value);
        return parameters;
    }

    // Each value goes with its type, because a number alone does not say which of five it is.
    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => Typed("string", text),
        bool flag => Typed("bool", flag),
        int number => Typed("int", number),
        long number => Typed("long", number),
        decimal number => Typed("decimal", number.ToString(CultureInfo.InvariantCulture)),
        double number => Typed("double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTime time => Typed("time", time.ToString("O", CultureInfo.InvariantCulture)),
        Guid id => Typed("guid", id),
        byte[] bytes => Typed("bytes", Convert.ToBase64String(bytes)),
        Enum number => Typed("int", Convert.ToInt32(number, CultureInfo.InvariantCulture)),
        OptionSetValue option => Typed("option", option.Value),
        OptionSetValueCollection options => Typed("options", new JsonArray([.. options.Select(option => (JsonNode)option.Value)])),
        Money money => Typed("money", money.Value.ToString(CultureInfo.InvariantCulture)),
        EntityReference reference => Typed("reference", new JsonObject { ["table"] = reference.LogicalName, ["id"] = reference.Id, ["name"] = reference.Name }),
        EntityReferenceCollection references => Typed("references", new JsonArray([.. references.Select(reference => Value(reference))])),
        Relationship relationship => Typed("relationship", Relation(relationship)),
        PrincipalAccess access => Typed("access", new JsonObject { ["principal"] = Value(access.Principal), ["mask"] = (int)access.AccessMask }),
        string[] texts => Typed("texts", new JsonArray([.. texts.Select(text => (JsonNode)text)])),
        Guid[] ids => Typed("guids", new JsonArray([.. ids.Select(id => (JsonNode)id)])),
        Entity row => Typed("row", Row(row)),
        EntityCollection rows => Typed("rows", new JsonArray([.. rows.Entities.Select(row => (JsonNode)Row(row))])),
        _ => throw new OrganizationFault(ErrorCodes.IsvUnexpected,
            $"A value of type '{value.GetType().FullName}' in the execution context cannot be serialised for an asynchronous step."),
    };

    private static JsonObject Typed(string type, JsonNode? value) => new() { [type] = value };

    public static object? Value(JsonNode? json)
    {
        if (json is null) return null;
        var (type, value) = json.AsObject().First();
        return type switch
        {
            "string" => (string)value!,
            "bool" => (bool)value!,
            "int" => (int)value!,
            "long" => (long)value!,
            "decimal" => decimal.Parse((string)value!, CultureInfo.InvariantCulture),
            "double" => double.Parse((string)value!, CultureInfo.InvariantCulture),
            "time" => DateTime.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "guid" => (Guid)value!,
            "bytes" => Convert.FromBase64String((string)value!),
            "option" => new OptionSetValue((int)value!),
            "options" => new OptionSetValueCollection([.. value!.AsArray().Select(option => new OptionSetValue((int)option!))]),
            "money" => new Money(decimal.Parse((string)value!, CultureInfo.InvariantCulture)),
            "reference" => new EntityReference((string)value!["table"]!, (Guid)value["id"]!) { Name = (string?)value["name"] },
            "references" => References(value!.AsArray()),
            "relationship" => Relation(value!),
            "access" => new PrincipalAccess((EntityReference)Value(value!["principal"])!, (AccessRights)(int)value["mask"]!),
            "texts" => value!.AsArray().Select(text => (string)text!).ToArray(),
            "guids" => value!.AsArray().Select(id => (Guid)id!).ToArray(),
            "row" => Row(value!),
            "rows" => new EntityCollection([.. value!.AsArray().Select(row => Row(row!))]),
            _ => throw new JsonException($"The stored context has a value of the unknown type '{type}'."),
        };
    }

    public static JsonObject Relation(Relationship relationship) =>
        new() { ["name"] = relationship.SchemaName, ["role"] = (int?)relationship.PrimaryEntityRole };

    public static Relationship Relation(JsonNode json) =>
        new((string)json["name"]!) { PrimaryEntityRole = (EntityRole?)(int?)json["role"] };

    private static EntityReferenceCollection References(JsonArray json)
    {
        var references = new EntityReferenceCollection();
        references.AddRange(json.Select(reference => (EntityReference)Value(reference)!));
        return references;
    }

    private static JsonObject Row(Entity row) => new()
    {
        ["table"] = row.LogicalName,
        ["id"] = row.Id,
        ["values"] = Pairs(row.Attributes),
    };

    private static Entity Row(JsonNode json)
    {
        var row = new Entity((string)json["table"]!, (Guid)json["id"]!);
        foreach (var (name, value) in json["values"]!.AsObject()) row[name] = Value(value);
        return row;
    }
}
