using Plugins.Tests.Cases;

namespace Plugins.Tests.Probing;

public sealed class TransportTests
{
    private static readonly Dictionary<string, Action> Cases = TransportCases.All().ToDictionary(test => test.Name, test => test.Run);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nobody_here_is_asked(string name) => Cases[name]();
}
