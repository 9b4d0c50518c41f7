using System.Reflection;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>
/// Evaluates an offer from its stored rows, on the modern leg and beside the pipeline, to hold stored results against. The rows are
/// read table by table with all their columns, so that a column or a row that the steps forget to read makes a difference.
/// </summary>
internal static class FreshEvaluation
{
    private static readonly (string Relationship, string Table)[] Children =
    [
        (Relationships.Trials, Trial.Table), (Relationships.SupportLinks, SupportLink.Table), (Relationships.Assets, MarketingAsset.Table), (Relationships.Plans, Plan.Table),
        (Relationships.Judgements, Judgement.Table), (Relationships.Probes, StoredProbe.Table),
    ];

    private static readonly MethodInfo ReadRequirements = Method("OwnRequirements", "Read");
    private static readonly MethodInfo FactsOfRequirements = Method("OwnRequirements", "Of", typeof(EntityCollection));
    private static readonly MethodInfo Facts = Method("FactsReader", "Of");

    public static OfferEvaluation Of(Organization organization, Guid offer)
    {
        var service = new Service(organization);
        var requirements = FactsOfRequirements.Invoke(null, [ReadRequirements.Invoke(null, [service])]);
        return OfferEvaluation.Of((OfferFacts)Facts.Invoke(null, [Read(service, offer), requirements, organization.Now])!);
    }

    private static Entity Read(Service service, Guid offer)
    {
        var row = service.Retrieve(Offer.Table, offer, new ColumnSet(true));
        foreach (var (relationship, table) in Children)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
            query.Criteria.AddCondition(Trial.OfferId, ConditionOperator.Equal, offer);
            query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
            query.AddOrder("createdon", OrderType.Ascending);
            query.AddOrder(table + "id", OrderType.Ascending);
            row.RelatedEntities[new Relationship(relationship)] = service.RetrieveMultiple(query);
        }

        return row;
    }

    private static MethodInfo Method(string type, string name, params Type[] parameters)
    {
        var methods = typeof(PluginBase).Assembly.GetType("DataverseReadiness.Plugins.Facts." + type)!.GetMethods(BindingFlags.Static | BindingFlags.Public);
        return methods.Single(method => method.Name == name && (parameters.Length == 0 || method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters)));
    }

    private sealed class Service(Organization organization) : IOrganizationService
    {
        public OrganizationResponse Execute(OrganizationRequest request) => organization.Execute(request, organization.DefaultCaller);

        public EntityCollection RetrieveMultiple(QueryBase query) => (EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"];

        public Guid Create(Entity entity) => throw new NotSupportedException();

        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
            (Entity)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet })["Entity"];

        public void Update(Entity entity) => throw new NotSupportedException();

        public void Delete(string entityName, Guid id) => throw new NotSupportedException();

        public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

        public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();
    }
}
