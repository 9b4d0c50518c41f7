using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>What a navigation property of a row leads to, and tying rows together by <c>$ref</c>.</summary>
internal static class Related
{
    public static WebApiResponse Run(WebApiRequest request, ODataQuery query, EntitySchema entity, string name, bool references)
    {
        var navigation = entity.Navigations[name];
        if (!request.IsGet)
            throw WebApiException.NoMethod(request.Method, $"'{name}'");
        if (references)
            query.AllowOnly();
        return navigation.IsCollection
            ? Rows(request, query, navigation, Writes.IdOf(request, RowPath.TargetOf(query)!), references)
            : Single(request, query, navigation, references);
    }

    /// <summary>POST or PUT of <c>$ref</c>: sets the lookup, on whichever side it is.</summary>
    public static PreparedWrite Associate(WebApiRequest request, ODataQuery query, EntitySchema entity, NavigationSchema navigation)
    {
        using var json = PayloadReader.Parse(request, entity.Table.EntitySetName);
        if (!json.RootElement.TryGetProperty("@odata.id", out var id) || id.ValueKind != JsonValueKind.String)
            throw WebApiException.BadPayload(entity.Table.EntitySetName, "The body of $ref is {\"@odata.id\": \"address of a row\"}.");
        var other = new PayloadReader(request).ReadAddress(id.GetString()!);
        if (navigation.Target is { } expected && other.LogicalName != expected)
            throw WebApiException.BadPayload(entity.Table.EntitySetName, $"'{navigation.Name}' cannot lead to a row of '{other.LogicalName}'.");
        var row = RowPath.TargetOf(query)!;
        if (navigation.Side is { } side)
            return new(new AssociateRequest { Target = row, Relationship = side.AsRelationship(), RelatedEntities = [other] }, _ => WebApiResponse.Empty());
        return navigation.IsCollection ? Set(request, other, navigation.Column, row) : Set(request, row, navigation.Column, other);
    }

    /// <summary>DELETE of <c>$ref</c>: clears the lookup; of a collection the row is named by its key or by <c>$id</c>.</summary>
    public static PreparedWrite Disassociate(WebApiRequest request, ODataQuery query, EntitySchema entity, NavigationSchema navigation)
    {
        if (!navigation.IsCollection)
            return Set(request, RowPath.TargetOf(query)!, navigation.Column, value: null);
        var tied = TiedOf(request, query, entity, navigation);
        return navigation.Side is { } side
            ? new(new DisassociateRequest { Target = RowPath.TargetOf(query)!, Relationship = side.AsRelationship(), RelatedEntities = [tied] }, _ => WebApiResponse.Empty())
            : Set(request, tied, navigation.Column, value: null);
    }

    private static EntityReference TiedOf(WebApiRequest request, ODataQuery query, EntitySchema entity, NavigationSchema navigation)
    {
        var keys = query.Path.OfType<Microsoft.OData.UriParser.KeySegment>().ToArray();
        if (keys is [_, var other] && other.Keys.FirstOrDefault().Value is Guid id)
            return new EntityReference(navigation.Target!, id);
        if (keys is not [_] || !query.Options.TryGetValue(ODataQuery.Id, out var address))
        {
            throw WebApiException.BadQuery(
                $"Which row to remove from '{navigation.Name}' is not said: .../{navigation.Name}(id)/$ref or .../{navigation.Name}/$ref?$id=address of '{entity.Table.EntitySetName}'.");
        }

        var tied = new PayloadReader(request).ReadAddress(address);
        return tied.LogicalName == navigation.Target
            ? tied
            : throw WebApiException.BadQuery($"'{navigation.Name}' does not lead to rows of '{tied.LogicalName}'.");
    }

    /// <summary>GET of a collection's <c>/$count</c>.</summary>
    public static WebApiResponse Count(WebApiRequest request, ODataQuery query, EntitySchema entity, string name)
    {
        var navigation = entity.Navigations[name];
        if (!navigation.IsCollection)
            throw WebApiException.NotSupported($"'{name}/$count'");
        if (!request.IsGet)
            throw WebApiException.NoMethod(request.Method, "a count");
        query.AllowOnly("$filter");
        return RetrieveRows.Count(request, Tied(request, query, navigation, Writes.IdOf(request, RowPath.TargetOf(query)!)).Expression);
    }

    /// <summary>The rows behind a collection of one row.</summary>
    private static RowQuery Tied(WebApiRequest request, ODataQuery query, NavigationSchema navigation, Guid parent)
    {
        var target = request.Schema.Table(navigation.Target!)!;
        var rows = RowQuery.Compile(query, target, request.Preferences.PageSize);
        if (navigation.Side is { } side)
        {
            var pairs = navigation.LinkToPairs(side, target.Table.PrimaryId);
            pairs.LinkCriteria.AddCondition(side.Own, ConditionOperator.Equal, parent);
            rows.Expression.LinkEntities.Add(pairs);
            return rows;
        }

        var tied = new FilterExpression(LogicalOperator.And);
        tied.AddCondition(navigation.Column, ConditionOperator.Equal, parent);
        if (rows.Expression.Criteria is { } own && own.Conditions.Count + own.Filters.Count > 0)
            tied.AddFilter(own);
        rows.Expression.Criteria = tied;
        return rows;
    }

    private static WebApiResponse Rows(WebApiRequest request, ODataQuery query, NavigationSchema navigation, Guid parent, bool references)
    {
        var rows = Tied(request, query, navigation, parent);
        if (!references)
            return RetrieveRows.Answer(request, query, rows);
        rows.Expression.ColumnSet = new ColumnSet(rows.Shape.Entity.Table.PrimaryId);
        var found = RowLoader.Run(request, rows.Expression);
        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.ServiceRoot}$metadata#Collection($ref)");
            writer.WriteStartArray("value");
            foreach (var row in found.Entities)
            {
                writer.WriteStartObject();
                writer.WriteString("@odata.id", request.AddressOf(rows.Shape.Entity, row.Id));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static WebApiResponse Single(WebApiRequest request, ODataQuery query, NavigationSchema navigation, bool references)
    {
        query.AllowOnly("$select", "$expand");
        var row = ((RetrieveResponse)request.Execute(new RetrieveRequest
        {
            Target = RowPath.TargetOf(query)!,
            ColumnSet = new ColumnSet(navigation.Column),
        })).Entity;
        if (row.GetAttributeValue<EntityReference>(navigation.Column) is not { } found
            || (navigation.Target is { } expected && found.LogicalName != expected)
            || request.Schema.Table(found.LogicalName) is not { } target)
            return WebApiResponse.Empty();
        if (!references && navigation.Target is null)
            throw WebApiException.NotSupported($"Following '{navigation.Name}', which may lead to more than one table,");
        return references
            ? WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("@odata.context", $"{request.ServiceRoot}$metadata#$ref");
                writer.WriteString("@odata.id", request.AddressOf(target, found.Id));
                writer.WriteEndObject();
            })
            : RetrieveRow.Answer(
                request, new EntityReference(found.LogicalName, found.Id), RowQuery.CompileShape(query, target, request.Preferences.PageSize), StatusCodes.Status200OK);
    }

    private static PreparedWrite Set(WebApiRequest request, EntityReference row, string column, EntityReference? value)
    {
        var update = new Entity(row.LogicalName, Writes.IdOf(request, row)) { [column] = value };
        return new(new UpdateRequest { Target = update }, _ => WebApiResponse.Empty());
    }
}
