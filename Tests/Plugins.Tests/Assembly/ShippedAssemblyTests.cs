using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Plugins.Tests.Assembly;

/// <summary>What Dataverse asks of the assembly that lies in the zips.</summary>
public sealed class ShippedAssemblyTests : IDisposable
{
    private static readonly string Shipped = RepositoryFolder.PathOf("artifacts", "bin", "DataverseReadiness.Plugins", "shipped", "DataverseReadiness.Plugins.dll");

    private readonly PEReader _file = new(File.OpenRead(Shipped));

    private MetadataReader Metadata => _file.GetMetadataReader();

    [Fact]
    public void It_references_only_what_the_sandbox_of_the_platform_supplies()
    {
        string[] allowed = ["Microsoft.Xrm.Sdk", "System", "System.Core", "System.IO.Compression", "System.Runtime.Serialization", "System.Xml", "mscorlib"];

        var references = Metadata.AssemblyReferences.Select(handle => Metadata.GetString(Metadata.GetAssemblyReference(handle).Name));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void It_has_a_strong_name_and_the_solutions_own_version()
    {
        var name = Metadata.GetAssemblyDefinition().GetAssemblyName();

        Assert.Equal("DataverseReadiness.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=ae55bc99ff24cc8e", name.FullName);
        Assert.True((_file.PEHeaders.CorHeader!.Flags & CorFlags.StrongNameSigned) != 0);
    }

    [Fact]
    public void It_is_built_for_the_framework_that_the_platform_runs()
    {
        var frameworks = Metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(Metadata.GetCustomAttribute)
            .Where(attribute => attribute.Constructor.Kind == HandleKind.MemberReference
                && Metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && Metadata.GetString(Metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == "TargetFrameworkAttribute")
            .Select(attribute =>
            {
                var blob = Metadata.GetBlobReader(attribute.Value);
                blob.ReadUInt16();
                return blob.ReadSerializedString();
            });

        Assert.Equal(".NETFramework,Version=v4.6.2", Assert.Single(frameworks));
    }

    [Fact]
    public void It_is_smaller_than_its_bound() => Assert.InRange(new FileInfo(Shipped).Length, 1, 720_000);

    [Fact]
    public void It_holds_no_state_that_can_change()
    {
        // Fields whose name starts with '<' are delegates that the compiler keeps; they never change once set.
        var mutable = Metadata.TypeDefinitions.SelectMany(type => Metadata.GetTypeDefinition(type).GetFields()
            .Select(Metadata.GetFieldDefinition)
            .Where(field => (field.Attributes & FieldAttributes.Static) != 0
                && (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0
                && !Metadata.GetString(field.Name).StartsWith('<'))
            .Select(field => Metadata.GetString(Metadata.GetTypeDefinition(type).Name) + "." + Metadata.GetString(field.Name)));

        Assert.Empty(mutable);
    }

    [Fact]
    public void Steps_hold_no_state_at_all()
    {
        var fields = Metadata.TypeDefinitions.Select(Metadata.GetTypeDefinition)
            .Where(type => Metadata.GetString(type.Namespace) == "DataverseReadiness.Plugins.Steps"
                && type.BaseType.Kind == HandleKind.TypeDefinition
                && Metadata.GetString(Metadata.GetTypeDefinition((TypeDefinitionHandle)type.BaseType).Name) == "PluginBase")
            .SelectMany(type => type.GetFields().Select(Metadata.GetFieldDefinition)
                .Where(field => (field.Attributes & FieldAttributes.Static) == 0)
                .Select(field => Metadata.GetString(type.Name) + "." + Metadata.GetString(field.Name)));

        Assert.Empty(fields);
    }

    public void Dispose() => _file.Dispose();
}
