using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>
/// What follows from rows of <c>businessunit</c>, <c>team</c> and <c>systemuser</c>: every business unit but the first lies below another and has a team of all its
/// users (learn.microsoft.com/power-platform/admin/wp-security-cds), and rows move to the business unit of their owner.
/// </summary>
internal static class SecurityRows
{
    public static void BeforeInsert(Scope scope, TableSchema table, Entity row)
    {
        switch (table.Name)
        {
            case "businessunit" when row.GetAttributeValue<EntityReference>("parentbusinessunitid") is null:
                throw Faults.Invalid("A business unit lies below another one. Set 'parentbusinessunitid'.");
            case "team" or "systemuser" when row.GetAttributeValue<EntityReference>("businessunitid") is null:
                row["businessunitid"] = new EntityReference("businessunit", scope.User.BusinessUnitId);
                break;
        }

        if (table.Name == "team" && row.GetAttributeValue<OptionSetValue>("teamtype") is { Value: not (0 or 1) } type)
            throw Faults.UnknownOption(table, table.Column("teamtype"), type.Value);
    }

    public static void AfterInsert(Scope scope, TableSchema table, Entity row)
    {
        switch (table.Name)
        {
            case "businessunit":
                Seed.AddDefaultTeam(scope.Engine.Database, row.Id, row.GetAttributeValue<string>("name") ?? "", Values.Seconds(scope.Engine.Now));
                break;
            case "systemuser":
                Seed.JoinDefaultTeam(scope.Engine.Database, row.Id, Values.Seconds(scope.Engine.Now));
                break;
        }
    }

    public static void BeforeUpdate(Scope scope, TableSchema table, Entity row)
    {
        var writer = scope.Operation.Writer;
        switch (table.Name)
        {
            case "businessunit" when row.Contains("parentbusinessunitid"):
                var above = row.GetAttributeValue<EntityReference>("parentbusinessunitid");
                var isRoot = !writer.Any("SELECT 1 FROM businessunit WHERE businessunitid = ? AND parentbusinessunitid IS NOT NULL", row.Id);
                if (isRoot != above is null) throw Faults.Invalid("The first business unit lies below no other, and every other one below another.");
                if (above is not null && Users.UnitsFrom(writer, row.Id).Contains(above.Id))
                    throw new OrganizationFault(ErrorCodes.BusinessUnitLoop, "Creating this parental association would create a loop in business hierarchy.");
                break;
            case "team" or "systemuser" when row.Contains("businessunitid"):
                MoveTo(scope, table, row);
                break;
        }
    }

    public static void BeforeDelete(Scope scope, TableSchema table, Guid id)
    {
        var writer = scope.Operation.Writer;
        switch (table.Name)
        {
            case "businessunit":
                if (writer.Any("SELECT 1 FROM businessunit WHERE parentbusinessunitid = ?", id) || writer.Any("SELECT 1 FROM systemuser WHERE businessunitid = ?", id)
                    || writer.Any("SELECT 1 FROM team WHERE businessunitid = ? AND isdefault IS NOT 1", id) || OwnedTables(scope, "owningbusinessunit").Any(sql => writer.Any(sql, id))
                    || !writer.Any("SELECT 1 FROM businessunit WHERE businessunitid = ? AND parentbusinessunitid IS NOT NULL", id))
                {
                    throw new OrganizationFault(ErrorCodes.CannotDeleteDueToAssociation, "The object you tried to delete is associated with another object and cannot be deleted.");
                }

                writer.Run("DELETE FROM team WHERE businessunitid = ?", id);
                break;
            case "team":
                if (writer.Number("SELECT isdefault FROM team WHERE teamid = ?", id) == 1)
                    throw new OrganizationFault(ErrorCodes.CannotDeleteDefaultTeam, $"The default business unit team can't be deleted (TeamId = {id:D}).");
                if (OwnedTables(scope, "ownerid").Any(sql => writer.Any(sql, id)))
                {
                    throw new OrganizationFault(
                        ErrorCodes.CannotDeleteTeamOwningRecords, $"Can't delete a team which owns records. Reassign the records and try again (TeamId = {id:D}).");
                }

                writer.Run("DELETE FROM principalobjectaccess WHERE principalid = ?", id);
                break;
            case "fieldsecurityprofile":
                writer.Run("DELETE FROM fieldpermission WHERE fieldsecurityprofileid = ?", id);
                break;
            case "systemuser":
                writer.Run("DELETE FROM principalobjectaccess WHERE principalid = ?", id);
                break;
        }
    }

    // Who changes to another business unit loses the roles held in the old one, and takes the rows along.
    private static void MoveTo(Scope scope, TableSchema table, Entity row)
    {
        var writer = scope.Operation.Writer;
        var unit = row.GetAttributeValue<EntityReference>("businessunitid") ?? throw Faults.Invalid($"A row of '{table.Name}' belongs to a business unit.");
        if (writer.Text($"SELECT businessunitid FROM {table.Sql} WHERE {table.Id.Sql} = ?", row.Id) == Values.Text(unit.Id)) return;
        var isTeam = table.Name == "team";
        if (isTeam && writer.Number("SELECT isdefault FROM team WHERE teamid = ?", row.Id) == 1) throw Faults.Invalid("The default team of a business unit stays with it.");
        writer.Run(isTeam ? "DELETE FROM teamroles WHERE teamid = ?" : "DELETE FROM systemuserroles WHERE systemuserid = ?", row.Id);
        writer.Run($"UPDATE {table.Sql} SET businessunitid = ? WHERE {table.Id.Sql} = ?", unit.Id, row.Id);
        foreach (var owned in scope.Schema.Tables.Where(owned => owned is { IsSystem: false, Owner: not null } && owned.Find("owningbusinessunit") is not null))
            writer.Run($"UPDATE {owned.Sql} SET owningbusinessunit = ? WHERE {owned.Owner!.Sql} = ?", unit.Id, row.Id);
        if (isTeam) return;
        writer.Run("DELETE FROM teammembership WHERE systemuserid = ? AND teamid IN (SELECT teamid FROM team WHERE isdefault = 1)", row.Id);
        Seed.JoinDefaultTeam(scope.Engine.Database, row.Id, Values.Seconds(scope.Engine.Now));
    }

    private static IEnumerable<string> OwnedTables(Scope scope, string column) =>
        from table in scope.Schema.Tables
        where !table.IsSystem && table.Find(column) is not null
        select $"SELECT 1 FROM {table.Sql} WHERE {ColumnSchema.Quote(column)} = ? LIMIT 1";
}
