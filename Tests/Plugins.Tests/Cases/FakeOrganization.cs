using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Plugins.Tests.Cases;

/// <summary>Rows in memory behind the organization service; it notes every request and raises no events.</summary>
internal sealed class FakeOrganization : IOrganizationService, IOrganizationServiceFactory
{
    private readonly Dictionary<Guid, Entity> _rows = new Dictionary<Guid, Entity>();

    /// <summary>Messages in order, with their table.</summary>
    public List<string> Requests { get; } = new List<string>();

    /// <summary>Stored bytes of image and file columns.</summary>
    public Dictionary<Guid, byte[]> Files { get; } = new Dictionary<Guid, byte[]>();

    /// <summary>Whether a download comes in blocks.</summary>
    public bool IsChunkingSupported { get; set; } = true;

    /// <summary>Runs at each request, while it runs.</summary>
    public Action<OrganizationRequest> During { get; set; } = _ => { };

    /// <summary>Users the service was asked for; null is the system.</summary>
    public List<Guid?> Users { get; } = new List<Guid?>();

    public Entity this[Guid id] => _rows[id];

    public IEnumerable<Entity> Table(string table) => _rows.Values.Where(row => row.LogicalName == table);

    public Entity Add(string table, Guid id, params object?[] columnsAndValues)
    {
        var row = new Entity(table, id) { ["statecode"] = new OptionSetValue(0) };
        for (var i = 0; i < columnsAndValues.Length; i += 2)
        {
            row[(string)columnsAndValues[i]!] = columnsAndValues[i + 1];
        }

        _rows[id] = row;
        return row;
    }

    public void Remove(Guid id) => _rows.Remove(id);

    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        Users.Add(userId);
        return this;
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        var answer = new OrganizationResponse();
        During(request);
        switch (request.RequestName)
        {
            case "Create":
                answer["id"] = Create((Entity)request["Target"]);
                return answer;
            case "Update":
                Update((Entity)request["Target"]);
                return answer;
            case "Retrieve":
                var target = (EntityReference)request["Target"];
                Requests.Add("Retrieve " + target.LogicalName);
                var row = Copy(_rows[target.Id]);
                foreach (var query in (RelationshipQueryCollection)request["RelatedEntitiesQuery"])
                {
                    row.RelatedEntities[query.Key] = new EntityCollection(Find((QueryExpression)query.Value, target.Id).ToList());
                }

                answer["Entity"] = row;
                return answer;
            case "InitializeFileBlocksDownload":
                Requests.Add(request.RequestName);
                var file = (EntityReference)request["Target"];
                answer["FileContinuationToken"] = file.Id.ToString("D");
                answer["FileSizeInBytes"] = (long)Files[file.Id].Length;
                answer["IsChunkingSupported"] = IsChunkingSupported;
                return answer;
            case "DownloadBlock":
                Requests.Add(request.RequestName);
                answer["Data"] = Files[new Guid((string)request["FileContinuationToken"])]
                    .Skip((int)(long)request["Offset"]).Take((int)(long)request["BlockLength"]).ToArray();
                return answer;
            default:
                throw new NotSupportedException(request.RequestName);
        }
    }

    public Guid Create(Entity entity)
    {
        Requests.Add("Create " + entity.LogicalName);
        var id = entity.Id == Guid.Empty ? Guid.NewGuid() : entity.Id;
        var row = Copy(entity);
        row.Id = id;
        row["statecode"] = new OptionSetValue(0);
        _rows[id] = row;
        return id;
    }

    public void Update(Entity entity)
    {
        var related = entity.RelatedEntities.Values.SelectMany(rows => rows.Entities).ToList();
        During(new UpdateRequest { Target = entity });
        Requests.Add("Update " + entity.LogicalName + (related.Count == 0 ? "" : " with " + related.Count));
        Apply(entity);
        foreach (var row in related)
        {
            if (row.EntityState != EntityState.Changed)
            {
                throw new InvalidOperationException("A related row without the state Changed is created.");
            }

            Apply(row);
        }
    }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        Requests.Add("Retrieve " + entityName);
        return Copy(_rows[id]);
    }

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        Requests.Add("Query " + ((QueryExpression)query).EntityName);
        return new EntityCollection(Find((QueryExpression)query).ToList());
    }

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        copy.Attributes.AddRange(row.Attributes);
        return copy;
    }

    private static bool Meets(Entity row, FilterExpression filter)
    {
        var parts = filter.Conditions.Select(condition => Meets(row, condition)).Concat(filter.Filters.Select(inner => Meets(row, inner))).ToList();
        return filter.FilterOperator == LogicalOperator.Or ? parts.Count == 0 || parts.Contains(true) : !parts.Contains(false);
    }

    private static bool Meets(Entity row, ConditionExpression condition)
    {
        var value = condition.AttributeName == row.LogicalName + "id" || condition.AttributeName == "systemuserid"
            ? row.Id
            : Plain(row.GetAttributeValue<object>(condition.AttributeName));
        switch (condition.Operator)
        {
            case ConditionOperator.Null:
                return value == null;
            case ConditionOperator.NotEqual:
                return !Equals(value, condition.Values[0]);
            case ConditionOperator.LessEqual:
                return value != null && Comparer<object>.Default.Compare(value, condition.Values[0]) <= 0;
            case ConditionOperator.GreaterEqual:
                return value != null && Comparer<object>.Default.Compare(value, condition.Values[0]) >= 0;
            case ConditionOperator.Equal:
                return Equals(value, condition.Values[0]);
            default:
                throw new NotSupportedException(condition.Operator.ToString());
        }
    }

    private static object? Plain(object? value) =>
        value is OptionSetValue choice ? choice.Value : value is EntityReference reference ? reference.Id : value;

    private void Apply(Entity change)
    {
        foreach (var value in change.Attributes)
        {
            _rows[change.Id][value.Key] = value.Value;
        }
    }

    /// <param name="offer">Only rows of this offer.</param>
    private IEnumerable<Entity> Find(QueryExpression query, Guid? offer = null) => _rows.Values
        .Where(row => row.LogicalName == query.EntityName
            && (offer == null || ((EntityReference)row[Trial.OfferId]).Id == offer)
            && Meets(row, query.Criteria))
        .Take(query.TopCount ?? int.MaxValue)
        .Select(Copy);
}
