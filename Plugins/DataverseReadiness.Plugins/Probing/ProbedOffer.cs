using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Probing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Probing;

/// <summary>The addresses of an offer, and the results that are stored.</summary>
internal sealed class ProbedOffer
{
    private static readonly string[] OfferColumns =
    [
        Offer.RuleSet, Offer.AppId, Offer.BaseLanguage, Offer.OwnerId, Offer.StateCode, Offer.SignInUrl, Offer.PackageUrl, Offer.PrivacyUrl, Offer.TermsUrl,
        Offer.AdminGuideUrl, Offer.MonitorUrl, Offer.ConsentPageUrl, Offer.ConfigurationUrl,
    ];

    private static readonly string[] Pages = [Offer.PrivacyUrl, Offer.TermsUrl, Offer.AdminGuideUrl, Offer.MonitorUrl, Offer.ConsentPageUrl];

    private ProbedOffer(Entity row)
    {
        Row = row;
        Places = PlacesOf(row).ToList();
    }

    public Entity Row { get; }

    public IReadOnlyList<ProbedPlace> Places { get; }

    /// <summary>The stored results by their target.</summary>
    public Dictionary<string, Entity> Stored { get; private set; } = [];

    /// <summary>An offer that was read already, its children related to it, with no stored results.</summary>
    public static ProbedOffer Of(Entity row) => new(row);

    /// <summary>Null when the offer is gone or withdrawn.</summary>
    public static ProbedOffer? Read(IOrganizationService service, Guid offerId)
    {
        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.StateCode) };
        query.Criteria.AddCondition(Offer.Id, ConditionOperator.Equal, offerId);
        query.Criteria.AddCondition(Offer.StateCode, ConditionOperator.Equal, 0);
        if (service.RetrieveMultiple(query).Entities.Count == 0)
        {
            return null;
        }

        var request = new RetrieveRequest
        {
            Target = new EntityReference(Offer.Table, offerId),
            ColumnSet = new ColumnSet(OfferColumns),
            RelatedEntitiesQuery = new RelationshipQueryCollection
            {
                { new Relationship(Relationships.SupportLinks), Active(SupportLink.Table, SupportLink.Url) },
                { new Relationship(Relationships.Trials), Active(Trial.Table, Trial.Url, Trial.Kind, Trial.InstanceUrl) },
                { new Relationship(Relationships.Assets), Active(MarketingAsset.Table, MarketingAsset.Url, MarketingAsset.Kind) },
            },
        };
        var offer = new ProbedOffer((Entity)service.Execute(request).Results["Entity"]);
        offer.ReadStored(service);
        return offer;
    }

    /// <summary>Reads the stored results, again where time has passed since.</summary>
    public void ReadStored(IOrganizationService service)
    {
        var query = new QueryExpression(StoredProbe.Table)
        {
            ColumnSet = new ColumnSet(
                StoredProbe.Target, StoredProbe.Url, StoredProbe.Outcome, StoredProbe.CheckedOn, StoredProbe.TriedOn, StoredProbe.Checks, StoredProbe.Failures, StoredProbe.CountedFrom),
        };
        query.Criteria.AddCondition(StoredProbe.OfferId, ConditionOperator.Equal, Row.Id);
        Stored = [];
        foreach (var row in service.RetrieveMultiple(query).Entities)
        {
            Stored[row.Text(StoredProbe.Target) ?? string.Empty] = row;
        }
    }

    private static QueryExpression Active(string table, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        return query;
    }

    private static IEnumerable<ProbedPlace> PlacesOf(Entity offer)
    {
        IEnumerable<ProbedPlace?> places =
        [
            Place(offer, Offer.SignInUrl, ProbeKind.SignIn),
            Place(offer, Offer.PackageUrl, ProbeKind.Package),
            PublicPlace(offer),
            .. Pages.Select(column => Place(offer, column)),
            offer.Choice<RuleSetChoice>(Offer.RuleSet) == RuleSetChoice.Current ? null : Place(offer, Offer.ConfigurationUrl),
            .. offer.Related(Relationships.SupportLinks).Select(row => Place(row, SupportLink.Url)),
            .. offer.Related(Relationships.Trials).Select(row => Place(row, Trial.Url)),
            .. offer.Related(Relationships.Trials).Where(IsTestDrive).Select(row => Place(row, Trial.InstanceUrl)),
            .. offer.Related(Relationships.Assets).Where(IsVideo).Select(row => Place(row, MarketingAsset.Url)),
        ];
        return places.OfType<ProbedPlace>();
    }

    private static bool IsTestDrive(Entity trial) => trial.Choice<TrialKind>(Trial.Kind) == TrialKind.TestDrive;

    private static bool IsVideo(Entity asset) => asset.Choice<AssetKind>(MarketingAsset.Kind) is AssetKind.Video or AssetKind.TestDriveVideo;

    private static ProbedPlace? PublicPlace(Entity offer) =>
        offer.Choice<RuleSetChoice>(Offer.RuleSet) == RuleSetChoice.Current && offer.Text(Offer.PackageUrl) is { Length: > 0 } url
            ? new ProbedPlace(ProbeKind.PublicPackage, offer.LogicalName, offer.Id, PublicPackage.Target, PublicPackage.UrlOf(url))
            : null;

    private static ProbedPlace? Place(Entity row, string column, ProbeKind kind = ProbeKind.Address) =>
        row.Text(column) is { Length: > 0 } url ? new ProbedPlace(kind, row.LogicalName, row.Id, column, url) : null;
}
