using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The columns of the offer that rules read.</summary>
internal static class Columns
{
    public static readonly Column<string?> Name = Text("rdy_name", offer => offer.Name);
    public static readonly Column<AppType?> AppType = Choice("rdy_apptype", offer => offer.AppType);
    public static readonly Column<string?> Summary = Text("rdy_summary", offer => offer.Summary);
    public static readonly Column<string?> Description = Text("rdy_description", offer => offer.Description);
    public static readonly Column<string?> Keywords = Text("rdy_keywords", offer => offer.Keywords);
    public static readonly Column<IReadOnlyList<Industry>> Industries = Choices("rdy_industries", offer => offer.Industries);
    public static readonly Column<IReadOnlyList<Category>> Categories = Choices("rdy_categories", offer => offer.Categories);
    public static readonly Column<string?> Countries = Text("rdy_countries", offer => offer.Countries);
    public static readonly Column<IReadOnlyList<Language>> Languages = Choices("rdy_languages", offer => offer.Languages);
    public static readonly Column<string?> AppVersion = Text("rdy_appversion", offer => offer.AppVersion);
    public static readonly Column<DateTime?> ReleaseDate = Date("rdy_releasedate", offer => offer.ReleaseDate);
    public static readonly Column<string?> WorksWith = Text("rdy_workswith", offer => offer.WorksWith);
    public static readonly Column<string?> HideKey = Text("rdy_hidekey", offer => offer.HideKey);
    public static readonly Column<LeadDestination?> LeadDestination = Choice("rdy_leaddestination", offer => offer.LeadDestination);
    public static readonly Column<string?> LeadEndpoint = Text("rdy_leadendpoint", offer => offer.LeadEndpoint);
    public static readonly Column<string?> MarketplaceId = Text("rdy_marketplaceid", offer => offer.MarketplaceId);
    public static readonly Column<string?> PublisherId = Text("rdy_publisherid", offer => offer.PublisherId);
    public static readonly Column<string?> OtherPublications = Text("rdy_otherpublications", offer => offer.OtherPublications);
    public static readonly Column<Registration?> Registration = Choice("rdy_registration", offer => offer.Registration);
    public static readonly Column<string?> PartnerId = Text("rdy_partnerid", offer => offer.PartnerId);
    public static readonly Column<string?> NominationOrganization = Text("rdy_nominationorganization", offer => offer.NominationOrganization);
    public static readonly Column<string?> NominationDescription = Text("rdy_nominationdescription", offer => offer.NominationDescription);
    public static readonly Column<string?> NominationProduct = Text("rdy_nominationproduct", offer => offer.NominationProduct);
    public static readonly Column<string?> PortalAccount = Text("rdy_portalaccount", offer => offer.PortalAccount);
    public static readonly Column<string?> DevCenterAccount = Text("rdy_devcenteraccount", offer => offer.DevCenterAccount);
    public static readonly Column<string?> MarketplaceAccounts = Text("rdy_marketplaceaccounts", offer => offer.MarketplaceAccounts);
    public static readonly Column<AccountKind?> AccountKind = Choice("rdy_accountkind", offer => offer.AccountKind);
    public static readonly Column<string?> DevCenterId = Text("rdy_devcenterid", offer => offer.DevCenterId);
    public static readonly Column<string?> AppId = Text("rdy_appid", offer => offer.AppId);
    public static readonly Column<TenantMode?> TenantMode = Choice("rdy_tenantmode", offer => offer.TenantMode);
    public static readonly Column<SignInProtocol?> Protocol = Choice("rdy_protocol", offer => offer.Protocol);
    public static readonly Column<string?> SignInUrl = Text("rdy_signinurl", offer => offer.SignInUrl);
    public static readonly Column<string?> ConsentScopes = Text("rdy_consentscopes", offer => offer.ConsentScopes);
    public static readonly Column<string?> TestAccount = Text("rdy_testaccount", offer => offer.TestAccount);
    public static readonly Column<SignInMethod?> SignInMethod = Choice("rdy_signinmethod", offer => offer.SignInMethod);
    public static readonly Column<YesNo?> TestDrive = Choice("rdy_testdrive", offer => offer.TestDrive);
    public static readonly Column<string?> BusinessProcess = Text("rdy_businessprocess", offer => offer.BusinessProcess);
    public static readonly Column<string?> TargetAudience = Text("rdy_targetaudience", offer => offer.TargetAudience);
    public static readonly Column<YesNo?> UsesCloudServices = Choice("rdy_usescloudservices", offer => offer.UsesCloudServices);
    public static readonly Column<string?> CloudServices = Text("rdy_cloudservices", offer => offer.CloudServices);
    public static readonly Column<int?> SetupSteps = Number("rdy_setupsteps", offer => offer.SetupSteps);
    public static readonly Column<int?> SetupMinutes = Number("rdy_setupminutes", offer => offer.SetupMinutes);
    public static readonly Column<YesNo?> NeedsDevelopment = Choice("rdy_needsdevelopment", offer => offer.NeedsDevelopment);
    public static readonly Column<string?> AdminGuideUrl = Text("rdy_adminguideurl", offer => offer.AdminGuideUrl);
    public static readonly Column<decimal?> UptimeCommitted = Decimal("rdy_uptimecommitted", offer => offer.UptimeCommitted);
    public static readonly Column<decimal?> UptimeMeasured = Decimal("rdy_uptimemeasured", offer => offer.UptimeMeasured);
    public static readonly Column<int?> UptimeWindow = Number("rdy_uptimewindow", offer => offer.UptimeWindow);
    public static readonly Column<string?> MonitorUrl = Text("rdy_monitorurl", offer => offer.MonitorUrl);
    public static readonly Column<string?> BillingRoute = Text("rdy_billingroute", offer => offer.BillingRoute);
    public static readonly Column<string?> License = Text("rdy_license", offer => offer.License);
    public static readonly Column<YesNo?> UsesThirdParty = Choice("rdy_usesthirdparty", offer => offer.UsesThirdParty);
    public static readonly Column<string?> ThirdParty = Text("rdy_thirdparty", offer => offer.ThirdParty);
    public static readonly Column<string?> Terms = Text("rdy_terms", offer => offer.Terms);
    public static readonly Column<string?> PrivacyUrl = Text("rdy_privacyurl", offer => offer.PrivacyUrl);
    public static readonly Column<LicenseModel?> LicenseModel = Choice("rdy_licensemodel", offer => offer.LicenseModel);
    public static readonly Column<YesNo?> SecureStore = Choice("rdy_securestore", offer => offer.SecureStore);
    public static readonly Column<YesNo?> LifecycleEvents = Choice("rdy_lifecycleevents", offer => offer.LifecycleEvents);
    public static readonly Column<string?> LifecycleAgreement = Text("rdy_lifecycleagreement", offer => offer.LifecycleAgreement);
    public static readonly Column<string?> ConfigurationUrl = Text("rdy_configurationurl", offer => offer.ConfigurationUrl);
    public static readonly Column<IReadOnlyList<DynamicsProduct>> ApplicableProducts = Choices("rdy_applicableproducts", offer => offer.ApplicableProducts);
    public static readonly Column<YesNo?> MarketingOnly = Choice("rdy_marketingonly", offer => offer.MarketingOnly);
    public static readonly Column<string?> PublishedVersion = Text("rdy_publishedversion", offer => offer.PublishedVersion);
    public static readonly Column<string?> PackageFileName = Text("rdy_packagefilename", offer => offer.PackageFileName);
    public static readonly Column<string?> PackageUrl = Text("rdy_packageurl", offer => offer.PackageUrl);
    public static readonly Column<YesNo?> MultiplePackages = Choice("rdy_multiplepackages", offer => offer.MultiplePackages);
    public static readonly Column<string?> PackageFiles = Text("rdy_packagefiles", offer => offer.PackageFiles);
    public static readonly Column<IReadOnlyList<PackageRegion>> PackageRegions = Choices("rdy_packageregions", offer => offer.PackageRegions);
    public static readonly Column<YesNo?> RegionPermission = Choice("rdy_regionpermission", offer => offer.RegionPermission);
    public static readonly Column<InspectionState?> PackageInspection = Choice("rdy_packageinspection", offer => offer.PackageInspection);
    public static readonly Column<DateTime?> CheckerRunOn = Date("rdy_checkerrunon", offer => offer.CheckerRunOn);
    public static readonly Column<int?> CheckerErrors = Number("rdy_checkererrors", offer => offer.CheckerErrors);
    public static readonly Column<DateTime?> InstallTestedOn = Date("rdy_installtestedon", offer => offer.InstallTestedOn);
    public static readonly Column<DateTime?> FunctionTestedOn = Date("rdy_functiontestedon", offer => offer.FunctionTestedOn);
    public static readonly Column<YesNo?> HasExternalConnections = Choice("rdy_hasexternalconnections", offer => offer.HasExternalConnections);
    public static readonly Column<string?> ExternalConnections = Text("rdy_externalconnections", offer => offer.ExternalConnections);
    public static readonly Column<DateTime?> FirstPublishedOn = Date("rdy_firstpublishedon", offer => offer.FirstPublishedOn);
    public static readonly Column<DateTime?> RecertifiedOn = Date("rdy_recertifiedon", offer => offer.RecertifiedOn);
    public static readonly Column<YesNo?> PartnerCenterActive = Choice("rdy_partnercenteractive", offer => offer.PartnerCenterActive);
    public static readonly Column<YesNo?> IsvAgreement = Choice("rdy_isvagreement", offer => offer.IsvAgreement);
    public static readonly Column<YesNo?> BillingProfile = Choice("rdy_billingprofile", offer => offer.BillingProfile);
    public static readonly Column<string?> EngineeringName = Text("rdy_engineeringname", offer => offer.EngineeringName);
    public static readonly Column<string?> EngineeringEmail = Text("rdy_engineeringemail", offer => offer.EngineeringEmail);
    public static readonly Column<string?> EngineeringPhone = Text("rdy_engineeringphone", offer => offer.EngineeringPhone);
    public static readonly Column<string?> SupportName = Text("rdy_supportname", offer => offer.SupportName);
    public static readonly Column<string?> SupportEmail = Text("rdy_supportemail", offer => offer.SupportEmail);
    public static readonly Column<string?> SupportPhone = Text("rdy_supportphone", offer => offer.SupportPhone);
    public static readonly Column<string?> Alias = Text("rdy_alias", offer => offer.Alias);
    public static readonly Column<string?> LegalName = Text("rdy_legalname", offer => offer.LegalName);
    public static readonly Column<string?> LegalAddress = Text("rdy_legaladdress", offer => offer.LegalAddress);
    public static readonly Column<string?> PrimaryContact = Text("rdy_primarycontact", offer => offer.PrimaryContact);
    public static readonly Column<YesNo?> PublisherAgreement = Choice("rdy_publisheragreement", offer => offer.PublisherAgreement);
    public static readonly Column<YesNo?> TestOffer = Choice("rdy_testoffer", offer => offer.TestOffer);
    public static readonly Column<YesNo?> SellThroughMicrosoft = Choice("rdy_sellthroughmicrosoft", offer => offer.SellThroughMicrosoft);
    public static readonly Column<YesNo?> LicenseManagement = Choice("rdy_licensemanagement", offer => offer.LicenseManagement);
    public static readonly Column<YesNo?> InstallWithoutLicense = Choice("rdy_installwithoutlicense", offer => offer.InstallWithoutLicense);
    public static readonly Column<Language?> ListingLanguage = Choice("rdy_listinglanguage", offer => offer.ListingLanguage);
    public static readonly Column<YesNo?> Repackaged = Choice("rdy_repackaged", offer => offer.Repackaged);
    public static readonly Column<string?> Competitors = Text("rdy_competitors", offer => offer.Competitors);
    public static readonly Column<MarketCategory?> PrimaryCategory = Choice("rdy_primarycategory", offer => offer.PrimaryCategory);
    public static readonly Column<IReadOnlyList<Subcategory>> PrimarySubcategories = Choices("rdy_primarysubcategories", offer => offer.PrimarySubcategories);
    public static readonly Column<MarketCategory?> SecondaryCategory = Choice("rdy_secondarycategory", offer => offer.SecondaryCategory);
    public static readonly Column<IReadOnlyList<Subcategory>> SecondarySubcategories = Choices("rdy_secondarysubcategories", offer => offer.SecondarySubcategories);
    public static readonly Column<IReadOnlyList<MarketIndustry>> MarketIndustries = Choices("rdy_marketindustries", offer => offer.MarketIndustries);
    public static readonly Column<IReadOnlyList<Vertical>> Verticals = Choices("rdy_verticals", offer => offer.Verticals);
    public static readonly Column<IReadOnlyList<MarketProduct>> MarketProducts = Choices("rdy_marketproducts", offer => offer.MarketProducts);
    public static readonly Column<string?> TermsUrl = Text("rdy_termsurl", offer => offer.TermsUrl);
    public static readonly Column<YesNo?> StandardContract = Choice("rdy_standardcontract", offer => offer.StandardContract);
    public static readonly Column<string?> Markets = Text("rdy_markets", offer => offer.Markets);
    public static readonly Column<string?> OtherVersions = Text("rdy_otherversions", offer => offer.OtherVersions);
    public static readonly Column<string?> PlatformVersion = Text("rdy_platformversion", offer => offer.PlatformVersion);
    public static readonly Column<DateTime?> LastPublishedOn = Date("rdy_lastpublishedon", offer => offer.LastPublishedOn);
    public static readonly Column<YesNo?> ChangedSincePublished = Choice("rdy_changedsincepublished", offer => offer.ChangedSincePublished);
    public static readonly Column<YesNo?> PagesComplete = Choice("rdy_pagescomplete", offer => offer.PagesComplete);
    public static readonly Column<string?> CertificationNotes = Text("rdy_certificationnotes", offer => offer.CertificationNotes);
    public static readonly Column<YesNo?> HasConnectors = Choice("rdy_hasconnectors", offer => offer.HasConnectors);
    public static readonly Column<string?> Connectors = Text("rdy_connectors", offer => offer.Connectors);
    public static readonly Column<YesNo?> DeployerCode = Choice("rdy_deployercode", offer => offer.DeployerCode);
    public static readonly Column<YesNo?> AddsServiceAccount = Choice("rdy_addsserviceaccount", offer => offer.AddsServiceAccount);
    public static readonly Column<string?> ServiceAccountRoles = Text("rdy_serviceaccountroles", offer => offer.ServiceAccountRoles);
    public static readonly Column<string?> ConsentPageUrl = Text("rdy_consentpageurl", offer => offer.ConsentPageUrl);
    public static readonly Column<YesNo?> StandaloneCanvas = Choice("rdy_standalonecanvas", offer => offer.StandaloneCanvas);

