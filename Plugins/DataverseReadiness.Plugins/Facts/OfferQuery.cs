using System;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>Reads an offer with everything the rules and the checklist need, in one request.</summary>
internal static class OfferQuery
{
    private static readonly string[] OfferColumns =
    [
        Offer.Name, Offer.RuleSet, Offer.AppType, Offer.Summary, Offer.Description, Offer.Keywords, Offer.Industries, Offer.Categories,
        Offer.Countries, Offer.Languages, Offer.AppVersion, Offer.ReleaseDate, Offer.WorksWith, Offer.HideKey, Offer.LeadDestination,
        Offer.LeadEndpoint, Offer.MarketplaceId, Offer.PublisherId, Offer.OtherPublications, Offer.Registration, Offer.PartnerId,
        Offer.NominationOrganization, Offer.NominationDescription, Offer.NominationProduct, Offer.PortalAccount, Offer.DevCenterAccount,
        Offer.MarketplaceAccounts, Offer.AccountKind, Offer.DevCenterId, Offer.AppId, Offer.TenantMode, Offer.Protocol, Offer.SignInUrl,
        Offer.ConsentScopes, Offer.TestAccount, Offer.SignInMethod, Offer.TestDrive, Offer.BusinessProcess, Offer.TargetAudience,
        Offer.UsesCloudServices, Offer.CloudServices, Offer.SetupSteps, Offer.SetupMinutes, Offer.NeedsDevelopment, Offer.AdminGuideUrl,
        Offer.UptimeCommitted, Offer.UptimeMeasured, Offer.UptimeWindow, Offer.MonitorUrl, Offer.BillingRoute, Offer.License, Offer.UsesThirdParty,
        Offer.ThirdParty, Offer.Terms, Offer.PrivacyUrl, Offer.LicenseModel, Offer.SecureStore, Offer.LifecycleEvents, Offer.LifecycleAgreement,
        Offer.ConfigurationUrl, Offer.ApplicableProducts, Offer.MarketingOnly, Offer.PublishedVersion, Offer.PackageFileName, Offer.PackageUrl,
        Offer.MultiplePackages, Offer.PackageFiles, Offer.PackageRegions, Offer.RegionPermission, Offer.PackageInspection, Offer.CheckerRunOn,
        Offer.CheckerErrors, Offer.InstallTestedOn, Offer.FunctionTestedOn, Offer.HasExternalConnections, Offer.ExternalConnections,
        Offer.FirstPublishedOn, Offer.RecertifiedOn, Offer.PartnerCenterActive, Offer.IsvAgreement, Offer.BillingProfile, Offer.EngineeringName,
        Offer.EngineeringEmail, Offer.EngineeringPhone, Offer.SupportName, Offer.SupportEmail, Offer.SupportPhone, Offer.Package, Offer.PackageFacts,
        Offer.Readiness, Offer.Score, Offer.OpenItems, Offer.RuleSetVersion, Offer.BaseLanguage, Offer.StatusNote, Offer.OwnerId, Offer.StatusCode,
        Offer.Alias, Offer.LegalName, Offer.LegalAddress, Offer.PrimaryContact, Offer.PublisherAgreement, Offer.TestOffer, Offer.SellThroughMicrosoft,
        Offer.LicenseManagement, Offer.InstallWithoutLicense, Offer.ListingLanguage, Offer.Repackaged, Offer.Competitors, Offer.PrimaryCategory,
        Offer.PrimarySubcategories, Offer.SecondaryCategory, Offer.SecondarySubcategories, Offer.MarketIndustries, Offer.Verticals,
        Offer.MarketProducts, Offer.TermsUrl, Offer.StandardContract, Offer.Markets, Offer.OtherVersions, Offer.PlatformVersion,
        Offer.LastPublishedOn, Offer.ChangedSincePublished, Offer.PagesComplete, Offer.CertificationNotes, Offer.HasConnectors, Offer.Connectors,
        Offer.DeployerCode, Offer.AddsServiceAccount, Offer.ServiceAccountRoles, Offer.ConsentPageUrl, Offer.StandaloneCanvas, Offer.CheckerReport,
        Offer.CheckerInspection, Offer.CheckerFacts, Offer.AcceptedPackage, Offer.UptimeFacts, Offer.FourEyes, Offer.EnteredBy, Offer.ReevaluateOn,
        Offer.ModifiedOn,
    ];

    private static readonly string[] TrialColumns =
    [
        Trial.Name, Trial.Kind, Trial.Period, Trial.PeriodUnit, Trial.Url, Trial.LeadDestination, Trial.LeadEndpoint, Trial.TestDriveType,
        Trial.Description, Trial.MaxConcurrent, Trial.Licenses, Trial.InstanceUrl, Trial.WebApiUrl, Trial.TenantId, Trial.TenantName, Trial.AppId,
        Trial.AppKeyEntered, Trial.AppKeyExpires, Trial.RoleName, Trial.SubscriptionId, Trial.AccessInformation, Trial.Region, Trial.ResourceGroup,
        Trial.AssignApp, Trial.DeprovisionApp, Trial.EnteredBy,
    ];

    private static readonly string[] SupportLinkColumns =
    [
        SupportLink.Name, SupportLink.Purpose, SupportLink.Url, SupportLink.Model, SupportLink.Channel, SupportLink.Hours, SupportLink.EnteredBy,
    ];

