using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Paths of files below a folder, the same on every system.</summary>
internal static class FileNames
{
    private const int Longest = 100;
    private const string Refused = "<>:\"/\\|?*";

    /// <summary>Where a file of a row goes that the folder does not know yet. An image is called after its row.</summary>
    public static string Of(Entity row, string column, string name) => column switch
    {
        Offer.Package => "package/" + Clean(name),
        Offer.CheckerReport => "checker/" + Clean(name),
        Judgement.Evidence => "evidence/" + Clean(name),
        MarketingAsset.Image => "images/" + Clean((row.Text(MarketingAsset.Name) ?? "image") + ExtensionOf(row.Text(MarketingAsset.Format))),
        _ => "documents/" + Clean(name),
    };

    /// <summary>A name that is one on every system, and leads out of no folder.</summary>
    public static string Clean(string name)
    {
        var clean = string.Concat(name.Select(letter => Refused.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? '-' : letter)).Trim(' ', '.');
        var extension = Path.GetExtension(clean);
        return clean.Length == 0 ? "file" : clean.Length <= Longest || extension.Length >= Longest ? clean : clean[..(Longest - extension.Length)] + extension;
    }

    private static string ExtensionOf(string? format) => format switch
    {
        "JPEG" => ".jpg",
        { Length: > 0 } => "." + format.ToLowerInvariant(),
        _ => "",
    };
}
