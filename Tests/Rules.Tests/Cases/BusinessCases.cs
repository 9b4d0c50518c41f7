using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>B-01 to B-20.</summary>
public sealed class BusinessCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // B-01
        NotMet("B-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_registration)", "column.fill($column.rdy_offer.rdy_registration)", "rdy_offer.rdy_registration"),
        NotMet("B-01", "not registered", new OfferFacts { Registration = Registration.NotRegistered, PartnerId = "1" }, "registration.none", "fix.D365-18-B-01", "rdy_offer.rdy_registration"),
        NotMet("B-01", "no id", new OfferFacts { Registration = Registration.MarketplacePublisher }, "column.empty($column.rdy_offer.rdy_partnerid)", "column.fill($column.rdy_offer.rdy_partnerid)", "rdy_offer.rdy_partnerid"),
        NotMet("B-01", "an MPN id with letters", new OfferFacts { Registration = Registration.PartnerNetworkMember, PartnerId = "MPN 4711" }, "registration.digits(MPN 4711)", "registration.digits.fix", "rdy_offer.rdy_partnerid"),
        Undecided("B-01", "an MPN id", new OfferFacts { Registration = Registration.PartnerNetworkMember, PartnerId = " 4711 " }, "registration.given($choice.Registration.PartnerNetworkMember, 4711)", "rdy_offer.rdy_registration"),
        Undecided("B-01", "a publisher", new OfferFacts { Registration = Registration.MarketplacePublisher, PartnerId = "contoso" }, "registration.given($choice.Registration.MarketplacePublisher, contoso)", "rdy_offer.rdy_registration"),

        // B-02
        NotApplicable("B-02", "registration not known", new OfferFacts(), "condition.registration.unknown($column.rdy_offer.rdy_registration)", "rdy_offer.rdy_registration"),
        NotApplicable("B-02", "registered", new OfferFacts { Registration = Registration.MarketplacePublisher }, "condition.registration($choice.Registration.MarketplacePublisher)", "rdy_offer.rdy_registration"),
        NotMet("B-02", "nothing nominated", new OfferFacts { Registration = Registration.NotRegistered }, "columns.empty($column.rdy_offer.rdy_nominationorganization $column.rdy_offer.rdy_partnerid $column.rdy_offer.rdy_nominationdescription $column.rdy_offer.rdy_nominationproduct $column.rdy_offer.rdy_targetaudience)", "columns.fill($column.rdy_offer.rdy_nominationorganization $column.rdy_offer.rdy_partnerid $column.rdy_offer.rdy_nominationdescription $column.rdy_offer.rdy_nominationproduct $column.rdy_offer.rdy_targetaudience)", "rdy_offer.rdy_nominationorganization"),
        NotMet("B-02", "one answer missing", new OfferFacts { Registration = Registration.NotRegistered, NominationOrganization = "Contoso", PartnerId = "1", NominationDescription = "Quotes", NominationProduct = "Sales" }, "column.empty($column.rdy_offer.rdy_targetaudience)", "column.fill($column.rdy_offer.rdy_targetaudience)", "rdy_offer.rdy_targetaudience"),
        Met("B-02", "all answers", new OfferFacts { Registration = Registration.NotRegistered, NominationOrganization = "Contoso", PartnerId = "1", NominationDescription = "Quotes", NominationProduct = "Sales", TargetAudience = "Sales teams" }, "columns.given($column.rdy_offer.rdy_nominationorganization $column.rdy_offer.rdy_partnerid $column.rdy_offer.rdy_nominationdescription $column.rdy_offer.rdy_nominationproduct $column.rdy_offer.rdy_targetaudience)", "rdy_offer.rdy_nominationorganization"),

        // B-03
        NotApplicable("B-03", "nothing read", new OfferFacts { PortalAccount = "a@outlook.com" }, "optional.empty($column.rdy_offer.rdy_devcenteraccount)", "rdy_offer.rdy_devcenteraccount"),
        NotMet("B-03", "no portal account", new OfferFacts { DevCenterAccount = "a@outlook.com" }, "column.empty($column.rdy_offer.rdy_portalaccount)", "column.fill($column.rdy_offer.rdy_portalaccount)", "rdy_offer.rdy_portalaccount"),
        NotMet("B-03", "two accounts", new OfferFacts { PortalAccount = "a@outlook.com", DevCenterAccount = "b@outlook.com" }, "accounts.differ(a@outlook.com, b@outlook.com)", "fix.D365-18-B-03", "rdy_offer.rdy_portalaccount"),
        Met("B-03", "same account in another case", new OfferFacts { PortalAccount = "A@outlook.com", DevCenterAccount = "a@Outlook.com " }, "accounts.same(A@outlook.com)", "rdy_offer.rdy_portalaccount"),

        // B-04
        NotApplicable("B-04", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_marketplaceaccounts)", "rdy_offer.rdy_marketplaceaccounts"),
        Met("B-04", "one account twice", new OfferFacts { MarketplaceAccounts = "a@outlook.com\r\n\r\nA@outlook.com" }, "accounts.one(a@outlook.com)", "rdy_offer.rdy_marketplaceaccounts"),
        NotMet("B-04", "two accounts", new OfferFacts { MarketplaceAccounts = "a@outlook.com\nb@outlook.com" }, "accounts.many(2, a@outlook.com, b@outlook.com)", "fix.D365-18-B-04", "rdy_offer.rdy_marketplaceaccounts"),

        // B-05
        NotApplicable("B-05", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_portalaccount)", "rdy_offer.rdy_portalaccount"),
        NotMet("B-05", "named after the offer", new OfferFacts { Name = "Contoso Quotes", PortalAccount = "contoso.quotes@outlook.com" }, "accounts.offername(contoso.quotes@outlook.com, Contoso Quotes)", "fix.D365-18-B-05", "rdy_offer.rdy_portalaccount"),
        NotMet("B-05", "named after the offer id", new OfferFacts { MarketplaceId = "quotes", PortalAccount = "my-quotes@outlook.com" }, "accounts.offername(my-quotes@outlook.com, quotes)", "fix.D365-18-B-05", "rdy_offer.rdy_portalaccount"),
        Undecided("B-05", "an offer name of three letters is no hint", new OfferFacts { Name = "CRM", PortalAccount = "crm@outlook.com" }, "accounts.used(crm@outlook.com)", "rdy_offer.rdy_portalaccount"),
        Undecided("B-05", "named after the company", new OfferFacts { Name = "Quotes", PortalAccount = "contoso@outlook.com" }, "accounts.used(contoso@outlook.com)", "rdy_offer.rdy_portalaccount"),

        // B-06
        NotMet("B-06", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_accountkind $column.rdy_offer.rdy_portalaccount)", "columns.fill($column.rdy_offer.rdy_accountkind $column.rdy_offer.rdy_portalaccount)", "rdy_offer.rdy_accountkind"),
        NotMet("B-06", "a work account", new OfferFacts { AccountKind = AccountKind.WorkOrSchoolAccount, PortalAccount = "a@contoso.com" }, "accounts.kind($choice.AccountKind.WorkOrSchoolAccount)", "fix.D365-18-B-06", "rdy_offer.rdy_accountkind"),
        NotMet("B-06", "a Microsoft account on a work address", new OfferFacts { AccountKind = AccountKind.MicrosoftAccountOnWorkEmail, PortalAccount = "a@contoso.com" }, "accounts.kind($choice.AccountKind.MicrosoftAccountOnWorkEmail)", "fix.D365-18-B-06", "rdy_offer.rdy_accountkind"),
        NotMet("B-06", "no address", new OfferFacts { AccountKind = AccountKind.PersonalMicrosoftAccount, PortalAccount = "contoso" }, "email.form(contoso)", "fix.D365-18-B-06", "rdy_offer.rdy_portalaccount"),
        NotMet("B-06", "a tenant's domain", new OfferFacts { AccountKind = AccountKind.PersonalMicrosoftAccount, PortalAccount = "a@contoso.onmicrosoft.com" }, "accounts.work(a@contoso.onmicrosoft.com, contoso.onmicrosoft.com)", "fix.D365-18-B-06", "rdy_offer.rdy_portalaccount"),
        NotMet("B-06", "the domain of a contact", new OfferFacts { AccountKind = AccountKind.PersonalMicrosoftAccount, PortalAccount = "a@contoso.com", SupportEmail = "support@Contoso.com" }, "accounts.work(a@contoso.com, contoso.com)", "fix.D365-18-B-06", "rdy_offer.rdy_portalaccount"),
        Undecided("B-06", "the same personal domain as a contact", new OfferFacts { AccountKind = AccountKind.PersonalMicrosoftAccount, PortalAccount = "a@outlook.com", EngineeringEmail = "b@outlook.com" }, "accounts.personal(a@outlook.com)", "rdy_offer.rdy_accountkind"),

        // B-07
        NotApplicable("B-07", "app type not known", new OfferFacts(), "condition.transact.unknown($column.rdy_offer.rdy_apptype)", "rdy_offer.rdy_apptype"),
        NotApplicable("B-07", "a trial", new OfferFacts { AppType = AppType.Trial }, "condition.transact($choice.AppType.Trial)", "rdy_offer.rdy_apptype"),
        NotMet("B-07", "transact without an id", new OfferFacts { AppType = AppType.Transact }, "column.empty($column.rdy_offer.rdy_devcenterid)", "column.fill($column.rdy_offer.rdy_devcenterid)", "rdy_offer.rdy_devcenterid"),
        Met("B-07", "transact with an id", new OfferFacts { AppType = AppType.Transact, DevCenterId = "12345" }, "column.value($column.rdy_offer.rdy_devcenterid, 12345)", "rdy_offer.rdy_devcenterid"),

        // B-08
        NotMet("B-08", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_apptype)", "column.fill($column.rdy_offer.rdy_apptype)", "rdy_offer.rdy_apptype"),
        NotMet("B-08", "transact", new OfferFacts { AppType = AppType.Transact, BillingRoute = "By invoice" }, "listing.type($choice.AppType.Transact)", "fix.D365-18-B-08", "rdy_offer.rdy_apptype"),
        NotMet("B-08", "no billing route", new OfferFacts { AppType = AppType.Trial }, "column.empty($column.rdy_offer.rdy_billingroute)", "column.fill($column.rdy_offer.rdy_billingroute)", "rdy_offer.rdy_billingroute"),
        Undecided("B-08", "own billing", new OfferFacts { AppType = AppType.Trial, BillingRoute = "By invoice" }, "billing.route(By invoice)", "rdy_offer.rdy_apptype"),

        // B-09
        NotMet("B-09", "nothing read", new OfferFacts(), "link.none($choice.LinkPurpose.Support)", "link.none.fix($choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        NotMet("B-09", "no model", With(Link(LinkPurpose.Support, "https://contoso.com/support")), "support.nomodel(Link)", "fix.D365-18-B-09", "rdy_supportlink.rdy_model"),
        NotMet("B-09", "a model on another link", With(Link(LinkPurpose.Help, "https://contoso.com/help", SupportModel.Free)), "link.none($choice.LinkPurpose.Support)", "link.none.fix($choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        Undecided("B-09", "a model", With(Link(LinkPurpose.Support, "https://contoso.com/support", SupportModel.Community)), "support.model($choice.SupportModel.Community)", "rdy_supportlink.rdy_model"),
        Undecided("B-09", "with channels and hours", With(new SupportLinkFact { Purpose = LinkPurpose.Support, Model = SupportModel.Paid, Channel = "Phone", Hours = "8-17 CET" }), "support.offered($choice.SupportModel.Paid, Phone, 8-17 CET)", "rdy_supportlink.rdy_model"),

        // B-10, B-12, B-18
        NotMet("B-10", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_license)", "column.fill($column.rdy_offer.rdy_license)", "rdy_offer.rdy_license"),
        Undecided("B-10", "a short licence", new OfferFacts { License = "MIT" }, "column.value($column.rdy_offer.rdy_license, MIT)", "rdy_offer.rdy_license"),
        Undecided("B-10", "a long licence", new OfferFacts { License = Chars(81) }, "column.long($column.rdy_offer.rdy_license, 81)", "rdy_offer.rdy_license"),
        NotMet("B-12", "nothing read", new OfferFacts { Name = "  " }, "column.empty($column.rdy_offer.rdy_name)", "column.fill($column.rdy_offer.rdy_name)", "rdy_offer.rdy_name"),
        Met("B-12", "a name", new OfferFacts { Name = "Quotes" }, "column.value($column.rdy_offer.rdy_name, Quotes)", "rdy_offer.rdy_name"),
        NotMet("B-18", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_terms)", "column.fill($column.rdy_offer.rdy_terms)", "rdy_offer.rdy_terms"),
        Undecided("B-18", "terms", new OfferFacts { Terms = "Be kind." }, "column.value($column.rdy_offer.rdy_terms, Be kind.)", "rdy_offer.rdy_terms"),

        // B-11
        NotMet("B-11", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_usesthirdparty)", "column.fill($column.rdy_offer.rdy_usesthirdparty)", "rdy_offer.rdy_usesthirdparty"),
        NotApplicable("B-11", "none used", new OfferFacts { UsesThirdParty = YesNo.No }, "thirdparty.none", "rdy_offer.rdy_usesthirdparty"),
        NotMet("B-11", "none used but one listed", new OfferFacts { UsesThirdParty = YesNo.No, ThirdParty = "jQuery; MIT" }, "thirdparty.contradiction(1)", "thirdparty.contradiction.fix", "rdy_offer.rdy_usesthirdparty"),
        NotMet("B-11", "used but none listed", new OfferFacts { UsesThirdParty = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_thirdparty)", "fix.D365-18-B-11", "rdy_offer.rdy_thirdparty"),
        NotMet("B-11", "one without a licence", new OfferFacts { UsesThirdParty = YesNo.Yes, ThirdParty = "jQuery; MIT\nMoment;\nLodash" }, "thirdparty.unlicensed(2, 3, Moment;)", "fix.D365-18-B-11", "rdy_offer.rdy_thirdparty"),
        Undecided("B-11", "all with a licence", new OfferFacts { UsesThirdParty = YesNo.Yes, ThirdParty = "jQuery; MIT\nLodash;MIT" }, "thirdparty.licensed(2)", "rdy_offer.rdy_usesthirdparty"),

        // B-13
        NotMet("B-13", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_description)", "fix.D365-18-B-13", "rdy_offer.rdy_description"),
        NotMet("B-13", "plain text", new OfferFacts { Description = "Quotes in seconds, a < b." }, "markup.none($column.rdy_offer.rdy_description)", "fix.D365-18-B-13", "rdy_offer.rdy_description"),
        Met("B-13", "HTML", new OfferFacts { Description = "<p>Quotes in <em>seconds</em>.</p>" }, "markup.given(p, em)", "rdy_offer.rdy_description"),

        // B-14 to B-17
        NotMet("B-14", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.Logo40)", "png.add($choice.AssetKind.Logo40, 40, 40)", "new rdy_marketingasset.rdy_kind"),
        NotMet("B-14", "one pixel narrower", With(Image(AssetKind.Logo40, 39, 40)), "png.size(Picture, 39, 40)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "one pixel wider", With(Image(AssetKind.Logo40, 41, 40)), "png.size(Picture, 41, 40)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "one pixel lower", With(Image(AssetKind.Logo40, 40, 39)), "png.size(Picture, 40, 39)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "one pixel higher", With(Image(AssetKind.Logo40, 40, 41)), "png.size(Picture, 40, 41)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "a JPEG of the right size", With(Image(AssetKind.Logo40, 40, 40, "JPEG")), "png.format(Picture, JPEG)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "nothing uploaded", With(Bytes(AssetKind.Logo40, null)), "asset.nothing(Picture, $column.rdy_marketingasset.rdy_image)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "damaged with a finding", With(Bytes(AssetKind.Logo40, InspectionState.Damaged, new Message("image.png.idat.missing", "57"))), "image.png.idat.missing(57)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "damaged without a finding", With(Bytes(AssetKind.Logo40, InspectionState.Damaged)), "asset.damaged(Picture)", "png.fix(40, 40)", "rdy_marketingasset.rdy_image"),
        Uninspected("B-14", "not inspected", With(Bytes(AssetKind.Logo40, InspectionState.NotInspected)), "asset.uninspected(Picture)", "asset.uninspected.fix", "rdy_marketingasset.rdy_image"),
        NotMet("B-14", "two of them", With(Image(AssetKind.Logo40, 40, 40), Image(AssetKind.Logo40, 40, 40)), "asset.many(2, $choice.AssetKind.Logo40, 1)", "asset.many.fix(1, $choice.AssetKind.Logo40)", "rdy_marketingasset.rdy_kind"),
        Met("B-14", "right size", With(Image(AssetKind.Logo40, 40, 40)), "png.right(40, 40)", "rdy_marketingasset.rdy_image"),
        NotMet("B-15", "another logo", With(Image(AssetKind.Logo40, 90, 90)), "asset.none($choice.AssetKind.Logo90)", "png.add($choice.AssetKind.Logo90, 90, 90)", "new rdy_marketingasset.rdy_kind"),
        NotMet("B-15", "one pixel narrower", With(Image(AssetKind.Logo90, 89, 90)), "png.size(Picture, 89, 90)", "png.fix(90, 90)", "rdy_marketingasset.rdy_image"),
        Met("B-15", "right size", With(Image(AssetKind.Logo90, 90, 90)), "png.right(90, 90)", "rdy_marketingasset.rdy_image"),
        NotMet("B-16", "one pixel higher", With(Image(AssetKind.Logo115, 115, 116)), "png.size(Picture, 115, 116)", "png.fix(115, 115)", "rdy_marketingasset.rdy_image"),
        Met("B-16", "right size", With(Image(AssetKind.Logo115, 115, 115)), "png.right(115, 115)", "rdy_marketingasset.rdy_image"),
        NotMet("B-17", "upside down", With(Image(AssetKind.Logo255x115, 115, 255)), "png.size(Picture, 115, 255)", "png.fix(255, 115)", "rdy_marketingasset.rdy_image"),
        Met("B-17", "right size", With(Image(AssetKind.Logo255x115, 255, 115)), "png.right(255, 115)", "rdy_marketingasset.rdy_image"),

        // B-19
        NotMet("B-19", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_privacyurl)", "fix.D365-18-B-19", "rdy_offer.rdy_privacyurl"),
        NotMet("B-19", "no web address", new OfferFacts { PrivacyUrl = "contoso.com/privacy" }, "url.scheme.missing(contoso.com/privacy)", "fix.D365-18-B-19", "rdy_offer.rdy_privacyurl"),
        Undecided("B-19", "an address", new OfferFacts { PrivacyUrl = "https://contoso.com/privacy" }, "column.value($column.rdy_offer.rdy_privacyurl, https://contoso.com/privacy)", "rdy_offer.rdy_privacyurl"),

        // B-20
        NotMet("B-20", "nothing read", new OfferFacts(), "rollup.failed(D365-18-T-01, D365-18-T-03, D365-18-T-04, D365-18-T-05, D365-18-T-06, D365-18-T-07)", "fix.D365-18-B-20(D365-18-T-01, D365-18-T-03, D365-18-T-04, D365-18-T-05, D365-18-T-06, D365-18-T-07)", "rdy_offer.rdy_appid"),
        NotMet("B-20", "one part fails, and one that is only advice", Offers.Technical(cloudServices: null, uptime: 99m), "rollup.failed(D365-18-T-07)", "fix.D365-18-B-20(D365-18-T-07)", "rdy_offer.rdy_uptimemeasured"),
        Undecided("B-20", "no mandatory part fails", Offers.Technical(cloudServices: null, uptime: 99.9m), "rollup.passed(7)", "rdy_offer.rdy_name"),
    };
}
