using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>Metadata of tables and columns: <c>EntityDefinitions</c>, as far as clients ask for it to show rows.</summary>
internal static partial class EntityDefinitions
{
    private static readonly string[] TableExpansions = ["Attributes", "ManyToOneRelationships", "OneToManyRelationships", "Keys"];

    public static WebApiResponse Write(WebApiRequest request)
    {
        var match = PathPattern().Match(Uri.UnescapeDataString(request.Path));
        if (!match.Success)
            throw WebApiException.NotSupported($"The path '{request.Path}'");
        var options = ODataQuery.ReadOptions(request.Query);
        foreach (var option in options.Keys)
        {
            if (option is not ("$select" or "$expand" or "$filter"))
                throw WebApiException.BadQuery($"The query option '{option}' cannot be used on this resource.");
        }

        var scope = new Scope(request, Names(options, "$select"), Expansions(options));
        var table = match.Groups["table"];
        var filter = options.GetValueOrDefault("$filter");
        if (!table.Success)
        {
            var names = filter is null ? null : new[] { FilterName(filter) };
            return Many(scope, "EntityDefinitions", request.Schema.Entities.Where(each => names?.Contains(each.Table.LogicalName) ?? true), WriteTable);
        }

        var entity = request.Schema.Table(table.Value) ?? throw NotFound($"Could not find an entity with name {table.Value}");
        var kind = match.Groups["type"].Value;
        var column = match.Groups["column"];
        if (column.Success)
        {
            var found = entity.ByAttribute.GetValueOrDefault(column.Value);
            return found is not null && (kind.Length == 0 || kind == MetadataTypeOf(found.Column))
                ? One(scope, "EntityDefinitions/Attributes/$entity", found, WriteColumn)
                : throw NotFound($"Could not find an attribute with name {column.Value} of the entity {table.Value}");
        }

        if (!match.Groups["columns"].Success)
            return One(scope, "EntityDefinitions/$entity", entity, WriteTable);
        var wanted = filter is null ? null : FilterName(filter);
        return Many(
            scope,
            $"EntityDefinitions('{table.Value}')/Attributes",
            entity.Properties.Where(property =>
                (kind.Length == 0 || kind == MetadataTypeOf(property.Column)) && (wanted is null || wanted == property.Attribute)),
            WriteColumn);
    }

    private static WebApiException NotFound(string message) =>
        new(StatusCodes.Status404NotFound, ErrorCodes.ObjectDoesNotExist, message);

