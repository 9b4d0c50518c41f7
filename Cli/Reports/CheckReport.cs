using DataverseReadiness.Cli.Input;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer of one run, before it is written in any format.</summary>
internal sealed class CheckReport
{
    /// <summary>The language code of its sentences.</summary>
    public required int Language { get; init; }

    /// <summary>The moment it is decided for, in UTC.</summary>
    public required DateTime At { get; init; }

    public required IReadOnlyList<OfferReport> Offers { get; init; }

    /// <summary>What could not be read or asked.</summary>
    public required IReadOnlyList<InputProblem> Problems { get; init; }

    /// <summary>Only what is new against an earlier run is reported.</summary>
    public bool HasBaseline { get; init; }

    public static string ToolVersion { get; } = typeof(CheckReport).Assembly.GetName().Version!.ToString(3);

    /// <summary>Open mandatory items, those of the baseline left out.</summary>
    public IEnumerable<ReportItem> Open => Offers.SelectMany(offer => offer.Items).Where(item => item.IsOpen && item.IsNew);

    public int ExitCode => Problems.Count > 0 || Offers.Count == 0 ? Cli.ExitCode.Undecided : Open.Any() ? Cli.ExitCode.Open : Cli.ExitCode.Ready;
}
