using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>Reads the JSON of a row into an <c>Entity</c>, typed by the model.</summary>
internal sealed class PayloadReader(WebApiRequest request)
{
    private const string Bind = "@odata.bind";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The body as a JSON object.</summary>
    public static JsonDocument Parse(WebApiRequest request, string? set)
    {
        var type = request.Header("Content-Type");
        if (type is not null && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new WebApiException(
                StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidArgument, $"The content type '{type}' is not supported. Send application/json.");
        }

        if (request.Body.IsEmpty)
            throw WebApiException.BadPayload(set, "The request has no body.");
        try
        {
            CheckTexts(request.Body.Span, set);
            var document = JsonDocument.Parse(request.Body, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException problem)
        {
            throw WebApiException.BadPayload(set, problem.Message);
        }

        throw WebApiException.BadPayload(set, "The body is no JSON object.");
    }

    /// <summary>Reads a row.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="schema">Its table.</param>
    /// <param name="isNew">Whether it is created, which may create its children with it.</param>
    public Entity Read(JsonElement json, EntitySchema schema, bool isNew)
    {
        var entity = new Entity(schema.Table.LogicalName);
        foreach (var member in json.EnumerateObject())
        {
            var name = member.Name;
            var at = name.IndexOf('@', StringComparison.Ordinal);
            if (at >= 0)
            {
                if (name.EndsWith(Bind, StringComparison.Ordinal))
                    ReadBind(entity, schema, name[..^Bind.Length], member.Value, isNew);
                continue;
            }

            if (schema.ByName.TryGetValue(name, out var property))
                ReadProperty(entity, schema, property, member.Value);
            else if (schema.Navigations.TryGetValue(name, out var navigation))
                ReadNavigation(entity, schema, navigation, member.Value, isNew);
            else
                throw WebApiException.UnknownProperty(name, schema.Type.FullTypeName());
        }

        return entity;
    }

    /// <summary>The value of one property.</summary>
    public static object? ReadValue(JsonElement json, EntitySchema schema, PropertySchema property)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        try
        {
            return Convert(json, property.Column);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or OverflowException)
        {
            throw WebApiException.BadPayload(
                schema.Table.EntitySetName,
                $"Cannot convert the literal '{Excerpt(json)}' to the expected type '{schema.Type.FindProperty(property.Name).Type.FullName()}' of the property '{property.Name}'.");
        }
    }

