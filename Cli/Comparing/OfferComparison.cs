using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Comparing;

/// <summary>What changed between two states of an offer: its values and files, its verdicts, and the evidence that no longer holds.</summary>
internal sealed class OfferComparison
{
    // Evidence that was made with a package: of another package it says nothing.
    private static readonly string[] TestsOfPackage = [Offer.CheckerRunOn, Offer.InstallTestedOn, Offer.FunctionTestedOn];

    // What inspections wrote follows from the files, which are compared themselves.
    private static readonly HashSet<string> Derived =
    [
        .. ColumnLists.AssetFindings.Split(','), .. ColumnLists.OfferResults.Split(','), MarketingAsset.FileName, MarketingAsset.ImageId, MarketingAsset.File, Offer.Package, Offer.CheckerReport,
    ];

    private readonly int _language;

    public OfferComparison(SubmittedOffer before, SubmittedOffer after, DateTime now, int language)
    {
        _language = language;
        Values = [.. Rows(before, after), .. Files(before, after)];
        var old = OfferEvaluation.Of(before.Facts(now));
        var fresh = OfferEvaluation.Of(after.Facts(now));
        Verdicts = [.. EvaluationDifference.Between(old, fresh).Select(Verdict)];
        Opened = EvaluationDifference.Between(old, fresh).Count(change => change.Opens);
        Stale = [.. Judgements(old, fresh), .. Tests(before, after)];
    }

    /// <summary>A line a change.</summary>
    public IReadOnlyList<string> Values { get; }

    public IReadOnlyList<string> Verdicts { get; }

    /// <summary>Evidence that rests on what has changed.</summary>
    public IReadOnlyList<string> Stale { get; }

    /// <summary>Mandatory items that are open now and were not.</summary>
    public int Opened { get; }

    public bool IsEmpty => Values.Count + Verdicts.Count + Stale.Count == 0;

    private IEnumerable<string> Rows(SubmittedOffer before, SubmittedOffer after)
    {
        // The offer itself may have been given another id.
        var old = before.Rows.ToDictionary(row => row.Id == before.Id ? after.Id : row.Id);
        foreach (var row in after.Rows)
        {
            if (!old.Remove(row.Id, out var was))
            {
                yield return Say("diff.added", NameOf(row));
                continue;
            }

            foreach (var column in was.Attributes.Keys.Union(row.Attributes.Keys).Where(column => !Derived.Contains(column)).Order(StringComparer.Ordinal))
            {
                var from = RowText.Value(row.LogicalName, column, Value(was, column), _language);
                var to = RowText.Value(row.LogicalName, column, Value(row, column), _language);
                if (from != to)
                {
                    (from, to) = RowText.Around(from, to);
                    yield return Say("diff.changed", NameOf(row), RowText.Column(row.LogicalName, column, _language), from, to);
                }
            }
        }

        foreach (var row in old.Values)
        {
            yield return Say("diff.removed", NameOf(row));
        }
    }

    private IEnumerable<string> Files(SubmittedOffer before, SubmittedOffer after)
    {
        Dictionary<(Guid, string), SubmittedFile> FilesOf(SubmittedOffer offer) =>
            offer.Files.ToDictionary(file => (file.RowId == offer.Id ? after.Id : file.RowId, file.Column));

        var old = FilesOf(before);
        foreach (var (place, file) in FilesOf(after))
        {
            if (!old.Remove(place, out var was))
            {
                yield return Say("diff.file.added", file.Name, file.Shown);
            }
            else if (was.Sha256 != file.Sha256)
            {
                yield return Say("diff.file.changed", file.Name, was.Shown, file.Shown);
            }
        }

        foreach (var file in old.Values)
        {
            yield return Say("diff.file.removed", file.Name, file.Shown);
        }
    }

    private string Verdict(ItemChange change) => Say(
        "diff.verdict", change.Key, Texts.Render(change.Requirement.Title, _language), StatusOf(change.From), StatusOf(change.To), Texts.Render(change.Reason, _language));

    private string StatusOf(ItemStatus? status) => status is { } known ? ReportItem.LabelOf("choice.ItemStatus." + known, _language) : Say("diff.notasked");

    // A judgement rests on what there was; that its item has another fingerprint now is what makes it stale.
    private IEnumerable<string> Judgements(OfferEvaluation old, OfferEvaluation fresh)
    {
        var now = fresh.Items.ToDictionary(item => item.Requirement.Key, StringComparer.Ordinal);
        foreach (var item in old.Items.Where(item => item.Status is ItemStatus.Confirmed or ItemStatus.Rejected or ItemStatus.Waived))
        {
            if (now.TryGetValue(item.Requirement.Key, out var after) && after.Fingerprint != item.Fingerprint)
            {
                yield return Say(
                    "diff.stale.judgement", item.Requirement.Key, Texts.Render(item.Requirement.Title, _language),
                    ReportItem.LabelOf("choice.JudgementVerdict." + item.Judgement!.Verdict, _language), item.Judgement.Note ?? "");
            }
        }
    }

    private IEnumerable<string> Tests(SubmittedOffer before, SubmittedOffer after)
    {
        if (PackageOf(before) == PackageOf(after))
        {
            yield break;
        }

        foreach (var column in TestsOfPackage)
        {
            if (after.Row.Date(column) is { } day && before.Row.Date(column) == day)
            {
                yield return Say("diff.stale.test", RowText.Column(Offer.Table, column, _language), ReportItem.Day(day));
            }
        }

        if (after.Files.FirstOrDefault(file => file.Column == Offer.CheckerReport) is { } report && before.Files.Any(file => file.Column == Offer.CheckerReport && file.Sha256 == report.Sha256))
        {
            yield return Say("diff.stale.report", report.Shown);
        }
    }

    private static string? PackageOf(SubmittedOffer offer) => offer.Files.FirstOrDefault(file => file.Column == Offer.Package)?.Sha256;

    private static object? Value(Entity row, string column) => row.Contains(column) ? row[column] : null;

    private string NameOf(Entity row) => ReportItem.LabelOf("table." + row.LogicalName, _language) + " '" + (row.Text(Offer.Name) ?? row.Text(Judgement.Key) ?? row.Id.ToString("D")) + "'";

    private string Say(string key, params string[] arguments) => CliTexts.Say(key, _language, arguments);
}
