using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A link of some purpose with an address of the right form. Whether it answers is for a probe to tell.</summary>
/// <param name="max">How many such links the store has a field for.</param>
/// <param name="differsFrom">A purpose whose links must have other addresses.</param>
/// <param name="optional">There may be none.</param>
internal sealed class LinkGiven(CatalogLine line, LinkPurpose purpose, int max = int.MaxValue, LinkPurpose? differsFrom = null, bool optional = false)
    : Requirement(line)
{
    private readonly string _purpose = Shown.Choice(purpose);

    public override IReadOnlyList<string> Reads { get; } =
        [SupportLinks.Table + "." + SupportLinks.Purpose, SupportLinks.Table + "." + SupportLinks.Url];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var links = SupportLinks.For(offer, purpose);
        if (links.Count == 0 && optional)
            return Verdict.NotApplicable(new Message("link.none", _purpose), SupportLinks.Missing);
        if (links.Count == 0)
            return Verdict.NotMet(new Message("link.none", _purpose), new Message("link.none.fix", _purpose), SupportLinks.Missing);

        var basis = links.ConvertAll(link => link.Url).ToArray();
        if (links.Count > max)
        {
            return Verdict.NotMet(
                new Message("link.many", Shown.Number(links.Count), _purpose, Shown.Number(max)),
                new Message("link.many.fix", _purpose, Shown.Number(max)),
                SupportLinks.In(links[max], SupportLinks.Purpose),
                basis);
        }

        foreach (var link in links)
        {
            var fix = new Message("fix.url", SupportLinks.Label(SupportLinks.Url));
            var target = SupportLinks.In(link, SupportLinks.Url);
            if (string.IsNullOrWhiteSpace(link.Url))
                return Verdict.NotMet(new Message("link.empty", Shown.Text(link.Name)), fix, target, basis);
            if (UrlReader.Read(link.Url).Problem is { } problem)
                return Verdict.NotMet(problem, fix, target, basis);
        }

        // Rests on the other links only while they are the same: any other address of theirs changes nothing here.
        if (differsFrom is { } other && SupportLinks.Same(links, SupportLinks.For(offer, other)) is { } same)
        {
            return Verdict.NotMet(
                new Message("links.same", _purpose, Shown.Choice(other), Shown.Text(same.Url)),
                new Message("links.same.fix", _purpose, Shown.Choice(other)),
                SupportLinks.In(same, SupportLinks.Url),
                [.. basis, same.Url]);
        }

        var addresses = Probe is { } kind
            ? links.ConvertAll(link => new ProbedAddress(kind, SupportLinks.In(link, SupportLinks.Url), link.Url!))
            : [];
        return Passed(offer, new Message("link.given", _purpose, Shown.Text(links[0].Url)), SupportLinks.In(links[0], SupportLinks.Url), addresses, basis);
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) =>
        SupportLinks.For(offer, purpose).SelectMany(link => AddressOf(link.Url, SupportLinks.In(link, SupportLinks.Url)));

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => SupportLinks.For(offer, purpose).Select(link => link.Id);
}