    /// <summary>The row an address or a key names: <c>/rdy_offers(id)</c>, relative or absolute.</summary>
    public EntityReference ReadAddress(string address)
    {
        var root = request.ServiceRoot.ToString();
        var relative = address.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? address[root.Length..] : address.TrimStart('/');
        if (relative.StartsWith(request.ServiceRoot.AbsolutePath.TrimStart('/'), StringComparison.OrdinalIgnoreCase))
            relative = relative[(request.ServiceRoot.AbsolutePath.Length - 1)..];

        // The usual form, without a parser.
        var open = relative.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && relative.EndsWith(')') && request.Schema.Set(relative[..open]) is { } entity
            && Guid.TryParse(relative.AsSpan(open + 1, relative.Length - open - 2), out var id))
            return new EntityReference(entity.Table.LogicalName, id);
        var query = ODataQuery.Parse(request.Schema, request.ServiceRoot, relative, "");
        return query.Path.Count == 2 && RowPath.TargetOf(query) is { } target
            ? target
            : throw WebApiException.BadPayload(null, $"'{address}' is not the address of a row.");
    }

    /// <summary>Refuses names and texts with broken UTF-8 or half a surrogate pair, which no column can hold and the JSON reader only finds when it is asked for them.</summary>
    private static void CheckTexts(ReadOnlySpan<byte> body, string? set)
    {
        if (Utf8.IsValid(body) && body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0)
            return;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
                continue;
            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw WebApiException.BadPayload(set, string.Create(CultureInfo.InvariantCulture, $"The text at byte {reader.TokenStartIndex} of the body is no well-formed Unicode."));
            }
        }
    }

    private static void ReadProperty(Entity entity, EntitySchema schema, PropertySchema property, JsonElement json)
    {
        if (property.IsLookup)
        {
            throw WebApiException.BadPayload(
                schema.Table.EntitySetName,
                $"CRM do not support direct update of Entity Reference properties, Use Navigation properties instead: '{property.Name}'.");
        }

        var value = ReadValue(json, schema, property);
        if (property.Column.Type == ColumnType.PrimaryKey)
        {
            if (value is Guid id)
                entity.Id = id;
            return;
        }

        entity[property.Attribute] = value;
    }

    private void ReadBind(Entity entity, EntitySchema schema, string name, JsonElement json, bool isNew)
    {
        var navigation = NavigationOf(schema, name);
        if (navigation.IsCollection)
        {
            ReadBinds(entity, schema, navigation, json, isNew);
            return;
        }

        if (json.ValueKind == JsonValueKind.Null)
        {
            entity[navigation.Column] = null;
            return;
        }

        if (json.ValueKind != JsonValueKind.String)
            throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{name}{Bind}' must be the address of a row, such as '/accounts(00000000-0000-0000-0000-000000000001)'.");
        var target = ReadAddress(TextOf(json));
        var column = schema.Table.Columns[navigation.Column];
        if (navigation.Target is { } expected ? target.LogicalName != expected : column.Targets.Count > 0 && !column.Targets.Contains(target.LogicalName))
        {
            throw WebApiException.BadPayload(
                schema.Table.EntitySetName, $"'{name}{Bind}' cannot point at a row of '{target.LogicalName}'.");
        }

        entity[navigation.Column] = target;
    }

    /// <summary>Rows that are there and are tied to the new one (DP/webapi/create-entity-web-api, "associate on create").</summary>
    private void ReadBinds(Entity entity, EntitySchema schema, NavigationSchema navigation, JsonElement json, bool isNew)
    {
        var name = navigation.Name + Bind;
        if (!isNew)
            throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{name}': rows can be added to a collection only while the row is created. Send POST '{navigation.Name}/$ref' for each.");
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.String))
            throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{name}' must be an array of addresses of rows, such as ['/accounts(00000000-0000-0000-0000-000000000001)'].");
        foreach (var target in json.EnumerateArray().Select(one => ReadAddress(TextOf(one))))
        {
            if (target.LogicalName != navigation.Target)
                throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{name}' cannot point at a row of '{target.LogicalName}'.");
            RelatedOf(entity, navigation).Entities.Add(new Entity(target.LogicalName, target.Id) { KeyAttributes = target.KeyAttributes, EntityState = EntityState.Unchanged });
        }
    }

    private static EntityCollection RelatedOf(Entity entity, NavigationSchema navigation)
    {
        var relationship = navigation.AsRelationship();
        if (!entity.RelatedEntities.TryGetValue(relationship, out var rows))
            entity.RelatedEntities[relationship] = rows = new EntityCollection { EntityName = navigation.Target };
        return rows;
    }

    private void ReadNavigation(Entity entity, EntitySchema schema, NavigationSchema navigation, JsonElement json, bool isNew)
    {
        if (!navigation.IsCollection && json.ValueKind == JsonValueKind.Null)
        {
            entity[navigation.Column] = null;
            return;
        }

        if (!isNew)
            throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{navigation.Name}': rows can be created within another only while that is created.");
        if (!navigation.IsCollection)
        {
            ReadOne(entity, schema, navigation, json);
            return;
        }

        if (json.ValueKind != JsonValueKind.Array)
            throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{navigation.Name}' must be an array of new rows.");
        var target = request.Schema.Table(navigation.Target!)!;
        var children = RelatedOf(entity, navigation);
        foreach (var child in json.EnumerateArray())
        {
            if (child.ValueKind != JsonValueKind.Object)
                throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{navigation.Name}' must be an array of new rows.");
            children.Entities.Add(Read(child, target, isNew: true));
        }
    }

    /// <summary>The row of a lookup, created before the one that points at it (DP/webapi/create-entity-web-api, "deep insert").</summary>
    private void ReadOne(Entity entity, EntitySchema schema, NavigationSchema navigation, JsonElement json)
    {
        if (navigation.Relationship is not { } relationship || request.Schema.Table(navigation.Target ?? "") is not { } target)
            throw WebApiException.NotSupported($"Creating the row of '{navigation.Name}', which may lead to more than one table, within another");
        if (json.ValueKind != JsonValueKind.Object)
            throw WebApiException.BadPayload(schema.Table.EntitySetName, $"'{navigation.Name}' must be a new row.");
        entity.RelatedEntities[new Relationship(relationship.Name)] = new EntityCollection([Read(json, target, isNew: true)]) { EntityName = target.Table.LogicalName };
    }

    private static NavigationSchema NavigationOf(EntitySchema schema, string name) =>
        schema.Navigations.GetValueOrDefault(name)
        ?? throw WebApiException.BadPayload(
            schema.Table.EntitySetName, $"An undeclared property '{name}' which only has property annotations in the payload but no property value was found in the payload.");

    private static object? Convert(JsonElement json, ColumnModel column) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier or ColumnType.File => Guid.Parse(TextOf(json)),
        ColumnType.Integer => Number(json).GetInt32(),
        ColumnType.BigInteger => Number(json).GetInt64(),
        ColumnType.Decimal => Number(json).GetDecimal(),
        ColumnType.Float => Number(json).GetDouble(),
        ColumnType.Money => new Money(Number(json).GetDecimal()),
        ColumnType.Boolean => json.GetBoolean(),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue(Number(json).GetInt32()),
        ColumnType.Choices => OptionsOf(TextOf(json)),
        ColumnType.DateTime => DateOf(TextOf(json), column.DateBehavior),
        ColumnType.Image => json.GetBytesFromBase64(),
        _ => TextOf(json),
    };

    private static JsonElement Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number ? json : throw new FormatException();

    private static string TextOf(JsonElement json) => json.GetString() ?? throw new FormatException();

    private static OptionSetValueCollection? OptionsOf(string text)
    {
        var options = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(option => new OptionSetValue(int.Parse(option, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)))
            .ToList();
        return options.Count == 0 ? null : new OptionSetValueCollection(options);
    }

    private static DateTime DateOf(string text, int? behavior) => behavior == 2
        ? DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateTimeKind.Utc)
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal | DateTimeStyles.NoCurrentDateDefault);

    private static string Excerpt(JsonElement json)
    {
        var raw = json.GetRawText();
        return raw.Length <= 100 ? raw : raw[..100] + "...";
    }
}
