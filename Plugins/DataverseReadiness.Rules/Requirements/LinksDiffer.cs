using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Help and support are two addresses.</summary>
internal sealed class LinksDiffer(CatalogLine line, LinkPurpose one, LinkPurpose other) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } =
        [SupportLinks.Table + "." + SupportLinks.Purpose, SupportLinks.Table + "." + SupportLinks.Url];

    public override Verdict Evaluate(OfferFacts offer)
    {
        List<SupportLinkFact> links = SupportLinks.For(offer, one), others = SupportLinks.For(offer, other);
        if (links.Count == 0 || others.Count == 0)
            return Verdict.NotApplicable(new Message("links.few", Shown.Choice(one), Shown.Choice(other)), SupportLinks.Missing);

        string?[] basis = [.. links.Select(link => link.Url), .. others.Select(link => link.Url)];
        return SupportLinks.Same(links, others) is { } same
            ? Verdict.NotMet(
                new Message("links.same", Shown.Choice(one), Shown.Choice(other), Shown.Text(same.Url)), Fix(), SupportLinks.In(same, SupportLinks.Url), basis)
            : Passed(new Message("links.differ", Shown.Choice(one), Shown.Choice(other)), SupportLinks.In(links[0], SupportLinks.Url), basis);
    }
}
