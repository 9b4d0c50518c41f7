using System.Globalization;

namespace Sandbox.Tests.Fuzzing;

/// <summary>
/// A number of cases, each made from a seed of its own. The budget is fixed in cases; <c>FUZZ_CASES</c> says another one and <c>FUZZ_SEED</c> where to begin, so that
/// <c>FUZZ_CASES=1</c> with the seed of a report repeats its case.
/// </summary>
internal static class FuzzRun
{
    /// <summary>A case that takes longer, twice in a row, is a finding.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private const int FirstSeed = 1;
    private const int MostReported = 10;

    /// <summary>Runs the cases and fails with everything that was found.</summary>
    /// <param name="cases">How many, unless the environment says otherwise.</param>
    /// <param name="run">Runs one case: what is wrong, or null. It is given the seed too.</param>
    public static async Task AllAsync(int cases, Func<int, Random, Task<string?>> run)
    {
        var first = Number("FUZZ_SEED") ?? FirstSeed;
        var findings = new List<string>();
        for (var seed = first; seed < first + (Number("FUZZ_CASES") ?? cases) && findings.Count < MostReported; seed++)
        {
            if (await run(seed, new Random(seed)) is { } finding) findings.Add($"FUZZ_SEED={seed} FUZZ_CASES=1: {finding}");
        }

        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
