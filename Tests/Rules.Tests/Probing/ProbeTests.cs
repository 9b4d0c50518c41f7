using DataverseReadiness.Rules.Tests.Cases.Probing;
using DataverseReadiness.Rules.Tests.Inspection;

namespace DataverseReadiness.Rules.Tests.Probing;

public sealed class ProbeTests
{
    private static readonly CaseTable Cases = new(ProbeCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Ends_as_its_answers_say(string name) => Cases.Run(name);
}
