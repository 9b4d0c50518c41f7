using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sdk.Tests;

/// <summary>
/// What Microsoft's own compiled client asks of Microsoft.Xrm.Sdk resolves in ours, wherever we have the type: an independent
/// witness of names, parameter and return types and of static or instance, which no list of ours stands between.
/// </summary>
public sealed class ConnectorTests
{
    private static readonly string[] Absent = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "connector-absent.txt"));

    [Fact]
    public void Every_reference_to_a_type_of_ours_resolves_or_is_listed_as_absent()
    {
        var ours = Ours();
        var references = ReferencesToOurTypes();

        Assert.Equal(Absent, references.Where(reference => !ours.Contains(reference)).Order(StringComparer.Ordinal));
        Assert.True(references.Length > 100, $"Only {references.Length} references were compared.");
    }

    [Fact]
    public void It_asks_for_the_same_identity()
    {
        using var connector = Connector();
        var metadata = connector.GetMetadataReader();

        var reference = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName()).Single(name => name.Name == "Microsoft.Xrm.Sdk");

        Assert.Equal(typeof(Microsoft.Xrm.Sdk.Entity).Assembly.GetName().FullName, reference.FullName);
    }

    [Fact]
    public void What_stands_in_for_Package_Deployer_has_the_version_and_key_of_its_neighbour()
    {
        var neighbour = AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, "microsoft", "Microsoft.Xrm.Tooling.Connector.dll"));

        var standIn = AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, "standins", "PackageDeployment.dll"));

        Assert.Equal("Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase", standIn.Name);
        Assert.Equal((neighbour.Version, Convert.ToHexString(neighbour.GetPublicKeyToken()!)), (standIn.Version, Convert.ToHexString(standIn.GetPublicKeyToken()!)));
    }

    private static PEReader Connector() =>
        new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "microsoft", "Microsoft.Xrm.Tooling.Connector.dll")));

    private static HashSet<string> Ours() => Legs.Load("net462").GetExportedTypes()
        .SelectMany(PublicApi.MethodsOf)
        .Select(method => $"{(method.IsStatic ? "static" : "instance")} {DocId.Name(method is MethodInfo { ReturnType: var type } ? type : typeof(void))} {DocId.Of(method)}")
        .ToHashSet();

    private static string[] ReferencesToOurTypes()
    {
        using var connector = Connector();
        var metadata = connector.GetMetadataReader();
        var names = new DocIdProvider();
        var ours = Legs.Load("net462").GetExportedTypes().Select(DocId.Name).ToHashSet();

        return [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.GetKind() == MemberReferenceKind.Method)
            .Select(member => (Member: member, Parent: DocIdProvider.Declaring(metadata, member.Parent)))
            .Where(reference => reference.Parent is not null && ours.Contains(reference.Parent))
            .Select(reference => Render(metadata, names, reference.Member, reference.Parent!))
            .Distinct()];
    }

    private static string Render(MetadataReader metadata, DocIdProvider names, MemberReference member, string parent)
    {
        var signature = member.DecodeMethodSignature(names, null);
        var arity = signature.GenericParameterCount == 0 ? string.Empty : "``" + signature.GenericParameterCount;
        var parameters = signature.ParameterTypes.IsEmpty ? string.Empty : $"({string.Join(',', signature.ParameterTypes)})";
        return $"{(signature.Header.IsInstance ? "instance" : "static")} {signature.ReturnType} "
            + $"M:{parent}.{metadata.GetString(member.Name).Replace('.', '#')}{arity}{parameters}";
    }
}
