using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class PackageTests
{
    private static readonly CaseTable Cases = new(PackageCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_looked_through(string name) => Cases.Run(name);
}
