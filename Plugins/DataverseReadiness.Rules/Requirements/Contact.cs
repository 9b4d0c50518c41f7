using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A contact with name, e-mail address and phone number.</summary>
internal sealed class Contact(CatalogLine line, Column<string?> name, Column<string?> email, Column<string?> phone)
    : OfferRequirement(line, name, email, phone)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, name, email, phone) is { } missing)
            return missing;

        if (EmailReader.Read(email.Of(offer)).Problem is { } noEmail)
            return NotMet(offer, noEmail, new Message("fix.email", email.Label), email);

        return PhoneReader.Read(phone.Of(offer)).Problem is { } noPhone
            ? NotMet(offer, noPhone, new Message("fix.phone", phone.Label), phone)
            : Passed(offer, new Message("contact.given", name.ShownIn(offer), email.ShownIn(offer), phone.ShownIn(offer)));
    }
}
