using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>C-01 and C-02.</summary>
public sealed class ContactCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        NotMet("C-01", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_engineeringname $column.rdy_offer.rdy_engineeringemail $column.rdy_offer.rdy_engineeringphone)", "columns.fill($column.rdy_offer.rdy_engineeringname $column.rdy_offer.rdy_engineeringemail $column.rdy_offer.rdy_engineeringphone)", "rdy_offer.rdy_engineeringname"),
        NotMet("C-01", "no phone", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada@contoso.com" }, "column.empty($column.rdy_offer.rdy_engineeringphone)", "column.fill($column.rdy_offer.rdy_engineeringphone)", "rdy_offer.rdy_engineeringphone"),
        NotMet("C-01", "no e-mail address", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada", EngineeringPhone = "+46 8 123 456" }, "email.form(ada)", "fix.email($column.rdy_offer.rdy_engineeringemail)", "rdy_offer.rdy_engineeringemail"),
        NotMet("C-01", "no phone number", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada@contoso.com", EngineeringPhone = "reception" }, "phone.form(reception)", "fix.phone($column.rdy_offer.rdy_engineeringphone)", "rdy_offer.rdy_engineeringphone"),
        Undecided("C-01", "complete", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada@contoso.com", EngineeringPhone = "+46 8 123 456" }, "contact.given(Ada, ada@contoso.com, +46 8 123 456)", "rdy_offer.rdy_engineeringname"),
        NotMet("C-02", "nothing read", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada@contoso.com", EngineeringPhone = "+46 8 123 456" }, "columns.empty($column.rdy_offer.rdy_supportname $column.rdy_offer.rdy_supportemail $column.rdy_offer.rdy_supportphone)", "columns.fill($column.rdy_offer.rdy_supportname $column.rdy_offer.rdy_supportemail $column.rdy_offer.rdy_supportphone)", "rdy_offer.rdy_supportname"),
        Undecided("C-02", "complete", new OfferFacts { SupportName = "Support", SupportEmail = "support@contoso.com", SupportPhone = "+46 8 123 457" }, "contact.given(Support, support@contoso.com, +46 8 123 457)", "rdy_offer.rdy_supportname"),
    };
}
