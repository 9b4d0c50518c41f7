using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Pipeline;

/// <summary>What one run of a plug-in may ask for.</summary>
internal sealed class PluginServices(Operation operation, PluginContext context, Guid stepId)
    : IServiceProvider, ITracingService, IOrganizationServiceFactory
{
    public PluginContext Context { get; } = context;

    public Guid StepId { get; } = stepId;

    public Operation.PluginTrace? Trace { get; set; }

    /// <summary>Whether the plug-in has returned; what it kept is of no use then.</summary>
    public bool Ended { get; set; }

    public object? GetService(Type serviceType) =>
        serviceType.IsInstanceOfType(Context) && typeof(IExecutionContext).IsAssignableFrom(serviceType) ? Context
        : serviceType == typeof(ITracingService) || serviceType == typeof(IOrganizationServiceFactory) || serviceType == typeof(IServiceProvider) ? this
        : null;

    void ITracingService.Trace(string format, params object[] args) =>
        Trace?.Add(args is { Length: > 0 } ? string.Format(CultureInfo.InvariantCulture, format, args) : format ?? "");

    public IOrganizationService CreateOrganizationService(Guid? userId) => new Service(this,
        userId is null ? Engine.SystemUserId : userId == Guid.Empty ? Context.UserId : userId.Value);

    private OrganizationResponse Execute(OrganizationRequest request, Guid userId)
    {
        lock (operation.Sync)
        {
            if (operation.Expired || Ended)
            {
                throw new OrganizationFault(ErrorCodes.IsvUnexpected, operation.Expired
                    ? "The time of this plug-in was up; the organization takes no more calls from it."
                    : "This plug-in has returned; the organization takes no more calls from it.");
            }

            operation.ThrowIfUnusable();
            var engine = operation.Engine;
            engine.Options.PluginRequest?.Invoke(request);
            return operation.Ask(Trace, request,
                () => engine.Dispatch(request, new Scope(operation, operation.UserOf(userId), Context.InitiatingUserId, Context, Context.Depth + 1)));
        }
    }

    private sealed class Service(PluginServices services, Guid userId) : IOrganizationService
    {
        public Guid Create(Entity entity) =>
            (Guid)Execute(new CreateRequest { Target = entity })["id"];

        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
            (Entity)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet })["Entity"];

        public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

        public void Delete(string entityName, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

        public OrganizationResponse Execute(OrganizationRequest request) => services.Execute(request, userId);

        public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
            Execute(new AssociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

        public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
            Execute(new DisassociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

        public EntityCollection RetrieveMultiple(QueryBase query) =>
            (EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"];
    }
}
