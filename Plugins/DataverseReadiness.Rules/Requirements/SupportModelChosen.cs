using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Technical support is offered: free, paid or by a community.</summary>
internal sealed class SupportModelChosen(CatalogLine line) : Requirement(line)
{
    private static readonly string Support = Shown.Choice(LinkPurpose.Support);

    public override IReadOnlyList<string> Reads { get; } =
    [
        SupportLinks.Table + "." + SupportLinks.Model,
        SupportLinks.Table + "." + SupportLinks.Purpose,
        SupportLinks.Table + "." + SupportLinks.Channel,
        SupportLinks.Table + "." + SupportLinks.Hours,
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var links = SupportLinks.For(offer, LinkPurpose.Support);
        if (links.Count == 0)
            return Verdict.NotMet(new Message("link.none", Support), new Message("link.none.fix", Support), SupportLinks.Missing);

        var basis = links.SelectMany(link => new[] { Basis.Of(link.Model), link.Channel, link.Hours }).ToArray();
        return links.FirstOrDefault(link => link.Model is not null) is { } supported
            ? Passed(
                string.IsNullOrWhiteSpace(supported.Channel) && string.IsNullOrWhiteSpace(supported.Hours)
                    ? new Message("support.model", Shown.Choice(supported.Model!.Value))
                    : new Message("support.offered", Shown.Choice(supported.Model!.Value), Shown.Text(supported.Channel), Shown.Text(supported.Hours)),
                SupportLinks.In(supported, SupportLinks.Model),
                basis)
            : Verdict.NotMet(new Message("support.nomodel", Shown.Text(links[0].Name)), Fix(), SupportLinks.In(links[0], SupportLinks.Model), basis);
    }
}
