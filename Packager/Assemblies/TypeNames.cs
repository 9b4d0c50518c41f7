using System.Reflection.Metadata;

namespace Packager.Assemblies;

/// <summary>Full names of types in metadata.</summary>
internal static class TypeNames
{
    public static string Of(MetadataReader reader, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = reader.GetTypeReference((TypeReferenceHandle)handle);
                return Join(reader.GetString(reference.Namespace), reader.GetString(reference.Name));
            case HandleKind.TypeDefinition:
                return Of(reader, (TypeDefinitionHandle)handle);
            default:
                return "";
        }
    }

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var definition = reader.GetTypeDefinition(handle);
        var name = reader.GetString(definition.Name);
        return definition.GetDeclaringType() is { IsNil: false } outer
            ? $"{Of(reader, outer)}+{name}"
            : Join(reader.GetString(definition.Namespace), name);
    }

    private static string Join(string space, string name) => space == "" ? name : $"{space}.{name}";
}
