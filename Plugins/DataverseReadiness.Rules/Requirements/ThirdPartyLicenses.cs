using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Every third-party component is listed with its licence.</summary>
internal sealed class ThirdPartyLicenses(CatalogLine line) : OfferRequirement(line, Columns.UsesThirdParty, Columns.ThirdParty)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.UsesThirdParty) is { } missing)
            return missing;

        var components = Lines.Of(offer.ThirdParty);
        if (offer.UsesThirdParty != YesNo.Yes)
        {
            return components.Count == 0
                ? NotApplicable(offer, new Message("thirdparty.none"))
                : NotMet(offer, new Message("thirdparty.contradiction", Shown.Number(components.Count)), new Message("thirdparty.contradiction.fix"));
        }

        if (components.Count == 0)
            return NotMet(offer, new Message("column.empty", Columns.ThirdParty.Label), Fix(), Columns.ThirdParty);

        var unlicensed = components.Where(component => !HasLicense(component)).ToList();
        return unlicensed.Count > 0
            ? NotMet(
                offer,
                new Message("thirdparty.unlicensed", Shown.Number(unlicensed.Count), Shown.Number(components.Count), Shown.Text(unlicensed[0])),
                Fix(),
                Columns.ThirdParty)
            : Passed(offer, new Message("thirdparty.licensed", Shown.Number(components.Count)));
    }

    private static bool HasLicense(string component)
    {
        var separator = component.IndexOf(';');
        return separator > 0 && component.Substring(separator + 1).Trim().Length > 0;
    }
}
