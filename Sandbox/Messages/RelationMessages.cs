using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Associate and Disassociate, with events of their own: rows of the table between for a many-to-many relationship, an Update of the lookup for a one-to-many one.</summary>
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
        var given = request.Required<EntityReference>("Target");
        var table = scope.Schema.Table(given.LogicalName);
        var target = new EntityReference(table.Name, scope.Operation.Read(connection => RowReader.Resolve(connection, table, given.Id, given.KeyAttributes)));
        MessageEvents.Run(scope, request, table, target.Id, (inner, sent) =>
        {
            var relationship = sent.Required<Relationship>("Relationship");
            var related = sent.Required<EntityReferenceCollection>("RelatedEntities");
            if (SideOf(inner, table, relationship) is { } side) Ties.Set(inner, side, target, related, associate);
            else SetLookup(inner, table, target, relationship, related, associate);
        });
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
