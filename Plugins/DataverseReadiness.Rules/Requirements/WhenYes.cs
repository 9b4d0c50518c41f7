namespace DataverseReadiness.Rules;

/// <summary>A question; when it is answered with yes, further columns must be filled in and a person looks at it.</summary>
internal sealed class WhenYes(CatalogLine line, Column<YesNo?> question, params Column[] columns) : OfferRequirement(line, [question, .. columns])
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, question) is { } missing)
            return missing;
        if (question.Of(offer) != YesNo.Yes)
            return NotApplicable(offer, new Message("answer.no", question.Label));
        return Missing(offer, columns)
            ?? Passed(offer, columns.Length == 0 ? new Message("answers.yes", question.Label) : Given(offer, columns[0]));
    }
}
