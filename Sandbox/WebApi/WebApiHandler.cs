using Microsoft.OData.UriParser;

namespace Sandbox.WebApi;

/// <summary>Answers one request: finds what the path names, and the operation for the method.</summary>
internal static class WebApiHandler
{
    /// <summary>The answer, whatever happens.</summary>
    public static WebApiResponse Handle(WebApiRequest request)
    {
        try
        {
            var answer = Route(request);
            return answer.Status is >= 200 and < 300
                ? answer.With("Preference-Applied", request.Preferences.Applied(!request.IsGet && answer.ContentType is not null))
                : answer;
        }
        catch (WebApiException refusal)
        {
            return WebApiResponse.Of(refusal);
        }
        catch (OrganizationFault fault)
        {
            return WebApiResponse.Of(fault, request.Preferences, request.Organization.Options.DataFolder);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // What a client gets names no file and no line; who runs the sandbox finds them under the same id.
            var id = Guid.NewGuid();
            Console.Error.WriteLine($"{id} {request.Method} {request.Path}: {problem}");
            return WebApiResponse.OfError(
                StatusCodes.Status500InternalServerError, ErrorCodes.Unexpected, $"An unexpected error occurred. The sandbox's output has the details under {id}.");
        }
    }

    private static WebApiResponse Route(WebApiRequest request)
    {
        switch (request.Path)
        {
            case "":
                return Get(ServiceDocument.Write);
            case "$metadata":
                return Get(MetadataDocument.Write);
            case "$batch":
                return Batch.Run(request);
            case var path when Definitions.Has(path):
                return request.IsGet ? Definitions.Write(request) : throw WebApiException.NotSupported($"'{request.Method} {request.Path}', a change of definitions,");
        }

        var query = ODataQuery.Parse(request.Schema, request.ServiceRoot, request.Path, request.Query);
        if (Writes.Prepare(request, query) is { } write)
            return write.Run(request);
        return query.Path.ToArray() switch
        {
            [EntitySetSegment set] => RetrieveRows.Run(request, query, Entity(set)),
            [EntitySetSegment set, CountSegment] => RetrieveRows.Count(request, query, Entity(set)),
            [EntitySetSegment set, KeySegment] => RetrieveRow.Run(request, query, Entity(set)),
            [EntitySetSegment set, KeySegment, PropertySegment property] => ColumnValue.Run(request, query, Entity(set), property, raw: false),
            [EntitySetSegment set, KeySegment, PropertySegment property, ValueSegment] => ColumnValue.Run(request, query, Entity(set), property, raw: true),
            [EntitySetSegment set, KeySegment, NavigationPropertySegment navigation] =>
                Related.Run(request, query, Entity(set), navigation.NavigationProperty.Name, references: false),
            [EntitySetSegment set, KeySegment, NavigationPropertyLinkSegment navigation] =>
                Related.Run(request, query, Entity(set), navigation.NavigationProperty.Name, references: true),
            [EntitySetSegment set, KeySegment, NavigationPropertySegment navigation, CountSegment] =>
                Related.Count(request, query, Entity(set), navigation.NavigationProperty.Name),
            [.., OperationSegment] or [OperationImportSegment] => CallOperation.Run(request, query),
            _ => throw WebApiException.NotSupported($"The path '{request.Path}'"),
        };

        EntitySchema Entity(EntitySetSegment set) => request.Schema.Set(set.EntitySet.Name)!;

        WebApiResponse Get(Func<WebApiRequest, WebApiResponse> write) =>
            request.IsGet ? write(request) : throw WebApiException.NoMethod(request.Method, $"'{request.Path}'");
    }
}
