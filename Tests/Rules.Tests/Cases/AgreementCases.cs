using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>Agreement between records.</summary>
public sealed class AgreementCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // RDY-A-01
        NotApplicable("RDY-A-01", "nothing read", new OfferFacts(), "agree.trial.none", "rdy_offer.rdy_description"),
        NotMet("RDY-A-01", "a length, but no trial", new OfferFacts { Description = "<p>Free for 30 days.</p>" }, "agree.trial.missing(30 days)", "fix.RDY-A-01", "new rdy_trial.rdy_kind"),
        Met("RDY-A-01", "the same in days", Promised("Start your 30-day trial.", 30, PeriodUnit.Days), "agree.trial(30-day)", "rdy_offer.rdy_description"),
        Met("RDY-A-01", "a month for 30 days", Promised("Try it free for 30 days.", 1, PeriodUnit.Months), "agree.trial(30 days)", "rdy_offer.rdy_description"),
        NotMet("RDY-A-01", "another number of days", Promised("Start your 14 day trial.", 30, PeriodUnit.Days), "agree.trial.differs(14 day, Free, 30, $choice.PeriodUnit.Days)", "fix.RDY-A-01", "rdy_trial.rdy_period"),
        Met("RDY-A-01", "a month for 31 days", Promised("A trial of 1 month.", 31, PeriodUnit.Days), "agree.trial(1 month)", "rdy_offer.rdy_description"),
        NotMet("RDY-A-01", "a month for 32 days", Promised("A trial of 1 month.", 32, PeriodUnit.Days), "agree.trial.differs(1 month, Free, 32, $choice.PeriodUnit.Days)", "fix.RDY-A-01", "rdy_trial.rdy_period"),
        Met("RDY-A-01", "hours", Promised("A test drive of 4 hours.", 4, PeriodUnit.Hours), "agree.trial(4 hours)", "rdy_offer.rdy_description"),
        NotMet("RDY-A-01", "in Swedish", Promised("Prova gratis i 14 dagar.", 30, PeriodUnit.Days), "agree.trial.differs(14 dagar, Free, 30, $choice.PeriodUnit.Days)", "fix.RDY-A-01", "rdy_trial.rdy_period"),
        NotApplicable("RDY-A-01", "a length of something else", Promised("Reports over 90 days.", 30, PeriodUnit.Days), "agree.trial.none", "rdy_offer.rdy_description"),

        // RDY-A-02
        NotApplicable("RDY-A-02", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_keywords)", "rdy_offer.rdy_keywords"),
        NotApplicable("RDY-A-02", "no description", new OfferFacts { Keywords = "quotes" }, "column.empty($column.rdy_offer.rdy_description)", "rdy_offer.rdy_description"),
        Met("RDY-A-02", "all there", new OfferFacts { Keywords = "quotes\nleads", Description = "<p>Quotes</p>", Summary = "From leads." }, "agree.words($column.rdy_offer.rdy_keywords, 2)", "rdy_offer.rdy_keywords"),
        NotMet("RDY-A-02", "one is missing", new OfferFacts { Keywords = "quotes\nleads", Description = "<p>Quotes</p>" }, "agree.words.missing($column.rdy_offer.rdy_keywords, leads)", "fix.RDY-A-02(leads)", "rdy_offer.rdy_description"),

        // RDY-A-03
        NotApplicable("RDY-A-03", "nothing read", new OfferFacts(), "agree.caption.none", "new rdy_marketingasset.rdy_kind"),
        Met("RDY-A-03", "named", Captions("Contoso Quotes", "A list in Contoso Quotes"), "agree.caption(1, Contoso Quotes)", "rdy_marketingasset.rdy_caption"),
        NotMet("RDY-A-03", "spelt otherwise", Captions("Contoso Quotes", "A list in ContosoQuotes"), "agree.caption.missing(A list in ContosoQuotes, Contoso Quotes)", "fix.RDY-A-03(Contoso Quotes)", "rdy_marketingasset.rdy_caption"),
        NotMet("RDY-A-03", "one of two", Captions("Contoso Quotes", "Contoso Quotes: list", "Another list"), "agree.caption.missing(Another list, Contoso Quotes)", "fix.RDY-A-03(Contoso Quotes)", "rdy_marketingasset.rdy_caption"),

        // RDY-A-04
        NotApplicable("RDY-A-04", "nothing read", new OfferFacts(), "agree.version.none", "rdy_offer.rdy_description"),
        Uninspected("RDY-A-04", "no package", new OfferFacts { Name = "Quotes", Description = "<p>Quotes version 1.2 is out.</p>" }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("RDY-A-04", "the same", Packaged(Solution(), offer => { offer.Name = "Quotes"; offer.Description = "<p>Quotes version 1.2 is out.</p>"; }), "agree.version(1.2, Quotes)", "rdy_offer.rdy_description"),
        NotMet("RDY-A-04", "another one", Packaged(Solution(), offer => { offer.Name = "Quotes"; offer.Description = "<p>Quotes v1.3 is out.</p>"; }), "agree.version.differs($column.rdy_offer.rdy_description, 1.3, Quotes, 1.2.0.0)", "fix.RDY-A-04", "rdy_offer.rdy_description"),
        NotMet("RDY-A-04", "another one at the start of the notes", Packaged(Solution(), offer => offer.CertificationNotes = "Version 2.0.1 to test."), "agree.version.differs($column.rdy_offer.rdy_certificationnotes, 2.0.1, Quotes, 1.2.0.0)", "fix.RDY-A-04", "rdy_offer.rdy_certificationnotes"),
        NotApplicable("RDY-A-04", "the version of a platform", Packaged(Solution(), offer => { offer.Name = "Quotes"; offer.Description = "<p>Needs Dynamics 365 version 9.1 or later.</p>"; }), "agree.version.none", "rdy_offer.rdy_description"),
        NotApplicable("RDY-A-04", "a solution without a version", Packaged(new PackageSolution(), offer => offer.Summary = "Version 1.2"), "agree.version.unread", "rdy_offer.rdy_description"),

        // RDY-A-05
        NotApplicable("RDY-A-05", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_languages)", "rdy_offer.rdy_languages"),
        Uninspected("RDY-A-05", "no package", new OfferFacts { Languages = new[] { Language.English } }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("RDY-A-05", "both there", Packaged(Solution(), offer => offer.Languages = new[] { Language.English, Language.Swedish }), "agree.language($choice.Language.English $choice.Language.Swedish)", "rdy_offer.rdy_languages"),
        NotMet("RDY-A-05", "one is missing", Packaged(Solution(), offer => offer.Languages = new[] { Language.English, Language.Turkish }), "agree.language.missing($choice.Language.Turkish)", "fix.RDY-A-05($choice.Language.Turkish)", "rdy_offer.rdy_languages"),
        NotApplicable("RDY-A-05", "no labels read", Packaged(new PackageSolution(), offer => offer.Languages = new[] { Language.English }), "agree.language.none", "rdy_offer.rdy_languages"),

        // RDY-A-06
        NotApplicable("RDY-A-06", "nothing read", new OfferFacts(), "agree.role.none", "rdy_offer.rdy_serviceaccountroles"),
        Uninspected("RDY-A-06", "no package", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, RoleName = "Quotes Visitor" }), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("RDY-A-06", "in the package", Packaged(Solution(), offer => offer.Trials = new[] { new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, RoleName = "quotes visitor" } }), "agree.role(quotes visitor)", "rdy_trial.rdy_rolename"),
        NotMet("RDY-A-06", "not in the package", Packaged(Solution(), offer => offer.Trials = new[] { new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, RoleName = "Visitor" } }), "agree.role.missing(Visitor)", "fix.RDY-A-06", "rdy_trial.rdy_rolename"),
        Met("RDY-A-06", "a role of the platform", Packaged(Solution(), offer => { offer.AddsServiceAccount = YesNo.Yes; offer.ServiceAccountRoles = "Basic User"; }), "agree.role(Basic User)", "rdy_offer.rdy_serviceaccountroles"),
        NotMet("RDY-A-06", "one of two", Packaged(Solution(), offer => { offer.AddsServiceAccount = YesNo.Yes; offer.ServiceAccountRoles = "Basic User\nService"; }), "agree.role.missing(Service)", "fix.RDY-A-06", "rdy_offer.rdy_serviceaccountroles"),

        // RDY-A-07
        NotApplicable("RDY-A-07", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_workswith)", "rdy_offer.rdy_workswith"),
        Met("RDY-A-07", "there", new OfferFacts { WorksWith = "Dynamics 365 Sales", Description = "<p>For Dynamics 365 Sales.</p>" }, "agree.words($column.rdy_offer.rdy_workswith, 1)", "rdy_offer.rdy_workswith"),
        NotMet("RDY-A-07", "missing", new OfferFacts { WorksWith = "Dynamics 365 Sales", Description = "<p>For sellers.</p>" }, "agree.words.missing($column.rdy_offer.rdy_workswith, Dynamics 365 Sales)", "fix.RDY-A-07(Dynamics 365 Sales)", "rdy_offer.rdy_description"),

        // RDY-A-08
        NotApplicable("RDY-A-08", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_marketproducts)", "rdy_offer.rdy_marketproducts"),
        Met("RDY-A-08", "there", new OfferFacts { MarketProducts = new[] { MarketProduct.Sales }, Description = "<p>For Dynamics 365 Sales.</p>" }, "agree.words($column.rdy_offer.rdy_marketproducts, 1)", "rdy_offer.rdy_marketproducts"),
        NotMet("RDY-A-08", "missing", new OfferFacts { MarketProducts = new[] { MarketProduct.FieldService }, Description = "<p>For Dynamics 365 Sales.</p>" }, "agree.words.missing($column.rdy_offer.rdy_marketproducts, Field Service)", "fix.RDY-A-08(Field Service)", "rdy_offer.rdy_description"),

        // RDY-A-09
        NotApplicable("RDY-A-09", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_markets)", "rdy_offer.rdy_markets"),
        Uninspected("RDY-A-09", "no package", new OfferFacts { Markets = "SE" }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("RDY-A-09", "there", Countries("SE,NO", "no"), "agree.market(2)", "rdy_offer.rdy_markets"),
        NotMet("RDY-A-09", "missing", Countries("SE,NO", "SE DK"), "agree.market.missing(1, DK)", "fix.RDY-A-09", "rdy_offer.rdy_markets"),
        NotApplicable("RDY-A-09", "not told", Countries("", "SE"), "agree.market.none", "rdy_offer.rdy_markets"),
    };
}
