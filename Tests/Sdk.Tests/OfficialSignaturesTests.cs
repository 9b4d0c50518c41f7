namespace Sdk.Tests;

/// <summary>
/// Every public or protected member of ours is one of Microsoft's, to the letter. A member that the real assembly has not would
/// compile here and fail in Dataverse with a MissingMethodException.
/// </summary>
public sealed class OfficialSignaturesTests
{
    /// <summary>Type, documentation id and signature of Microsoft.CrmSdk.CoreAssemblies 9.0.2.56, for the types we have.</summary>
    private static readonly (string Type, string Id, string Signature)[] Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "official-signatures.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(row => (row[0], row[2], row[3])),
    ];

    private static readonly Dictionary<string, string> Official = Rows.ToDictionary(row => row.Id, row => row.Signature);

    [Theory]
    [MemberData(nameof(Legs.All), MemberType = typeof(Legs))]
    public void Every_public_type_is_declared_as_Microsoft_declares_it(string leg)
    {
        // The service contract attribute would cost a reference to System.ServiceModel and means nothing to a plug-in.
        var differences = Legs.Load(leg).GetExportedTypes()
            .Select(type => Difference(DocId.Of(type), Signature.Of(type), WithoutServiceContract))
            .OfType<string>();

        AssertNone(differences);
    }

    [Theory]
    [MemberData(nameof(Legs.All), MemberType = typeof(Legs))]
    public void Every_public_or_protected_member_is_one_of_Microsofts(string leg)
    {
        var members = Legs.Load(leg).GetExportedTypes().SelectMany(PublicApi.MembersOf).ToArray();

        var differences = members.Select(member => Difference(DocId.Of(member), Signature.Of(member), signature => signature)).OfType<string>();

        AssertNone(differences);
        Assert.True(members.Length > 400, $"Only {members.Length} members were compared.");
    }

    [Theory]
    [MemberData(nameof(Legs.All), MemberType = typeof(Legs))]
    public void Enums_and_interfaces_are_complete(string leg)
    {
        var types = Legs.Load(leg).GetExportedTypes().Where(type => type.IsEnum || type.IsInterface).ToArray();
        var ours = types.SelectMany(PublicApi.MembersOf).Select(DocId.Of).ToHashSet();

        var names = types.Select(DocId.Name).ToHashSet();

        var missing = Rows.Where(row => names.Contains(row.Type) && row.Id[0] != 'T' && !ours.Contains(row.Id)).Select(row => row.Id);

        AssertNone(missing);
    }

    [Fact]
    public void Both_legs_have_the_same_members()
    {
        var legs = new[] { "net462", "net10.0" }
            .Select(leg => Legs.Load(leg).GetExportedTypes().SelectMany(PublicApi.MembersOf).Select(DocId.Of).Order(StringComparer.Ordinal))
            .ToArray();

        Assert.Equal(legs[0], legs[1]);
    }

    [Fact]
    public void The_official_file_holds_only_types_that_we_have()
    {
        var ours = Legs.Load("net10.0").GetExportedTypes().Select(DocId.Of).Order(StringComparer.Ordinal);

        Assert.Equal(ours, Official.Keys.Where(id => id[0] == 'T').Order(StringComparer.Ordinal));
    }

    private static void AssertNone(IEnumerable<string> findings)
    {
        var all = string.Join('\n', findings);
        Assert.True(all.Length == 0, all);
    }

    private static string? Difference(string id, string ours, Func<string, string> normalise) =>
        !Official.TryGetValue(id, out var official) ? $"{id} is not in Microsoft.Xrm.Sdk."
        : normalise(official) != ours ? $"{id}\n  ours:     {ours}\n  official: {official}"
        : null;

    private static string WithoutServiceContract(string signature) =>
        signature.StartsWith("[System.ServiceModel.ServiceContract(", StringComparison.Ordinal) ? signature[(signature.IndexOf(")] ", StringComparison.Ordinal) + 3)..] : signature;
}
