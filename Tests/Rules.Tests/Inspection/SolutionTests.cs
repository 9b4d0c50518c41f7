using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class SolutionTests
{
    private static readonly CaseTable Cases = new(SolutionCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_within_bounds(string name) => Cases.Run(name);
}
