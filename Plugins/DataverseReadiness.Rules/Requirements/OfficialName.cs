using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The name fits, and is the same wherever else it is published.</summary>
internal sealed class OfficialName(CatalogLine line, int max)
    : OfferRequirement(line, Columns.Name, Columns.OtherPublications)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.Name.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", Columns.Name.Label), Fix(_max));

        var name = offer.Name!;
        if (name.Length > max)
            return NotMet(offer, new Message("text.long", Columns.Name.Label, Shown.Number(name.Length), _max), Fix(_max));

        foreach (var publication in Lines.Of(offer.OtherPublications))
        {
            if (UrlReader.Read(publication).Problem is { } problem)
                return NotMet(offer, problem, new Message("publications.fix", Columns.OtherPublications.Label), Columns.OtherPublications);
        }

        return Passed(offer, new Message("text.length", Columns.Name.Label, Shown.Number(name.Length), _max));
    }
}
