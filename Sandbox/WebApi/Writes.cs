using System.Text.Json;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Sandbox.WebApi;

/// <summary>Creating, changing and deleting rows and single columns.</summary>
internal static class Writes
{
    /// <summary>The write that a request asks for; null when it asks for something else.</summary>
    public static PreparedWrite? Prepare(WebApiRequest request, ODataQuery query)
    {
        var segments = query.Path.ToArray();
        if (request.IsGet || segments is not [EntitySetSegment set, ..])
            return null;
        var entity = request.Schema.Set(set.EntitySet.Name)!;
        return (request.Method, segments) switch
        {
            ("POST", [_]) => Create(request, query, entity),
            ("PATCH", [_, KeySegment]) => Change(request, query, entity),
            ("DELETE", [_, KeySegment]) => Delete(request, query, entity),
            ("PUT" or "PATCH", [_, KeySegment, PropertySegment property])
                when !ColumnValue.HoldsBytes(entity.ByName[property.Property.Name]) => SetColumn(request, query, entity, property),
            ("DELETE", [_, KeySegment, PropertySegment property]) when !ColumnValue.HoldsBytes(entity.ByName[property.Property.Name]) =>
                ClearColumn(request, query, entity, entity.ByName[property.Property.Name].Attribute),
            ("POST" or "PUT", [_, KeySegment, NavigationPropertyLinkSegment navigation]) =>
                Related.Associate(request, query, entity, entity.Navigations[navigation.NavigationProperty.Name]),
            ("DELETE", [_, KeySegment, NavigationPropertyLinkSegment navigation, ..]) =>
                Related.Disassociate(request, query, entity, entity.Navigations[navigation.NavigationProperty.Name]),
            (_, [_] or [_, KeySegment]) => throw WebApiException.NoMethod(request.Method, segments.Length == 1 ? "a collection of rows" : "a row"),
            _ => null,
        };
    }

    private static PreparedWrite Create(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        query.AllowOnly("$select", "$expand");
        using var json = PayloadReader.Parse(request, entity.Table.EntitySetName);
        var row = new PayloadReader(request).Read(json.RootElement, entity, isNew: true);
        return Created(request, query, entity, row);
    }

    private static PreparedWrite Created(WebApiRequest request, ODataQuery query, EntitySchema entity, Entity row)
    {
        var shape = Representation(request, query, entity);
        return new(
            new CreateRequest { Target = row },
            response => Answer(request, entity, ((CreateResponse)response).id, shape, StatusCodes.Status201Created));
    }

    private static PreparedWrite Change(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        query.AllowOnly("$select", "$expand");
        using var json = PayloadReader.Parse(request, entity.Table.EntitySetName);
        var target = RowPath.TargetOf(query)!;
        var row = new PayloadReader(request).Read(json.RootElement, entity, isNew: false);
        Aim(row, target);
        var ifMatch = request.Header("If-Match");
        var ifNoneMatch = request.Header("If-None-Match");
        var shape = Representation(request, query, entity);
        if (ifNoneMatch == "*")
        {
            foreach (var (name, value) in target.KeyAttributes)
                row[name] = value;
            row.KeyAttributes.Clear();
            return Created(request, query, entity, row);
        }

        if (ifMatch is not null)
        {
            var update = new UpdateRequest { Target = row };
            RequireVersion(ifMatch, version =>
            {
                row.RowVersion = version;
                update.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
            });
            return new(update, _ => Answer(request, entity, IdOf(request, target), shape, StatusCodes.Status200OK));
        }

        return new(
            new UpsertRequest { Target = row },
            response =>
            {
                var upserted = (UpsertResponse)response;
                return Answer(
                    request, entity, upserted.Target.Id, shape, upserted.RecordCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK);
            });
    }

    private static PreparedWrite SetColumn(WebApiRequest request, ODataQuery query, EntitySchema entity, PropertySegment segment)
    {
        query.AllowOnly();
        using var json = PayloadReader.Parse(request, entity.Table.EntitySetName);
        if (!json.RootElement.TryGetProperty("value", out var value))
            throw WebApiException.BadPayload(entity.Table.EntitySetName, "The body of a single property is {\"value\": ...}.");
        var property = entity.ByName[segment.Property.Name];
        if (property.IsLookup)
            throw WebApiException.BadPayload(entity.Table.EntitySetName, $"'{property.Name}' is set through its navigation property.");
        return Update(request, query, entity, property.Attribute, PayloadReader.ReadValue(value, entity, property));
    }

    private static PreparedWrite ClearColumn(WebApiRequest request, ODataQuery query, EntitySchema entity, string attribute)
    {
        query.AllowOnly();
        return Update(request, query, entity, attribute, value: null);
    }

    /// <summary>An update of one column.</summary>
    public static PreparedWrite Update(WebApiRequest request, ODataQuery query, EntitySchema entity, string attribute, object? value)
    {
        var row = new Entity(entity.Table.LogicalName) { [attribute] = value };
        Aim(row, RowPath.TargetOf(query)!);
        return new(new UpdateRequest { Target = row }, _ => WebApiResponse.Empty());
    }

    private static PreparedWrite Delete(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        query.AllowOnly();
        var delete = new DeleteRequest { Target = RowPath.TargetOf(query)! };
        if (request.Header("If-Match") is { } ifMatch)
        {
            RequireVersion(ifMatch, version =>
            {
                delete.Target.RowVersion = version;
                delete.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
            });
        }

        return new(delete, _ => WebApiResponse.Empty());
    }

    /// <summary>The id of a row that may be named by an alternate key.</summary>
    public static Guid IdOf(WebApiRequest request, EntityReference target) => target.Id != Guid.Empty
        ? target.Id
        : ((RetrieveResponse)request.Execute(new RetrieveRequest
        {
            Target = target,
            ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet(request.Schema.Table(target.LogicalName)!.Table.PrimaryId),
        })).Entity.Id;

    private static void Aim(Entity row, EntityReference target)
    {
        row.Id = target.Id;
        foreach (var (name, value) in target.KeyAttributes)
            row.KeyAttributes[name] = value;
    }

    private static void RequireVersion(string ifMatch, Action<string> use)
    {
        if (ifMatch == "*")
            return;
        var version = ifMatch.Trim();
        if (!version.StartsWith("W/\"", StringComparison.Ordinal) || !version.EndsWith('"') || version.Length < 5)
        {
            throw new WebApiException(
                StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, $"'{ifMatch}' is no etag. Send one as @odata.etag has it.");
        }

        use(version[3..^1]);
    }

    private static RowQuery? Representation(WebApiRequest request, ODataQuery query, EntitySchema entity) =>
        request.Preferences.WantsRepresentation ? RowQuery.CompileShape(query, entity) : null;

    private static WebApiResponse Answer(WebApiRequest request, EntitySchema entity, Guid id, RowQuery? shape, int status)
    {
        var address = request.AddressOf(entity, id);
        return shape is null
            ? WebApiResponse.Empty().With("OData-EntityId", address)
            : RetrieveRow.Answer(request, new EntityReference(entity.Table.LogicalName, id), shape, status)
                .With("OData-EntityId", address);
    }
}