    private static readonly string[] AssetColumns =
    [
        MarketingAsset.Name, MarketingAsset.Kind, MarketingAsset.Url, MarketingAsset.Caption, MarketingAsset.Inspection, MarketingAsset.Format,
        MarketingAsset.Width, MarketingAsset.Height, MarketingAsset.Bytes, MarketingAsset.Sha256, MarketingAsset.Finding, MarketingAsset.File,
        MarketingAsset.ImageId, MarketingAsset.FileName, MarketingAsset.Sharpness, MarketingAsset.EnteredBy,
    ];

    private static readonly string[] PlanColumns =
    [
        Plan.Name, Plan.MarketplaceId, Plan.Description, Plan.PriceMonthly, Plan.PriceAnnual, Plan.MinUsers, Plan.MaxUsers, Plan.Visibility,
        Plan.WasPublic, Plan.TenantList, Plan.TenantIds, Plan.Trial, Plan.ServiceId, Plan.Components, Plan.Markets, Plan.EnteredBy,
    ];

    private static readonly string[] ProbeColumns =
    [
        StoredProbe.Target, StoredProbe.Kind, StoredProbe.Url, StoredProbe.Outcome, StoredProbe.Status, StoredProbe.FinalUrl,
        StoredProbe.CertificateEnds, StoredProbe.CheckedOn, StoredProbe.ReasonKey, StoredProbe.ReasonArgs, StoredProbe.Checks, StoredProbe.Failures,
        StoredProbe.CountedFrom,
    ];

    private static readonly string[] SnapshotColumns =
    [
        Snapshot.Day, Snapshot.Score, Snapshot.Readiness, Snapshot.OpenItems, Snapshot.Met, Snapshot.NotMet, Snapshot.Undecided,
        Snapshot.NotApplicable, Snapshot.Confirmed, Snapshot.Rejected, Snapshot.Waived, Snapshot.RuleSetVersion,
    ];

    private static readonly string[] JudgementColumns =
    [
        Judgement.Key, Judgement.Verdict, Judgement.Note, Judgement.Fingerprint, Judgement.JudgedOn, Judgement.JudgedById, Judgement.EvidenceUrl,
        Judgement.EndsOn,
    ];

    private static readonly string[] ItemColumns =
    [
        ChecklistItem.Key, ChecklistItem.Group, ChecklistItem.Severity, ChecklistItem.Sequence, ChecklistItem.Verdict, ChecklistItem.Status,
        ChecklistItem.IsOpen, ChecklistItem.ReasonKey, ChecklistItem.ReasonArgs, ChecklistItem.FixKey, ChecklistItem.FixArgs,
        ChecklistItem.TargetTable, ChecklistItem.TargetId, ChecklistItem.TargetColumn, ChecklistItem.Source,
        ChecklistItem.JudgementId, ChecklistItem.JudgedBy, ChecklistItem.JudgedOn, ChecklistItem.JudgedNote, ChecklistItem.JudgementVoid,
        ChecklistItem.StateCode, ChecklistItem.WaivedUntil, ChecklistItem.EvidenceUrl, ChecklistItem.AnnouncedOn, ChecklistItem.AppliesFrom,
        ChecklistItem.EndsOn, ChecklistItem.RuleSetVersion,
    ];

    /// <summary>
    /// Related rows hang on the offer by relationship. Children and judgements are the active ones, items all of them, and of the
    /// snapshots those around today: a clock may have gone back, and midnight may pass meanwhile.
    /// </summary>
    /// <param name="now">The present as the request has it.</param>
    public static Entity Read(IOrganizationService service, Guid offerId, DateTime now)
    {
        var today = new QueryExpression(Snapshot.Table) { ColumnSet = new ColumnSet(SnapshotColumns) };
        today.Criteria.AddCondition(Snapshot.Day, ConditionOperator.GreaterEqual, now.Date.AddDays(-1));
        today.Criteria.AddCondition(Snapshot.Day, ConditionOperator.LessEqual, now.Date.AddDays(1));
        var request = new RetrieveRequest
        {
            Target = new EntityReference(Offer.Table, offerId),
            ColumnSet = new ColumnSet(OfferColumns),
            RelatedEntitiesQuery = new RelationshipQueryCollection
            {
                { new Relationship(Relationships.Trials), Active(Trial.Table, TrialColumns) },
                { new Relationship(Relationships.SupportLinks), Active(SupportLink.Table, SupportLinkColumns) },
                { new Relationship(Relationships.Assets), Active(MarketingAsset.Table, AssetColumns) },
                { new Relationship(Relationships.Judgements), Active(Judgement.Table, JudgementColumns) },
                { new Relationship(Relationships.Plans), Active(Plan.Table, PlanColumns) },
                { new Relationship(Relationships.Probes), All(StoredProbe.Table, ProbeColumns) },
                { new Relationship(Relationships.Items), All(ChecklistItem.Table, ItemColumns) },
                { new Relationship(Relationships.Snapshots), today },
            },
        };
        return (Entity)service.Execute(request).Results["Entity"];
    }

    private static QueryExpression Active(string table, string[] columns)
    {
        var query = All(table, columns);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        return query;
    }

    // Ordered, so that a verdict that names the first of several rows names the same one next time.
    private static QueryExpression All(string table, string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder(table + "id", OrderType.Ascending);
        return query;
    }
}
