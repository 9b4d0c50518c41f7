using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class ScriptTests
{
    private static readonly CaseTable Cases = new(ScriptCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_checked_against_the_public_rules(string name) => Cases.Run(name);
}
