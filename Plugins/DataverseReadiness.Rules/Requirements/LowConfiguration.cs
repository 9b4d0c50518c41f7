using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Setting up is quick, without development or customization.</summary>
internal sealed class LowConfiguration(CatalogLine line)
    : OfferRequirement(line, Columns.NeedsDevelopment, Columns.SetupSteps, Columns.SetupMinutes, Columns.AdminGuideUrl)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.NeedsDevelopment, Columns.SetupSteps, Columns.SetupMinutes, Columns.AdminGuideUrl) is { } missing)
            return missing;

        if (offer.NeedsDevelopment != YesNo.No)
            return NotMet(offer, new Message("setup.development"), Fix());

        return UrlReader.Read(offer.AdminGuideUrl).Problem is { } problem
            ? NotMet(offer, problem, new Message("fix.url", Columns.AdminGuideUrl.Label), Columns.AdminGuideUrl)
            : Passed(offer, new Message("setup.effort", Columns.SetupSteps.ShownIn(offer), Columns.SetupMinutes.ShownIn(offer)));
    }
}
