using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>D-01 to D-10.</summary>
public sealed class TestDriveCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // D-01
        NotApplicable("D-01", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_testdrive)", "rdy_offer.rdy_testdrive"),
        NotApplicable("D-01", "no", new OfferFacts { TestDrive = YesNo.No }, "testdrive.none", "rdy_offer.rdy_testdrive"),
        Met("D-01", "yes", Drive(Hosted()), "testdrive.enabled(1)", "rdy_offer.rdy_testdrive"),
        NotMet("D-01", "no, but there is one", new OfferFacts { TestDrive = YesNo.No, Trials = new[] { Hosted() } }, "testdrive.disabled(1)", "fix.D365-18-D-01", "rdy_offer.rdy_testdrive"),
        NotMet("D-01", "not answered, but there is one", With(Hosted()), "testdrive.disabled(1)", "fix.D365-18-D-01", "rdy_offer.rdy_testdrive"),

        // When D-02 to D-10 apply
        NotApplicable("D-02", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("D-02", "no test drive", new OfferFacts { TestDrive = YesNo.No, Trials = new[] { new TrialFact { Kind = TrialKind.FreeTrial } } }, "testdrive.none", "rdy_offer.rdy_testdrive"),
        NotMet("D-02", "enabled, but there is none", Drive(new TrialFact { Kind = TrialKind.FreeTrial }), "testdrive.missing", "testdrive.missing.fix", "new rdy_trial.rdy_kind"),
        NotMet("D-02", "not enabled, but there is one", With(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_description)", "fix.D365-18-D-02", "rdy_trial.rdy_description"),

        // D-02
        NotMet("D-02", "no description", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_description)", "fix.D365-18-D-02", "rdy_trial.rdy_description"),
        NotMet("D-02", "plain text", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, Description = "Look around." }), "markup.none($column.rdy_trial.rdy_description)", "fix.D365-18-D-02", "rdy_trial.rdy_description"),
        NotMet("D-02", "another tag", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, Description = "<table></table>" }), "markup.tags(table)", "fix.D365-18-D-02", "rdy_trial.rdy_description"),
        Met("D-02", "HTML", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, Description = "<p>Look around.</p>" }), "testdrive.description(12)", "rdy_trial.rdy_description"),
        NotMet("D-02", "the second one has none", Drive(new TrialFact { Kind = TrialKind.TestDrive, Description = "<p>Look around.</p>" }, new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_description)", "fix.D365-18-D-02", "rdy_trial.rdy_description"),

        // D-03
        NotApplicable("D-03", "nothing read", new OfferFacts(), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("D-03", "no test drive", new OfferFacts { TestDrive = YesNo.No }, "testdrive.none", "rdy_offer.rdy_testdrive"),
        NotMet("D-03", "no manual", Drive(), "asset.none($choice.AssetKind.TestDriveManual)", "fix.D365-18-D-03(1)", "new rdy_marketingasset.rdy_kind"),
        NotMet("D-03", "a Word document", DriveWith(File(AssetKind.TestDriveManual, "DOCX")), "document.format(Guide, DOCX)", "fix.D365-18-D-03(1)", "rdy_marketingasset.rdy_file"),
        Met("D-03", "a PDF", DriveWith(File(AssetKind.TestDriveManual, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),

        // D-04
        NotApplicable("D-04", "nothing read", With(Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 533, 324)), "testdrive.unset", "rdy_offer.rdy_testdrive"),
        NotApplicable("D-04", "no test drive", new OfferFacts { TestDrive = YesNo.No }, "testdrive.none", "rdy_offer.rdy_testdrive"),
        NotApplicable("D-04", "no video", Drive(), "asset.optional($choice.AssetKind.TestDriveVideo)", "new rdy_marketingasset.rdy_kind"),
        NotMet("D-04", "a thumbnail one pixel wider", DriveWith(Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 534, 324)), "png.size(Tour, 534, 324)", "video.thumbnail.fix(533, 324)", "rdy_marketingasset.rdy_image"),
        NotMet("D-04", "two videos", DriveWith(Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 533, 324), Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 533, 324)), "asset.many(2, $choice.AssetKind.TestDriveVideo, 1)", "asset.many.fix(1, $choice.AssetKind.TestDriveVideo)", "rdy_marketingasset.rdy_kind"),
        Undecided("D-04", "a video", DriveWith(Film(AssetKind.TestDriveVideo, "https://vimeo.com/1", 533, 324)), "video.given(1, 1)", "rdy_marketingasset.rdy_url"),

        // D-05
        NotMet("D-05", "no type", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_testdrivetype)", "fix.D365-18-D-05($choice.TestDriveType.MicrosoftHosted)", "rdy_trial.rdy_testdrivetype"),
        NotMet("D-05", "another type", Drive(new TrialFact { Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.LogicApp }), "testdrive.type($choice.TestDriveType.LogicApp)", "fix.D365-18-D-05($choice.TestDriveType.MicrosoftHosted)", "rdy_trial.rdy_testdrivetype"),
        Met("D-05", "hosted by Microsoft", Drive(new TrialFact { Kind = TrialKind.TestDrive, TestDriveType = TestDriveType.MicrosoftHosted }), "testdrive.type($choice.TestDriveType.MicrosoftHosted)", "rdy_trial.rdy_testdrivetype"),

        // D-06
        NotMet("D-06", "no number", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_maxconcurrent)", "fix.D365-18-D-06(3, 5)", "rdy_trial.rdy_maxconcurrent"),
        NotMet("D-06", "0 at once", Drive(new TrialFact { Kind = TrialKind.TestDrive, MaxConcurrent = 0, Licenses = 5 }), "testdrive.concurrent.none(0)", "fix.D365-18-D-06(3, 5)", "rdy_trial.rdy_maxconcurrent"),
        NotMet("D-06", "licences not known", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, MaxConcurrent = 3 }), "trial.empty(Drive, $column.rdy_trial.rdy_licenses)", "testdrive.licenses.fix(3)", "rdy_trial.rdy_licenses"),
        NotMet("D-06", "one licence short", Drive(new TrialFact { Kind = TrialKind.TestDrive, MaxConcurrent = 3, Licenses = 2 }), "testdrive.licenses(2, 3)", "testdrive.licenses.fix(3)", "rdy_trial.rdy_licenses"),
        Undecided("D-06", "just enough licences", Drive(new TrialFact { Kind = TrialKind.TestDrive, MaxConcurrent = 3, Licenses = 3 }), "testdrive.concurrent(3, 3)", "rdy_trial.rdy_maxconcurrent"),
        Undecided("D-06", "2 at once", Drive(new TrialFact { Kind = TrialKind.TestDrive, MaxConcurrent = 2, Licenses = 3 }), "testdrive.concurrent.unusual(2, 3, 3, 5)", "rdy_trial.rdy_maxconcurrent"),
        Undecided("D-06", "5 at once", Drive(new TrialFact { Kind = TrialKind.TestDrive, MaxConcurrent = 5, Licenses = 5 }), "testdrive.concurrent(5, 5)", "rdy_trial.rdy_maxconcurrent"),
        Undecided("D-06", "6 at once", Drive(new TrialFact { Kind = TrialKind.TestDrive, MaxConcurrent = 6, Licenses = 6 }), "testdrive.concurrent.unusual(6, 6, 3, 5)", "rdy_trial.rdy_maxconcurrent"),

        // D-07
        NotMet("D-07", "no length", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_period)", "fix.D365-18-D-07(2, 24)", "rdy_trial.rdy_period"),
        NotMet("D-07", "no unit", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive, Period = 3 }), "trial.empty(Drive, $column.rdy_trial.rdy_periodunit)", "testdrive.unit.fix", "rdy_trial.rdy_periodunit"),
        NotMet("D-07", "days", Drive(new TrialFact { Kind = TrialKind.TestDrive, Period = 3, PeriodUnit = PeriodUnit.Days }), "testdrive.unit(3, $choice.PeriodUnit.Days)", "testdrive.unit.fix", "rdy_trial.rdy_periodunit"),
        NotMet("D-07", "0 hours", Drive(new TrialFact { Kind = TrialKind.TestDrive, Period = 0, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration.none(0)", "fix.D365-18-D-07(2, 24)", "rdy_trial.rdy_period"),
        Met("D-07", "1 hour", Drive(new TrialFact { Kind = TrialKind.TestDrive, Period = 1, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration.unusual(1, 2, 24)", "rdy_trial.rdy_period"),
        Met("D-07", "2 hours", Drive(new TrialFact { Kind = TrialKind.TestDrive, Period = 2, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration(2)", "rdy_trial.rdy_period"),
        Met("D-07", "24 hours", Drive(new TrialFact { Kind = TrialKind.TestDrive, Period = 24, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration(24)", "rdy_trial.rdy_period"),
        Met("D-07", "25 hours", Drive(new TrialFact { Kind = TrialKind.TestDrive, Period = 25, PeriodUnit = PeriodUnit.Hours }), "testdrive.duration.unusual(25, 2, 24)", "rdy_trial.rdy_period"),

        // D-08
        NotMet("D-08", "no instance", Drive(Hosted(instance: null)), "trial.empty(Drive, $column.rdy_trial.rdy_instanceurl)", "fix.D365-18-D-08", "rdy_trial.rdy_instanceurl"),
        NotMet("D-08", "no Web API", Drive(Hosted(api: "")), "trial.empty(Drive, $column.rdy_trial.rdy_webapiurl)", "fix.D365-18-D-08", "rdy_trial.rdy_webapiurl"),
        NotMet("D-08", "instance is no address", Drive(Hosted(instance: "contoso")), "url.scheme.missing(contoso)", "fix.D365-18-D-08", "rdy_trial.rdy_instanceurl"),
        NotMet("D-08", "Web API is no address", Drive(Hosted(api: "contoso")), "url.scheme.missing(contoso)", "fix.D365-18-D-08", "rdy_trial.rdy_webapiurl"),
        NotMet("D-08", "Web API without a path", Drive(Hosted(api: "https://contoso.crm.dynamics.com")), "testdrive.webapi(https://contoso.crm.dynamics.com)", "fix.D365-18-D-08", "rdy_trial.rdy_webapiurl"),
        NotMet("D-08", "Web API without a version", Drive(Hosted(api: "https://contoso.crm.dynamics.com/api/data/v")), "testdrive.webapi(https://contoso.crm.dynamics.com/api/data/v)", "fix.D365-18-D-08", "rdy_trial.rdy_webapiurl"),
        NotMet("D-08", "Web API further down", Drive(Hosted(api: "https://contoso.crm.dynamics.com/x/api/data/v9.0")), "testdrive.webapi(https://contoso.crm.dynamics.com/x/api/data/v9.0)", "fix.D365-18-D-08", "rdy_trial.rdy_webapiurl"),
        Undecided("D-08", "both", Drive(Hosted()), "testdrive.urls(https://contoso.crm.dynamics.com, https://contoso.crm.dynamics.com/api/data/v9.0)", "rdy_trial.rdy_instanceurl"),
        Undecided("D-08", "a slash at the end", Drive(Hosted(api: "https://contoso.crm.dynamics.com/api/data/v9.1/")), "testdrive.urls(https://contoso.crm.dynamics.com, https://contoso.crm.dynamics.com/api/data/v9.1/)", "rdy_trial.rdy_instanceurl"),

        // D-09
        NotMet("D-09", "no tenant id", Drive(Hosted(tenantId: null)), "trial.empty(Drive, $column.rdy_trial.rdy_tenantid)", "fix.guid($column.rdy_trial.rdy_tenantid)", "rdy_trial.rdy_tenantid"),
        NotMet("D-09", "tenant id is no GUID", Drive(Hosted(tenantId: "contoso")), "guid.form(contoso)", "fix.guid($column.rdy_trial.rdy_tenantid)", "rdy_trial.rdy_tenantid"),
        NotMet("D-09", "app id is no GUID", Drive(Hosted(appId: "{1}")), "guid.form({1})", "fix.guid($column.rdy_trial.rdy_appid)", "rdy_trial.rdy_appid"),
        NotMet("D-09", "no tenant name", Drive(Hosted(tenant: " ")), "trial.empty(Drive, $column.rdy_trial.rdy_tenantname)", "testdrive.tenant.fix", "rdy_trial.rdy_tenantname"),
        NotMet("D-09", "tenant name without a name", Drive(Hosted(tenant: ".onmicrosoft.com")), "testdrive.tenant(.onmicrosoft.com)", "testdrive.tenant.fix", "rdy_trial.rdy_tenantname"),
        NotMet("D-09", "tenant name elsewhere", Drive(Hosted(tenant: "contoso.com")), "testdrive.tenant(contoso.com)", "testdrive.tenant.fix", "rdy_trial.rdy_tenantname"),
        NotMet("D-09", "tenant name with a scheme", Drive(Hosted(tenant: "https://contoso.onmicrosoft.com")), "testdrive.tenant(https://contoso.onmicrosoft.com)", "testdrive.tenant.fix", "rdy_trial.rdy_tenantname"),
        NotMet("D-09", "key not entered", Drive(Hosted(key: YesNo.No)), "testdrive.key", "fix.D365-18-D-09", "rdy_trial.rdy_appkeyentered"),
        NotMet("D-09", "key expires today", Drive(Hosted(expires: new DateTime(2019, 3, 1))), "testdrive.key.expired(2019-03-01)", "testdrive.key.expired.fix", "rdy_trial.rdy_appkeyexpires"),
        Undecided("D-09", "key expires tomorrow", Drive(Hosted(expires: new DateTime(2019, 3, 2))), "testdrive.directory(contoso.onmicrosoft.com)", "rdy_trial.rdy_tenantid"),
        Undecided("D-09", "key that never expires", Drive(Hosted()), "testdrive.directory(contoso.onmicrosoft.com)", "rdy_trial.rdy_tenantid"),

        // D-10
        NotMet("D-10", "no role", Drive(new TrialFact { Name = "Drive", Kind = TrialKind.TestDrive }), "trial.empty(Drive, $column.rdy_trial.rdy_rolename)", "fix.D365-18-D-10", "rdy_trial.rdy_rolename"),
        Undecided("D-10", "a role", Drive(Hosted()), "testdrive.role(Visitor)", "rdy_trial.rdy_rolename"),
    };

    private static OfferFacts DriveWith(params AssetFact[] assets) =>
        new OfferFacts { Now = Now, TestDrive = YesNo.Yes, Assets = assets };

    private static TrialFact Hosted(
        string? instance = "https://contoso.crm.dynamics.com",
        string? api = "https://contoso.crm.dynamics.com/api/data/v9.0",
        string? tenantId = "0f8fad5b-d9cb-469f-a165-70867728950e",
        string? tenant = "contoso.onmicrosoft.com",
        string? appId = "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        YesNo key = YesNo.Yes,
        DateTime? expires = null) => new TrialFact
        {
            Name = "Drive",
            Kind = TrialKind.TestDrive,
            InstanceUrl = instance,
            WebApiUrl = api,
            TenantId = tenantId,
            TenantName = tenant,
            AppId = appId,
            AppKeyEntered = key,
            AppKeyExpires = expires,
            RoleName = "Visitor",
        };
}
