using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A contact for support with name, e-mail address, phone number, and a support address that is not the help address.</summary>
internal sealed class SupportContact(CatalogLine line) : Requirement(line)
{
    private readonly Contact _contact = new(line, Columns.SupportName, Columns.SupportEmail, Columns.SupportPhone);
    private readonly LinkGiven _link = new(line, LinkPurpose.Support, differsFrom: LinkPurpose.Help);

    public override IReadOnlyList<string> Reads => [.. _contact.Reads, .. _link.Reads];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var contact = _contact.Evaluate(offer);
        if (contact.Kind == VerdictKind.NotMet)
            return contact;

        var link = _link.Evaluate(offer);
        string?[] basis = [.. contact.Basis, .. link.Basis];
        return link.Kind == VerdictKind.NotMet
            ? Verdict.NotMet(link.Reason, link.Fix!, link.Target, basis)
            : link.Kind == VerdictKind.Met
                ? Verdict.Met(link.Reason, link.Target, basis)
                : Verdict.Undecided(link.Reason, link.Fix!, link.Target, basis);
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => _link.Addresses(offer);
}
