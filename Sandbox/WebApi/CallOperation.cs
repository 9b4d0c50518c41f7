using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

namespace Sandbox.WebApi;

/// <summary>Actions and functions: custom APIs and messages of the platform.</summary>
internal static class CallOperation
{
    public static WebApiResponse Run(WebApiRequest request, ODataQuery query) => Prepare(request, query).Run(request);

    /// <summary>The action that a request of a change set calls; null when it asks for something else.</summary>
    public static PreparedWrite? PrepareAction(WebApiRequest request, ODataQuery query) =>
        query.Path.LastSegment is OperationSegment or OperationImportSegment ? Prepare(request, query) : null;

    private static PreparedWrite Prepare(WebApiRequest request, ODataQuery query)
    {
        query.AllowOnly();
        var (operation, arguments) = query.Path.LastSegment switch
        {
            OperationSegment bound => (bound.Operations.First(), bound.Parameters),
            OperationImportSegment import => (import.OperationImports.First().Operation, import.Parameters),
            _ => throw WebApiException.NotSupported($"The path '{request.Path}'"),
        };
        var schema = request.Schema.Operation(operation);
        if (request.Method != (schema.IsFunction ? HttpMethods.Get : HttpMethods.Post))
            throw WebApiException.NoOperation(new Uri(request.ServiceRoot, request.Path));
        var call = new OrganizationRequest(schema.Name);
        if (schema.Binding == OperationBinding.Row)
            call["Target"] = RowPath.TargetOf(query)!;
        if (schema.IsFunction)
            ReadArguments(request, query, schema, [.. arguments], call);
        else
            ReadBody(request, query, schema, call);
        return new(call, response => Answer(request, schema, response));
    }

    private static void ReadBody(WebApiRequest request, ODataQuery query, OperationSchema schema, OrganizationRequest call)
    {
        using var json = request.Body.IsEmpty ? JsonDocument.Parse("{}") : PayloadReader.Parse(request, set: null);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            var parameter = schema.Parameters.FirstOrDefault(each => each.Name == member.Name)
                ?? throw WebApiException.BadPayload(null, $"The parameter '{member.Name}' in the request payload is not a valid parameter for the operation '{schema.Name}'.");
            if (member.Value.ValueKind != JsonValueKind.Null)
                call[parameter.Name] = Read(request, query, schema, parameter, member.Value);
        }

