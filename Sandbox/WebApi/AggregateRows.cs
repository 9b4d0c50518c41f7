using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>GET of a table with <c>$apply</c> (DP/webapi/query/aggregate-data): a query that groups and adds up, compiled to FetchXML.</summary>
internal sealed class AggregateRows
{
    private readonly EntitySchema _entity;
    private readonly LinkSet _links;
    private readonly QueryExpression _expression;
    private readonly List<(string Alias, string Name, ColumnModel? Column)> _members = [];
    private readonly List<(string? Link, XElement Attribute)> _attributes = [];

    private AggregateRows(ODataQuery query, EntitySchema entity)
    {
        _entity = entity;
        _expression = new QueryExpression(entity.Table.LogicalName);
        _links = new LinkSet(query.Schema, entity, _expression);
    }

    public static WebApiResponse Run(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        if (query.Options.ContainsKey("$orderby"))
            throw WebApiException.BadQuery("The query node SingleValueOpenPropertyAccess is not supported.");
        foreach (var option in query.Options.Keys.Where(option => option[0] == '$' && option != "$apply"))
            throw WebApiException.NotSupported($"Query option '{option}' beside $apply");
        query.AllowOnly("$apply");
        var aggregate = new AggregateRows(query, entity);
        aggregate.Read(query, query.Apply()?.Transformations.ToArray() ?? []);
        return aggregate.Answer(request);
    }

    private void Read(ODataQuery query, TransformationNode[] transformations)
    {
        foreach (var transformation in transformations)
        {
            if (_members.Count > 0)
                throw WebApiException.NotSupported($"'{Name(transformation)}' after a group or an aggregate in $apply");
            switch (transformation)
            {
                case FilterTransformationNode filter:
                    _expression.Criteria.AddFilter(new FilterCompiler(query, _links).Compile(filter.FilterClause));
                    break;
                case GroupByTransformationNode { ChildTransformations: null or AggregateTransformationNode } group:
                    foreach (var property in group.GroupingProperties)
                        Group(property);
                    if (group.ChildTransformations is AggregateTransformationNode inner)
                        Aggregate(inner);
                    break;
                case AggregateTransformationNode aggregate:
                    Aggregate(aggregate);
                    break;
                default:
                    throw WebApiException.NotSupported($"'{Name(transformation)}' in $apply");
            }
        }

        if (_members.Count == 0)
            throw WebApiException.BadQuery("$apply neither groups nor aggregates.");
    }

    private void Group(GroupByPropertyNode node)
    {
        if (node.Expression is null)
        {
            foreach (var child in node.ChildTransformations)
                Group(child);
            return;
        }

        if (node.Expression is not SingleValuePropertyAccessNode property)
            throw WebApiException.NotSupported($"Grouping by '{node.Name}', which is no column,");
        var (table, link) = SourceOf(property);
        var column = table.ByName[property.Property.Name];
        if (column.Column.Type == ColumnType.DateTime)
            throw WebApiException.BadQuery($"groupby with datetime values isn't supported: '{column.Name}'.");

        // The platform names a column of another table after both.
        Add(link, column, link is null ? column.Name : $"{table.Table.LogicalName}_{column.Attribute}", new XAttribute("groupby", "true"), column.Column);
    }

    private void Aggregate(AggregateTransformationNode node)
    {
        foreach (var expression in node.AggregateExpressions)
        {
            if (expression is not AggregateExpression aggregate)
                throw WebApiException.NotSupported($"The aggregate '{expression.Alias}' over rows of another table");
            if (aggregate.Method == AggregationMethod.VirtualPropertyCount)
            {
                Add(null, _entity.Key, aggregate.Alias, new XAttribute("aggregate", "count"), column: null);
                continue;
            }

            var method = aggregate.Method switch
            {
                AggregationMethod.Sum => "sum",
                AggregationMethod.Min => "min",
                AggregationMethod.Max => "max",
                AggregationMethod.Average => "avg",
                _ => throw WebApiException.BadQuery($"The aggregate '{aggregate.MethodDefinition?.MethodLabel ?? aggregate.Method.ToString()}' is not supported. Use sum, min, max, average or $count."),
            };
            if (aggregate.Expression is not SingleValuePropertyAccessNode property)
                throw WebApiException.NotSupported($"The aggregate '{aggregate.Alias}' of anything but a column");
            var (table, link) = SourceOf(property);
            var column = table.ByName[property.Property.Name];
            Add(link, column, aggregate.Alias, new XAttribute("aggregate", method), column.Column);
        }
    }

    private (EntitySchema Table, string? Link) SourceOf(SingleValuePropertyAccessNode property) => property.Source switch
    {
        ResourceRangeVariableReferenceNode => (_entity, null),
        SingleNavigationNode { Source: ResourceRangeVariableReferenceNode } navigation =>
            _links.Join(_entity, null, _entity.Navigations[navigation.NavigationProperty.Name]),
        _ => throw WebApiException.NotSupported($"The path to '{property.Property.Name}' in $apply"),
    };

    private void Add(string? link, PropertySchema property, string name, XAttribute use, ColumnModel? column)
    {
        var alias = string.Create(CultureInfo.InvariantCulture, $"a{_members.Count}");
        _members.Add((alias, name, column));
        _attributes.Add((link, new XElement(
            "attribute", new XAttribute("name", property.Attribute), new XAttribute("alias", alias), use)));
    }

    private WebApiResponse Answer(WebApiRequest request)
    {
        var fetch = FetchText.Of(_expression);
        fetch.SetAttributeValue("aggregate", "true");
        foreach (var (link, attribute) in Enumerable.Reverse(_attributes))
            fetch.Descendants().First(each => link is null ? each.Name == "entity" : (string?)each.Attribute("alias") == link && each.Name == "link-entity").AddFirst(attribute);
        var rows = RowLoader.Run(request, new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting)));
        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            var row = new RowWriter(request);
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.ServiceRoot}$metadata#{_entity.Table.EntitySetName}");
            writer.WriteStartArray("value");
            foreach (var each in rows.Entities)
                Write(writer, row, each);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>An empty value is left out, as the platform does it.</summary>
    private void Write(Utf8JsonWriter writer, RowWriter row, Entity entity)
    {
        writer.WriteStartObject();
        foreach (var (alias, name, column) in _members)
        {
            if (entity.GetAttributeValue<AliasedValue>(alias)?.Value is { } value)
                row.WriteAliased(writer, name, value, entity.FormattedValues.TryGetValue(alias, out var formatted) ? formatted : null, column);
        }

        writer.WriteEndObject();
    }

    private static string Name(TransformationNode node) => node.Kind.ToString().ToLowerInvariant();
}
