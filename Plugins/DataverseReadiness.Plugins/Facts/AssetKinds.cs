using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>Which column of a marketing asset its facts describe.</summary>
internal static class AssetKinds
{
    public static bool IsDocument(AssetKind? kind) =>
        kind is AssetKind.Document or AssetKind.ScenarioDocument or AssetKind.TestDriveManual;

    public static string ColumnOf(AssetKind? kind) => IsDocument(kind) ? MarketingAsset.File : MarketingAsset.Image;
}
