using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>T-01 to T-07.</summary>
public sealed class TechnicalCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // T-01
        NotMet("T-01", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_appid $column.rdy_offer.rdy_protocol $column.rdy_offer.rdy_tenantmode $column.rdy_offer.rdy_signinurl $column.rdy_offer.rdy_consentscopes $column.rdy_offer.rdy_testaccount)", "columns.fill($column.rdy_offer.rdy_appid $column.rdy_offer.rdy_protocol $column.rdy_offer.rdy_tenantmode $column.rdy_offer.rdy_signinurl $column.rdy_offer.rdy_consentscopes $column.rdy_offer.rdy_testaccount)", "rdy_offer.rdy_appid"),
        NotMet("T-01", "one column empty", Sso(testAccount: " "), "column.empty($column.rdy_offer.rdy_testaccount)", "column.fill($column.rdy_offer.rdy_testaccount)", "rdy_offer.rdy_testaccount"),
        NotMet("T-01", "app id is no GUID", Sso(appId: "contoso-app"), "guid.form(contoso-app)", "fix.guid($column.rdy_offer.rdy_appid)", "rdy_offer.rdy_appid"),
        NotMet("T-01", "SAML", Sso(protocol: SignInProtocol.Saml2), "sso.protocol($choice.SignInProtocol.Saml2)", "sso.protocol.fix", "rdy_offer.rdy_protocol"),
        NotMet("T-01", "another protocol", Sso(protocol: SignInProtocol.Other), "sso.protocol($choice.SignInProtocol.Other)", "sso.protocol.fix", "rdy_offer.rdy_protocol"),
        NotMet("T-01", "single tenant with a trial", Sso(tenants: TenantMode.SingleTenant), "sso.tenant", "sso.tenant.fix", "rdy_offer.rdy_tenantmode"),
        NotMet("T-01", "single tenant without an app type", Sso(tenants: TenantMode.SingleTenant, appType: null), "sso.tenant", "sso.tenant.fix", "rdy_offer.rdy_tenantmode"),
        NotMet("T-01", "sign-in over http", Sso(url: "http://contoso.com/signin"), "url.http", "fix.url($column.rdy_offer.rdy_signinurl)", "rdy_offer.rdy_signinurl"),
        Undecided("T-01", "single tenant with contact me", Sso(tenants: TenantMode.SingleTenant, appType: AppType.ContactMe), "sso.declared($choice.SignInProtocol.OpenIdConnect, $choice.TenantMode.SingleTenant, https://contoso.com/signin)", "rdy_offer.rdy_appid"),
        Undecided("T-01", "OAuth 2.0", Sso(protocol: SignInProtocol.OAuth2), "sso.declared($choice.SignInProtocol.OAuth2, $choice.TenantMode.MultiTenant, https://contoso.com/signin)", "rdy_offer.rdy_appid"),
        Undecided("T-01", "everything declared", Sso(), "sso.declared($choice.SignInProtocol.OpenIdConnect, $choice.TenantMode.MultiTenant, https://contoso.com/signin)", "rdy_offer.rdy_appid"),

        // T-02
        NotMet("T-02", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_usescloudservices)", "column.fill($column.rdy_offer.rdy_usescloudservices)", "rdy_offer.rdy_usescloudservices"),
        NotMet("T-02", "used but not listed", new OfferFacts { UsesCloudServices = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_cloudservices)", "fix.D365-18-T-02", "rdy_offer.rdy_cloudservices"),
        NotMet("T-02", "none and no reason", new OfferFacts { UsesCloudServices = YesNo.No, CloudServices = "\n" }, "column.empty($column.rdy_offer.rdy_cloudservices)", "cloud.why", "rdy_offer.rdy_cloudservices"),
        Undecided("T-02", "declared", new OfferFacts { UsesCloudServices = YesNo.Yes, CloudServices = "Power BI: sales dashboard" }, "cloud.used(Power BI: sales dashboard)", "rdy_offer.rdy_usescloudservices"),
        Undecided("T-02", "waived", new OfferFacts { UsesCloudServices = YesNo.No, CloudServices = "The app only keeps lists." }, "cloud.none(The app only keeps lists.)", "rdy_offer.rdy_usescloudservices"),

        // T-03
        NotMet("T-03", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_businessprocess $column.rdy_offer.rdy_targetaudience $column.rdy_offer.rdy_signinmethod)", "columns.fill($column.rdy_offer.rdy_businessprocess $column.rdy_offer.rdy_targetaudience $column.rdy_offer.rdy_signinmethod)", "rdy_offer.rdy_businessprocess"),
        NotMet("T-03", "no target audience", new OfferFacts { BusinessProcess = "Quotes", SignInMethod = SignInMethod.WorkAccount }, "column.empty($column.rdy_offer.rdy_targetaudience)", "column.fill($column.rdy_offer.rdy_targetaudience)", "rdy_offer.rdy_targetaudience"),
        NotMet("T-03", "personal accounts", new OfferFacts { BusinessProcess = "Quotes", TargetAudience = "Sales teams", SignInMethod = SignInMethod.PersonalAccount }, "lob.signin($choice.SignInMethod.PersonalAccount)", "fix.D365-18-T-03", "rdy_offer.rdy_signinmethod"),
        NotMet("T-03", "no sign-in", new OfferFacts { BusinessProcess = "Quotes", TargetAudience = "Sales teams", SignInMethod = SignInMethod.None }, "lob.signin($choice.SignInMethod.None)", "fix.D365-18-T-03", "rdy_offer.rdy_signinmethod"),
        Undecided("T-03", "work accounts", new OfferFacts { BusinessProcess = "Quotes", TargetAudience = "Sales teams", SignInMethod = SignInMethod.WorkAccount }, "lob.declared(Sales teams)", "rdy_offer.rdy_businessprocess"),

        // T-04
        NotMet("T-04", "nothing read", new OfferFacts(), "trial.none", "trial.none.fix", "new rdy_trial.rdy_kind"),
        NotMet("T-04", "no kind", With(new TrialFact { Name = "Try it" }), "trial.kind(Try it)", "column.fill($column.rdy_trial.rdy_kind)", "rdy_trial.rdy_kind"),
        Met("T-04", "free app with get it now", new OfferFacts { AppType = AppType.Free, Trials = new[] { new TrialFact { Name = "Try it", Kind = TrialKind.GetItNow } } }, "trial.getitnow(Try it)", "rdy_trial.rdy_kind"),
        NotMet("T-04", "get it now for an app that is not free", new OfferFacts { AppType = AppType.Trial, Trials = new[] { new TrialFact { Name = "Try it", Kind = TrialKind.GetItNow } } }, "trial.getitnow.paid(Try it, $choice.AppType.Trial)", "trial.getitnow.paid.fix", "rdy_trial.rdy_kind"),
        Undecided("T-04", "get it now with an address", With(new TrialFact { Name = "Try it", Kind = TrialKind.GetItNow, Url = "https://contoso.com/get" }), "trial.reach(Try it, https://contoso.com/get)", "rdy_trial.rdy_url"),
        NotMet("T-04", "get it now with a bad address", With(new TrialFact { Name = "Try it", Kind = TrialKind.GetItNow, Url = "ftp://contoso.com" }), "url.scheme(ftp)", "fix.url($column.rdy_trial.rdy_url)", "rdy_trial.rdy_url"),
        NotMet("T-04", "free trial without a period", With(new TrialFact { Name = "Try it", Kind = TrialKind.FreeTrial }), "trial.period(Try it)", "trial.period.fix($column.rdy_trial.rdy_period)", "rdy_trial.rdy_period"),
        NotMet("T-04", "free trial of 0 days", With(new TrialFact { Name = "Try it", Kind = TrialKind.FreeTrial, Period = 0, PeriodUnit = PeriodUnit.Days }), "trial.period(Try it)", "trial.period.fix($column.rdy_trial.rdy_period)", "rdy_trial.rdy_period"),
        NotMet("T-04", "free trial without a unit", With(new TrialFact { Name = "Try it", Kind = TrialKind.FreeTrial, Period = 1 }), "trial.unit(Try it)", "column.fill($column.rdy_trial.rdy_periodunit)", "rdy_trial.rdy_periodunit"),
        NotMet("T-04", "free trial without an address", With(new TrialFact { Name = "Try it", Kind = TrialKind.FreeTrial, Period = 1, PeriodUnit = PeriodUnit.Days }), "trial.url(Try it, $column.rdy_trial.rdy_url)", "fix.url($column.rdy_trial.rdy_url)", "rdy_trial.rdy_url"),
        Undecided("T-04", "free trial of 1 day", With(new TrialFact { Name = "Try it", Kind = TrialKind.FreeTrial, Period = 1, PeriodUnit = PeriodUnit.Days, Url = "https://contoso.com/try" }), "trial.free(Try it, 1, $choice.PeriodUnit.Days, https://contoso.com/try)", "rdy_trial.rdy_url"),
        NotMet("T-04", "test drive without hours", With(new TrialFact { Name = "Try it", Kind = TrialKind.TestDrive, InstanceUrl = "https://contoso.crm.dynamics.com" }), "trial.hours(Try it)", "trial.hours.fix", "rdy_trial.rdy_period"),
        NotMet("T-04", "test drive in days", With(new TrialFact { Name = "Try it", Kind = TrialKind.TestDrive, Period = 2, PeriodUnit = PeriodUnit.Days, InstanceUrl = "https://contoso.crm.dynamics.com" }), "trial.hours(Try it)", "trial.hours.fix", "rdy_trial.rdy_period"),
        NotMet("T-04", "test drive without an instance", With(new TrialFact { Name = "Try it", Kind = TrialKind.TestDrive, Period = 2, PeriodUnit = PeriodUnit.Hours }), "trial.url(Try it, $column.rdy_trial.rdy_instanceurl)", "fix.url($column.rdy_trial.rdy_instanceurl)", "rdy_trial.rdy_instanceurl"),
        Undecided("T-04", "test drive of 1 hour", With(new TrialFact { Name = "Try it", Kind = TrialKind.TestDrive, Period = 1, PeriodUnit = PeriodUnit.Hours, InstanceUrl = "https://contoso.crm.dynamics.com" }), "trial.testdrive(Try it, 1, https://contoso.crm.dynamics.com)", "rdy_trial.rdy_instanceurl"),
        NotMet("T-04", "contact me without a destination", With(new TrialFact { Name = "Try it", Kind = TrialKind.ContactMe }), "trial.lead(Try it)", "trial.lead.fix($column.rdy_trial.rdy_leaddestination)", "rdy_trial.rdy_leaddestination"),
        NotMet("T-04", "contact me to nowhere", With(new TrialFact { Name = "Try it", Kind = TrialKind.ContactMe, LeadDestination = LeadDestination.None }), "trial.lead(Try it)", "trial.lead.fix($column.rdy_trial.rdy_leaddestination)", "rdy_trial.rdy_leaddestination"),
        NotMet("T-04", "contact me without an address", With(new TrialFact { Name = "Try it", Kind = TrialKind.ContactMe, LeadDestination = LeadDestination.Marketo }), "trial.leadaddress(Try it)", "column.fill($column.rdy_trial.rdy_leadendpoint)", "rdy_trial.rdy_leadendpoint"),
        Met("T-04", "contact me", With(new TrialFact { Name = "Try it", Kind = TrialKind.ContactMe, LeadDestination = LeadDestination.Marketo, LeadEndpoint = "contoso" }), "trial.contactme(Try it, $choice.LeadDestination.Marketo)", "rdy_trial.rdy_kind"),
        Met("T-04", "one complete trial among others", With(new TrialFact { Name = "Bare" }, new TrialFact { Name = "Try it", Kind = TrialKind.GetItNow }), "trial.getitnow(Try it)", "rdy_trial.rdy_kind"),
        Undecided("T-04", "one to probe among incomplete ones", With(new TrialFact { Name = "Bare" }, new TrialFact { Name = "Try it", Kind = TrialKind.GetItNow, Url = "https://contoso.com/get" }), "trial.reach(Try it, https://contoso.com/get)", "rdy_trial.rdy_url"),

        // T-05
        NotMet("T-05", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_needsdevelopment $column.rdy_offer.rdy_setupsteps $column.rdy_offer.rdy_setupminutes $column.rdy_offer.rdy_adminguideurl)", "columns.fill($column.rdy_offer.rdy_needsdevelopment $column.rdy_offer.rdy_setupsteps $column.rdy_offer.rdy_setupminutes $column.rdy_offer.rdy_adminguideurl)", "rdy_offer.rdy_needsdevelopment"),
        NotMet("T-05", "development needed", Setup(YesNo.Yes, "https://contoso.com/admin"), "setup.development", "fix.D365-18-T-05", "rdy_offer.rdy_needsdevelopment"),
        NotMet("T-05", "no admin guide", Setup(YesNo.No, null), "column.empty($column.rdy_offer.rdy_adminguideurl)", "column.fill($column.rdy_offer.rdy_adminguideurl)", "rdy_offer.rdy_adminguideurl"),
        NotMet("T-05", "admin guide at a number", Setup(YesNo.No, "https://127.0.0.1/admin"), "url.ip(127.0.0.1)", "fix.url($column.rdy_offer.rdy_adminguideurl)", "rdy_offer.rdy_adminguideurl"),
        Undecided("T-05", "declared", Setup(YesNo.No, "https://contoso.com/admin"), "setup.effort(3, 10)", "rdy_offer.rdy_needsdevelopment"),

        // T-06
        NotMet("T-06", "nothing read", new OfferFacts(), "link.none($choice.LinkPurpose.Support)", "link.none.fix($choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        NotMet("T-06", "only a help link", With(Link(LinkPurpose.Help, "https://contoso.com/help")), "link.none($choice.LinkPurpose.Support)", "link.none.fix($choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        NotMet("T-06", "no address", With(Link(LinkPurpose.Support, null)), "link.empty(Link)", "fix.url($column.rdy_supportlink.rdy_url)", "rdy_supportlink.rdy_url"),
        NotMet("T-06", "address with a password", With(Link(LinkPurpose.Support, "https://user:secret@contoso.com")), "url.credentials", "fix.url($column.rdy_supportlink.rdy_url)", "rdy_supportlink.rdy_url"),
        NotMet("T-06", "the second link has a bad address", With(Link(LinkPurpose.Support, "https://contoso.com/support"), Link(LinkPurpose.Support, "javascript:alert(1)")), "url.scheme(javascript)", "fix.url($column.rdy_supportlink.rdy_url)", "rdy_supportlink.rdy_url"),
        Undecided("T-06", "an address", With(Link(LinkPurpose.Support, "https://contoso.com/support")), "link.given($choice.LinkPurpose.Support, https://contoso.com/support)", "rdy_supportlink.rdy_url"),

        // T-07
        NotMet("T-07", "nothing read", new OfferFacts(), "uptime.unknown", "fix.D365-18-T-07(99.9)", "rdy_offer.rdy_uptimemeasured"),
        NotMet("T-07", "measured just below", new OfferFacts { UptimeMeasured = 99.899m, UptimeWindow = 30, UptimeCommitted = 99.95m }, "uptime.measured.low(99.899, 99.9)", "fix.D365-18-T-07(99.9)", "rdy_offer.rdy_uptimemeasured"),
        Met("T-07", "measured at the limit", new OfferFacts { UptimeMeasured = 99.900m, UptimeWindow = 1 }, "uptime.measured(99.9, 1)", "rdy_offer.rdy_uptimemeasured"),
        NotMet("T-07", "measured over no days", new OfferFacts { UptimeMeasured = 100m, UptimeWindow = 0 }, "uptime.window(100)", "uptime.window.fix($column.rdy_offer.rdy_uptimewindow)", "rdy_offer.rdy_uptimewindow"),
        NotMet("T-07", "measured without a window", new OfferFacts { UptimeMeasured = 99.95m, UptimeCommitted = 99.9m }, "uptime.window(99.95)", "uptime.window.fix($column.rdy_offer.rdy_uptimewindow)", "rdy_offer.rdy_uptimewindow"),
        NotMet("T-07", "committed just below", new OfferFacts { UptimeCommitted = 99.899m }, "uptime.committed.low(99.899, 99.9)", "uptime.committed.fix(99.9)", "rdy_offer.rdy_uptimecommitted"),
        NotMet("T-07", "committed below although measured above", new OfferFacts { UptimeMeasured = 99.99m, UptimeWindow = 30, UptimeCommitted = 99.5m }, "uptime.committed.low(99.5, 99.9)", "uptime.committed.fix(99.9)", "rdy_offer.rdy_uptimecommitted"),
        Undecided("T-07", "committed at the limit", new OfferFacts { UptimeCommitted = 99.9m }, "uptime.committed(99.9)", "rdy_offer.rdy_uptimemeasured"),
    };

    private static OfferFacts Sso(
        string? appId = "0f8fad5b-d9cb-469f-a165-70867728950e",
        SignInProtocol protocol = SignInProtocol.OpenIdConnect,
        TenantMode tenants = TenantMode.MultiTenant,
        string? url = "https://contoso.com/signin",
        string? testAccount = "tester",
        AppType? appType = AppType.Trial) => new OfferFacts
        {
            AppId = appId,
            Protocol = protocol,
            TenantMode = tenants,
            SignInUrl = url,
            ConsentScopes = "User.Read",
            TestAccount = testAccount,
            AppType = appType,
        };

    private static OfferFacts Setup(YesNo development, string? guide) =>
        new OfferFacts { NeedsDevelopment = development, SetupSteps = 3, SetupMinutes = 10, AdminGuideUrl = guide };
}
