using System.Reflection;
using System.Reflection.Metadata;

namespace Packager.Assemblies;

/// <summary>A class of an assembly, as far as the platform asks.</summary>
/// <param name="Name">Full name.</param>
/// <param name="IsPublic">Public, and not nested.</param>
/// <param name="IsAbstract">Abstract or static.</param>
/// <param name="IsPlugin">Implements <c>IPlugin</c> itself or through a base class of the same assembly.</param>
/// <param name="HasConstructor">Has a public constructor that the platform can call: without arguments or with one or two texts.</param>
internal sealed record PluginClass(string Name, bool IsPublic, bool IsAbstract, bool IsPlugin, bool HasConstructor)
{
    private const string Interface = "Microsoft.Xrm.Sdk.IPlugin";

    public static PluginClass Read(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return new(
            TypeNames.Of(reader, handle),
            (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public,
            type.Attributes.HasFlag(TypeAttributes.Abstract),
            Implements(reader, handle, depth: 0),
            type.GetMethods().Select(reader.GetMethodDefinition).Any(method => IsConstructor(reader, method)));
    }

    private static bool Implements(MetadataReader reader, TypeDefinitionHandle handle, int depth)
    {
        var type = reader.GetTypeDefinition(handle);
        if (type.GetInterfaceImplementations().Any(implementation =>
            TypeNames.Of(reader, reader.GetInterfaceImplementation(implementation).Interface) == Interface)) return true;
        return depth < 32 && !type.BaseType.IsNil && type.BaseType.Kind == HandleKind.TypeDefinition
            && Implements(reader, (TypeDefinitionHandle)type.BaseType, depth + 1);
    }

    private static bool IsConstructor(MetadataReader reader, MethodDefinition method)
    {
        if (reader.GetString(method.Name) != ".ctor" || (method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public)
            return false;
        var signature = reader.GetBlobReader(method.Signature);
        signature.ReadSignatureHeader();
        var count = signature.ReadCompressedInteger();
        if (count > 2 || signature.ReadSignatureTypeCode() != SignatureTypeCode.Void) return false;
        for (var index = 0; index < count; index++)
        {
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.String) return false;
        }

        return true;
    }
}