    private static Column<string?> Text(string name, Func<OfferFacts, string?> read) =>
        new(name, read, value => string.IsNullOrWhiteSpace(value) ? null : value, Shown.Text);

    private static Column<int?> Number(string name, Func<OfferFacts, int?> read) =>
        new(name, read, value => value?.ToString(CultureInfo.InvariantCulture), value => Shown.Number(value!.Value));

    private static Column<decimal?> Decimal(string name, Func<OfferFacts, decimal?> read) =>
        new(name, read, value => value is null ? null : Shown.Number(value.Value), value => Shown.Number(value!.Value));

    private static Column<DateTime?> Date(string name, Func<OfferFacts, DateTime?> read) =>
        new(name, read, value => value is null ? null : Shown.Date(value.Value), value => Shown.Date(value!.Value));

    private static Column<T?> Choice<T>(string name, Func<OfferFacts, T?> read)
        where T : struct, Enum =>
        new(name, read, value => value is null ? null : Basis.Of(value), value => Shown.Choice(value!.Value));

    private static Column<IReadOnlyList<T>> Choices<T>(string name, Func<OfferFacts, IReadOnlyList<T>> read)
        where T : struct, Enum =>
        new(name, read, values => values.Count == 0 ? null : Basis.Of(values), values => string.Join(" ", values.Select(Shown.Choice)));
}
