using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Optional videos: named, on YouTube or Vimeo, each with a PNG thumbnail of exactly its size.</summary>
/// <param name="directOnly">Short addresses are not taken.</param>
/// <param name="testDriveOnly">Asked for only while the offer has a test drive.</param>
internal sealed class VideoAssets(CatalogLine line, AssetKind kind, int max, int width, int height, bool testDriveOnly = false, bool directOnly = false)
    : Requirement(line)
{
    private const string Short = "youtu.be";

    private static readonly string[] Hosts =
        ["youtube.com", "www.youtube.com", "m.youtube.com", Short, "vimeo.com", "www.vimeo.com", "player.vimeo.com"];

    private readonly string _kind = Shown.Choice(kind);
    private readonly string _max = Shown.Number(max);
    private readonly Message _thumbnail = new("video.thumbnail.fix", Shown.Number(width), Shown.Number(height));

    public override IReadOnlyList<string> Reads { get; } =
    [
        Assets.Table + "." + Assets.Url,
        Assets.Table + "." + Assets.Image,
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

        var assets = Assets.Of(offer, kind);
        if (assets.Count == 0)
            return Verdict.NotApplicable(new Message("asset.optional", _kind), Assets.Missing);

        var basis = Assets.BasisOf(assets);
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
            var verdict = Problem(asset, basis);
            if (verdict?.Kind == VerdictKind.NotMet)
                return verdict;
            uninspected ??= verdict;
        }

        return uninspected
            ?? Passed(
                offer,
                max == int.MaxValue ? new Message("video.count", Shown.Number(assets.Count)) : new Message("video.given", Shown.Number(assets.Count), _max),
                Assets.In(assets[0], Assets.Url),
                Probe is { } probe ? assets.ConvertAll(asset => new ProbedAddress(probe, Assets.In(asset, Assets.Url), asset.Url!)) : [],
                basis);
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) =>
        testDriveOnly && !Trials.HasTestDrive(offer) ? [] : Assets.Of(offer, kind).SelectMany(asset => AddressOf(asset.Url, Assets.In(asset, Assets.Url)));

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => Assets.Of(offer, kind).Select(asset => asset.Id);

    private Verdict? Problem(AssetFact asset, string?[] basis)
    {
        if (string.IsNullOrWhiteSpace(asset.Name))
            return Verdict.NotMet(new Message("document.unnamed", _kind), new Message("column.fill", Assets.Label(Assets.Name)), Assets.In(asset, Assets.Name), basis);

        var target = Assets.In(asset, Assets.Url);
        var fix = new Message("video.host.fix");
        if (string.IsNullOrWhiteSpace(asset.Url))
            return Verdict.NotMet(new Message("video.empty", Shown.Text(asset.Name)), fix, target, basis);

        var url = UrlReader.Read(asset.Url);
        if (url.Problem is { } problem)
            return Verdict.NotMet(problem, fix, target, basis);

        if (directOnly && url.Host == Short)
            return Verdict.NotMet(new Message("video.short", Shown.Text(asset.Name), Short), new Message("video.short.fix"), target, basis);
        return Array.IndexOf(Hosts, url.Host) < 0
            ? Verdict.NotMet(new Message("video.host", Shown.Text(asset.Name), Shown.Text(url.Host)), fix, target, basis)
            : PngImage.Problem(asset, width, height, _thumbnail, basis);
    }
}
