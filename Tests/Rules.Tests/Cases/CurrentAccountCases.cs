using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>A-01 to A-05 and O-01 to O-09 of today's rule set.</summary>
public sealed class CurrentAccountCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // CU-A-01
        NotMet("CU-A-01", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_partnercenteractive $column.rdy_offer.rdy_accountkind $column.rdy_offer.rdy_publisherid $column.rdy_offer.rdy_partnerid $column.rdy_offer.rdy_legalname $column.rdy_offer.rdy_legaladdress $column.rdy_offer.rdy_primarycontact $column.rdy_offer.rdy_publisheragreement)", "columns.fill($column.rdy_offer.rdy_partnercenteractive $column.rdy_offer.rdy_accountkind $column.rdy_offer.rdy_publisherid $column.rdy_offer.rdy_partnerid $column.rdy_offer.rdy_legalname $column.rdy_offer.rdy_legaladdress $column.rdy_offer.rdy_primarycontact $column.rdy_offer.rdy_publisheragreement)", "rdy_offer.rdy_partnercenteractive"),
        Undecided("CU-A-01", "all there", new OfferFacts { PartnerCenterActive = YesNo.Yes, AccountKind = AccountKind.WorkOrSchoolAccount, PublisherId = "contoso", PartnerId = "4711", LegalName = "Contoso AB", LegalAddress = "Storgatan 1", PrimaryContact = "Ada", PublisherAgreement = YesNo.Yes }, "publisher.enrolled(Contoso AB, contoso)", "rdy_offer.rdy_partnercenteractive"),
        NotMet("CU-A-01", "one is missing", new OfferFacts { PartnerCenterActive = YesNo.Yes, AccountKind = AccountKind.WorkOrSchoolAccount, PublisherId = "contoso", PartnerId = "4711", LegalAddress = "Storgatan 1", PrimaryContact = "Ada", PublisherAgreement = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_legalname)", "column.fill($column.rdy_offer.rdy_legalname)", "rdy_offer.rdy_legalname"),
        NotMet("CU-A-01", "a personal account", new OfferFacts { PartnerCenterActive = YesNo.Yes, AccountKind = AccountKind.PersonalMicrosoftAccount, PublisherId = "contoso", PartnerId = "4711", LegalName = "Contoso AB", LegalAddress = "Storgatan 1", PrimaryContact = "Ada", PublisherAgreement = YesNo.Yes }, "publisher.kind($choice.AccountKind.PersonalMicrosoftAccount)", "publisher.kind.fix", "rdy_offer.rdy_accountkind"),
        NotMet("CU-A-01", "a Microsoft account on a work address", new OfferFacts { PartnerCenterActive = YesNo.Yes, AccountKind = AccountKind.MicrosoftAccountOnWorkEmail, PublisherId = "contoso", PartnerId = "4711", LegalName = "Contoso AB", LegalAddress = "Storgatan 1", PrimaryContact = "Ada", PublisherAgreement = YesNo.Yes }, "publisher.kind($choice.AccountKind.MicrosoftAccountOnWorkEmail)", "publisher.kind.fix", "rdy_offer.rdy_accountkind"),
        NotMet("CU-A-01", "not activated", new OfferFacts { PartnerCenterActive = YesNo.No, AccountKind = AccountKind.WorkOrSchoolAccount, PublisherId = "contoso", PartnerId = "4711", LegalName = "Contoso AB", LegalAddress = "Storgatan 1", PrimaryContact = "Ada", PublisherAgreement = YesNo.Yes }, "answers.no($column.rdy_offer.rdy_partnercenteractive)", "fix.D365-CU-A-01", "rdy_offer.rdy_partnercenteractive"),
        NotMet("CU-A-01", "agreement not accepted", new OfferFacts { PartnerCenterActive = YesNo.Yes, AccountKind = AccountKind.WorkOrSchoolAccount, PublisherId = "contoso", PartnerId = "4711", LegalName = "Contoso AB", LegalAddress = "Storgatan 1", PrimaryContact = "Ada", PublisherAgreement = YesNo.No }, "answers.no($column.rdy_offer.rdy_publisheragreement)", "fix.D365-CU-A-01", "rdy_offer.rdy_publisheragreement"),

        // CU-A-02
        NotMet("CU-A-02", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_marketplaceid $column.rdy_offer.rdy_publisherid)", "columns.fill($column.rdy_offer.rdy_marketplaceid $column.rdy_offer.rdy_publisherid)", "rdy_offer.rdy_marketplaceid"),
        Met("CU-A-02", "the example of the page", new OfferFacts { PublisherId = "testpublisherid", MarketplaceId = "test-offer-1" }, "offerid.pair(testpublisherid.test-offer-1, 28, 40)", "rdy_offer.rdy_marketplaceid"),
        Met("CU-A-02", "40 characters together", new OfferFacts { PublisherId = "testpublisherid", MarketplaceId = Chars(24) }, "offerid.pair(testpublisherid.xxxxxxxxxxxxxxxxxxxxxxxx, 40, 40)", "rdy_offer.rdy_marketplaceid"),
        NotMet("CU-A-02", "41 characters together", new OfferFacts { PublisherId = "testpublisherid", MarketplaceId = Chars(25) }, "offerid.long(testpublisherid.xxxxxxxxxxxxxxxxxxxxxxxxx, 41, 40)", "fix.D365-CU-A-02(40)", "rdy_offer.rdy_marketplaceid"),
        Met("CU-A-02", "an underscore and a hyphen at the end", new OfferFacts { PublisherId = "contoso", MarketplaceId = "quotes_365-" }, "offerid.pair(contoso.quotes_365-, 19, 40)", "rdy_offer.rdy_marketplaceid"),
        NotMet("CU-A-02", "a capital", new OfferFacts { PublisherId = "contoso", MarketplaceId = "Quotes" }, "offerid.character(Quotes, Q)", "fix.D365-CU-A-02(40)", "rdy_offer.rdy_marketplaceid"),
        NotMet("CU-A-02", "a blank", new OfferFacts { PublisherId = "contoso", MarketplaceId = "my quotes" }, "offerid.space(my quotes)", "fix.D365-CU-A-02(40)", "rdy_offer.rdy_marketplaceid"),
        NotMet("CU-A-02", "a pair of surrogates", new OfferFacts { PublisherId = "contoso", MarketplaceId = "quotes\uD83D\uDE00" }, "offerid.character(quotes\uD83D\uDE00, \uD83D\uDE00)", "fix.D365-CU-A-02(40)", "rdy_offer.rdy_marketplaceid"),

        // CU-A-03
        NotMet("CU-A-03", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_alias)", "column.fill($column.rdy_offer.rdy_alias)", "rdy_offer.rdy_alias"),
        Met("CU-A-03", "an alias", new OfferFacts { Alias = "quotes" }, "column.value($column.rdy_offer.rdy_alias, quotes)", "rdy_offer.rdy_alias"),

        // CU-A-04
        NotMet("CU-A-04", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_publisherid)", "column.fill($column.rdy_offer.rdy_publisherid)", "rdy_offer.rdy_publisherid"),
        Undecided("CU-A-04", "a publisher", new OfferFacts { PublisherId = "contoso" }, "column.value($column.rdy_offer.rdy_publisherid, contoso)", "rdy_offer.rdy_publisherid"),

        // CU-A-05
        Undecided("CU-A-05", "nothing read", new OfferFacts(), "testoffer.no", "rdy_offer.rdy_testoffer"),
        Undecided("CU-A-05", "an offer for everybody", new OfferFacts { Name = "Quotes", TestOffer = YesNo.No }, "testoffer.no", "rdy_offer.rdy_testoffer"),
        NotMet("CU-A-05", "named as a test, but none", new OfferFacts { Name = "Quotes MS Test Offer" }, "testoffer.named(MS Test Offer)", "testoffer.named.fix", "rdy_offer.rdy_testoffer"),
        NotMet("CU-A-05", "a test that is not named so", new OfferFacts { Name = "Quotes", TestOffer = YesNo.Yes }, "testoffer.unnamed(Quotes, MS Test Offer)", "testoffer.unnamed.fix(MS Test Offer)", "rdy_offer.rdy_name"),
        NotMet("CU-A-05", "a test with a public plan", new OfferFacts { Name = "Quotes MS Test Offer", TestOffer = YesNo.Yes, Plans = new[] { new PlanFact { Name = "Basic", Visibility = PlanVisibility.Public } } }, "testoffer.public(Basic)", "fix.D365-CU-A-05", "rdy_plan.rdy_visibility"),
        Undecided("CU-A-05", "a test with a private plan", new OfferFacts { Name = "Quotes MS Test Offer", TestOffer = YesNo.Yes, Plans = new[] { new PlanFact { Name = "Basic", Visibility = PlanVisibility.Private } } }, "testoffer.yes", "rdy_offer.rdy_testoffer"),

        // CU-O-01
        NotMet("CU-O-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_sellthroughmicrosoft)", "column.fill($column.rdy_offer.rdy_sellthroughmicrosoft)", "rdy_offer.rdy_sellthroughmicrosoft"),
        Met("CU-O-01", "list only", new OfferFacts { SellThroughMicrosoft = YesNo.No }, "sell.no", "rdy_offer.rdy_sellthroughmicrosoft"),
        Met("CU-O-01", "sold, licences managed", new OfferFacts { SellThroughMicrosoft = YesNo.Yes, LicenseManagement = YesNo.Yes }, "sell.yes", "rdy_offer.rdy_sellthroughmicrosoft"),
        NotMet("CU-O-01", "sold, licences not managed", new OfferFacts { SellThroughMicrosoft = YesNo.Yes, LicenseManagement = YesNo.No }, "sell.unmanaged", "fix.D365-CU-O-01", "rdy_offer.rdy_licensemanagement"),

        // CU-O-02
        NotMet("CU-O-02", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_apptype)", "fix.D365-CU-O-02", "rdy_offer.rdy_apptype"),
        Met("CU-O-02", "free", new OfferFacts { AppType = AppType.Free }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Free)", "rdy_offer.rdy_apptype"),
        Met("CU-O-02", "trial", new OfferFacts { AppType = AppType.Trial }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Trial)", "rdy_offer.rdy_apptype"),
        Met("CU-O-02", "contact me", new OfferFacts { AppType = AppType.ContactMe }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.ContactMe)", "rdy_offer.rdy_apptype"),
        NotMet("CU-O-02", "transact without selling through Microsoft", new OfferFacts { AppType = AppType.Transact, SellThroughMicrosoft = YesNo.No }, "listing.sold($choice.AppType.Transact)", "fix.D365-CU-O-02", "rdy_offer.rdy_apptype"),
        NotApplicable("CU-O-02", "licences managed", new OfferFacts { LicenseManagement = YesNo.Yes }, "listing.managed", "rdy_offer.rdy_apptype"),
        NotApplicable("CU-O-02", "sold through Microsoft", new OfferFacts { SellThroughMicrosoft = YesNo.Yes }, "listing.managed", "rdy_offer.rdy_apptype"),

        // CU-O-03
        NotApplicable("CU-O-03", "nothing read", new OfferFacts(), "condition.trial.unknown($column.rdy_offer.rdy_apptype)", "rdy_offer.rdy_apptype"),
        NotApplicable("CU-O-03", "free", new OfferFacts { AppType = AppType.Free }, "condition.trial($choice.AppType.Free)", "rdy_offer.rdy_apptype"),
        NotMet("CU-O-03", "a trial offer without a trial", new OfferFacts { AppType = AppType.Trial }, "freetrial.missing", "freetrial.missing.fix", "new rdy_trial.rdy_kind"),
        NotMet("CU-O-03", "no period", With(Free(null, PeriodUnit.Months)), "trial.empty(Free, $column.rdy_trial.rdy_period)", "fix.D365-CU-O-03(1, 3, 6)", "rdy_trial.rdy_period"),
        NotMet("CU-O-03", "no unit", With(Free(1, null)), "trial.empty(Free, $column.rdy_trial.rdy_periodunit)", "fix.D365-CU-O-03(1, 3, 6)", "rdy_trial.rdy_periodunit"),
        Met("CU-O-03", "1 month", With(Free(1, PeriodUnit.Months)), "freetrial.months(Free, 1, 1, 3, 6)", "rdy_trial.rdy_period"),
        NotMet("CU-O-03", "2 months", With(Free(2, PeriodUnit.Months)), "freetrial.length(Free, 2, $choice.PeriodUnit.Months, 1, 3, 6)", "fix.D365-CU-O-03(1, 3, 6)", "rdy_trial.rdy_period"),
        Met("CU-O-03", "3 months", With(Free(3, PeriodUnit.Months)), "freetrial.months(Free, 3, 1, 3, 6)", "rdy_trial.rdy_period"),
        Met("CU-O-03", "6 months", With(Free(6, PeriodUnit.Months)), "freetrial.months(Free, 6, 1, 3, 6)", "rdy_trial.rdy_period"),
        NotMet("CU-O-03", "7 months", With(Free(7, PeriodUnit.Months)), "freetrial.length(Free, 7, $choice.PeriodUnit.Months, 1, 3, 6)", "fix.D365-CU-O-03(1, 3, 6)", "rdy_trial.rdy_period"),
        NotMet("CU-O-03", "30 days", With(Free(30, PeriodUnit.Days)), "freetrial.length(Free, 30, $choice.PeriodUnit.Days, 1, 3, 6)", "fix.D365-CU-O-03(1, 3, 6)", "rdy_trial.rdy_period"),
        NotMet("CU-O-03", "the second one lasts too long", With(Free(1, PeriodUnit.Months), Free(12, PeriodUnit.Months)), "freetrial.length(Free, 12, $choice.PeriodUnit.Months, 1, 3, 6)", "fix.D365-CU-O-03(1, 3, 6)", "rdy_trial.rdy_period"),

        // CU-O-04
        NotApplicable("CU-O-04", "nothing read", new OfferFacts(), "condition.trial.unknown($column.rdy_offer.rdy_apptype)", "rdy_offer.rdy_apptype"),
        NotMet("CU-O-04", "no address", With(Free(1, PeriodUnit.Months, null)), "trial.url(Free, $column.rdy_trial.rdy_url)", "fix.url($column.rdy_trial.rdy_url)", "rdy_trial.rdy_url"),
        Undecided("CU-O-04", "plain http", With(Free(1, PeriodUnit.Months, "http://contoso.com/try")), "freetrial.url(Free, http://contoso.com/try)", "rdy_trial.rdy_url"),
        NotMet("CU-O-04", "no web address", With(Free(1, PeriodUnit.Months, "ftp://contoso.com/try")), "url.scheme(ftp)", "fix.url($column.rdy_trial.rdy_url)", "rdy_trial.rdy_url"),
        Undecided("CU-O-04", "an address", With(Free(1, PeriodUnit.Months)), "freetrial.url(Free, https://contoso.com/try)", "rdy_trial.rdy_url"),

        // CU-O-05
        NotApplicable("CU-O-05", "nothing read", new OfferFacts(), "condition.sold", "rdy_offer.rdy_licensemanagement"),
        NotApplicable("CU-O-05", "list only", new OfferFacts { LicenseManagement = YesNo.Yes, Plans = new[] { new PlanFact { Trial = YesNo.Yes } } }, "condition.sold", "rdy_offer.rdy_licensemanagement"),
        NotApplicable("CU-O-05", "sold, not answered", Sold(new PlanFact()), "optional.empty($column.rdy_plan.rdy_trial)", "rdy_offer.rdy_licensemanagement"),
        Met("CU-O-05", "sold, one of two", Sold(new PlanFact { Trial = YesNo.Yes }, new PlanFact { Trial = YesNo.No }), "plan.trials(1, 2)", "rdy_plan.rdy_trial"),

        // CU-O-06
        NotApplicable("CU-O-06", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotApplicable("CU-O-06", "licences not managed", new OfferFacts { LicenseManagement = YesNo.No }, "condition.managed", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-O-06", "account not activated", new OfferFacts { LicenseManagement = YesNo.Yes, PartnerCenterActive = YesNo.No }, "answers.no($column.rdy_offer.rdy_partnercenteractive)", "fix.D365-CU-O-06", "rdy_offer.rdy_partnercenteractive"),
        NotMet("CU-O-06", "addendum not accepted", new OfferFacts { LicenseManagement = YesNo.Yes, IsvAgreement = YesNo.No }, "answers.no($column.rdy_offer.rdy_isvagreement)", "fix.D365-CU-O-06", "rdy_offer.rdy_isvagreement"),
        Uninspected("CU-O-06", "no package", new OfferFacts { LicenseManagement = YesNo.Yes }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Uninspected("CU-O-06", "package not inspected", new OfferFacts { LicenseManagement = YesNo.Yes, PackageInspection = InspectionState.NotInspected }, "zip.uninspected", "zip.uninspected.fix", "rdy_offer.rdy_package"),
        NotMet("CU-O-06", "a solution without an app", Packaged(new PackageSolution(), offer => offer.LicenseManagement = YesNo.Yes), "licenses.noapp", "licenses.noapp.fix", "rdy_offer.rdy_package"),
        Undecided("CU-O-06", "a solution with an app", Packaged(Solution(), offer => offer.LicenseManagement = YesNo.Yes), "licenses.apps(Quotes App)", "rdy_offer.rdy_licensemanagement"),

        // CU-O-07
        NotApplicable("CU-O-07", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_installwithoutlicense"),
        NotMet("CU-O-07", "not answered", new OfferFacts { LicenseManagement = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_installwithoutlicense)", "column.fill($column.rdy_offer.rdy_installwithoutlicense)", "rdy_offer.rdy_installwithoutlicense"),
        Uninspected("CU-O-07", "no package", new OfferFacts { LicenseManagement = YesNo.Yes, InstallWithoutLicense = YesNo.Yes }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Uninspected("CU-O-07", "a damaged package", Damaged(offer => { offer.LicenseManagement = YesNo.Yes; offer.InstallWithoutLicense = YesNo.Yes; }), "zip.unreadable", "zip.damaged.fix", "rdy_offer.rdy_package"),
        Met("CU-O-07", "yes, and the package asks for none", Packaged(new PackageSolution(), offer => { offer.LicenseManagement = YesNo.Yes; offer.InstallWithoutLicense = YesNo.Yes; }), "licenses.free", "rdy_offer.rdy_installwithoutlicense"),
        NotMet("CU-O-07", "yes, but the package asks for one", Packaged(Solution(), offer => { offer.LicenseManagement = YesNo.Yes; offer.InstallWithoutLicense = YesNo.Yes; }), "licenses.demanded", "fix.D365-CU-O-07", "rdy_offer.rdy_installwithoutlicense"),
        Met("CU-O-07", "no, and the package asks for one", Packaged(Solution(), offer => { offer.LicenseManagement = YesNo.Yes; offer.InstallWithoutLicense = YesNo.No; }), "licenses.mapped", "rdy_offer.rdy_installwithoutlicense"),
        NotMet("CU-O-07", "no, but the package asks for none", Packaged(new PackageSolution(), offer => { offer.LicenseManagement = YesNo.Yes; offer.InstallWithoutLicense = YesNo.No; }), "licenses.unmapped", "licenses.unmapped.fix", "rdy_offer.rdy_installwithoutlicense"),

        // CU-O-08
        NotApplicable("CU-O-08", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_leaddestination)", "rdy_offer.rdy_leaddestination"),
        NotApplicable("CU-O-08", "none", new OfferFacts { LeadDestination = LeadDestination.None }, "leads.none", "rdy_offer.rdy_leaddestination"),
        NotMet("CU-O-08", "no address", new OfferFacts { LeadDestination = LeadDestination.Marketo }, "column.empty($column.rdy_offer.rdy_leadendpoint)", "column.fill($column.rdy_offer.rdy_leadendpoint)", "rdy_offer.rdy_leadendpoint"),
        NotMet("CU-O-08", "an endpoint of another scheme", new OfferFacts { LeadDestination = LeadDestination.HttpsEndpoint, LeadEndpoint = "http://contoso.com/leads" }, "url.http", "fix.D365-CU-O-08", "rdy_offer.rdy_leadendpoint"),
        Undecided("CU-O-08", "an endpoint", new OfferFacts { LeadDestination = LeadDestination.HttpsEndpoint, LeadEndpoint = "https://contoso.com/leads" }, "leads.destination($choice.LeadDestination.HttpsEndpoint, https://contoso.com/leads)", "rdy_offer.rdy_leaddestination"),

        // CU-O-09
        NotApplicable("CU-O-09", "nothing read", new OfferFacts(), "condition.trial.unknown($column.rdy_offer.rdy_apptype)", "rdy_offer.rdy_apptype"),
        NotMet("CU-O-09", "no address", With(Free(1, PeriodUnit.Months, "")), "trial.url(Free, $column.rdy_trial.rdy_url)", "fix.url($column.rdy_trial.rdy_url)", "rdy_trial.rdy_url"),
        Undecided("CU-O-09", "an address", With(Free(1, PeriodUnit.Months)), "freetrial.url(Free, https://contoso.com/try)", "rdy_trial.rdy_url"),
    };
}