        RequireAll(schema, call);
    }

    private static void ReadArguments(
        WebApiRequest request, ODataQuery query, OperationSchema schema, IReadOnlyList<OperationSegmentParameter> arguments, OrganizationRequest call)
    {
        foreach (var argument in arguments)
        {
            var parameter = schema.Parameters.First(each => each.Name == argument.Name);
            var node = argument.Value;
            while (node is ConvertNode convert)
                node = convert.Source;
            var text = node is ParameterAliasNode alias ? AliasText(query, alias) : ((node as ConstantNode)?.LiteralText ?? "null");
            if (text == "null")
                continue;
            using var json = JsonOf(schema, parameter, text);
            call[parameter.Name] = Read(request, query, schema, parameter, json.RootElement);
        }

        RequireAll(schema, call);
    }

    private static string AliasText(ODataQuery query, ParameterAliasNode alias) =>
        query.Options.TryGetValue(alias.Alias, out var text)
            ? text
            : throw WebApiException.BadQuery($"The parameter alias '{alias.Alias}' has no value.");

    /// <summary>A literal of a URL as JSON: texts stand in single quotes there, ids and dates in none.</summary>
    private static JsonDocument JsonOf(OperationSchema schema, OperationParameter parameter, string text)
    {
        if (parameter.Type == OperationType.Sdk && text.EndsWith('\'') && text.IndexOf('\'', StringComparison.Ordinal) is var quote && quote < text.Length - 1)
            text = text[quote..];
        if (parameter.Type == OperationType.StringArray && !text.Contains('"', StringComparison.Ordinal))
            text = text.Replace('\'', '"');
        var isBare = parameter.Type is OperationType.Guid or OperationType.DateTime;
        var json = text.StartsWith('{') ? DoubleQuoted(text) : text.Length >= 2 && text[0] == '\'' && text[^1] == '\''
            ? JsonSerializer.Serialize(text[1..^1].Replace("''", "'", StringComparison.Ordinal))
            : isBare ? JsonSerializer.Serialize(text) : text;
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw WebApiException.BadQuery($"'{text}' is no value for the parameter '{parameter.Name}' of '{schema.Name}'.");
        }
    }

    /// <summary>JSON whose texts stand in single quotes, as in the addresses that the platform's documentation shows, in double ones.</summary>
    private static string DoubleQuoted(string text)
    {
        var json = new StringBuilder(text.Length);
        char? quote = null;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (quote is null)
            {
                if (character is '\'' or '"') quote = character;
                json.Append(character == '\'' ? '"' : character);
            }
            else if (character == '\\' && at + 1 < text.Length)
            {
                at++;
                json.Append(text[at] == '\'' ? "" : "\\").Append(text[at]);
            }
            else if (character == quote)
            {
                quote = null;
                json.Append('"');
            }
            else
            {
                json.Append(character == '"' ? "\\\"" : character.ToString());
            }
        }

        return json.ToString();
    }

    private static void RequireAll(OperationSchema schema, OrganizationRequest call)
    {
        foreach (var parameter in schema.Parameters)
        {
            if (!parameter.IsOptional && !call.Parameters.Contains(parameter.Name))
            {
                throw new WebApiException(
                    StatusCodes.Status400BadRequest,
                    ErrorCodes.InvalidArgument,
                    $"The parameter '{parameter.Name}' of '{schema.Name}' is missing.");
            }
        }
    }

    private static object Read(
        WebApiRequest request, ODataQuery query, OperationSchema schema, OperationParameter parameter, JsonElement json)
    {
        try
        {
            return parameter.Type switch
            {
                OperationType.Boolean => json.GetBoolean(),
                OperationType.DateTime => DateTime.Parse(
                    json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                OperationType.Decimal => json.GetDecimal(),
                OperationType.Money => new Money(json.GetDecimal()),
                OperationType.Float => json.GetDouble(),
                OperationType.Integer => json.GetInt32(),
                OperationType.BigInteger => json.GetInt64(),
                OperationType.Picklist => new OptionSetValue(json.GetInt32()),
                OperationType.String => json.GetString()!,
                OperationType.StringArray => json.EnumerateArray().Select(each => each.GetString()!).ToArray(),
                OperationType.Guid => json.GetGuid(),
                OperationType.GuidArray => json.EnumerateArray().Select(each => each.GetGuid()).ToArray(),
                OperationType.Binary => json.GetBytesFromBase64(),
                OperationType.Entity => ReadRow(request, parameter, json, TableOf(query, schema, parameter)),
                OperationType.EntityReference => ReadReference(request, parameter, json, TableOf(query, schema, parameter)),
                OperationType.PrincipalAccess => ReadAccess(request, parameter, json),
                OperationType.PagingInfo => AuditTypes.ReadPaging(json),
                OperationType.Sdk when parameter.Sdk is { IsEnum: true } type => Enum.TryParse(type, json.GetString(), out var member) ? member : throw new FormatException(),
                OperationType.EntityCollection => ReadRows(request, parameter, json, TableOf(query, schema, parameter)),
                _ => throw WebApiException.NotSupported($"The type of the parameter '{parameter.Name}'"),
            };
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or OverflowException)
        {
            throw WebApiException.BadPayload(
                null, $"Cannot convert the value of the parameter '{parameter.Name}' of '{schema.Name}' to the expected type '{parameter.Type}'.");
        }
    }

    /// <summary>The table of a row that does not say its own: the parameter's, else the one the operation is called on.</summary>
    private static string? TableOf(ODataQuery query, OperationSchema schema, OperationParameter parameter) =>
        parameter.Table ?? (schema.Binding == OperationBinding.Collection && query.Path.FirstSegment is EntitySetSegment set
            ? query.Schema.Set(set.EntitySet.Name)!.Table.LogicalName
            : null);

    private static EntityCollection ReadRows(WebApiRequest request, OperationParameter parameter, JsonElement json, string? table)
    {
        var rows = new EntityCollection { EntityName = table };
        foreach (var each in json.EnumerateArray())
            rows.Entities.Add(ReadRow(request, parameter, each, table));
        return rows;
    }

    private static Entity ReadRow(WebApiRequest request, OperationParameter parameter, JsonElement json, string? table) =>
        new PayloadReader(request).Read(json, EntityOf(request, parameter, json, table), isNew: true);

    private static EntityReference ReadReference(WebApiRequest request, OperationParameter parameter, JsonElement json, string? table)
    {
        if (json.TryGetProperty("@odata.id", out var address))
            return new PayloadReader(request).ReadAddress(address.GetString() ?? "");
        var entity = EntityOf(request, parameter, json, table);
        return json.TryGetProperty(entity.Key.Name, out var id) && id.TryGetGuid(out var guid)
            ? new EntityReference(entity.Table.LogicalName, guid)
            : throw WebApiException.BadPayload(null, $"The row of the parameter '{parameter.Name}' needs '@odata.id', or '@odata.type' with '{entity.Key.Name}'.");
    }

    private static PrincipalAccess ReadAccess(WebApiRequest request, OperationParameter parameter, JsonElement json) =>
        json.TryGetProperty(nameof(PrincipalAccess.Principal), out var principal)
        && json.TryGetProperty(nameof(PrincipalAccess.AccessMask), out var mask) && Enum.TryParse<AccessRights>(mask.GetString(), out var rights)
            ? new PrincipalAccess(ReadReference(request, parameter, principal, table: null), rights)
            : throw new FormatException();

    private static EntitySchema EntityOf(WebApiRequest request, OperationParameter parameter, JsonElement json, string? table)
    {
        if (json.TryGetProperty("@odata.type", out var type) && type.GetString() is { } name)
            table = name.TrimStart('#')[(name.TrimStart('#').LastIndexOf('.') + 1)..];
        return (table is null ? null : request.Schema.Table(table))
            ?? throw WebApiException.BadPayload(null, $"The row of the parameter '{parameter.Name}' needs '@odata.type' with the name of a table.");
    }

    private static WebApiResponse Answer(WebApiRequest request, OperationSchema schema, OrganizationResponse response)
    {
        if (schema.Results.Count == 0)
            return WebApiResponse.Empty();
        if (schema.AnswersRows)
            return AnswerRows(request, response.Results.TryGetValue(schema.Results[0].Name, out var rows) ? rows : null);
        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfType(request, $"{WebApiSchema.Namespace}.{schema.Name}Response"));
            foreach (var result in schema.Results)
            {
                if (!response.Results.TryGetValue(result.Name, out var value))
                    continue;
                writer.WritePropertyName(result.Name);
                if (result.Type == OperationType.Sdk)
                    SdkTypes.Write(writer, Served(request, value));
                else
                    WriteResult(request, writer, value);
            }

            writer.WriteEndObject();
        });
    }

    // The organization does not know its address; who serves it does.
    private static object Served(WebApiRequest request, object value)
    {
        if (value is OrganizationDetail detail)
            detail.Endpoints[EndpointType.WebApplication] = request.ServiceRoot.GetLeftPart(UriPartial.Authority) + "/";
        return value;
    }

    private static WebApiResponse AnswerRows(WebApiRequest request, object? rows) => rows switch
    {
        null => WebApiResponse.Empty(),
        Entity row when ShapeOf(request, row) is { } shape => WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfRow(request, shape));
            new RowWriter(request).WriteMembers(writer, new Row(row), shape);
            writer.WriteEndObject();
        }),
        _ => WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfType(request, $"Collection({WebApiSchema.Namespace}.crmbaseentity)"));
            writer.WritePropertyName("value");
            WriteResult(request, writer, rows);
            writer.WriteEndObject();
        }),
    };

    private static void WriteResult(WebApiRequest request, Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case Entity row when ShapeOf(request, row) is { } shape:
                new RowWriter(request).Write(writer, new Row(row), shape);
                break;
            case EntityCollection rows:
                writer.WriteStartArray();
                foreach (var row in rows.Entities)
                    WriteResult(request, writer, row);
                writer.WriteEndArray();
                break;
            case EntityReference reference when request.Schema.Table(reference.LogicalName) is not null:
                WriteReference(request, writer, reference);
                break;
            case AuditDetail detail:
                AuditTypes.Write(request, writer, detail);
                break;
            case AuditDetailCollection history:
                AuditTypes.Write(request, writer, history);
                break;
            default:
                RowWriter.WriteValue(writer, value, column: null);
                break;
        }
    }

    /// <summary>Writes which row is meant.</summary>
    public static void WriteReference(WebApiRequest request, Utf8JsonWriter writer, EntityReference reference)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.type", $"#{WebApiSchema.Namespace}.{reference.LogicalName}");
        if (request.Schema.Table(reference.LogicalName) is { } target)
            writer.WriteString(target.Key.Name, reference.Id);
        writer.WriteEndObject();
    }

    /// <summary>The columns that a returned row carries.</summary>
    private static RowShape? ShapeOf(WebApiRequest request, Entity row) => request.Schema.Table(row.LogicalName) is { } entity
        ? new(entity, [.. entity.Properties.Where(property => row.Contains(property.Attribute))], [], [])
        : null;
}
