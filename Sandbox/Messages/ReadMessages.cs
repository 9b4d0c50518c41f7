using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Messages that read.</summary>
internal static class ReadMessages
{
    public static OrganizationResponse Retrieve(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target", "ColumnSet", "RelatedEntitiesQuery", "ReturnNotifications");
        var target = request.Required<EntityReference>("Target");
        var table = scope.Schema.Table(target.LogicalName);
        return WithEvents(request, scope, table, target.Id, "BusinessEntity", () => new RetrieveResponse
        {
            ResponseName = "Retrieve",
            Results = { ["Entity"] = scope.Operation.Read(connection => Retrieve(connection, request, scope, table)) },
        }, "Entity");
    }

    public static OrganizationResponse RetrieveMultiple(OrganizationRequest request, Scope scope)
    {
        request.Allow("Query");
        var query = request.Required<QueryBase>("Query");
        var table = TableOf(scope, query);
        Access.Require(scope.User, table, table.ReadPrivilege);
        return WithEvents(request, scope, table, Guid.Empty, "BusinessEntityCollection", () => new RetrieveMultipleResponse
        {
            ResponseName = "RetrieveMultiple",
            Results =
            {
                ["EntityCollection"] = scope.Operation.Read(connection => Read(connection, scope, request.Required<QueryBase>("Query"))),
            },
        }, "EntityCollection");
    }

    private static TableSchema TableOf(Scope scope, QueryBase query) => query switch
    {
        QueryExpression expression => scope.Schema.Table(expression.EntityName),
        QueryByAttribute byAttribute => scope.Schema.Table(byAttribute.EntityName),
        _ => new Query.ExpressionReader(scope.Schema).Read(query).Root.Table,
    };

    private static EntityCollection Read(Connection connection, Scope scope, QueryBase query) =>
        RowReader.Query(connection, scope, query, Access.ToRead(scope.User));

    private static Entity Retrieve(Connection connection, OrganizationRequest request, Scope scope, TableSchema table)
    {
        var target = request.Required<EntityReference>("Target");
        Access.Require(scope.User, table, table.ReadPrivilege);
        var id = RowReader.Resolve(connection, table, target.Id, target.KeyAttributes);
        var row = RowReader.Find(connection, scope, table, id, request.Optional<ColumnSet>("ColumnSet") ?? new ColumnSet(), Access.ToRead(scope.User));
        if (row is null)
        {
            Access.RequireRow(connection, scope, table, id, table.ReadPrivilege);
            throw Faults.DoesNotExist(table, id);
        }

        if (request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is not { } related) return row;
        foreach (var (relationship, query) in related)
            row.RelatedEntities[relationship] = Related(connection, scope, table, id, relationship, query);
        return row;
    }

    private static EntityCollection Related(
        Connection connection, Scope scope, TableSchema table, Guid id, Relationship relationship, QueryBase query)
    {
        if (query is not QueryExpression expression) throw Faults.NotSupported($"A related query of type '{query?.GetType().Name}'");
        var side = RelationMessages.SideOf(scope, table, relationship);
        var model = side is null ? RowEvents.RelationshipOf(scope, table, relationship) : null;
        var away = model is not null && RowEvents.PointsAway(table, relationship, model);
        var other = side?.OtherTable ?? (away ? model!.ReferencedTable : model!.ReferencingTable);
        if (expression.EntityName is { Length: > 0 } name && name != other)
            throw Faults.Invalid($"The relationship '{relationship.SchemaName}' leads to '{other}', not to '{name}'.");

        // The caller's query stays as it was sent.
        var limited = new QueryExpression(other)
        {
            ColumnSet = expression.ColumnSet,
            PageInfo = expression.PageInfo,
            Distinct = expression.Distinct,
            TopCount = expression.TopCount,
        };
        foreach (var order in expression.Orders) limited.Orders.Add(order);
        foreach (var link in expression.LinkEntities) limited.LinkEntities.Add(link);
        if (side is not null)
        {
            var tie = limited.AddLink(side.Table, scope.Schema.Table(other).Id.Name, side.Other);
            tie.LinkCriteria.AddCondition(side.Own, ConditionOperator.Equal, id);
        }
        else if (away)
        {
            var lookup = connection.Text(
                $"SELECT {ColumnSchema.Quote(model!.ReferencingColumn)} FROM {table.Sql} WHERE {table.Id.Sql} = ?", id);
            limited.Criteria.AddCondition(scope.Schema.Table(other).Id.Name, ConditionOperator.Equal, Guid.Parse(lookup ?? Values.Text(Guid.Empty)));
        }
        else
        {
            limited.Criteria.AddCondition(model!.ReferencingColumn, ConditionOperator.Equal, id);
        }

        limited.Criteria.AddFilter(expression.Criteria);
        return Read(connection, scope, limited);
    }

    // A read without steps costs no transaction; with steps it is an operation like any other.
    private static OrganizationResponse WithEvents(
        OrganizationRequest request, Scope scope, TableSchema table, Guid id, string output, Func<OrganizationResponse> read, string result)
    {
        if (scope.State.Steps.For(request.RequestName, table.Name).IsEmpty) return read();
        var run = new EventRun(scope, request.RequestName, table, id, request.Parameters);
        run.PreValidate();
        using var transaction = scope.Operation.Begin();
        run.PreOperate();
        var response = read();
        run.Output[output] = response[result];
        run.PostOperate();
        response[result] = run.Output[output];
        transaction.Commit();
        return response;
    }
}
