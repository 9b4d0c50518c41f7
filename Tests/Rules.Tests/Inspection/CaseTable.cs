namespace DataverseReadiness.Rules.Tests.Inspection;

/// <summary>A table of cases for xUnit: built once, run by name.</summary>
internal sealed class CaseTable(IEnumerable<(string Name, Action Run)> cases)
{
    private readonly Dictionary<string, Action> _cases = cases.ToDictionary(test => test.Name, test => test.Run);

    public TheoryData<string> Names => [.. _cases.Keys];

    public void Run(string name) => _cases[name]();
}
