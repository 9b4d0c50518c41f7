using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests;

public sealed class RuleCasesTests
{
    public static TheoryData<string> Names => [.. RuleCases.Table().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_requirement_says_of_an_offer(string name) =>
        RuleCases.All().Single(item => item.Name == name).Run();
}
