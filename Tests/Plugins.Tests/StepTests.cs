using Plugins.Tests.Cases;

namespace Plugins.Tests;

/// <summary>The table of step cases on the modern leg; Mono runs the same table on the shipped assembly.</summary>
public sealed class StepTests
{
    private static readonly Dictionary<string, Action> Cases = StepCases.All().ToDictionary(test => test.Name, test => test.Run);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Alone(string name) => Cases[name]();
}
