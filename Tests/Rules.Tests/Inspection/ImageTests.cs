using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class ImageTests
{
    private static readonly CaseTable Cases = new(ImageCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_by_its_bytes(string name) => Cases.Run(name);
}
