using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Pipeline;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Reads and deletes what <see cref="Auditing"/> wrote (learn.microsoft.com/power-apps/developer/data-platform/auditing/retrieve-audit-data).</summary>
internal static class AuditMessages
{
    /// <summary>Privileges that belong to no table: to read all of <c>audit</c>, the history of rows that one may read, and to delete it.</summary>
    public const string ReadSummary = "prvReadAuditSummary", ReadHistory = "prvReadRecordAuditHistory", DeleteHistory = "prvDeleteRecordChangeHistory";

    public static OrganizationResponse RetrieveRecordHistory(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target", "PagingInfo");
        return History(request, scope, column: null);
    }

    public static OrganizationResponse RetrieveAttributeHistory(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target", "AttributeLogicalName", "PagingInfo");
        var table = scope.Schema.Table(request.Required<EntityReference>("Target").LogicalName);
        var column = table.Column(request.Required<string>("AttributeLogicalName"));
        Access.RequireColumn(scope.User, table, column);
        return History(request, scope, column.ImageId ?? column);
    }

    /// <summary>What one audit row says; <c>AuditId</c> as the SDK sends it, <c>Target</c> where the function is bound to the row.</summary>
    public static OrganizationResponse RetrieveDetails(OrganizationRequest request, Scope scope)
    {
        request.Allow("AuditId", "Target");
        var table = scope.Schema.Table("audit");
        var id = request.Optional<EntityReference>("Target")?.Id ?? request.Required<Guid>("AuditId");
        Access.Require(scope.User, ReadSummary);
        var detail = scope.Operation.Read(connection =>
            DetailOf(connection, scope, RowReader.Find(connection, scope, table, id, []) ?? throw Faults.DoesNotExist(table, id), column: null));
        return new OrganizationResponse { ResponseName = request.RequestName, Results = { ["AuditDetail"] = detail } };
    }

    public static OrganizationResponse DeleteRecordHistory(OrganizationRequest request, Scope scope)
    {
        request.Allow("Target");
        var target = request.Required<EntityReference>("Target");
        var table = scope.Schema.Table(target.LogicalName);
        Access.Require(scope.User, DeleteHistory);
        using var transaction = scope.Operation.Begin();
        var writer = scope.Operation.Writer;
        var id = RowReader.Resolve(writer, table, target.Id, target.KeyAttributes);
        RequireReadable(writer, scope, table, id);
        var deleted = writer.Run("DELETE FROM audit WHERE objectid = ? AND objecttypecode = ?", id, table.Name);
        transaction.Commit();
        return new OrganizationResponse { ResponseName = request.RequestName, Results = { ["DeletedEntriesCount"] = deleted } };
    }

    private static OrganizationResponse History(OrganizationRequest request, Scope scope, ColumnSchema? column)
    {
        var target = request.Required<EntityReference>("Target");
        var table = scope.Schema.Table(target.LogicalName);
        Access.Require(scope.User, ReadHistory);
        var history = scope.Operation.Read(connection =>
        {
            var id = RowReader.Resolve(connection, table, target.Id, target.KeyAttributes);
            RequireReadable(connection, scope, table, id);
            var query = new QueryExpression("audit") { ColumnSet = new ColumnSet(true), PageInfo = request.Optional<PagingInfo>("PagingInfo") ?? new PagingInfo() };
            query.Criteria.AddCondition("objectid", ConditionOperator.Equal, id);
            query.Criteria.AddCondition("objecttypecode", ConditionOperator.Equal, table.Name);
            if (column is not null) query.Criteria.AddCondition("changedata", ConditionOperator.Like, AuditData.PatternOf(column.Name));
            query.AddOrder("createdon", OrderType.Descending);
            query.AddOrder("versionnumber", OrderType.Descending);
            var rows = RowReader.Query(connection, scope, query, Access.Everything);
            return new AuditDetailCollection
            {
                AuditDetails = [.. rows.Entities.Select(row => DetailOf(connection, scope, row, column))],
                MoreRecords = rows.MoreRecords,
                PagingCookie = rows.PagingCookie,
                TotalRecordCount = rows.TotalRecordCount,
            };
        });
        return new OrganizationResponse { ResponseName = request.RequestName, Results = { ["AuditDetailCollection"] = history } };
    }