    private static WebApiResponse One<T>(Scope scope, string context, T item, Action<Utf8JsonWriter, Scope, T> write) =>
        WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfType(scope.Request, context));
            write(writer, scope, item);
            writer.WriteEndObject();
        });

    private static WebApiResponse Many<T>(Scope scope, string context, IEnumerable<T> items, Action<Utf8JsonWriter, Scope, T> write) =>
        WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfType(scope.Request, context));
            writer.WriteStartArray("value");
            foreach (var item in items)
            {
                writer.WriteStartObject();
                write(writer, scope, item);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WriteTable(Utf8JsonWriter writer, Scope scope, EntitySchema entity)
    {
        var table = entity.Table;
        scope.Text(writer, "LogicalName", table.LogicalName);
        scope.Text(writer, "SchemaName", table.SchemaName);
        scope.Text(writer, "EntitySetName", table.EntitySetName);
        scope.Text(writer, "LogicalCollectionName", table.EntitySetName);
        scope.Text(writer, "PrimaryIdAttribute", table.PrimaryId);
        scope.Text(writer, "PrimaryNameAttribute", table.PrimaryName);
        scope.Text(writer, "PrimaryImageAttribute", table.PrimaryImage);
        scope.Text(writer, "OwnershipType", table.IsUserOwned ? "UserOwned" : "OrganizationOwned");
        scope.Text(writer, "IconVectorName", table.Icon);
        scope.Flag(writer, "IsQuickCreateEnabled", table.HasQuickCreate);
        scope.Flag(writer, "EnforceStateTransitions", table.EnforcesStateTransitions);
        scope.Label(writer, "DisplayName", table.DisplayName);
        scope.Label(writer, "DisplayCollectionName", table.CollectionName);
        writer.WriteString("MetadataId", IdOf(table.LogicalName));
        foreach (var (name, inner) in scope.Expanded(TableExpansions))
        {
            writer.WriteStartArray(name);
            switch (name)
            {
                case "Attributes":
                    WriteAll(writer, inner, entity.Properties, WriteColumn);
                    break;
                case "Keys":
                    WriteAll(writer, inner, table.Keys, WriteKey);
                    break;
                case "ManyToOneRelationships":
                    WriteAll(writer, inner, scope.Request.Schema.Organization.ManyToOneOf(table.LogicalName).Where(each => each.IntersectTable is null), WriteRelationship);
                    break;
                default:
                    WriteAll(writer, inner, scope.Request.Schema.Organization.OneToManyOf(table.LogicalName).Where(each => each.IntersectTable is null), WriteRelationship);
                    break;
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteColumn(Utf8JsonWriter writer, Scope scope, PropertySchema property)
    {
        var column = property.Column;
        writer.WriteString("@odata.type", "#Microsoft.Dynamics.CRM." + MetadataTypeOf(column));
        scope.Text(writer, "LogicalName", column.LogicalName);
        scope.Text(writer, "SchemaName", column.SchemaName);
        scope.Text(writer, "AttributeType", AttributeTypeOf(column));
        if (scope.Wants("AttributeTypeName"))
        {
            writer.WriteStartObject("AttributeTypeName");
            writer.WriteString("Value", column.Type switch
            {
                ColumnType.Choices => "MultiSelectPicklistType",
                ColumnType.Image => "ImageType",
                ColumnType.File => "FileType",
                _ => AttributeTypeOf(column) + "Type",
            });
            writer.WriteEndObject();
        }

        scope.Label(writer, "DisplayName", column.DisplayName);
        if (scope.Wants("RequiredLevel"))
        {
            writer.WriteStartObject("RequiredLevel");
            writer.WriteString("Value", column.RequiredLevel switch
            {
                "required" => "ApplicationRequired",
                "systemrequired" => "SystemRequired",
                "recommended" => "Recommended",
                _ => "None",
            });
            writer.WriteEndObject();
        }

        scope.Flag(writer, "IsValidForCreate", column.ValidForCreate);
        scope.Flag(writer, "IsValidForUpdate", column.ValidForUpdate);
        scope.Flag(writer, "IsValidForRead", column.ValidForRead);
        scope.Flag(writer, "IsPrimaryId", column.Type == ColumnType.PrimaryKey);
        scope.Flag(writer, "IsCustomAttribute", column.IsCustom);
        WriteLimits(writer, scope, column);
        if (column.Targets.Count > 0 && scope.Wants("Targets"))
        {
            writer.WriteStartArray("Targets");
            foreach (var target in column.Targets)
                writer.WriteStringValue(target);
            writer.WriteEndArray();
        }

        if (column.Choice is { } choice)
            WriteOptions(writer, scope, column, choice);
        writer.WriteString("MetadataId", IdOf(column.LogicalName));
    }

    private static void WriteLimits(Utf8JsonWriter writer, Scope scope, ColumnModel column)
    {
        if (column.MaxLength is { } length && scope.Wants("MaxLength"))
            writer.WriteNumber("MaxLength", length);
        var isFile = column.Type is ColumnType.Image or ColumnType.File;
        if (column.MinValue is { } least && scope.Wants("MinValue"))
            writer.WriteNumber("MinValue", least);
        if (column.MaxValue is { } most && scope.Wants(isFile ? "MaxSizeInKB" : "MaxValue"))
            writer.WriteNumber(isFile ? "MaxSizeInKB" : "MaxValue", most);
        if (column.Accuracy is { } precision && scope.Wants("Precision"))
            writer.WriteNumber("Precision", precision);
        if (column.Type == ColumnType.Image)
            scope.Flag(writer, "CanStoreFullImage", column.CanStoreFullImage);
    }

    private static void WriteOptions(Utf8JsonWriter writer, Scope scope, ColumnModel column, ChoiceModel choice)
    {
        if (!scope.Wants("OptionSet"))
            return;
        writer.WriteStartObject("OptionSet");
        writer.WriteString("Name", choice.Name);
        writer.WriteBoolean("IsGlobal", choice.IsGlobal);
        if (column.Type == ColumnType.Boolean)
        {
            foreach (var option in choice.Options)
            {
                writer.WritePropertyName(option.Value == 0 ? "FalseOption" : "TrueOption");
                WriteOption(writer, scope, option);
            }
        }
        else
        {
            writer.WriteStartArray("Options");
            foreach (var option in choice.Options)
                WriteOption(writer, scope, option);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter writer, Scope scope, OptionModel option)
    {
        writer.WriteStartObject();
        writer.WriteNumber("Value", option.Value);
        writer.WritePropertyName("Label");
        scope.WriteLabel(writer, option.Label);
        writer.WriteString("Color", option.Color);
        if (option.State is { } state)
            writer.WriteNumber("State", state);
        if (option.DefaultStatus is { } status)
            writer.WriteNumber("DefaultStatus", status);
        writer.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter writer, Scope scope, KeyModel key)
    {
        scope.Text(writer, "LogicalName", key.LogicalName);
        scope.Label(writer, "DisplayName", key.DisplayName);
        writer.WriteStartArray("KeyAttributes");
        foreach (var column in key.Columns)
            writer.WriteStringValue(column);
        writer.WriteEndArray();
    }

    private static void WriteRelationship(Utf8JsonWriter writer, Scope scope, RelationshipModel relationship)
    {
        scope.Text(writer, "SchemaName", relationship.Name);
        scope.Text(writer, "ReferencedEntity", relationship.ReferencedTable);
        scope.Text(writer, "ReferencedAttribute", scope.Request.Schema.Table(relationship.ReferencedTable)?.Table.PrimaryId);
        scope.Text(writer, "ReferencedEntityNavigationPropertyName", relationship.CollectionNavigation);
        scope.Text(writer, "ReferencingEntity", relationship.ReferencingTable);
        scope.Text(writer, "ReferencingAttribute", relationship.ReferencingColumn);
        scope.Text(writer, "ReferencingEntityNavigationPropertyName", relationship.LookupNavigation);
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, Scope scope, IEnumerable<T> items, Action<Utf8JsonWriter, Scope, T> write)
    {
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, scope, item);
            writer.WriteEndObject();
        }
    }

    private static string AttributeTypeOf(ColumnModel column) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => "Uniqueidentifier",
        ColumnType.Text => "String",
        ColumnType.Integer => "Integer",
        ColumnType.BigInteger => "BigInt",
        ColumnType.Float => "Double",
        ColumnType.Choice => "Picklist",
        ColumnType.Choices or ColumnType.Image or ColumnType.File => "Virtual",
        var other => other.ToString(),
    };

    private static string MetadataTypeOf(ColumnModel column) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => "UniqueIdentifierAttributeMetadata",
        ColumnType.Text => "StringAttributeMetadata",
        ColumnType.BigInteger => "BigIntAttributeMetadata",
        ColumnType.Float => "DoubleAttributeMetadata",
        ColumnType.Choice => "PicklistAttributeMetadata",
        ColumnType.Choices => "MultiSelectPicklistAttributeMetadata",
        ColumnType.Owner or ColumnType.Customer => "LookupAttributeMetadata",
        var other => other + "AttributeMetadata",
    };

    /// <summary>A metadata id that is the same wherever a solution is imported: the platform's differ by environment.</summary>
    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static string FilterName(string filter)
    {
        var match = FilterPattern().Match(filter);
        return match.Success ? match.Groups["name"].Value : throw WebApiException.NotSupported($"'$filter={filter}' on EntityDefinitions");
    }

    private static HashSet<string>? Names(IReadOnlyDictionary<string, string> options, string option) =>
        options.TryGetValue(option, out var value)
            ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>What is expanded, with the <c>$select</c> within: <c>Attributes($select=LogicalName),Keys</c>.</summary>
    private static Dictionary<string, HashSet<string>?> Expansions(IReadOnlyDictionary<string, string> options)
    {
        var found = new Dictionary<string, HashSet<string>?>(StringComparer.Ordinal);
        if (!options.TryGetValue("$expand", out var value))
            return found;
        foreach (Match each in ExpansionPattern().Matches(value))
        {
            var inner = each.Groups["select"];
            found[each.Groups["name"].Value] = inner.Success ? [.. inner.Value.Split(',', StringSplitOptions.TrimEntries)] : null;
        }

        return found;
    }

    [GeneratedRegex(@"^EntityDefinitions(\(LogicalName='(?<table>\w+)'\)(?<columns>/Attributes(\(LogicalName='(?<column>\w+)'\))?(/Microsoft\.Dynamics\.CRM\.(?<type>\w+))?)?)?$")]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^\s*LogicalName\s+eq\s+'(?<name>\w+)'\s*$")]
    private static partial Regex FilterPattern();

    [GeneratedRegex(@"(?<name>\w+)(\(\$select=(?<select>[\w,\s]+)\))?")]
    private static partial Regex ExpansionPattern();

    /// <summary>Which members of a definition are wanted.</summary>
    private sealed record Scope(WebApiRequest Request, HashSet<string>? Selected, Dictionary<string, HashSet<string>?> Expansions)
    {
        public bool Wants(string name) => Selected is null || Selected.Contains(name) || Expansions.ContainsKey(name);

        public IEnumerable<(string Name, Scope Scope)> Expanded(string[] known)
        {
            foreach (var (name, selected) in Expansions)
            {
                if (!known.Contains(name, StringComparer.Ordinal))
                    throw WebApiException.BadQuery($"Could not find a property named '{name}' on type 'Microsoft.Dynamics.CRM.EntityMetadata'.");
                yield return (name, new Scope(Request, selected, []));
            }
        }

        public void Text(Utf8JsonWriter writer, string name, string? value)
        {
            if (Wants(name))
                writer.WriteString(name, value);
        }

        public void Flag(Utf8JsonWriter writer, string name, bool value)
        {
            if (Wants(name))
                writer.WriteBoolean(name, value);
        }

        public void Label(Utf8JsonWriter writer, string name, Labels labels)
        {
            if (!Wants(name))
                return;
            writer.WritePropertyName(name);
            WriteLabel(writer, labels);
        }

        public void WriteLabel(Utf8JsonWriter writer, Labels labels)
        {
            var language = Request.Organization.UserOf(Request.Caller).Language;
            writer.WriteStartObject();
            writer.WriteStartArray("LocalizedLabels");
            foreach (var (lcid, text) in labels.ByLanguage)
                Localized(text, lcid);
            writer.WriteEndArray();
            writer.WritePropertyName("UserLocalizedLabel");
            if (labels.ByLanguage.Count == 0)
                writer.WriteNullValue();
            else
                Localized(labels.In(language, Request.Schema.Organization.BaseLanguage), labels.ByLanguage.ContainsKey(language) ? language : Request.Schema.Organization.BaseLanguage);
            writer.WriteEndObject();

            void Localized(string text, int lcid)
            {
                writer.WriteStartObject();
                writer.WriteString("Label", text);
                writer.WriteNumber("LanguageCode", lcid);
                writer.WriteEndObject();
            }
        }
    }
}
