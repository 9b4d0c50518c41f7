using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Pipeline;

namespace Sandbox.Replay;

/// <summary>A request as text and back: what an execution context may hold, and what only requests carry.</summary>
internal static class RequestSerializer
{
    /// <exception cref="OrganizationFault">It holds a value that has no text.</exception>
    public static JsonObject Write(OrganizationRequest request) => new()
    {
        ["message"] = request.RequestName,
        ["parameters"] = Pairs(request.Parameters),
    };

    public static OrganizationRequest Read(JsonNode json)
    {
        var request = new OrganizationRequest((string)json["message"]!);
        foreach (var (name, value) in json["parameters"]!.AsObject()) request.Parameters[name] = Value(value)!;
        return request;
    }

    private static JsonObject Pairs(IEnumerable<KeyValuePair<string, object>> pairs)
    {
        var json = new JsonObject();
        foreach (var (name, value) in pairs) json[name] = Value(value);
        return json;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        Entity row => new JsonObject { ["row+"] = Row(row) },
        EntityCollection rows => new JsonObject { ["rows+"] = new JsonObject { ["table"] = rows.EntityName, ["rows"] = new JsonArray([.. rows.Entities.Select(Row)]) } },
        EntityReference reference => new JsonObject { ["reference+"] = Reference(reference) },
        EntityReferenceCollection references => new JsonObject { ["references+"] = new JsonArray([.. references.Select(Reference)]) },
        ColumnSet columns => new JsonObject { ["columns"] = columns.AllColumns ? null : new JsonArray([.. columns.Columns.Select(name => (JsonNode)name)]) },
        ExecuteMultipleSettings settings => new JsonObject
        {
            ["settings"] = new JsonObject { ["continue"] = settings.ContinueOnError, ["responses"] = settings.ReturnResponses },
        },
        OrganizationRequestCollection requests => new JsonObject { ["requests"] = new JsonArray([.. requests.Select(Write)]) },
        ConcurrencyBehavior behavior => new JsonObject { ["concurrency"] = (int)behavior },
        _ => ContextSerializer.Value(value),
    };

    private static object? Value(JsonNode? json)
    {
        if (json is null) return null;
        var (type, value) = json.AsObject().First();
        return type switch
        {
            "row+" => Row(value!),
            "rows+" => new EntityCollection([.. value!["rows"]!.AsArray().Select(row => Row(row!))]) { EntityName = (string?)value["table"] },
            "reference+" => Reference(value!),
            "references+" => References(value!.AsArray()),
            "columns" => value is null ? new ColumnSet(true) : new ColumnSet([.. value.AsArray().Select(name => (string)name!)]),
            "settings" => new ExecuteMultipleSettings { ContinueOnError = (bool)value!["continue"]!, ReturnResponses = (bool)value["responses"]! },
            "requests" => Requests(value!.AsArray()),
            "concurrency" => (ConcurrencyBehavior)(int)value!,
            _ => ContextSerializer.Value(json),
        };
    }

    private static JsonObject Row(Entity row) => new()
    {
        ["table"] = row.LogicalName,
        ["id"] = row.Id,
        ["version"] = row.RowVersion,
        ["state"] = (int?)row.EntityState,
        ["keys"] = Pairs(row.KeyAttributes),
        ["values"] = Pairs(row.Attributes),
        ["related"] = new JsonArray([.. row.RelatedEntities.Select(related => (JsonNode)new JsonObject
        {
            ["relationship"] = ContextSerializer.Relation(related.Key),
            ["rows"] = Value(related.Value),
        })]),
    };

    private static Entity Row(JsonNode json)
    {
        var row = new Entity((string?)json["table"], (Guid)json["id"]!) { RowVersion = (string?)json["version"], EntityState = (EntityState?)(int?)json["state"] };
        foreach (var (name, value) in json["keys"]!.AsObject()) row.KeyAttributes[name] = Value(value)!;
        foreach (var (name, value) in json["values"]!.AsObject()) row[name] = Value(value)!;
        foreach (var related in json["related"]!.AsArray()) row.RelatedEntities[ContextSerializer.Relation(related!["relationship"]!)] = (EntityCollection)Value(related["rows"])!;
        return row;
    }

    private static JsonObject Reference(EntityReference reference) => new()
    {
        ["table"] = reference.LogicalName,
        ["id"] = reference.Id,
        ["name"] = reference.Name,
        ["version"] = reference.RowVersion,
        ["keys"] = Pairs(reference.KeyAttributes),
    };

    private static EntityReference Reference(JsonNode json)
    {
        var reference = new EntityReference((string?)json["table"], (Guid)json["id"]!) { Name = (string?)json["name"], RowVersion = (string?)json["version"] };
        foreach (var (name, value) in json["keys"]!.AsObject()) reference.KeyAttributes[name] = Value(value)!;
        return reference;
    }

    private static EntityReferenceCollection References(JsonArray json)
    {
        var references = new EntityReferenceCollection();
        references.AddRange(json.Select(reference => Reference(reference!)));
        return references;
    }

    private static OrganizationRequestCollection Requests(JsonArray json)
    {
        var requests = new OrganizationRequestCollection();
        requests.AddRange(json.Select(request => Read(request!)));
        return requests;
    }
}
