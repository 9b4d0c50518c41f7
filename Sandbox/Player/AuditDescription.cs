using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;
using Sandbox.Metadata;

namespace Sandbox.Player;

/// <summary>A page of a record's audit history as people read it.</summary>
/// <param name="IsOn">Whether the organization's auditing is on now.</param>
/// <param name="Changes">The changes, the newest first.</param>
/// <param name="More">Whether there are older ones.</param>
internal sealed record AuditDescription(bool IsOn, IReadOnlyList<AuditDescription.Change> Changes, bool More)
{
    private const int PageSize = 50;

    /// <summary>What the platform's messages answer to the caller.</summary>
    /// <exception cref="OrganizationFault">The caller may not see the history.</exception>
    public static AuditDescription Of(Organization organization, Caller caller, TableModel table, Guid id, string? column, int page, Translator text)
    {
        var request = new OrganizationRequest(column is null ? "RetrieveRecordChangeHistory" : "RetrieveAttributeChangeHistory")
        {
            ["Target"] = new EntityReference(table.LogicalName, id),
            ["PagingInfo"] = new PagingInfo { PageNumber = page, Count = PageSize },
        };
        if (column is not null) request["AttributeLogicalName"] = column;
        var history = (AuditDetailCollection)organization.Execute(request, caller)["AuditDetailCollection"];
        return new(organization.UserOf(caller).IsAudited, [.. history.AuditDetails.Select(detail => ChangeOf(detail, table, text))], history.MoreRecords);
    }

    private static Change ChangeOf(AuditDetail detail, TableModel table, Translator text)
    {
        var audit = detail.AuditRecord;
        return new(
            audit.Id,
            audit.GetAttributeValue<DateTime>("createdon"),
            audit.GetAttributeValue<EntityReference>("userid")?.Name ?? "",
            audit.FormattedValues["action"],
            detail switch
            {
                AttributeAuditDetail values => [.. FieldsOf(values, table, text)],
                ShareAuditDetail share => [new(share.Principal.Name ?? "", RightsOf(share.OldPrivileges), RightsOf(share.NewPrivileges))],
                RelationshipAuditDetail related => [new(related.RelationshipName, null, string.Join(", ", related.TargetRecords.Select(record => record.Name)))],
                _ => [],
            });
    }

    private static IEnumerable<Field> FieldsOf(AttributeAuditDetail detail, TableModel table, Translator text)
    {
        var names = detail.OldValue.Attributes.Keys.Union(detail.NewValue.Attributes.Keys).ToList();
        foreach (var name in names)
        {
            // A file is told by its name, where that changed.
            var column = table.Columns[name];
            if (column.Type == ColumnType.File && names.Contains(name + "_name")) continue;
            var owner = Companions.OwnerOf(table, column) is { } of ? table.Columns[of] : column;
            yield return new(text.In(owner.DisplayName) is { Length: > 0 } label ? label : owner.LogicalName, Shown(detail.OldValue, name), Shown(detail.NewValue, name));
        }

        foreach (var gone in detail.DeletedAttributes.Values) yield return new(gone, null, null);
    }

    private static string? Shown(Entity row, string name) =>
        row.FormattedValues.TryGetValue(name, out var formatted) ? formatted
        : row.GetAttributeValue<object>(name) switch
        {
            OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
            EntityReference reference => reference.Name ?? reference.Id.ToString(),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static string? RightsOf(AccessRights rights) => rights == AccessRights.None ? null : rights.ToString();

    /// <summary>One change: when, by whom, which event, and what it did to fields.</summary>
    internal sealed record Change(Guid Id, DateTime ChangedOn, string ChangedBy, string Event, IReadOnlyList<Field> Fields);

    /// <summary>A field with the values before and after; null for none.</summary>
    internal sealed record Field(string Label, string? OldValue, string? NewValue);
}
