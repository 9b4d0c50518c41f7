using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Replay;

/// <summary>What a request is about, in the words of a timeline: a table, a row, columns.</summary>
internal static class RequestSubject
{
    public static (string? Table, Guid? Id, IReadOnlyList<string> Columns) Of(OrganizationRequest request)
    {
        var parameters = request.Parameters;
        var asked = parameters.TryGetValue("ColumnSet", out var set) ? Of(set as ColumnSet) : [];
        if (parameters.TryGetValue("Query", out var query)) return Of(query);
        if (parameters.TryGetValue("Targets", out var targets) && targets is EntityCollection rows)
            return (rows.EntityName ?? rows.Entities.FirstOrDefault()?.LogicalName, null, [.. rows.Entities.SelectMany(row => row.Attributes.Keys).Distinct()]);
        if (!parameters.TryGetValue("Target", out var target)) parameters.TryGetValue("EntityMoniker", out target);
        return target switch
        {
            Entity row => (row.LogicalName, Known(row.Id), [.. row.Attributes.Keys, .. row.RelatedEntities.Select(Related)]),
            EntityReference row => (row.LogicalName, Known(row.Id), asked),
            _ => (null, null, asked),
        };
    }

    private static (string? Table, Guid? Id, IReadOnlyList<string> Columns) Of(object? query) => query switch
    {
        QueryExpression expression => (expression.EntityName, null, Of(expression.ColumnSet)),
        QueryByAttribute by => (by.EntityName, null, Of(by.ColumnSet)),
        FetchExpression fetch => OfFetch(fetch.Query),
        _ => (null, null, []),
    };

    private static (string? Table, Guid? Id, IReadOnlyList<string> Columns) OfFetch(string? text)
    {
        try
        {
            var entity = XElement.Parse(text ?? "").Element("entity");
            return ((string?)entity?.Attribute("name"), null, [.. entity?.Elements("attribute").Select(attribute => (string?)attribute.Attribute("name") ?? "") ?? []]);
        }
        catch (XmlException)
        {
            return (null, null, []); // The request itself is about to fault on it.
        }
    }

    private static IReadOnlyList<string> Of(ColumnSet? columns) => columns is null ? [] : columns.AllColumns ? ["*"] : [.. columns.Columns];

    // Rows that come with a row have no request of their own.
    private static string Related(KeyValuePair<Relationship, EntityCollection> related) =>
        string.Create(CultureInfo.InvariantCulture, $"{related.Key.SchemaName}[{related.Value.Entities.Count}]");

    private static Guid? Known(Guid id) => id == Guid.Empty ? null : id;
}
