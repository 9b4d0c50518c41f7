using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The solutions of the package have labels in every language the listing claims.</summary>
internal sealed class LanguagesOfPackage(CatalogLine line) : OfferRequirement(line, Columns.Languages, Columns.PackageInspection)
{
    /// <summary>Language codes, in the order of <see cref="Language"/>.</summary>
    private static readonly int[] Codes = [1033, 2052, 1029, 1030, 1043, 1035, 1036, 1031, 1040, 1041, 1044, 1045, 1046, 3082, 1053, 1055];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.Languages.Count == 0)
            return NotGiven(offer, Columns.Languages);
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        string?[] basis = [.. BasisIn(offer), offer.Package!.Sha256];
        var target = Columns.Languages.In(offer);
        if (!offer.Package.Solutions.Any(solution => solution.Languages.Count > 0))
            return Verdict.NotApplicable(new Message("agree.language.none"), target, basis);

        var missing = offer.Languages.Where(language => !offer.Package.Solutions.Any(solution => solution.Languages.Contains(CodeOf(language)))).Select(Shown.Choice).ToList();
        return missing.Count > 0
            ? Verdict.NotMet(new Message("agree.language.missing", string.Join(" ", missing)), Fix(string.Join(" ", missing)), target, basis)
            : Passed(new Message("agree.language", Columns.Languages.ShownIn(offer)), target, basis);
    }

    private static int CodeOf(Language language) =>
        language is >= Language.English and <= Language.Turkish ? Codes[language - Language.English] : 0;
}
