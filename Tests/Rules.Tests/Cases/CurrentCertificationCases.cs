using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>V-01 to V-22 of today's rule set.</summary>
public sealed class CurrentCertificationCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // CU-V-01
        NotMet("CU-V-01", "nothing read", new OfferFacts(), "mirror.failed(D365-CU-O-02)", "mirror.failed.fix(D365-CU-O-02)", "rdy_offer.rdy_apptype"),
        Met("CU-V-01", "trial", new OfferFacts { AppType = AppType.Trial }, "mirror.met(D365-CU-O-02)", "rdy_offer.rdy_name"),
        NotApplicable("CU-V-01", "licences managed", new OfferFacts { LicenseManagement = YesNo.Yes }, "mirror.none(D365-CU-O-02)", "rdy_offer.rdy_name"),

        // CU-V-02
        NotMet("CU-V-02", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("CU-V-02", "nothing found", Packaged(Solution()), "zip.complete", "rdy_offer.rdy_package"),
        NotMet("CU-V-02", "something missing", Found(PackagePart.Outer, "package.missing", "package.zip"), "package.missing(package.zip)", "fix.D365-CU-V-02", "rdy_offer.rdy_package"),

        // CU-V-03
        NotMet("CU-V-03", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.ScenarioDocument)", "fix.D365-CU-V-03(1)", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-V-03", "a PDF", With(File(AssetKind.ScenarioDocument, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),

        // CU-V-04
        Undecided("CU-V-04", "nothing read", new OfferFacts(), "test.unknown($column.rdy_offer.rdy_installtestedon)", "rdy_offer.rdy_installtestedon"),
        Undecided("CU-V-04", "tested", new OfferFacts { Now = Now, InstallTestedOn = new DateTime(2019, 2, 1) }, "test.done(2019-02-01)", "rdy_offer.rdy_installtestedon"),
        NotMet("CU-V-04", "a day to come", new OfferFacts { Now = Now, InstallTestedOn = Now.AddDays(1) }, "date.future($column.rdy_offer.rdy_installtestedon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_installtestedon)", "rdy_offer.rdy_installtestedon"),

        // CU-V-05
        Undecided("CU-V-05", "nothing read", new OfferFacts(), "test.unknown($column.rdy_offer.rdy_installtestedon)", "rdy_offer.rdy_installtestedon"),
        Undecided("CU-V-05", "tested", new OfferFacts { Now = Now, InstallTestedOn = new DateTime(2019, 2, 1) }, "test.done(2019-02-01)", "rdy_offer.rdy_installtestedon"),
        NotMet("CU-V-05", "a day to come", new OfferFacts { Now = Now, InstallTestedOn = Now.AddDays(1) }, "date.future($column.rdy_offer.rdy_installtestedon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_installtestedon)", "rdy_offer.rdy_installtestedon"),

        // CU-V-06
        NotMet("CU-V-06", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_hasconnectors)", "column.fill($column.rdy_offer.rdy_hasconnectors)", "rdy_offer.rdy_hasconnectors"),
        NotApplicable("CU-V-06", "none", new OfferFacts { HasConnectors = YesNo.No }, "answer.no($column.rdy_offer.rdy_hasconnectors)", "rdy_offer.rdy_hasconnectors"),
        NotMet("CU-V-06", "not declared", new OfferFacts { HasConnectors = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_connectors)", "column.fill($column.rdy_offer.rdy_connectors)", "rdy_offer.rdy_connectors"),
        Undecided("CU-V-06", "declared", new OfferFacts { HasConnectors = YesNo.Yes, Connectors = "SharePoint" }, "column.value($column.rdy_offer.rdy_connectors, SharePoint)", "rdy_offer.rdy_hasconnectors"),

        // CU-V-07
        Undecided("CU-V-07", "nothing read", new OfferFacts(), "test.unknown($column.rdy_offer.rdy_functiontestedon)", "rdy_offer.rdy_functiontestedon"),
        Undecided("CU-V-07", "tested", new OfferFacts { Now = Now, FunctionTestedOn = new DateTime(2019, 2, 1) }, "test.done(2019-02-01)", "rdy_offer.rdy_functiontestedon"),
        NotMet("CU-V-07", "a day to come", new OfferFacts { Now = Now, FunctionTestedOn = Now.AddDays(1) }, "date.future($column.rdy_offer.rdy_functiontestedon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_functiontestedon)", "rdy_offer.rdy_functiontestedon"),

        // CU-V-08
        NotMet("CU-V-08", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_deployercode)", "column.fill($column.rdy_offer.rdy_deployercode)", "rdy_offer.rdy_deployercode"),
        NotApplicable("CU-V-08", "none", new OfferFacts { DeployerCode = YesNo.No }, "answer.no($column.rdy_offer.rdy_deployercode)", "rdy_offer.rdy_deployercode"),
        Undecided("CU-V-08", "some", new OfferFacts { DeployerCode = YesNo.Yes }, "answers.yes($column.rdy_offer.rdy_deployercode)", "rdy_offer.rdy_deployercode"),

        // CU-V-09
        NotMet("CU-V-09", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_addsserviceaccount)", "column.fill($column.rdy_offer.rdy_addsserviceaccount)", "rdy_offer.rdy_addsserviceaccount"),
        NotApplicable("CU-V-09", "none", new OfferFacts { AddsServiceAccount = YesNo.No }, "answer.no($column.rdy_offer.rdy_addsserviceaccount)", "rdy_offer.rdy_addsserviceaccount"),
        NotMet("CU-V-09", "no roles", new OfferFacts { AddsServiceAccount = YesNo.Yes }, "columns.empty($column.rdy_offer.rdy_serviceaccountroles $column.rdy_offer.rdy_consentpageurl)", "columns.fill($column.rdy_offer.rdy_serviceaccountroles $column.rdy_offer.rdy_consentpageurl)", "rdy_offer.rdy_serviceaccountroles"),
        Undecided("CU-V-09", "a role of its own", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service", ConsentPageUrl = "https://contoso.com/consent" }, "serviceaccount.roles(Quotes Service)", "rdy_offer.rdy_addsserviceaccount"),
        NotMet("CU-V-09", "no consent page", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service" }, "column.empty($column.rdy_offer.rdy_consentpageurl)", "column.fill($column.rdy_offer.rdy_consentpageurl)", "rdy_offer.rdy_consentpageurl"),
        NotMet("CU-V-09", "consent page without https", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service", ConsentPageUrl = "http://contoso.com" }, "url.http", "fix.url($column.rdy_offer.rdy_consentpageurl)", "rdy_offer.rdy_consentpageurl"),
        NotMet("CU-V-09", "Maker", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service\nMaker", ConsentPageUrl = "https://contoso.com/consent" }, "serviceaccount.role(Maker)", "fix.D365-CU-V-09", "rdy_offer.rdy_serviceaccountroles"),
        NotMet("CU-V-09", "Environment Maker", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service\nEnvironment Maker", ConsentPageUrl = "https://contoso.com/consent" }, "serviceaccount.role(Environment Maker)", "fix.D365-CU-V-09", "rdy_offer.rdy_serviceaccountroles"),
        NotMet("CU-V-09", "system administrator", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service\nsystem administrator", ConsentPageUrl = "https://contoso.com/consent" }, "serviceaccount.role(system administrator)", "fix.D365-CU-V-09", "rdy_offer.rdy_serviceaccountroles"),
        NotMet("CU-V-09", "System Customizer", new OfferFacts { AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service\nSystem Customizer", ConsentPageUrl = "https://contoso.com/consent" }, "serviceaccount.role(System Customizer)", "fix.D365-CU-V-09", "rdy_offer.rdy_serviceaccountroles"),

        // CU-V-10
        NotMet("CU-V-10", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_hasexternalconnections)", "column.fill($column.rdy_offer.rdy_hasexternalconnections)", "rdy_offer.rdy_hasexternalconnections"),
        NotApplicable("CU-V-10", "none", new OfferFacts { HasExternalConnections = YesNo.No }, "connections.none", "rdy_offer.rdy_hasexternalconnections"),
        NotMet("CU-V-10", "not declared", new OfferFacts { HasExternalConnections = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_externalconnections)", "fix.D365-CU-V-10", "rdy_offer.rdy_externalconnections"),
        Undecided("CU-V-10", "declared", new OfferFacts { HasExternalConnections = YesNo.Yes, ExternalConnections = "ERP" }, "connections.declared(ERP)", "rdy_offer.rdy_hasexternalconnections"),

        // CU-V-11
        NotMet("CU-V-11", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_standalonecanvas)", "column.fill($column.rdy_offer.rdy_standalonecanvas)", "rdy_offer.rdy_standalonecanvas"),
        NotApplicable("CU-V-11", "none", new OfferFacts { StandaloneCanvas = YesNo.No }, "answer.no($column.rdy_offer.rdy_standalonecanvas)", "rdy_offer.rdy_standalonecanvas"),
        Uninspected("CU-V-11", "no package", new OfferFacts { StandaloneCanvas = YesNo.Yes }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("CU-V-11", "in the package", Packaged(new PackageSolution { HasCanvasApp = true }, offer => offer.StandaloneCanvas = YesNo.Yes), "canvas.there", "rdy_offer.rdy_standalonecanvas"),
        NotMet("CU-V-11", "not in the package", Packaged(Solution(), offer => offer.StandaloneCanvas = YesNo.Yes), "canvas.missing", "fix.D365-CU-V-11", "rdy_offer.rdy_package"),

        // CU-V-12
        NotMet("CU-V-12", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_certificationnotes)", "column.fill($column.rdy_offer.rdy_certificationnotes)", "rdy_offer.rdy_certificationnotes"),
        Undecided("CU-V-12", "notes", new OfferFacts { CertificationNotes = "Sign in as tester." }, "column.value($column.rdy_offer.rdy_certificationnotes, Sign in as tester.)", "rdy_offer.rdy_certificationnotes"),

        // CU-V-13
        Undecided("CU-V-13", "nothing read", new OfferFacts(), "judge.function.unversioned", "rdy_offer.rdy_appversion"),
        Undecided("CU-V-13", "a version", new OfferFacts { AppVersion = "1.2" }, "judge.function(1.2)", "rdy_offer.rdy_appversion"),

        // CU-V-14
        Undecided("CU-V-14", "nothing read", new OfferFacts(), "secret.none(0)", "rdy_offer.rdy_description"),
        NotMet("CU-V-14", "a password", new OfferFacts { Description = "Try it, password: hunter2026" }, "secret.found($column.rdy_offer.rdy_description, password:)", "fix.D365-CU-V-14", "rdy_offer.rdy_description"),
        Undecided("CU-V-14", "a word behind it is none", new OfferFacts { Description = "Forgot the password: users reset it themselves" }, "secret.none(1)", "rdy_offer.rdy_description"),
        Undecided("CU-V-14", "too short for one", new OfferFacts { Description = "password: a1b2c" }, "secret.none(1)", "rdy_offer.rdy_description"),
        NotMet("CU-V-14", "a key of storage", new OfferFacts { Terms = "AccountKey=abc123def456" }, "secret.found($column.rdy_offer.rdy_terms, AccountKey=)", "fix.D365-CU-V-14", "rdy_offer.rdy_terms"),
        NotMet("CU-V-14", "a signature", new OfferFacts { Summary = "https://contoso.blob.core.windows.net/a?sig=abc123def" }, "secret.found($column.rdy_offer.rdy_summary, sig=)", "fix.D365-CU-V-14", "rdy_offer.rdy_summary"),
        Undecided("CU-V-14", "a signature that was taken out", new OfferFacts { Summary = "https://contoso.blob.core.windows.net/a?sig=removed" }, "secret.none(1)", "rdy_offer.rdy_description"),
        NotMet("CU-V-14", "a private key", new OfferFacts { Keywords = "-----BEGIN PRIVATE KEY-----" }, "secret.found($column.rdy_offer.rdy_keywords, -----BEGIN)", "fix.D365-CU-V-14", "rdy_offer.rdy_keywords"),
        NotMet("CU-V-14", "a token", new OfferFacts { Description = "ghp_abcdefghijklmnop" }, "secret.found($column.rdy_offer.rdy_description, ghp_)", "fix.D365-CU-V-14", "rdy_offer.rdy_description"),
        Undecided("CU-V-14", "none", new OfferFacts { Description = "Quotes", Summary = "Quotes" }, "secret.none(2)", "rdy_offer.rdy_description"),

        // CU-V-15
        Undecided("CU-V-15", "nothing read", new OfferFacts(), "content.judge", "rdy_offer.rdy_description"),
        Undecided("CU-V-15", "a contact's address", new OfferFacts { Description = "Write to support@contoso.com.", SupportEmail = "support@contoso.com" }, "content.judge", "rdy_offer.rdy_description"),
        Undecided("CU-V-15", "another address", new OfferFacts { Description = "<p>Write to ada@fabrikam.com</p>" }, "content.address(ada@fabrikam.com)", "rdy_offer.rdy_description"),
        Undecided("CU-V-15", "an address in the summary", new OfferFacts { Summary = "By bo.b@fabrikam.com." }, "content.address(bo.b@fabrikam.com)", "rdy_offer.rdy_description"),
        Undecided("CU-V-15", "no address", new OfferFacts { Description = "quotes @ contoso" }, "content.judge", "rdy_offer.rdy_description"),

        // CU-V-16
        NotMet("CU-V-16", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_name)", "column.fill($column.rdy_offer.rdy_name)", "rdy_offer.rdy_name"),
        NotMet("CU-V-16", "a competitor in the title", new OfferFacts { Name = "Fabrikam Quotes", Competitors = "Fabrikam" }, "competitor.named($column.rdy_offer.rdy_name, Fabrikam)", "competitor.named.fix", "rdy_offer.rdy_name"),
        NotMet("CU-V-16", "a competitor in the summary", new OfferFacts { Name = "Quotes", Summary = "Like Fabrikam", Competitors = "Fabrikam" }, "competitor.named($column.rdy_offer.rdy_summary, Fabrikam)", "competitor.named.fix", "rdy_offer.rdy_summary"),
        Undecided("CU-V-16", "none", new OfferFacts { Name = "Quotes", Summary = "Fast", Competitors = "Fabrikam" }, "value.judge(Quotes)", "rdy_offer.rdy_name"),

        // CU-V-17
        NotMet("CU-V-17", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_pagescomplete)", "column.fill($column.rdy_offer.rdy_pagescomplete)", "rdy_offer.rdy_pagescomplete"),
        Met("CU-V-17", "yes", new OfferFacts { PagesComplete = YesNo.Yes }, "answers.yes($column.rdy_offer.rdy_pagescomplete)", "rdy_offer.rdy_pagescomplete"),
        NotMet("CU-V-17", "no", new OfferFacts { PagesComplete = YesNo.No }, "answers.no($column.rdy_offer.rdy_pagescomplete)", "fix.D365-CU-V-17", "rdy_offer.rdy_pagescomplete"),

        // CU-V-19
        NotApplicable("CU-V-19", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_uptimecommitted)", "rdy_offer.rdy_uptimecommitted"),
        Undecided("CU-V-19", "99.9 promised", new OfferFacts { UptimeCommitted = 99.9m }, "uptime.committed(99.9)", "rdy_offer.rdy_uptimemeasured"),
        NotMet("CU-V-19", "99.899 promised", new OfferFacts { UptimeCommitted = 99.899m }, "uptime.committed.low(99.899, 99.9)", "uptime.committed.fix(99.9)", "rdy_offer.rdy_uptimecommitted"),
        Met("CU-V-19", "99.9 measured", new OfferFacts { UptimeMeasured = 99.9m, UptimeWindow = 30 }, "uptime.measured(99.9, 30)", "rdy_offer.rdy_uptimemeasured"),
        NotMet("CU-V-19", "99.899 measured", new OfferFacts { UptimeMeasured = 99.899m, UptimeWindow = 30 }, "uptime.measured.low(99.899, 99.9)", "fix.D365-CU-V-19(99.9)", "rdy_offer.rdy_uptimemeasured"),

        // CU-V-20
        NotApplicable("CU-V-20", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_appid)", "rdy_offer.rdy_appid"),
        NotMet("CU-V-20", "an app without the rest", new OfferFacts { AppId = "0f8fad5b-d9cb-469f-a165-70867728950e" }, "columns.empty($column.rdy_offer.rdy_protocol $column.rdy_offer.rdy_tenantmode $column.rdy_offer.rdy_signinurl $column.rdy_offer.rdy_consentscopes $column.rdy_offer.rdy_testaccount)", "columns.fill($column.rdy_offer.rdy_protocol $column.rdy_offer.rdy_tenantmode $column.rdy_offer.rdy_signinurl $column.rdy_offer.rdy_consentscopes $column.rdy_offer.rdy_testaccount)", "rdy_offer.rdy_protocol"),
        Undecided("CU-V-20", "all there", new OfferFacts { AppId = "0f8fad5b-d9cb-469f-a165-70867728950e", Protocol = SignInProtocol.OpenIdConnect, TenantMode = TenantMode.MultiTenant, SignInUrl = "https://contoso.com/signin", ConsentScopes = "User.Read", TestAccount = "tester" }, "sso.declared($choice.SignInProtocol.OpenIdConnect, $choice.TenantMode.MultiTenant, https://contoso.com/signin)", "rdy_offer.rdy_appid"),

        // CU-V-21
        Undecided("CU-V-21", "nothing read", new OfferFacts(), "judge.design.unversioned", "rdy_offer.rdy_appversion"),
        Undecided("CU-V-21", "a version", new OfferFacts { AppVersion = "1.2" }, "judge.design(1.2)", "rdy_offer.rdy_appversion"),

        // CU-V-22
        NotApplicable("CU-V-22", "nothing read", new OfferFacts(), "republish.never($column.rdy_offer.rdy_lastpublishedon)", "rdy_offer.rdy_lastpublishedon"),
        NotMet("CU-V-22", "published, not answered", new OfferFacts { LastPublishedOn = new DateTime(2019, 2, 1) }, "column.empty($column.rdy_offer.rdy_changedsincepublished)", "column.fill($column.rdy_offer.rdy_changedsincepublished)", "rdy_offer.rdy_changedsincepublished"),
        Met("CU-V-22", "edited", new OfferFacts { LastPublishedOn = new DateTime(2019, 2, 1), ChangedSincePublished = YesNo.Yes }, "republish.edited(2019-02-01)", "rdy_offer.rdy_changedsincepublished"),
        Met("CU-V-22", "not edited", new OfferFacts { LastPublishedOn = new DateTime(2019, 2, 1), ChangedSincePublished = YesNo.No, PublishedVersion = "1.0", AppVersion = "1.0" }, "republish.same(2019-02-01)", "rdy_offer.rdy_changedsincepublished"),
        NotMet("CU-V-22", "not edited, but of another version", new OfferFacts { LastPublishedOn = new DateTime(2019, 2, 1), ChangedSincePublished = YesNo.No, PublishedVersion = "1.0", AppVersion = "1.1" }, "republish.differs(1.0, 1.1)", "fix.D365-CU-V-22", "rdy_offer.rdy_changedsincepublished"),
    };
}
