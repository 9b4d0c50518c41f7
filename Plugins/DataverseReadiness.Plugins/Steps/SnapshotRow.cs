using System;
using System.Globalization;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>How ready an offer is on a day, as a row.</summary>
internal static class SnapshotRow
{
    private const int NameLength = 300;

    public static Entity Of(OfferEvaluation evaluation, string? offer)
    {
        var day = evaluation.Now.Date;
        return new Entity(Snapshot.Table)
        {
            [Snapshot.Name] = ItemRow.Cut($"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {offer}", NameLength),
            [Snapshot.Day] = day,
            [Snapshot.Score] = evaluation.Score,
            [Snapshot.Readiness] = new OptionSetValue((int)evaluation.Readiness),
            [Snapshot.OpenItems] = evaluation.OpenItems,
            [Snapshot.Met] = evaluation.Count(ItemStatus.Met),
            [Snapshot.NotMet] = evaluation.Count(ItemStatus.NotMet),
            [Snapshot.Undecided] = evaluation.Count(ItemStatus.Undecided),
            [Snapshot.NotApplicable] = evaluation.Count(ItemStatus.NotApplicable),
            [Snapshot.Confirmed] = evaluation.Count(ItemStatus.Confirmed),
            [Snapshot.Rejected] = evaluation.Count(ItemStatus.Rejected),
            [Snapshot.Waived] = evaluation.Count(ItemStatus.Waived),
            [Snapshot.RuleSetVersion] = evaluation.RuleSetVersion,
        };
    }
}
