using System.Globalization;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>Writes rows as the platform does: annotations before their property, empty columns as null.</summary>
internal sealed class RowWriter(WebApiRequest request)
{
    /// <summary>The column an etag is made of.</summary>
    public const string Version = "versionnumber";

    private static readonly JsonEncodedText Etag = JsonEncodedText.Encode("@odata.etag");

    private readonly bool _formatted = request.Preferences.FormattedValues;
    private readonly bool _logicalNames = request.Preferences.LookupLogicalNames;
    private readonly bool _navigations = request.Preferences.NavigationProperties;

    /// <summary>Writes the members of a row, without the braces.</summary>
    public void WriteMembers(Utf8JsonWriter writer, Row row, RowShape shape)
    {
        var entity = row.Entity;
        if (EtagOf(entity) is { } etag)
            writer.WriteString(Etag, etag);
        foreach (var property in shape.Properties)
            WriteProperty(writer, property, shape.Entity, entity);
        foreach (var single in shape.Singles)
        {
            writer.WritePropertyName(single.Navigation.Name);
            if (row.Singles.GetValueOrDefault(single.Navigation.Name) is { } neighbour)
                Write(writer, neighbour, single.Shape);
            else
                writer.WriteNullValue();
        }

        foreach (var collection in shape.Collections)
        {
            writer.WriteStartArray(collection.Navigation.Name);
            foreach (var neighbour in row.Collections.GetValueOrDefault(collection.Navigation.Name) ?? [])
                Write(writer, neighbour, collection.Query.Shape);
            writer.WriteEndArray();
            writer.WriteString(collection.Navigation.Name + "@odata.nextLink", RowPage.NextLinkOf(request, shape.Entity, entity, collection));
        }

        foreach (var navigation in shape.References)
        {
            writer.WritePropertyName(navigation.Name);
            WriteReference(writer, entity.GetAttributeValue<EntityReference>(navigation.Column), navigation);
        }

        foreach (var navigation in shape.Owners)
        {
            writer.WritePropertyName(navigation.Name);
            WriteOwner(writer, entity.GetAttributeValue<EntityReference>(navigation.Column));
        }
    }

    // A row of a type that is derived from that of the property says which (OData JSON Format, odata.type).
    private static void WriteOwner(Utf8JsonWriter writer, EntityReference? owner)
    {
        if (owner is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("@odata.type", $"#{WebApiSchema.Namespace}.{owner.LogicalName}");
        writer.WriteString("ownerid", owner.Id);
        writer.WriteEndObject();
    }

    private void WriteReference(Utf8JsonWriter writer, EntityReference? reference, NavigationSchema navigation)
    {
        if (reference is null || (navigation.Target ?? reference.LogicalName) != reference.LogicalName || request.Schema.Table(reference.LogicalName) is not { } target)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("@odata.id", request.AddressOf(target, reference.Id));
        writer.WriteEndObject();
    }

    /// <summary>Writes a row as an object.</summary>
    public void Write(Utf8JsonWriter writer, Row row, RowShape shape)
    {
        writer.WriteStartObject();
        WriteMembers(writer, row, shape);
        writer.WriteEndObject();
    }

    /// <summary>The etag of a row: its version number.</summary>
    public static string? EtagOf(Entity entity)
    {
        var version = entity.Contains(Version) ? entity[Version] : entity.RowVersion;
        return version is null ? null : $"W/\"{Convert.ToString(version, CultureInfo.InvariantCulture)}\"";
    }

    /// <summary>Writes an attribute under any name, for what is no property of a table (aliases of FetchXML).</summary>
    public void WriteAliased(Utf8JsonWriter writer, string name, object value, string? formatted, ColumnModel? column)
    {
        if (_formatted && formatted is not null)
            writer.WriteString(name + Annotations.FormattedValue, formatted);
        if (_logicalNames && value is EntityReference reference)
            writer.WriteString(name + Annotations.LookupLogicalName, reference.LogicalName);
        writer.WritePropertyName(name);
        WriteValue(writer, value, column);
    }

    /// <summary>Writes a property with its annotations.</summary>
    public void WriteProperty(Utf8JsonWriter writer, PropertySchema property, EntitySchema schema, Entity entity)
    {
        if (!entity.Attributes.TryGetValue(property.Attribute, out var value) || value is null)
        {
            writer.WriteNull(property.JsonName);
            return;
        }

        if (value is EntityReference reference)
        {
            if (_formatted && (entity.FormattedValues.TryGetValue(property.Attribute, out var name) ? name : reference.Name) is { } shown)
                writer.WriteString(property.JsonFormattedValue, shown);
            if (_navigations && schema.NavigationOf(property.Attribute, reference.LogicalName) is { } navigation)
                writer.WriteString(property.JsonNavigationProperty, navigation.Name);
            if (_logicalNames)
                writer.WriteString(property.JsonLookupLogicalName, reference.LogicalName);
        }
        else if (_formatted && entity.FormattedValues.TryGetValue(property.Attribute, out var formatted))
        {
            writer.WriteString(property.JsonFormattedValue, formatted);
        }

        writer.WritePropertyName(property.JsonName);
        WriteValue(writer, value, property.Column);
    }

    /// <summary>Writes a value as JSON has it.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value, ColumnModel? column)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case DateTime time:
                writer.WriteStringValue(time.ToString(
                    column?.DateBehavior == 2 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case EntityReference reference:
                writer.WriteStringValue(reference.Id);
                break;
            case OptionSetValue option:
                writer.WriteNumberValue(option.Value);
                break;
            case OptionSetValueCollection options:
                writer.WriteStringValue(string.Join(',', options.Select(option => option.Value.ToString(CultureInfo.InvariantCulture))));
                break;
            case Money money:
                writer.WriteNumberValue(money.Value);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case AliasedValue aliased:
                WriteValue(writer, aliased.Value, column);
                break;
            case IEnumerable<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
                break;
            case IEnumerable<Guid> ids:
                writer.WriteStartArray();
                foreach (var id in ids)
                    writer.WriteStringValue(id);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
