namespace DataverseReadiness.Rules;

/// <summary>Nothing in the data decides it; a person judges, for the values it reads.</summary>
/// <param name="reason">What stands to be judged; its argument is the app version.</param>
internal sealed class PersonJudges(CatalogLine line, string reason, params Column[] columns) : OfferRequirement(line, columns)
{
    public override Verdict Evaluate(OfferFacts offer) =>
        Passed(offer, Columns.AppVersion.IsEmptyIn(offer)
            ? new Message(reason + ".unversioned")
            : new Message(reason, Columns.AppVersion.ShownIn(offer)));
}
