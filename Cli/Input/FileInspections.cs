using System.Security.Cryptography;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Input;

/// <summary>Puts what a file says about itself into the row that has it, as the plug-ins do after an upload.</summary>
internal static class FileInspections
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SubmittedFile Inspect(Entity row, string column, string path, string shown)
    {
        // Any id: facts only have to be about the file that is there.
        var fileId = row.Id;
        row[column == MarketingAsset.Image ? MarketingAsset.ImageId : column] = fileId;
        string? sha256 = null;
        var format = "";
        using var bytes = File.OpenRead(path);
        switch (column)
        {
            case Offer.Package:
                var package = PackageInspector.Inspect(bytes, fileId);
                sha256 = package.Sha256;
                row[Offer.PackageFacts] = package.ToJson();
                row[Offer.PackageInspection] = StateOf(package.Damage);
                break;

            case Offer.CheckerReport:
                var report = CheckerReport.Read(bytes, fileId);
                row[Offer.CheckerFacts] = report.ToJson();
                row[Offer.CheckerInspection] = StateOf(report.Damage);
                break;

            case MarketingAsset.Image:
                format = row.Text(MarketingAsset.Format) ?? "";
                row.Attributes.Remove(MarketingAsset.Image);
                break;

            case MarketingAsset.File:
                row[MarketingAsset.FileName] = Path.GetFileName(path);
                if (AssetKinds.IsDocument(row.Choice<AssetKind>(MarketingAsset.Kind)))
                {
                    var inspection = AssetInspection.Of(bytes, column);
                    inspection.Set(row);
                    (sha256, format) = (inspection.Sha256, inspection.Format);
                }

                break;
        }

        if (string.IsNullOrEmpty(sha256))
        {
            bytes.Position = 0;
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        return new SubmittedFile(row.Id, row.Text(Trial.Name) ?? "", column, path, shown, sha256, format);
    }

    private static OptionSetValue StateOf(Message? damage) => new((int)(damage is null ? InspectionState.Inspected : InspectionState.Damaged));
}
