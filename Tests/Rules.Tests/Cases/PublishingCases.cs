using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>P-02, V-01 and V-03 to V-09.</summary>
public sealed class PublishingCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // P-02
        NotMet("P-02", "nothing read", new OfferFacts(), "trial.none", "trial.none.fix", "new rdy_trial.rdy_kind"),
        NotMet("P-02", "a trial without a kind", With(new TrialFact { Name = "Try it" }), "trial.none", "trial.none.fix", "new rdy_trial.rdy_kind"),
        Undecided("P-02", "two ways", With(new TrialFact { Kind = TrialKind.ContactMe }, new TrialFact { Kind = TrialKind.FreeTrial }, new TrialFact { Kind = TrialKind.FreeTrial }), "trial.kinds($choice.TrialKind.FreeTrial $choice.TrialKind.ContactMe)", "rdy_trial.rdy_kind"),

        // V-01
        NotMet("V-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_apptype)", "fix.listing", "rdy_offer.rdy_apptype"),
        Met("V-01", "free", new OfferFacts { AppType = AppType.Free }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Free)", "rdy_offer.rdy_apptype"),
        Met("V-01", "trial", new OfferFacts { AppType = AppType.Trial }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Trial)", "rdy_offer.rdy_apptype"),
        Met("V-01", "contact me with a test drive", new OfferFacts { AppType = AppType.ContactMe, TestDrive = YesNo.Yes }, "testdrive.contactme", "rdy_offer.rdy_apptype"),
        NotMet("V-01", "contact me without a test drive", new OfferFacts { AppType = AppType.ContactMe, TestDrive = YesNo.No }, "testdrive.contactme.without", "fix.D365-18-V-01", "rdy_offer.rdy_testdrive"),
        NotMet("V-01", "contact me, test drive not answered", new OfferFacts { AppType = AppType.ContactMe }, "testdrive.contactme.without", "fix.D365-18-V-01", "rdy_offer.rdy_testdrive"),
        NotMet("V-01", "transact", new OfferFacts { AppType = AppType.Transact }, "listing.type($choice.AppType.Transact)", "fix.listing", "rdy_offer.rdy_apptype"),

        // V-03
        NotMet("V-03", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.ScenarioDocument)", "fix.D365-18-V-03(1)", "new rdy_marketingasset.rdy_kind"),
        NotMet("V-03", "a zip", With(File(AssetKind.ScenarioDocument, "ZIP")), "document.format(Guide, ZIP)", "fix.D365-18-V-03(1)", "rdy_marketingasset.rdy_file"),
        Undecided("V-03", "a document", With(File(AssetKind.ScenarioDocument, "DOCX")), "document.right(Guide, DOCX)", "rdy_marketingasset.rdy_file"),

        // V-04
        Undecided("V-04", "nothing read", new OfferFacts { Now = Now }, "checker.unknown", "rdy_offer.rdy_checkerrunon"),
        NotMet("V-04", "1 error", new OfferFacts { Now = Now, CheckerErrors = 1 }, "checker.errors(1)", "fix.D365-18-V-04", "rdy_offer.rdy_checkererrors"),
        NotMet("V-04", "run tomorrow", new OfferFacts { Now = Now, CheckerRunOn = new DateTime(2019, 3, 2), CheckerErrors = 0 }, "date.future($column.rdy_offer.rdy_checkerrunon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_checkerrunon)", "rdy_offer.rdy_checkerrunon"),
        NotMet("V-04", "number of errors not known", new OfferFacts { Now = Now, CheckerRunOn = new DateTime(2019, 3, 1) }, "column.empty($column.rdy_offer.rdy_checkererrors)", "column.fill($column.rdy_offer.rdy_checkererrors)", "rdy_offer.rdy_checkererrors"),
        Undecided("V-04", "run today without errors", new OfferFacts { Now = Now, CheckerRunOn = new DateTime(2019, 3, 1), CheckerErrors = 0 }, "checker.clean(2019-03-01)", "rdy_offer.rdy_checkerrunon"),

        // V-05, V-06
        Undecided("V-05", "nothing read", new OfferFacts { Now = Now }, "test.unknown($column.rdy_offer.rdy_installtestedon)", "rdy_offer.rdy_installtestedon"),
        NotMet("V-05", "tomorrow", new OfferFacts { Now = Now, InstallTestedOn = new DateTime(2019, 3, 2) }, "date.future($column.rdy_offer.rdy_installtestedon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_installtestedon)", "rdy_offer.rdy_installtestedon"),
        Undecided("V-05", "today", new OfferFacts { Now = Now, InstallTestedOn = new DateTime(2019, 3, 1) }, "test.done(2019-03-01)", "rdy_offer.rdy_installtestedon"),
        Undecided("V-06", "nothing read", new OfferFacts { Now = Now }, "test.unknown($column.rdy_offer.rdy_functiontestedon)", "rdy_offer.rdy_functiontestedon"),
        NotMet("V-06", "tomorrow", new OfferFacts { Now = Now, FunctionTestedOn = new DateTime(2019, 3, 2) }, "date.future($column.rdy_offer.rdy_functiontestedon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_functiontestedon)", "rdy_offer.rdy_functiontestedon"),
        Undecided("V-06", "yesterday", new OfferFacts { Now = Now, FunctionTestedOn = new DateTime(2019, 2, 28) }, "test.done(2019-02-28)", "rdy_offer.rdy_functiontestedon"),

        // V-07
        NotMet("V-07", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_hasexternalconnections)", "column.fill($column.rdy_offer.rdy_hasexternalconnections)", "rdy_offer.rdy_hasexternalconnections"),
        Undecided("V-07", "none", new OfferFacts { HasExternalConnections = YesNo.No }, "connections.none", "rdy_offer.rdy_hasexternalconnections"),
        NotMet("V-07", "some, not listed", new OfferFacts { HasExternalConnections = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_externalconnections)", "fix.D365-18-V-07", "rdy_offer.rdy_externalconnections"),
        Undecided("V-07", "some, listed", new OfferFacts { HasExternalConnections = YesNo.Yes, ExternalConnections = "Rates service: key on request" }, "connections.declared(Rates service: key on request)", "rdy_offer.rdy_hasexternalconnections"),

        // V-08
        NotApplicable("V-08", "never published", new OfferFacts(), "recertification.unpublished($column.rdy_offer.rdy_firstpublishedon)", "rdy_offer.rdy_firstpublishedon"),
        NotApplicable("V-08", "first published when the programme began", new OfferFacts { FirstPublishedOn = new DateTime(2019, 7, 12) }, "recertification.later(2019-07-12, 2019-07-12)", "rdy_offer.rdy_firstpublishedon"),
        NotMet("V-08", "published the day before, not recertified", new OfferFacts { FirstPublishedOn = new DateTime(2019, 7, 11) }, "recertification.missing(2019-07-11, 2019-10-15)", "fix.D365-18-V-08(2019-10-15)", "rdy_offer.rdy_recertifiedon"),
        Met("V-08", "recertified on the last day", new OfferFacts { FirstPublishedOn = new DateTime(2019, 7, 11), RecertifiedOn = new DateTime(2019, 10, 15) }, "recertification.done(2019-10-15, 2019-10-15)", "rdy_offer.rdy_recertifiedon"),
        NotMet("V-08", "recertified a day late", new OfferFacts { FirstPublishedOn = new DateTime(2019, 7, 11), RecertifiedOn = new DateTime(2019, 10, 16) }, "recertification.late(2019-10-16, 2019-10-15)", "fix.D365-18-V-08(2019-10-15)", "rdy_offer.rdy_recertifiedon"),

        // V-09
        NotMet("V-09", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_partnercenteractive $column.rdy_offer.rdy_isvagreement $column.rdy_offer.rdy_billingprofile)", "columns.fill($column.rdy_offer.rdy_partnercenteractive $column.rdy_offer.rdy_isvagreement $column.rdy_offer.rdy_billingprofile)", "rdy_offer.rdy_partnercenteractive"),
        NotMet("V-09", "one is no", new OfferFacts { PartnerCenterActive = YesNo.Yes, IsvAgreement = YesNo.No, BillingProfile = YesNo.Yes }, "answers.no($column.rdy_offer.rdy_isvagreement)", "fix.D365-18-V-09", "rdy_offer.rdy_isvagreement"),
        Met("V-09", "all are yes", new OfferFacts { PartnerCenterActive = YesNo.Yes, IsvAgreement = YesNo.Yes, BillingProfile = YesNo.Yes }, "answers.yes($column.rdy_offer.rdy_partnercenteractive $column.rdy_offer.rdy_isvagreement $column.rdy_offer.rdy_billingprofile)", "rdy_offer.rdy_partnercenteractive"),
    };
}
