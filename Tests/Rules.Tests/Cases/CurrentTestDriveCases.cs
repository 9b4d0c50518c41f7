using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>D-01 to D-13 of today's rule set.</summary>
public sealed class CurrentTestDriveCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // CU-D-01
        NotApplicable("CU-D-01", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_testdrive)", "rdy_offer.rdy_testdrive"),
        NotApplicable("CU-D-01", "none", new OfferFacts { TestDrive = YesNo.No }, "testdrive.none", "rdy_offer.rdy_testdrive"),
        Met("CU-D-01", "typed", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "testdrive.enabled(1)", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-01", "not typed", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_testdrivetype)", "column.fill($column.rdy_trial.rdy_testdrivetype)", "rdy_trial.rdy_testdrivetype"),
        NotMet("CU-D-01", "not said", With(new TrialFact { Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.PowerBi }), "testdrive.disabled(1)", "fix.D365-CU-D-01", "rdy_offer.rdy_testdrive"),

        // CU-D-02
        NotApplicable("CU-D-02", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-02", "no number", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "trial.empty(Drive, $column.rdy_trial.rdy_maxconcurrent)", "fix.D365-CU-D-02(3, 5)", "rdy_trial.rdy_maxconcurrent"),
        NotMet("CU-D-02", "0", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, MaxConcurrent = 0 }), "testdrive.concurrent.none(0)", "fix.D365-CU-D-02(3, 5)", "rdy_trial.rdy_maxconcurrent"),
        NotMet("CU-D-02", "fewer licences", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, MaxConcurrent = 3, Licenses = 2 }), "testdrive.licenses(2, 3)", "testdrive.licenses.fix(3)", "rdy_trial.rdy_licenses"),
        Undecided("CU-D-02", "as many licences", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, MaxConcurrent = 3, Licenses = 3 }), "testdrive.concurrent(3, 3)", "rdy_trial.rdy_maxconcurrent"),
        Undecided("CU-D-02", "more than recommended", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, MaxConcurrent = 6, Licenses = 6 }), "testdrive.concurrent.unusual(6, 6, 3, 5)", "rdy_trial.rdy_maxconcurrent"),

        // CU-D-03
        NotApplicable("CU-D-03", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        Met("CU-D-03", "2 hours", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, Period = 2, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration(2)", "rdy_trial.rdy_period"),
        Met("CU-D-03", "25 hours", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, Period = 25, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration.unusual(25, 2, 24)", "rdy_trial.rdy_period"),
        NotMet("CU-D-03", "0 hours", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, Period = 0, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration.none(0)", "fix.D365-CU-D-03(2, 24)", "rdy_trial.rdy_period"),
        NotMet("CU-D-03", "days", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, Period = 1, PeriodUnit = PeriodUnit.Days }), "testdrive.unit(1, $choice.PeriodUnit.Days)", "testdrive.unit.fix", "rdy_trial.rdy_periodunit"),

        // CU-D-04
        NotApplicable("CU-D-04", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-04", "no address", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "trial.empty(Drive, $column.rdy_trial.rdy_instanceurl)", "fix.D365-CU-D-04", "rdy_trial.rdy_instanceurl"),
        NotApplicable("CU-D-04", "another type", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp }), "testdrive.othertype($choice.TestDriveType.MicrosoftHosted)", "rdy_trial.rdy_testdrivetype"),
        Undecided("CU-D-04", "both", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, InstanceUrl = "https://contoso.crm.dynamics.com", WebApiUrl = "https://contoso.crm.dynamics.com/api/data/v9.0" }), "testdrive.urls(https://contoso.crm.dynamics.com, https://contoso.crm.dynamics.com/api/data/v9.0)", "rdy_trial.rdy_instanceurl"),
        NotMet("CU-D-04", "no Web API", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, InstanceUrl = "https://contoso.crm.dynamics.com", WebApiUrl = "https://contoso.crm.dynamics.com" }), "testdrive.webapi(https://contoso.crm.dynamics.com)", "fix.D365-CU-D-04", "rdy_trial.rdy_webapiurl"),

        // CU-D-05
        NotApplicable("CU-D-05", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-05", "no role", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "trial.empty(Drive, $column.rdy_trial.rdy_rolename)", "fix.D365-CU-D-05", "rdy_trial.rdy_rolename"),
        Undecided("CU-D-05", "a role", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, RoleName = "Quotes Visitor" }), "testdrive.role(Quotes Visitor)", "rdy_trial.rdy_rolename"),
        Undecided("CU-D-05", "no type yet", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, RoleName = "Quotes Visitor" }), "testdrive.role(Quotes Visitor)", "rdy_trial.rdy_rolename"),
        NotApplicable("CU-D-05", "another type", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.AzureResourceManager }), "testdrive.othertype($choice.TestDriveType.MicrosoftHosted)", "rdy_trial.rdy_testdrivetype"),

        // CU-D-06
        NotApplicable("CU-D-06", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-06", "no tenant", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "trial.empty(Drive, $column.rdy_trial.rdy_tenantid)", "fix.guid($column.rdy_trial.rdy_tenantid)", "rdy_trial.rdy_tenantid"),
        NotMet("CU-D-06", "another tenant name", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, TenantId = "0f8fad5b-d9cb-469f-a165-70867728950e", AppId = "0f8fad5b-d9cb-469f-a165-70867728950e", TenantName = "contoso.com" }), "testdrive.tenant(contoso.com)", "testdrive.tenant.fix", "rdy_trial.rdy_tenantname"),
        NotMet("CU-D-06", "no secret", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, TenantId = "0f8fad5b-d9cb-469f-a165-70867728950e", AppId = "0f8fad5b-d9cb-469f-a165-70867728950e", TenantName = "contoso.onmicrosoft.com" }), "testdrive.key", "fix.D365-CU-D-06", "rdy_trial.rdy_appkeyentered"),
        Undecided("CU-D-06", "all there", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, TenantId = "0f8fad5b-d9cb-469f-a165-70867728950e", AppId = "0f8fad5b-d9cb-469f-a165-70867728950e", TenantName = "contoso.onmicrosoft.com", AppKeyEntered = YesNo.Yes }), "testdrive.directory(contoso.onmicrosoft.com)", "rdy_trial.rdy_tenantid"),
        NotApplicable("CU-D-06", "Power BI", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.PowerBi }), "testdrive.othertype($choice.TestDriveType.MicrosoftHosted $choice.TestDriveType.AzureResourceManager $choice.TestDriveType.LogicApp)", "rdy_trial.rdy_testdrivetype"),

        // CU-D-07
        NotApplicable("CU-D-07", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("CU-D-07", "hosted", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "testdrive.othertype($choice.TestDriveType.AzureResourceManager $choice.TestDriveType.LogicApp)", "rdy_trial.rdy_testdrivetype"),
        NotMet("CU-D-07", "no subscription", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.AzureResourceManager }), "trial.empty(Drive, $column.rdy_trial.rdy_subscriptionid)", "fix.guid($column.rdy_trial.rdy_subscriptionid)", "rdy_trial.rdy_subscriptionid"),
        NotMet("CU-D-07", "no GUID", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, SubscriptionId = "mine" }), "guid.form(mine)", "fix.guid($column.rdy_trial.rdy_subscriptionid)", "rdy_trial.rdy_subscriptionid"),
        Met("CU-D-07", "a subscription", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, SubscriptionId = "0f8fad5b-d9cb-469f-a165-70867728950e" }), "testdrive.given(Drive, $column.rdy_trial.rdy_subscriptionid)", "rdy_trial.rdy_subscriptionid"),

        // CU-D-08
        NotApplicable("CU-D-08", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-08", "none", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "trial.empty(Drive, $column.rdy_trial.rdy_description)", "fix.D365-CU-D-08(3000)", "rdy_trial.rdy_description"),
        Met("CU-D-08", "3000 characters", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, Description = Chars(3000) }), "testdrive.length(Drive, $column.rdy_trial.rdy_description, 3000, 3000)", "rdy_trial.rdy_description"),
        NotMet("CU-D-08", "3001 characters", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted, Description = Chars(3001) }), "testdrive.long(Drive, $column.rdy_trial.rdy_description, 3001, 3000)", "fix.D365-CU-D-08(3000)", "rdy_trial.rdy_description"),

        // CU-D-09
        NotApplicable("CU-D-09", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("CU-D-09", "hosted", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "testdrive.othertype($choice.TestDriveType.AzureResourceManager $choice.TestDriveType.LogicApp)", "rdy_trial.rdy_testdrivetype"),
        NotMet("CU-D-09", "none", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp }), "trial.empty(Drive, $column.rdy_trial.rdy_accessinformation)", "fix.D365-CU-D-09(10000)", "rdy_trial.rdy_accessinformation"),
        Met("CU-D-09", "10,000 characters", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, AccessInformation = Chars(10000) }), "testdrive.length(Drive, $column.rdy_trial.rdy_accessinformation, 10000, 10000)", "rdy_trial.rdy_accessinformation"),
        NotMet("CU-D-09", "10,001 characters", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.AzureResourceManager, AccessInformation = Chars(10001) }), "testdrive.long(Drive, $column.rdy_trial.rdy_accessinformation, 10001, 10000)", "fix.D365-CU-D-09(10000)", "rdy_trial.rdy_accessinformation"),

        // CU-D-10
        NotApplicable("CU-D-10", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-10", "none", Drive(), "asset.none($choice.AssetKind.TestDriveManual)", "fix.D365-CU-D-10(1)", "new rdy_marketingasset.rdy_kind"),
        Met("CU-D-10", "a PDF", DriveWith(File(AssetKind.TestDriveManual, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),
        Met("CU-D-10", "a file name of 255 characters", DriveWith(Named(255)), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),
        NotMet("CU-D-10", "a file name of 256 characters", DriveWith(Named(256)), "document.longname(Guide, 256, 255)", "document.longname.fix(255)", "rdy_marketingasset.rdy_file"),

        // CU-D-11
        NotApplicable("CU-D-11", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("CU-D-11", "none", Drive(), "asset.optional($choice.AssetKind.TestDriveVideo)", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-D-11", "two", DriveWith(Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 533, 324), Film(AssetKind.TestDriveVideo, "https://vimeo.com/2", 533, 324)), "video.count(2)", "rdy_marketingasset.rdy_url"),
        NotMet("CU-D-11", "a thumbnail of another size", DriveWith(Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 1280, 720)), "png.size(Tour, 1280, 720)", "video.thumbnail.fix(533, 324)", "rdy_marketingasset.rdy_image"),

        // CU-D-12
        NotApplicable("CU-D-12", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("CU-D-12", "hosted", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "testdrive.othertype($choice.TestDriveType.LogicApp)", "rdy_trial.rdy_testdrivetype"),
        NotMet("CU-D-12", "nothing filled in", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp }), "trial.empty(Drive, $column.rdy_trial.rdy_region)", "fix.D365-CU-D-12", "rdy_trial.rdy_region"),
        Undecided("CU-D-12", "all there", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, Region = "West Europe", MaxConcurrent = 3, Period = 4, ResourceGroup = "drives", AssignApp = "assign", DeprovisionApp = "take-back" }), "testdrive.given(Drive, $column.rdy_trial.rdy_region $column.rdy_trial.rdy_maxconcurrent $column.rdy_trial.rdy_period $column.rdy_trial.rdy_resourcegroup $column.rdy_trial.rdy_assignapp $column.rdy_trial.rdy_deprovisionapp)", "rdy_trial.rdy_region"),
        NotMet("CU-D-12", "all but MaxConcurrent", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, Region = "West Europe", Period = 4, ResourceGroup = "drives", AssignApp = "assign", DeprovisionApp = "take-back" }), "trial.empty(Drive, $column.rdy_trial.rdy_maxconcurrent)", "fix.D365-CU-D-12", "rdy_trial.rdy_maxconcurrent"),
        NotMet("CU-D-12", "all but Period", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, Region = "West Europe", MaxConcurrent = 3, ResourceGroup = "drives", AssignApp = "assign", DeprovisionApp = "take-back" }), "trial.empty(Drive, $column.rdy_trial.rdy_period)", "fix.D365-CU-D-12", "rdy_trial.rdy_period"),
        NotMet("CU-D-12", "all but ResourceGroup", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, Region = "West Europe", MaxConcurrent = 3, Period = 4, AssignApp = "assign", DeprovisionApp = "take-back" }), "trial.empty(Drive, $column.rdy_trial.rdy_resourcegroup)", "fix.D365-CU-D-12", "rdy_trial.rdy_resourcegroup"),
        NotMet("CU-D-12", "all but AssignApp", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, Region = "West Europe", MaxConcurrent = 3, Period = 4, ResourceGroup = "drives", DeprovisionApp = "take-back" }), "trial.empty(Drive, $column.rdy_trial.rdy_assignapp)", "fix.D365-CU-D-12", "rdy_trial.rdy_assignapp"),
        NotMet("CU-D-12", "all but DeprovisionApp", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp, Region = "West Europe", MaxConcurrent = 3, Period = 4, ResourceGroup = "drives", AssignApp = "assign" }), "trial.empty(Drive, $column.rdy_trial.rdy_deprovisionapp)", "fix.D365-CU-D-12", "rdy_trial.rdy_deprovisionapp"),

        // CU-D-13
        NotApplicable("CU-D-13", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("CU-D-13", "no test drive", new OfferFacts { TestDrive = YesNo.No, ListingLanguage = Language.Swedish }, "testdrive.none", "rdy_offer.rdy_testdrive"),
        NotMet("CU-D-13", "no language", new OfferFacts { TestDrive = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_listinglanguage)", "column.fill($column.rdy_offer.rdy_listinglanguage)", "rdy_offer.rdy_listinglanguage"),
        Met("CU-D-13", "English", new OfferFacts { TestDrive = YesNo.Yes, ListingLanguage = Language.English }, "column.value($column.rdy_offer.rdy_listinglanguage, $choice.Language.English)", "rdy_offer.rdy_listinglanguage"),
        NotMet("CU-D-13", "Swedish", new OfferFacts { TestDrive = YesNo.Yes, ListingLanguage = Language.Swedish }, "column.value($column.rdy_offer.rdy_listinglanguage, $choice.Language.Swedish)", "fix.D365-CU-D-13", "rdy_offer.rdy_listinglanguage"),
    };

    private static AssetFact Named(int characters)
    {
        var manual = File(AssetKind.TestDriveManual, "PDF");
        manual.FileName = Chars(characters - 4) + ".pdf";
        return manual;
    }
}
