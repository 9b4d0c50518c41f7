using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Pipeline;

namespace Sandbox.Messages;

/// <summary>Associate and Disassociate over a one-to-many relationship, which set or clear the lookup.</summary>
internal static class RelationMessages
{
    public static OrganizationResponse Associate(OrganizationRequest request, Scope scope)
    {
        Set(request, scope, associate: true);
        return new AssociateResponse { ResponseName = "Associate" };
    }

    public static OrganizationResponse Disassociate(OrganizationRequest request, Scope scope)
    {
        Set(request, scope, associate: false);
        return new DisassociateResponse { ResponseName = "Disassociate" };
    }

    private static void Set(OrganizationRequest request, Scope scope, bool associate)
    {
        var target = request.Required<EntityReference>("Target");
        var relationship = request.Required<Relationship>("Relationship");
        var table = scope.Schema.Table(target.LogicalName);
        if (TeamMessages.IsMembership(relationship.SchemaName))
        {
            TeamMessages.Set(scope, relationship.SchemaName, target, request.Required<EntityReferenceCollection>("RelatedEntities"), associate);
            return;
        }

        if (scope.State.Model.Relationships.Any(model => model.Name == relationship.SchemaName && model.IntersectTable is not null))
            throw Faults.NotSupported($"The many-to-many relationship '{relationship.SchemaName}'");
        var model = RowEvents.RelationshipOf(scope, table, relationship);
        var away = RowEvents.PointsAway(table, relationship, model);
        using var transaction = scope.Operation.Begin();
        foreach (var related in request.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            var (many, one) = away ? (target, related) : (related, target);
            RowEvents.Update(scope, new Entity(many.LogicalName, many.Id)
            {
                [model.ReferencingColumn] = associate ? new EntityReference(one.LogicalName, one.Id) : null,
            });
        }

        transaction.Commit();
    }
}
