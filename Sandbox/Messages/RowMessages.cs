using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Messages that change rows.</summary>
internal static class RowMessages
{
    public static OrganizationResponse Create(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target");
        return new CreateResponse
        {
            ResponseName = "Create",
            Results = { ["id"] = RowEvents.Create(scope, request.Required<Entity>("Target"), request.Parameters) },
        };
    }

    public static OrganizationResponse Update(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target", "ConcurrencyBehavior");
        RowEvents.Update(scope, request.Required<Entity>("Target"), request.Parameters);
        return new UpdateResponse { ResponseName = "Update" };
    }

    public static OrganizationResponse Delete(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target", "ConcurrencyBehavior");
        RowEvents.Delete(scope, request.Required<EntityReference>("Target"), request.Parameters);
        return new DeleteResponse { ResponseName = "Delete" };
    }

    public static OrganizationResponse Upsert(OrganizationRequest request, Scope scope)
    {
        var target = request.Required<Entity>("Target");
        using var transaction = scope.Operation.Begin();
        var (id, created) = Upsert(scope, target);
        transaction.Commit();
        return new UpsertResponse
        {
            ResponseName = "Upsert",
            Results = { ["RecordCreated"] = created, ["Target"] = new EntityReference(target.LogicalName, id) },
        };
    }

    public static OrganizationResponse CreateMultiple(OrganizationRequest request, Scope scope) => new CreateMultipleResponse
    {
        ResponseName = "CreateMultiple",
        Results = { ["Ids"] = RowEvents.CreateAll(scope, Targets(request)) },
    };

    public static OrganizationResponse UpdateMultiple(OrganizationRequest request, Scope scope)
    {
        RowEvents.UpdateAll(scope, Targets(request));
        return new UpdateMultipleResponse { ResponseName = "UpdateMultiple" };
    }

    public static OrganizationResponse UpsertMultiple(OrganizationRequest request, Scope scope)
    {
        using var transaction = scope.Operation.Begin();
        var results = Targets(request).Select(target =>
        {
            var (id, created) = Upsert(scope, target);
            return new UpsertResponse
            {
                ResponseName = "Upsert",
                Results = { ["RecordCreated"] = created, ["Target"] = new EntityReference(target.LogicalName, id) },
            };
        }).ToArray();
        transaction.Commit();
        OrganizationResponse response = new UpsertMultipleResponse { ResponseName = "UpsertMultiple" };
        response.Results["Results"] = results;
        return response;
    }

    public static OrganizationResponse Assign(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target", "Assignee");
        var (table, id) = Row(request.Required<EntityReference>("Target"), scope);
        return MessageEvents.Run(scope, request, table, id, (inner, sent) =>
            RowEvents.Update(inner, new Entity(table.Name, id) { ["ownerid"] = sent.Required<EntityReference>("Assignee") }, raisesSpecial: false));
    }

    public static OrganizationResponse SetState(OrganizationRequest request, Scope scope)
    {
        request.Allow("EntityMoniker", "State", "Status");
        var (table, id) = Row(request.Required<EntityReference>("EntityMoniker"), scope);
        return MessageEvents.Run(scope, request, table, id, (inner, sent) =>
        {
            var row = new Entity(table.Name, id) { ["statecode"] = sent.Required<OptionSetValue>("State") };
            if (sent.Required<OptionSetValue>("Status") is { Value: not -1 } status) row["statuscode"] = status;
            RowEvents.Update(inner, row, raisesSpecial: false);
        });
    }

    public static OrganizationResponse SetAutoNumberSeed(OrganizationRequest request, Scope scope)
    {
        if (!scope.User.IsAdministrator) throw Faults.PrivilegeDenied(scope.User, "prvWriteAttribute");
        var table = scope.Schema.Table(request.Required<string>("EntityName"));
        var column = table.Column(request.Required<string>("AttributeName"));
        if (!table.AutoNumbers.Contains(column)) throw Faults.Invalid($"The column '{column.Name}' of '{table.Name}' is no autonumber column.");
        using var transaction = scope.Operation.Begin();
        AutoNumber.Seed(scope, table, column, request.Required<long>("Value"));
        transaction.Commit();
        return new OrganizationResponse { ResponseName = "SetAutoNumberSeed" };
    }

    private static (TableSchema Table, Guid Id) Row(EntityReference reference, Scope scope)
    {
        var table = scope.Schema.Table(reference.LogicalName);
        return (table, scope.Operation.Read(connection => RowReader.Resolve(connection, table, reference.Id, reference.KeyAttributes)));
    }

    private static List<Entity> Targets(OrganizationRequest request)
    {
        var targets = request.Required<EntityCollection>("Targets");
        if (targets.Entities.Count == 0) throw Faults.Invalid($"The parameter 'Targets' of '{request.RequestName}' is empty.");
        var names = targets.Entities.Select(target => target.LogicalName).Distinct().ToList();
        if (names.Count > 1 || (!string.IsNullOrEmpty(targets.EntityName) && targets.EntityName != names[0]))
            throw Faults.Invalid($"All rows of '{request.RequestName}' are of one table, not of {string.Join(", ", names)}.");
        return [.. targets.Entities];
    }

    private static (Guid Id, bool Created) Upsert(Scope scope, Entity target)
    {
        var table = scope.Schema.Table(target.LogicalName);
        var found = target.Id != Guid.Empty
            ? scope.Operation.Writer.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", target.Id) ? target.Id : (Guid?)null
            : target.KeyAttributes.Count > 0 ? RowReader.FindByKey(scope.Operation.Writer, table, target.KeyAttributes) : null;
        if (found is not { } id) return (RowEvents.Create(scope, target), true);
        var change = new Entity(target.LogicalName, id) { RelatedEntities = target.RelatedEntities };
        foreach (var (name, value) in target.Attributes)
        {
            if (!target.KeyAttributes.ContainsKey(name)) change[name] = value;
        }

        RowEvents.Update(scope, change);
        return (id, false);
    }
}
