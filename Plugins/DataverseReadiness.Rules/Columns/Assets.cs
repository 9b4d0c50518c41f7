using System.Collections.Generic;

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

    public static List<AssetFact> Of(OfferFacts offer, AssetKind kind)
    {
        var assets = new List<AssetFact>();
        foreach (var asset in offer.Assets)
        {
            if (asset.Kind == kind)
                assets.Add(asset);
        }

        return assets;
    }

    /// <summary>What verdicts on uploaded bytes rest on: the bytes themselves, by their hash.</summary>
    public static string?[] BasisOf(List<AssetFact> assets)
    {
        var basis = new string?[4 * assets.Count];
        for (var i = 0; i < assets.Count; i++)
        {
            basis[4 * i] = Basis.Of(assets[i].Inspection);
            basis[(4 * i) + 1] = assets[i].Sha256;
            basis[(4 * i) + 2] = assets[i].Name;
            basis[(4 * i) + 3] = assets[i].Url;
        }

        return basis;
    }

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
