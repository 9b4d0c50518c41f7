using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The columns of a marketing asset, and what is common to everything that is uploaded.</summary>
internal static class Assets
{
    public const string Table = Tables.Asset;
    public const string Name = "rdy_name";
    public const string Kind = "rdy_kind";
    public const string Image = "rdy_image";
    public const string File = "rdy_file";
    public const string Url = "rdy_url";
    public const string Caption = "rdy_caption";

    /// <summary>An asset that has to be created.</summary>
    public static FixTarget Missing { get; } = new(Table, null, Kind);

    public static FixTarget In(AssetFact asset, string column) => new(Table, asset.Id, column);

    public static string Label(string column) => Tables.Label(Table, column);

    public static List<AssetFact> Of(OfferFacts offer, AssetKind kind) =>
        offer.Assets.Where(asset => asset.Kind == kind).ToList();

    /// <summary>What verdicts on uploaded bytes rest on: the bytes themselves, by their hash.</summary>
    public static string?[] BasisOf(IEnumerable<AssetFact> assets) =>
        assets.SelectMany(asset => new[] { Basis.Of(asset.Inspection), asset.Sha256, asset.Name, asset.Url }).ToArray();

    /// <summary>Bytes that are missing, not looked at yet, or damaged; null when they are there and intact.</summary>
    /// <param name="column">The column that holds them.</param>
    /// <param name="fix">What to upload.</param>
    public static Verdict? NotReadable(AssetFact asset, string column, Message fix, string?[] basis)
    {
        var target = In(asset, column);
        return asset.Inspection switch
        {
            null => Verdict.NotMet(new Message("asset.nothing", Shown.Text(asset.Name), Label(column)), fix, target, basis),
            InspectionState.Inspected => null,
            InspectionState.Damaged => Verdict.NotMet(asset.Finding ?? new Message("asset.damaged", Shown.Text(asset.Name)), fix, target, basis),
            _ => Verdict.Undecided(new Message("asset.uninspected", Shown.Text(asset.Name)), new Message("asset.uninspected.fix"), target, basis),
        };
    }
}
