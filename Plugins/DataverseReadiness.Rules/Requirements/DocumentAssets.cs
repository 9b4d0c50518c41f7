using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Documents of one kind: at least one, no more than the store takes, each named and of an accepted format.</summary>
/// <param name="testDriveOnly">Asked for only while the offer has a test drive.</param>
/// <param name="maxFileName">Characters a file's name may have; 0 where no source says.</param>
internal sealed class DocumentAssets(CatalogLine line, AssetKind kind, string[] formats, int max, bool testDriveOnly = false, int maxFileName = 0) : Requirement(line)
{
    private readonly string _kind = Shown.Choice(kind);
    private readonly string _max = Shown.Number(max);

    public override IReadOnlyList<string> Reads { get; } =
    [
        Assets.Table + "." + Assets.File,
        Assets.Table + "." + Assets.Kind,
        Assets.Table + "." + Assets.Name,
        .. testDriveOnly ? new[] { Tables.Offer + "." + Columns.TestDrive.Name, Trials.Table + "." + Trials.Kind } : [],
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (testDriveOnly && !Trials.HasTestDrive(offer))
        {
            return Verdict.NotApplicable(
                new Message(offer.TestDrive is null ? "testdrive.unset" : "testdrive.none"), Columns.TestDrive.In(offer), Basis.Of(offer.TestDrive));
        }

        var fix = Fix(_max);
        var assets = Assets.Of(offer, kind);
        if (assets.Count == 0)
            return Verdict.NotMet(new Message("asset.none", _kind), fix, Assets.Missing);

        var basis = Assets.BasisOf(assets);
        if (maxFileName > 0)
            basis = [.. basis, .. assets.Select(asset => asset.FileName)];
        if (assets.Count > max)
        {
            return Verdict.NotMet(
                new Message("asset.many", Shown.Number(assets.Count), _kind, _max),
                new Message("asset.many.fix", _max, _kind),
                Assets.In(assets[max], Assets.Kind),
                basis);
        }

        Verdict? uninspected = null;
        foreach (var asset in assets)
        {
            var verdict = Problem(asset, fix, basis);
            if (verdict?.Kind == VerdictKind.NotMet)
                return verdict;
            uninspected ??= verdict;
        }

        return uninspected ?? Passed(
            assets.Count == 1
                ? new Message("document.right", Shown.Text(assets[0].Name), Shown.Text(assets[0].Format))
                : new Message("document.all", Shown.Number(assets.Count), _max),
            Assets.In(assets[0], Assets.File),
            basis);
    }

    private Verdict? Problem(AssetFact asset, Message fix, string?[] basis)
    {
        if (Assets.NotReadable(asset, Assets.File, fix, basis) is { } unreadable)
            return unreadable;

        if (!formats.Contains(asset.Format))
        {
            return Verdict.NotMet(
                string.IsNullOrEmpty(asset.Format)
                    ? new Message("document.unknown", Shown.Text(asset.Name))
                    : new Message("document.format", Shown.Text(asset.Name), Shown.Text(asset.Format)),
                fix,
                Assets.In(asset, Assets.File),
                basis);
        }

        if (maxFileName > 0 && asset.FileName?.Length > maxFileName)
        {
            return Verdict.NotMet(
                new Message("document.longname", Shown.Text(asset.Name), Shown.Number(asset.FileName.Length), Shown.Number(maxFileName)),
                new Message("document.longname.fix", Shown.Number(maxFileName)),
                Assets.In(asset, Assets.File),
                basis);
        }

        return string.IsNullOrWhiteSpace(asset.Name)
            ? Verdict.NotMet(new Message("document.unnamed", _kind), new Message("column.fill", Assets.Label(Assets.Name)), Assets.In(asset, Assets.Name), basis)
            : null;
    }

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => Assets.Of(offer, kind).Select(asset => asset.Id);
}
