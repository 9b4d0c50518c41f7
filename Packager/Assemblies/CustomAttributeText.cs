using System.Reflection.Metadata;

namespace Packager.Assemblies;

/// <summary>Names and first texts of custom attributes.</summary>
internal static class CustomAttributeText
{
    /// <summary>Full name of the attribute's type.</summary>
    public static string TypeOf(MetadataReader reader, CustomAttribute attribute)
    {
        var type = attribute.Constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
        return TypeNames.Of(reader, type);
    }

    /// <summary>The first fixed argument where it is a text and the attribute is of that type; else null.</summary>
    public static string? Of(MetadataReader reader, CustomAttributeHandle handle, string type)
    {
        var attribute = reader.GetCustomAttribute(handle);
        if (TypeOf(reader, attribute) != type) return null;
        var value = reader.GetBlobReader(attribute.Value);
        return value.Length >= 3 && value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
    }
}
