using System.Globalization;

namespace Sandbox.Tests.Fuzzing;

/// <summary>
/// A number of cases, each made from a seed of its own. The budget is fixed in cases; <c>FUZZ_CASES</c> says another one and <c>FUZZ_SEED</c> where to begin, so that
/// <c>FUZZ_CASES=1</c> with the seed of a report repeats its case.
/// </summary>
internal static class FuzzRun
{
    // Of the processor: what else the machine does is nothing that a case could help.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private const int Tries = 3;

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

    /// <summary>Says that a case takes too much of the processor; it is tried again before, because what was done for the first time cost more.</summary>
    /// <param name="before">Processor time of the process when the case began.</param>
    /// <param name="again">Does the same once more.</param>
    public static async Task<string?> SlownessAsync(TimeSpan before, Func<Task> again)
    {
        var took = Environment.CpuUsage.TotalTime - before;
        for (var tries = 1; took > Limit; tries++)
        {
            if (tries == Tries) return FormattableString.Invariant($"it takes {took.TotalSeconds:0.0} s of the processor");
            var start = Environment.CpuUsage.TotalTime;
            await again();
            took = Environment.CpuUsage.TotalTime - start;
        }

        return null;
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

/// <summary>Fuzzing runs alone, so that the time of the process is the time of the case.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FuzzCollection
{
    public const string Name = "Fuzzing";
}
