using Packager;
using Parity;

namespace Sandbox.Tests.Parity;

/// <summary>The recorded scenarios against the sandbox; <c>UPDATE_SCENARIOS=1</c> records them anew.</summary>
public sealed class ScenarioTests(ParityFixture sandbox) : IClassFixture<ParityFixture>
{
    public static TheoryData<string> Names => [.. Scenario.All(Files.OfRepository).Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_is_answered_as_it_was_recorded(string name)
    {
        using var client = new EnvironmentClient(sandbox.Address, null);
        await new TargetEnvironment(client, Files.OfRepository).CleanAsync();
        var scenario = Scenario.All(Files.OfRepository)[name];
        if (Environment.GetEnvironmentVariable("UPDATE_SCENARIOS") == "1")
            Files.Write(Files.OfRepository.Scenarios.Single(file => Path.GetFileNameWithoutExtension(file) == name), await ScenarioReplay.RecordAsync(client, scenario));
        else
            Assert.Null(await ScenarioReplay.CompareAsync(client, scenario));
    }

    [Fact]
    public void The_solution_of_the_scenarios_has_no_finding() =>
        Assert.Empty(ImportCheck.Run(SolutionPackage.ReadFolder(Files.OfRepository.Solution)));
}
