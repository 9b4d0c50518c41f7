using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Input;

/// <summary>An AppSource package beside a folder, or alone.</summary>
internal static class PackageFile
{
    /// <summary>The package as the only thing that is known of an offer.</summary>
    /// <exception cref="TroubleException">It cannot be read.</exception>
    public static SubmittedOffer Alone(string path, RuleSetChoice ruleSet, int language)
    {
        var row = new Entity(Offer.Table, Guid.Empty)
        {
            [Offer.Name] = Path.GetFileName(path),
            [Offer.RuleSet] = new OptionSetValue((int)ruleSet),
        };
        var file = Inspect(row, path, language);
        return new SubmittedOffer(row, [], new DataPlace(file.Shown, 0), [], [file]) { IsPackageAlone = true };
    }

    /// <summary>Puts the package into an offer, in the place of any that its folder names.</summary>
    /// <exception cref="TroubleException">It cannot be read.</exception>
    public static SubmittedFile Inspect(Entity offer, string path, int language)
    {
        try
        {
            return FileInspections.Inspect(offer, Offer.Package, path, path.Replace('\\', '/'));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(CliTexts.Say("input.file.unreadable", language, path), e);
        }
    }
}