    // The history of a row that is gone is open to whoever may read all audit rows.
    private static void RequireReadable(Connection connection, Scope scope, TableSchema table, Guid id)
    {
        if (connection.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", id)) Access.RequireRow(connection, scope, table, id, table.ReadPrivilege);
        else Access.Require(scope.User, ReadSummary);
    }

    private static AuditDetail DetailOf(Connection connection, Scope scope, Entity audit, ColumnSchema? column)
    {
        switch ((AuditAction)audit.GetAttributeValue<OptionSetValue>("action").Value)
        {
            case AuditAction.Share or AuditAction.ModifyShare or AuditAction.Unshare:
                var share = AuditData.Read<AuditData.Share>(audit);
                return new ShareAuditDetail
                {
                    AuditRecord = audit,
                    Principal = Named(connection, scope, AuditData.ReferenceOf(share.Principal)),
                    OldPrivileges = share.OldPrivileges,
                    NewPrivileges = share.NewPrivileges,
                };
            case AuditAction.Associate or AuditAction.Disassociate or AuditAction.AssignRoleToTeam or AuditAction.RemoveRoleFromTeam
                or AuditAction.AssignRoleToUser or AuditAction.RemoveRoleFromUser:
                var related = AuditData.Read<AuditData.Relationship>(audit);
                return new RelationshipAuditDetail
                {
                    AuditRecord = audit,
                    RelationshipName = related.RelationshipName,
                    TargetRecords = [.. related.TargetRecords.Select(record => Named(connection, scope, AuditData.ReferenceOf(record)))],
                };
            default:
                return Values(connection, scope, audit, column);
        }
    }

    private static AttributeAuditDetail Values(Connection connection, Scope scope, Entity audit, ColumnSchema? only)
    {
        var subject = audit.GetAttributeValue<EntityReference>("objectid");
        var table = scope.Schema.Table(subject.LogicalName);
        var (before, after) = (new Entity(table.Name, subject.Id), new Entity(table.Name, subject.Id));
        var gone = new Dictionary<int, string>();
        var numbers = (audit.GetAttributeValue<string>("attributemask") ?? "").Split(',');
        foreach (var (index, change) in AuditData.Read<AuditData.Changes>(audit).ChangedAttributes.Index())
        {
            if (table.Find(change.LogicalName) is not { } column) gone[int.Parse(numbers[index], System.Globalization.CultureInfo.InvariantCulture)] = change.LogicalName;
            else if ((only is null || (column.CompanionOf ?? column) == (only.CompanionOf ?? only)) && !Access.IsHidden(scope.User, table, column))
            {
                Set(before, column, change.OldValue);
                Set(after, column, change.NewValue);
            }
        }

        return new AttributeAuditDetail { AuditRecord = audit, OldValue = before, NewValue = after, DeletedAttributes = gone };

        void Set(Entity row, ColumnSchema column, string? text)
        {
            if (text is null) return;
            var value = AuditData.ValueOf(column, text);
            if (value is EntityReference reference) value = Named(connection, scope, reference);
            row[column.Name] = value;
            if (Formatter.Of(scope.User.Language, scope.User.TimeZoneCode).Format(column, value) is { } formatted) row.FormattedValues[column.Name] = formatted;
        }
    }

    // The name that the row has now: the name it had is not kept.
    private static EntityReference Named(Connection connection, Scope scope, EntityReference reference)
    {
        if (scope.Schema.Find(reference.LogicalName) is { PrimaryName: { } name } table)
            reference.Name = connection.Text($"SELECT {name.Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", reference.Id);
        return reference;
    }
}
