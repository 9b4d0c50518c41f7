using System.Text.RegularExpressions;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Names, version and publisher of <c>solution.xml</c>.</summary>
internal static partial class ManifestCheck
{
    public static void Run(CheckContext context)
    {
        if (context.Manifest is not { } manifest) return;
        var name = manifest.Element("UniqueName");
        if (name != null && !UniqueName().IsMatch(name.Value))
            context.Report(name, FindingCodes.ManifestName, $"The unique name is '{name.Value}'; it consists of letters, digits and underscores and begins with a letter or underscore.");
        var version = manifest.Element("Version");
        if (version != null && !FourNumbers().IsMatch(version.Value))
            context.Report(version, FindingCodes.ManifestVersion, $"The version is '{version.Value}'; it has four numbers, such as 1.0.0.0.");
        var managed = manifest.Element("Managed");
        if (managed != null && !(managed.Value is "0" or "1" || (managed.Value == "2" && !context.Package.IsZip)))
            context.Report(managed, FindingCodes.ManifestManaged, $"'Managed' is '{managed.Value}'; a zip says 0 or 1.");
        if (context.Solution.Attr("languagecode") == null)
            context.Report(context.Solution, FindingCodes.ManifestLanguage, "The base language ('languagecode') is missing.");
        CheckPublisher(context);
    }

    private static void CheckPublisher(CheckContext context)
    {
        if (context.Manifest!.Element("Publisher") is not { } publisher) return;
        var prefix = publisher.Element("CustomizationPrefix");
        if (prefix != null && (!Prefix().IsMatch(prefix.Value) || prefix.Value.StartsWith("mscrm", StringComparison.OrdinalIgnoreCase)))
            context.Report(prefix, FindingCodes.PublisherPrefix, $"The prefix is '{prefix.Value}'; it has 2 to 8 letters or digits, begins with a letter and not with 'mscrm'.");
        var options = publisher.Element("CustomizationOptionValuePrefix");
        if (options != null && context.OptionPrefix is not (>= 10000 and <= 99999))
            context.Report(options, FindingCodes.PublisherOptionPrefix, $"The option value prefix is '{options.Value}'; it lies between 10000 and 99999.");
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex UniqueName();

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,9}){3}$")]
    private static partial Regex FourNumbers();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{1,7}$")]
    private static partial Regex Prefix();
}
