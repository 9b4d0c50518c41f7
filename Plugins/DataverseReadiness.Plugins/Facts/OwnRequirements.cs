using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>The team's own requirements, as facts for the rules.</summary>
internal static class OwnRequirements
{
    private static readonly string[] Columns =
    [
        OwnRequirement.Name, OwnRequirement.Key, OwnRequirement.Scope, OwnRequirement.Severity, OwnRequirement.Guidance, OwnRequirement.Test,
        OwnRequirement.TestedTable, OwnRequirement.TestedColumn, OwnRequirement.Value, OwnRequirement.AnnouncedOn, OwnRequirement.AppliesFrom,
        OwnRequirement.EndsOn,
    ];

    /// <summary>The active rows, in one request.</summary>
    public static EntityCollection Read(IOrganizationService service)
    {
        var query = new QueryExpression(OwnRequirement.Table) { ColumnSet = new ColumnSet(Columns) };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder(OwnRequirement.Key, OrderType.Ascending);
        query.AddOrder(OwnRequirement.Id, OrderType.Ascending);
        return service.RetrieveMultiple(query);
    }

    public static IReadOnlyList<TeamRequirementFact> Of(EntityCollection rows) => rows.Entities.Select(Of).ToArray();

    public static TeamRequirementFact Of(Entity row) => new()
    {
        Id = row.Id,
        Name = row.Text(OwnRequirement.Name),
        Key = row.Text(OwnRequirement.Key),
        Scope = row.Choice<RequirementScope>(OwnRequirement.Scope),
        Severity = row.Choice<Severity>(OwnRequirement.Severity),
        Guidance = row.Text(OwnRequirement.Guidance),
        Test = row.Choice<RequirementTest>(OwnRequirement.Test),
        Table = row.Text(OwnRequirement.TestedTable),
        Column = row.Text(OwnRequirement.TestedColumn),
        Value = row.Text(OwnRequirement.Value),
        AnnouncedOn = row.Date(OwnRequirement.AnnouncedOn),
        AppliesFrom = row.Date(OwnRequirement.AppliesFrom),
        EndsOn = row.Date(OwnRequirement.EndsOn),
    };
}
