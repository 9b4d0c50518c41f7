using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests;

public sealed class RuleCasesTests
{
    public static TheoryData<string> Rules => [.. RuleCases.All().Select(item => item.Name)];

    public static TheoryData<string> Evaluations => [.. EvaluationCases.All().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_requirement_says_of_an_offer(string name) =>
        RuleCases.All().Single(item => item.Name == name).Run();

    [Theory]
    [MemberData(nameof(Evaluations))]
    public void Every_runtime_gives_the_same(string name) =>
        EvaluationCases.All().Single(item => item.Name == name).Run();
}
