namespace DataverseReadiness.Rules;

/// <summary>A business process for business customers, who sign in with work accounts.</summary>
internal sealed class LineOfBusiness(CatalogLine line)
    : OfferRequirement(line, Columns.BusinessProcess, Columns.TargetAudience, Columns.SignInMethod, Columns.Industries)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.BusinessProcess, Columns.TargetAudience, Columns.SignInMethod) is { } missing)
            return missing;

        return offer.SignInMethod == SignInMethod.WorkAccount
            ? Passed(offer, new Message("lob.declared", Columns.TargetAudience.ShownIn(offer)))
            : NotMet(offer, new Message("lob.signin", Columns.SignInMethod.ShownIn(offer)), Fix(), Columns.SignInMethod);
    }
}
