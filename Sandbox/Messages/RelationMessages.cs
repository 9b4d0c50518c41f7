using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Associate and Disassociate: rows of the table between for a many-to-many relationship, an Update of the lookup for a one-to-many one.</summary>
internal static class RelationMessages
{
    public static OrganizationResponse Associate(OrganizationRequest request, Scope scope)
    {
        Run(request, scope, associate: true);
        return new AssociateResponse { ResponseName = "Associate" };
    }

    public static OrganizationResponse Disassociate(OrganizationRequest request, Scope scope)
    {
        Run(request, scope, associate: false);
        return new DisassociateResponse { ResponseName = "Disassociate" };
    }

    /// <summary>The many-to-many relationship of that name as a row of the table sees it; null when there is none.</summary>
    public static IntersectSide? SideOf(Scope scope, TableSchema table, Relationship relationship) =>
        scope.State.Model.ManyToManyOf(table.Name).FirstOrDefault(model => model.Name == relationship.SchemaName) is { } found
            ? Intersects.SideOf(found, table.Name, relationship.PrimaryEntityRole)
            : null;

    private static void Run(OrganizationRequest request, Scope scope, bool associate)
    {
        request.Allow("Target", "Relationship", "RelatedEntities");
        var target = request.Required<EntityReference>("Target");
        var relationship = request.Required<Relationship>("Relationship");
        var related = request.Required<EntityReferenceCollection>("RelatedEntities");
        var table = scope.Schema.Table(target.LogicalName);
        using var transaction = scope.Operation.Begin();
        if (SideOf(scope, table, relationship) is { } side) Ties.Set(scope, side, target, related, associate);
        else SetLookup(scope, table, target, relationship, related, associate);
        transaction.Commit();
    }

    private static void SetLookup(
        Scope scope, TableSchema table, EntityReference target, Relationship relationship, EntityReferenceCollection related, bool associate)
    {
        var model = RowEvents.RelationshipOf(scope, table, relationship);
        var away = RowEvents.PointsAway(table, relationship, model);
        foreach (var other in related)
        {
            var (many, one) = away ? (target, other) : (other, target);
            RowEvents.Update(scope, new Entity(many.LogicalName, many.Id)
            {
                [model.ReferencingColumn] = associate ? new EntityReference(one.LogicalName, one.Id) : null,
            });
        }
    }
}
