using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class PngTests
{
    private static readonly CaseTable Cases = new(PngCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_through_to_its_end(string name) => Cases.Run(name);
}
