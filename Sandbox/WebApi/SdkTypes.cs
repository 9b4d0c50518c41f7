using System.Collections;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using Microsoft.OData.Edm;

namespace Sandbox.WebApi;

/// <summary>Types of the SDK as the Web API publishes and writes them: by name, with their public properties.</summary>
internal sealed class SdkTypes(EdmModel model)
{
    private readonly Dictionary<Type, IEdmTypeReference> _known = new()
    {
        [typeof(string)] = EdmCoreModel.Instance.GetString(isNullable: true),
        [typeof(Guid)] = EdmCoreModel.Instance.GetGuid(isNullable: false),
        [typeof(int)] = EdmCoreModel.Instance.GetInt32(isNullable: false),
        [typeof(long)] = EdmCoreModel.Instance.GetInt64(isNullable: false),
        [typeof(bool)] = EdmCoreModel.Instance.GetBoolean(isNullable: false),
    };

    /// <summary>The type as the entity data model has it, added to that when it is new.</summary>
    public IEdmTypeReference Of(Type type)
    {
        if (_known.TryGetValue(type, out var known))
            return known;
        if (ItemOf(type) is { } item)
            return _known[type] = EdmCoreModel.GetCollection(Of(item));
        return _known[type] = type.IsEnum ? Enumeration(type) : Complex(type);
    }

    /// <summary>Writes a value of such a type.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        if (value is null or string or int or long or bool or Guid)
        {
            RowWriter.WriteValue(writer, value, column: null);
        }
        else if (value is Enum)
        {
            writer.WriteStringValue(value.ToString());
        }
        else if (ItemOf(value.GetType()) is not null)
        {
            writer.WriteStartArray();
            foreach (var each in (IEnumerable)value)
                Write(writer, each);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var property in PropertiesOf(value.GetType()))
            {
                writer.WritePropertyName(property.Name);
                Write(writer, property.GetValue(value));
            }

            writer.WriteEndObject();
        }
    }

    private EdmEnumTypeReference Enumeration(Type type)
    {
        var declared = new EdmEnumType(WebApiSchema.Namespace, type.Name);
        foreach (var name in Enum.GetNames(type))
            declared.AddMember(name, new EdmEnumMemberValue(Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)));
        model.AddElement(declared);
        return new EdmEnumTypeReference(declared, isNullable: false);
    }

    private EdmComplexTypeReference Complex(Type type)
    {
        var declared = new EdmComplexType(WebApiSchema.Namespace, type.Name);
        foreach (var property in PropertiesOf(type))
            declared.AddStructuralProperty(property.Name, Of(property.PropertyType));
        model.AddElement(declared);
        return new EdmComplexTypeReference(declared, isNullable: true);
    }

    // The SDK's dictionaries are no lists: they are published with their keys and values.
    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ICollection<>))?.GetGenericArguments()[0];

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(ExtensionDataObject));
}
