using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The publisher is registered with one of the two programmes.</summary>
internal sealed class PartnerRegistration(CatalogLine line) : OfferRequirement(line, Columns.Registration, Columns.PartnerId)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.Registration) is { } missing)
            return missing;

        if (offer.Registration == Registration.NotRegistered)
            return NotMet(offer, new Message("registration.none"), Fix());

        if (Missing(offer, Columns.PartnerId) is { } noId)
            return noId;

        var id = offer.PartnerId!.Trim();
        return offer.Registration == Registration.PartnerNetworkMember && !id.All(character => character is >= '0' and <= '9')
            ? NotMet(offer, new Message("registration.digits", Shown.Text(id)), new Message("registration.digits.fix"), Columns.PartnerId)
            : Passed(offer, new Message("registration.given", Columns.Registration.ShownIn(offer), Shown.Text(id)));
    }
}
