using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Sdk.Tests;

/// <summary>Decodes the types of a compiled signature into documentation ids, or into the name of the definition alone.</summary>
internal sealed class DocIdProvider(bool definitionOnly = false) : ISignatureTypeProvider<string, object?>
{
    /// <summary>The type a member reference belongs to, without its type arguments; null where that is no type of another assembly.</summary>
    public static string? Declaring(MetadataReader metadata, EntityHandle parent)
    {
        var names = new DocIdProvider(definitionOnly: true);
        return parent.Kind switch
        {
            HandleKind.TypeReference => names.GetTypeFromReference(metadata, (TypeReferenceHandle)parent, 0),
            HandleKind.TypeSpecification => names.GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)parent, 0),
            _ => null,
        };
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var reference = reader.GetTypeReference(handle);
        return reader.GetString(reference.Namespace) + "." + reader.GetString(reference.Name);
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var definition = reader.GetTypeDefinition(handle);
        return reader.GetString(definition.Namespace) + "." + reader.GetString(definition.Name);
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        definitionOnly ? genericType : $"{genericType.Split('`')[0]}{{{string.Join(',', typeArguments)}}}";

    public string GetGenericTypeParameter(object? genericContext, int index) => "`" + index;

    public string GetGenericMethodParameter(object? genericContext, int index) => "``" + index;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetByReferenceType(string elementType) => elementType + "@";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "method";
}
