using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>What tests ask of an organization's auditing.</summary>
internal static class AuditedOrganization
{
    /// <summary>Turns the organization's auditing on or off, as an administrator does.</summary>
    public static void SetAuditing(this TestOrganization organization, bool on, Caller? caller = null) => organization.Execute(
        new OrganizationRequest("Update") { ["Target"] = TestOrganization.Row("organization", organization.Inner.Id, ("isauditenabled", on)) }, caller);

    /// <summary>The audit rows of a table as they were written, the first one first.</summary>
    public static IReadOnlyList<Entity> Audits(this TestOrganization organization, string table)
    {
        var query = new QueryExpression("audit") { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("objecttypecode", ConditionOperator.Equal, table);
        query.AddOrder("versionnumber", OrderType.Ascending);
        return [.. organization.Query(query).Entities];
    }

    /// <summary>Events and columns of the audit rows: <c>Update tst_name, tst_score</c>.</summary>
    public static IReadOnlyList<string> Events(this TestOrganization organization, string table) =>
        [.. organization.Audits(table).Select(row => $"{row.FormattedValues["action"]} {string.Join(", ", row.Changes().Select(change => change.Column))}".TrimEnd())];

    /// <summary>What <c>changedata</c> says of columns.</summary>
    public static IReadOnlyList<(string Column, string? Old, string? New)> Changes(this Entity audit)
    {
        using var data = System.Text.Json.JsonDocument.Parse(audit.GetAttributeValue<string>("changedata"));
        return data.RootElement.TryGetProperty("changedAttributes", out var changes)
            ? [.. changes.EnumerateArray().Select(change => (
                change.GetProperty("logicalName").GetString()!, change.GetProperty("oldValue").GetString(), change.GetProperty("newValue").GetString()))]
            : [];
    }
}
