using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Terms and conditions: a text of limited length, or one address.</summary>
internal sealed class TermsGiven(CatalogLine line, int max) : OfferRequirement(line, Columns.Terms, Columns.TermsUrl, Columns.StandardContract)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        bool text = !Columns.Terms.IsEmptyIn(offer), url = !Columns.TermsUrl.IsEmptyIn(offer);
        if (text && url)
            return NotMet(offer, new Message("terms.both", Columns.Terms.Label, Columns.TermsUrl.Label), Fix(_max));
        if (url)
        {
            return UrlReader.Read(offer.TermsUrl).Problem is { } problem
                ? NotMet(offer, problem, new Message("fix.url", Columns.TermsUrl.Label), Columns.TermsUrl)
                : Passed(offer, Given(offer, Columns.TermsUrl), Columns.TermsUrl.In(offer), [.. Addresses(offer)], BasisIn(offer));
        }

        if (!text)
        {
            return NotMet(
                offer,
                offer.StandardContract == YesNo.Yes ? new Message("terms.standard") : new Message("columns.empty", Columns.Terms.Label + " " + Columns.TermsUrl.Label),
                Fix(_max));
        }

        var length = Shown.Number(offer.Terms!.Length);
        return offer.Terms.Length > max
            ? NotMet(offer, new Message("text.long", Columns.Terms.Label, length, _max), Fix(_max))
            : Verdict.Met(new Message("text.length", Columns.Terms.Label, length, _max), Columns.Terms.In(offer), BasisIn(offer));
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => AddressOf(offer.TermsUrl, Columns.TermsUrl.In(offer));
}
