using System.Collections.Generic;
using DataverseReadiness.Rules.Probing;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>N-01 to N-08 and of today's rule set.</summary>
public sealed class CurrentPlanCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // CU-N-01
        NotApplicable("CU-N-01", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotApplicable("CU-N-01", "licences not managed", new OfferFacts { LicenseManagement = YesNo.No }, "condition.managed", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-01", "no plan", Sold(), "plan.none", "plan.none.fix", "new rdy_plan.rdy_marketplaceid"),
        Met("CU-N-01", "one plan", Sold(new PlanFact()), "plan.count(1)", "rdy_plan.rdy_marketplaceid"),

        // CU-N-02
        NotApplicable("CU-N-02", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-02", "no id", Sold(new PlanFact { Name = "Basic" }), "plan.empty(Basic, $column.rdy_plan.rdy_marketplaceid)", "fix.D365-CU-N-02(50)", "rdy_plan.rdy_marketplaceid"),
        Met("CU-N-02", "50 characters", Sold(new PlanFact { Name = "Basic", MarketplaceId = Chars(50) }), "plan.ids(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)", "rdy_plan.rdy_marketplaceid"),
        NotMet("CU-N-02", "51 characters", Sold(new PlanFact { Name = "Basic", MarketplaceId = Chars(51) }), "plan.long(Basic, $column.rdy_plan.rdy_marketplaceid, 51, 50)", "fix.D365-CU-N-02(50)", "rdy_plan.rdy_marketplaceid"),
        NotMet("CU-N-02", "a capital", Sold(new PlanFact { Name = "Basic", MarketplaceId = "Basic" }), "plan.id.character(Basic, B)", "fix.D365-CU-N-02(50)", "rdy_plan.rdy_marketplaceid"),
        NotMet("CU-N-02", "a blank", Sold(new PlanFact { Name = "Basic", MarketplaceId = "basic plan" }), "plan.id.space(basic plan, )", "fix.D365-CU-N-02(50)", "rdy_plan.rdy_marketplaceid"),
        NotMet("CU-N-02", "twice", Sold(new PlanFact { Name = "Basic", MarketplaceId = "basic" }, new PlanFact { Name = "Pro", MarketplaceId = "basic" }), "plan.twice($column.rdy_plan.rdy_marketplaceid, basic)", "fix.D365-CU-N-02(50)", "rdy_plan.rdy_marketplaceid"),
        Met("CU-N-02", "letters, digits, hyphens, underscores", Sold(new PlanFact { Name = "Basic", MarketplaceId = "basic-1_a" }), "plan.ids(basic-1_a)", "rdy_plan.rdy_marketplaceid"),

        // CU-N-03
        NotApplicable("CU-N-03", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-03", "no name", Sold(new PlanFact()), "plan.empty(, $column.rdy_plan.rdy_name)", "fix.D365-CU-N-03(200)", "rdy_plan.rdy_name"),
        Met("CU-N-03", "200 characters", Sold(new PlanFact { Name = Chars(200) }), "plan.names(1, 200)", "rdy_plan.rdy_name"),
        NotMet("CU-N-03", "201 characters", Sold(new PlanFact { Name = Chars(201) }), "plan.long(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\u2026, $column.rdy_plan.rdy_name, 201, 200)", "fix.D365-CU-N-03(200)", "rdy_plan.rdy_name"),
        NotMet("CU-N-03", "twice", Sold(new PlanFact { Name = "Basic" }, new PlanFact { Name = "basic " }), "plan.twice($column.rdy_plan.rdy_name, Basic)", "fix.D365-CU-N-03(200)", "rdy_plan.rdy_name"),

        // CU-N-04
        NotApplicable("CU-N-04", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-04", "no description", Sold(new PlanFact { Name = "Basic" }), "plan.empty(Basic, $column.rdy_plan.rdy_description)", "fix.D365-CU-N-04(3000)", "rdy_plan.rdy_description"),
        Met("CU-N-04", "3000 characters", Sold(new PlanFact { Name = "Basic", Description = Chars(3000) }), "plan.described(1, 3000)", "rdy_plan.rdy_description"),
        NotMet("CU-N-04", "3001 characters", Sold(new PlanFact { Name = "Basic", Description = Chars(3001) }), "plan.long(Basic, $column.rdy_plan.rdy_description, 3001, 3000)", "fix.D365-CU-N-04(3000)", "rdy_plan.rdy_description"),

        // CU-N-05
        NotApplicable("CU-N-05", "nothing read", new OfferFacts(), "condition.sold", "rdy_offer.rdy_licensemanagement"),
        NotApplicable("CU-N-05", "not sold", new OfferFacts { LicenseManagement = YesNo.Yes, Plans = new[] { new PlanFact() } }, "condition.sold", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-05", "no price", Sold(new PlanFact { Name = "Basic" }), "plan.price(Basic)", "fix.D365-CU-N-05", "rdy_plan.rdy_pricemonthly"),
        Met("CU-N-05", "a price of 0", Sold(new PlanFact { Name = "Basic", PriceMonthly = 0m }), "plan.priced(1)", "rdy_plan.rdy_pricemonthly"),
        Met("CU-N-05", "by the year", Sold(new PlanFact { Name = "Basic", PriceAnnual = 99.5m }), "plan.priced(1)", "rdy_plan.rdy_pricemonthly"),
        NotMet("CU-N-05", "below 0", Sold(new PlanFact { Name = "Basic", PriceMonthly = -0.01m }), "plan.price.negative(Basic)", "fix.D365-CU-N-05", "rdy_plan.rdy_pricemonthly"),
        Met("CU-N-05", "1 to 1,000,000 users", Sold(new PlanFact { Name = "Basic", PriceMonthly = 1m, MinUsers = 1, MaxUsers = 1000000 }), "plan.priced(1)", "rdy_plan.rdy_pricemonthly"),
        NotMet("CU-N-05", "0 users", Sold(new PlanFact { Name = "Basic", PriceMonthly = 1m, MinUsers = 0 }), "plan.users(Basic, 0, 1000000)", "plan.users.fix(1000000)", "rdy_plan.rdy_minusers"),
        NotMet("CU-N-05", "1,000,001 users", Sold(new PlanFact { Name = "Basic", PriceMonthly = 1m, MaxUsers = 1000001 }), "plan.users(Basic, 1, 1000001)", "plan.users.fix(1000000)", "rdy_plan.rdy_maxusers"),
        NotMet("CU-N-05", "more at least than at most", Sold(new PlanFact { Name = "Basic", PriceMonthly = 1m, MinUsers = 5, MaxUsers = 4 }), "plan.users(Basic, 5, 4)", "plan.users.fix(1000000)", "rdy_plan.rdy_minusers"),

        // CU-N-06
        NotApplicable("CU-N-06", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotApplicable("CU-N-06", "no private plan", Sold(new PlanFact { Visibility = PlanVisibility.Public }), "plan.noprivate", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-06", "no tenant", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private }), "plan.empty(Own, $column.rdy_plan.rdy_tenantids)", "fix.D365-CU-N-06(10, 20000)", "rdy_plan.rdy_tenantids"),
        NotMet("CU-N-06", "no tenant id", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private, TenantIds = "contoso" }), "plan.tenant(Own, contoso)", "fix.D365-CU-N-06(10, 20000)", "rdy_plan.rdy_tenantids"),
        Met("CU-N-06", "10 by hand", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private, TenantList = TenantList.ByHand, TenantIds = Tenants(10) }), "plan.private(1)", "rdy_plan.rdy_tenantids"),
        NotMet("CU-N-06", "11 by hand", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private, TenantList = TenantList.ByHand, TenantIds = Tenants(11) }), "plan.tenants(Own, 11, 10)", "fix.D365-CU-N-06(10, 20000)", "rdy_plan.rdy_tenantids"),
        Met("CU-N-06", "20,000 by file", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private, TenantList = TenantList.ByCsv, TenantIds = Tenants(20000) }), "plan.private(1)", "rdy_plan.rdy_tenantids"),
        NotMet("CU-N-06", "20,001 by file", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private, TenantList = TenantList.ByCsv, TenantIds = Tenants(20001) }), "plan.tenants(Own, 20001, 20000)", "fix.D365-CU-N-06(10, 20000)", "rdy_plan.rdy_tenantids"),
        NotMet("CU-N-06", "public before", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private, WasPublic = YesNo.Yes, TenantIds = Tenants(1) }), "plan.waspublic(Own)", "plan.waspublic.fix", "rdy_plan.rdy_visibility"),

        // CU-N-07
        NotApplicable("CU-N-07", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-07", "no service id", Sold(new PlanFact { Name = "Basic" }), "plan.empty(Basic, $column.rdy_plan.rdy_serviceid)", "fix.D365-CU-N-07", "rdy_plan.rdy_serviceid"),
        NotMet("CU-N-07", "another service id", Mapped("contoso.quotes.pro", "Quotes App"), "plan.service(Basic, contoso.quotes.pro, contoso.quotes.basic)", "fix.D365-CU-N-07", "rdy_plan.rdy_serviceid"),
        NotMet("CU-N-07", "no components", Mapped("contoso.quotes.basic", null), "plan.empty(Basic, $column.rdy_plan.rdy_components)", "plan.components.fix", "rdy_plan.rdy_components"),
        Uninspected("CU-N-07", "no package", Sold(new PlanFact { Name = "Basic", ServiceId = "contoso.quotes.basic", Components = "Quotes App" }), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("CU-N-07", "in the package", Mapped("contoso.quotes.basic", "Quotes App"), "plan.services(1)", "rdy_plan.rdy_serviceid"),
        NotMet("CU-N-07", "an app that is not in the package", Mapped("contoso.quotes.basic", "Other App"), "plan.component.package(Other App)", "plan.service.package.fix", "rdy_plan.rdy_components"),
        NotMet("CU-N-07", "a service id that is not in the package", Packaged(Solution(), offer => { offer.LicenseManagement = YesNo.Yes; offer.Plans = new[] { new PlanFact { Name = "Pro", ServiceId = "contoso.quotes.pro", Components = "Quotes App" } }; }), "plan.service.package(contoso.quotes.pro)", "plan.service.package.fix", "rdy_plan.rdy_serviceid"),

        // CU-N-08
        NotApplicable("CU-N-08", "nothing read", new OfferFacts(), "condition.managed.unknown($column.rdy_offer.rdy_licensemanagement)", "rdy_offer.rdy_licensemanagement"),
        NotMet("CU-N-08", "not said", Sold(new PlanFact { Name = "Basic" }), "plan.empty(Basic, $column.rdy_plan.rdy_visibility)", "fix.D365-CU-N-08", "rdy_plan.rdy_visibility"),
        NotMet("CU-N-08", "private", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private }), "plan.nopublic", "fix.D365-CU-N-08", "rdy_plan.rdy_visibility"),
        Met("CU-N-08", "public", Sold(new PlanFact { Name = "Own", Visibility = PlanVisibility.Private }, new PlanFact { Name = "Basic", Visibility = PlanVisibility.Public }), "plan.public(1)", "rdy_plan.rdy_visibility"),
        NotApplicable("CU-N-08", "a test offer", new OfferFacts { LicenseManagement = YesNo.Yes, TestOffer = YesNo.Yes, Plans = new[] { new PlanFact { Visibility = PlanVisibility.Private } } }, "testoffer.yes", "rdy_offer.rdy_licensemanagement"),

        // CU-X-01
        NotMet("CU-X-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_licensemodel)", "column.fill($column.rdy_offer.rdy_licensemodel)", "rdy_offer.rdy_licensemodel"),
        Met("CU-X-01", "by resource", new OfferFacts { LicenseModel = LicenseModel.Resource }, "column.value($column.rdy_offer.rdy_licensemodel, $choice.LicenseModel.Resource)", "rdy_offer.rdy_licensemodel"),
        Met("CU-X-01", "by user, managed", new OfferFacts { LicenseModel = LicenseModel.User, LicenseManagement = YesNo.Yes }, "column.value($column.rdy_offer.rdy_licensemodel, $choice.LicenseModel.User)", "rdy_offer.rdy_licensemodel"),
        NotMet("CU-X-01", "by resource, managed", new OfferFacts { LicenseModel = LicenseModel.Resource, LicenseManagement = YesNo.Yes }, "licenses.model($choice.LicenseModel.Resource)", "fix.D365-CU-X-01", "rdy_offer.rdy_licensemodel"),

        // CU-X-02
        NotApplicable("CU-X-02", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_securestore)", "rdy_offer.rdy_securestore"),
        Met("CU-X-02", "yes", new OfferFacts { SecureStore = YesNo.Yes }, "column.value($column.rdy_offer.rdy_securestore, $choice.YesNo.Yes)", "rdy_offer.rdy_securestore"),

        // CU-X-03
        Met("CU-X-03", "nothing read", new OfferFacts(), "column.blank($column.rdy_offer.rdy_configurationurl)", "rdy_offer.rdy_configurationurl"),
        NotMet("CU-X-03", "an address", new OfferFacts { ConfigurationUrl = "https://contoso.com/config" }, "column.value($column.rdy_offer.rdy_configurationurl, https://contoso.com/config)", "fix.D365-CU-X-03", "rdy_offer.rdy_configurationurl"),

        // CU-X-04
        NotMet("CU-X-04", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_packageurl)", "fix.D365-CU-X-04", "rdy_offer.rdy_packageurl"),
        Undecided("CU-X-04", "31 days", Shared("2019-04-01T13:00:00Z", "r"), "signature.until(2019-04-01 13:00 UTC)", "rdy_offer.rdy_packageurl"),
        Undecided("CU-X-04", "a minute less than 30 days and a day", Shared("2019-03-31T12:01:00Z", "r"), "signature.until(2019-03-31 12:01 UTC)", "rdy_offer.rdy_packageurl"),
        Undecided("CU-X-04", "30 days", Shared("2019-03-31T12:00:00Z", "r"), "signature.short(2019-03-31 12:00 UTC, 30)", "rdy_offer.rdy_packageurl"),
        NotMet("CU-X-04", "expired", Shared("2019-03-01T12:00:00Z", "r"), "signature.expired(2019-03-01 12:00 UTC)", "fix.D365-CU-X-04", "rdy_offer.rdy_packageurl"),
        NotMet("CU-X-04", "may write", Shared("2019-06-01T12:00:00Z", "rw"), "sas.permissions(rw)", "fix.D365-CU-X-04", "rdy_offer.rdy_packageurl"),

        // CU-X-05
        NotApplicable("CU-X-05", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_packageurl)", "rdy_offer.rdy_packageurl"),
        Undecided("CU-X-05", "an address", Shared("2019-06-01T12:00:00Z", "r"), "column.long($column.rdy_offer.rdy_packageurl, 99)", "rdy_offer.rdy_packageurl"),
        NotMet("CU-X-05", "a container that is not public", Private(), "probed.public.refused(contoso.blob.core.windows.net, 404)", "fix.D365-CU-X-05", "rdy_offer.rdy_packageurl"),

        // CU-X-06
        NotApplicable("CU-X-06", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_multiplepackages)", "rdy_offer.rdy_multiplepackages"),
        NotApplicable("CU-X-06", "one", new OfferFacts { MultiplePackages = YesNo.No }, "packages.one", "rdy_offer.rdy_multiplepackages"),
        Met("CU-X-06", "two", new OfferFacts { MultiplePackages = YesNo.Yes, PackageFiles = "a.zip\nb.zip" }, "packages.several(2, a.zip, b.zip)", "rdy_offer.rdy_multiplepackages"),
        NotMet("CU-X-06", "one of several", new OfferFacts { MultiplePackages = YesNo.Yes, PackageFiles = "a.zip" }, "packages.few(1)", "fix.D365-CU-X-06", "rdy_offer.rdy_packagefiles"),
        NotMet("CU-X-06", "two, not said", new OfferFacts { PackageFiles = "a.zip\nb.zip" }, "column.empty($column.rdy_offer.rdy_multiplepackages)", "column.fill($column.rdy_offer.rdy_multiplepackages)", "rdy_offer.rdy_multiplepackages"),
        NotMet("CU-X-06", "no, but two", new OfferFacts { MultiplePackages = YesNo.No, PackageFiles = "a.zip\nb.zip" }, "packages.contradiction(2)", "packages.contradiction.fix", "rdy_offer.rdy_packagefiles"),

        // CU-X-07
        NotMet("CU-X-07", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_packageregions)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),
        Met("CU-X-07", "Europe", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea } }, "choices.chosen($column.rdy_offer.rdy_packageregions, $choice.PackageRegion.Emea)", "rdy_offer.rdy_packageregions"),
        NotMet("CU-X-07", "UsGovernment", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.UsGovernment } }, "regions.sovereign($choice.PackageRegion.UsGovernment)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),
        NotMet("CU-X-07", "China", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.China } }, "regions.sovereign($choice.PackageRegion.China)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),
        NotMet("CU-X-07", "Germany", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.Germany } }, "regions.sovereign($choice.PackageRegion.Germany)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),
        NotMet("CU-X-07", "UsGovernmentHigh", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.UsGovernmentHigh } }, "regions.sovereign($choice.PackageRegion.UsGovernmentHigh)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),
        NotMet("CU-X-07", "TestInProduction", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.TestInProduction } }, "regions.sovereign($choice.PackageRegion.TestInProduction)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),
        NotMet("CU-X-07", "UsDod", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.UsDod } }, "regions.sovereign($choice.PackageRegion.UsDod)", "fix.D365-CU-X-07($choice.PackageRegion.UsGovernment $choice.PackageRegion.China $choice.PackageRegion.Germany $choice.PackageRegion.UsGovernmentHigh $choice.PackageRegion.TestInProduction $choice.PackageRegion.UsDod)", "rdy_offer.rdy_packageregions"),

        // CU-X-08
        NotMet("CU-X-08", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.ScenarioDocument)", "fix.D365-CU-X-08(1)", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-X-08", "a PDF", With(File(AssetKind.ScenarioDocument, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),
        NotMet("CU-X-08", "a Word document", With(File(AssetKind.ScenarioDocument, "DOCX")), "document.format(Guide, DOCX)", "fix.D365-CU-X-08(1)", "rdy_marketingasset.rdy_file"),
        NotMet("CU-X-08", "two", With(File(AssetKind.ScenarioDocument, "PDF"), File(AssetKind.ScenarioDocument, "PDF")), "asset.many(2, $choice.AssetKind.ScenarioDocument, 1)", "asset.many.fix(1, $choice.AssetKind.ScenarioDocument)", "rdy_marketingasset.rdy_kind"),
    };

    private static OfferFacts Private()
    {
        var offer = Shared("2019-06-01T12:00:00Z", "r");
        offer.Probes = new[]
        {
            new ProbeFact
            {
                Target = new FixTarget("rdy_offer", offer.Id, PublicPackage.Target).ToString(),
                Url = PublicPackage.UrlOf(offer.PackageUrl!),
                Outcome = ProbeOutcome.Failed,
                CheckedOn = offer.Now,
                ReasonKey = "probed.public.refused",
                ReasonArgs = "[\"contoso.blob.core.windows.net\",\"404\"]",
            },
        };
        return offer;
    }
}
