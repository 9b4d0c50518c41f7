using System.Text.RegularExpressions;
using Parity;

namespace Sandbox.Tests.Parity;

/// <summary>docs/parity.md says what the rows say, and the rows rest on tests; <c>UPDATE_DOCS=1</c> writes it anew.</summary>
public sealed partial class PageTests
{
    /// <summary>Rows that nothing tries, with the reason. Closed: a new row has a test.</summary>
    private static readonly Dictionary<string, string> NotTested = new()
    {
        ["import.layers"] = "what there is not shows in nothing",
        ["pipeline.isolation"] = "there is none",
        ["security.absent"] = "there is none",
        ["security.service-protection"] = "there is none",
    };

    private static IReadOnlyList<Row> Rows { get; } = [.. Part.All(Files.OfRepository).SelectMany(part => part.Rows)];

    [Fact]
    public void The_page_is_what_rows_scenarios_and_stamps_make()
    {
        var page = Page.Of(Files.OfRepository);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Files.OfRepository.Page, page);

        Assert.Equal(page, File.ReadAllText(Files.OfRepository.Page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_row_has_a_test_or_is_listed_as_having_none() =>
        Assert.Equal(
            NotTested.Keys.Order(StringComparer.Ordinal),
            Rows.Where(row => row.Tests is not { Count: > 0 } && row.Faults is not { Count: > 0 }).Select(row => row.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_test_that_a_row_names_is_there()
    {
        foreach (var (row, test) in Rows.SelectMany(row => (row.Tests ?? []).Concat((row.Faults ?? []).Select(fault => fault.Test).OfType<string>()).Select(test => (row.Key, test))))
            Assert.True(SourceOf(test) is not null, $"{row} names '{test}', which is no test.");
    }

    [Fact]
    public void A_fault_is_provoked_or_asserted_in_its_own_words()
    {
        foreach (var (row, fault) in Rows.SelectMany(row => (row.Faults ?? []).Select(fault => (row.Key, fault))))
        {
            Assert.True(new object?[] { fault.Request, fault.Message, fault.Test }.Count(one => one is not null) == 1, $"{row}: '{fault.Says}' has one request, message or test.");
            if (fault.Test is { } test)
                Assert.True(SourceOf(test)!.Contains(fault.Says, StringComparison.Ordinal), $"{row}: the test '{test}' does not assert '{fault.Says}'.");
        }
    }

    [Fact]
    public void A_verdict_has_what_it_rests_on()
    {
        Assert.Equal(Rows.Count, Rows.Select(row => row.Key).Distinct().Count());
        foreach (var row in Rows)
        {
            Assert.True(row.Pages is { Count: > 0 } || row.Text is { Length: > 0 }, $"{row.Key} says nothing.");
            Assert.True(row.Verdict != Verdict.AsDocumented || row.Pages is { Count: > 0 }, $"{row.Key} is as documented on no page.");
            Assert.True(row.Verdict != Verdict.Differs || row.Text is { Length: > 0 }, $"{row.Key} differs and does not say how.");
            Assert.True(row.Verdict != Verdict.NotSupported || row.Faults is { Count: > 0 }, $"{row.Key} is not supported and has no fault.");
            Assert.True(row.Text?.Contains("is not supported", StringComparison.Ordinal) != true || row.Faults is { Count: > 0 }, $"{row.Key} quotes a fault that nothing provokes.");
        }
    }

    [Fact]
    public void Every_row_that_a_scenario_names_is_there() =>
        Assert.Empty(Scenario.All(Files.OfRepository).Values.SelectMany(scenario => scenario.Rows).Except(Rows.Select(row => row.Key)));

    [Fact]
    public void A_row_is_the_same_only_when_all_its_scenarios_are_as_they_are_now()
    {
        var row = new Row("a.row", "", Verdict.Modelled, Text: "x");
        var scenario = new Scenario("", ["a.row"], [new ScenarioStep("GET x")]);
        var scenarios = new Dictionary<string, Scenario> { ["one"] = scenario, ["two"] = scenario with { About = "b" } };
        Stamp Same(string name, int day) => new(StampResult.Same, new DateOnly(2026, 12, day), "9.2", scenarios[name].Fingerprint());
        string Said(params (string Name, Stamp Stamp)[] stamps) => Page.Compared(row, scenarios, stamps.ToDictionary(one => one.Name, one => one.Stamp)).Split(" (")[0];

        Assert.Equal("not compared", Said());
        Assert.Equal("not compared", Said(("one", Same("one", 1))));
        Assert.Equal("same, 2026-12-01", Said(("one", Same("one", 2)), ("two", Same("two", 1))));
        Assert.Equal("not compared", Said(("one", Same("one", 1)), ("two", Same("one", 1))));
        Assert.Equal("differs, 2026-12-03: `step 1`", Said(("one", Same("one", 1)), ("two", Same("two", 3) with { Result = StampResult.Differs, What = "step 1" })));
        Assert.Equal("not compared", Page.Compared(row with { Key = "b" }, scenarios, new Dictionary<string, Stamp>()));
    }

    /// <summary>The file of a test such as <c>Sandbox.Tests/Core/RowTests.A_method</c>; null when it is no test.</summary>
    private static string? SourceOf(string test)
    {
        var dot = test.LastIndexOf('.');
        var file = Path.Combine(Files.OfRepository.Tests, test[..dot] + ".cs");
        if (!File.Exists(file))
            return null;
        var source = File.ReadAllText(file);
        return Tests().Matches(source).Any(match => match.Groups[1].Value == test[(dot + 1)..]) ? source : null;
    }

    // A method below an attribute that makes it a test, whatever data stand between.
    [GeneratedRegex(@"^    \[(?:Fact|Theory)[^\n]*\n(?:(?!    public )[^\n]+\n)*    public (?:async )?(?:void|Task) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Tests();
}
