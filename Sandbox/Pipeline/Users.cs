using Packager.Model;
using Sandbox.Metadata;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>Reads what is known about a user.</summary>
internal static class Users
{
    public static UserProfile Read(Connection connection, OrganizationModel model, Guid id)
    {
        var statement = connection.Prepare("""
            SELECT u.fullname, u.businessunitid, u.isdisabled, s.uilanguageid, s.timezonecode
            FROM systemuser u LEFT JOIN usersettings s ON s.systemuserid = u.systemuserid WHERE u.systemuserid = ?
            """, id);
        if (!statement.Step())
            throw new OrganizationFault(ErrorCodes.UserNotEnabled, $"The user with Id = {id:D} does not exist or is not enabled.");
        var (name, unit, disabled) = (statement.TextOrNull(0) ?? "", statement.Id(1), statement.Number(2) != 0);
        var language = statement.IsNull(3) ? 0 : (int)statement.Number(3);
        var zone = statement.IsNull(4) ? UserTime.UtcCode : (int)statement.Number(4);
        statement.Reset();

        var roles = new List<RoleModel>();
        var held = connection.Prepare("SELECT roleid FROM systemuserroles WHERE systemuserid = ?", id);
        while (held.Step())
        {
            if (model.Roles.TryGetValue(held.Id(0), out var role)) roles.Add(role);
        }

        var privileges = new Dictionary<string, PrivilegeDepth>(StringComparer.OrdinalIgnoreCase);
        foreach (var (privilege, level) in roles.SelectMany(role => role.Privileges))
        {
            var depth = Enum.TryParse<PrivilegeDepth>(level, out var parsed) ? parsed : PrivilegeDepth.None;
            if (privileges.GetValueOrDefault(privilege) < depth) privileges[privilege] = depth;
        }

        return new UserProfile
        {
            Id = id,
            FullName = name,
            BusinessUnitId = unit,
            Language = language == 0 ? model.BaseLanguage : language,
            TimeZoneCode = zone,
            Fiscal = ReadFiscal(connection),
            IsEnabled = !disabled,
            IsAdministrator = id == Engine.SystemUserId || roles.Any(role => role.Id == SystemTables.AdministratorRole),
            Roles = roles,
            Privileges = privileges,
        };
    }

    private static FiscalCalendar ReadFiscal(Connection connection)
    {
        var statement = connection.Prepare("SELECT fiscalcalendarstart, fiscalperiodtype, fiscalyeardisplaycode FROM organization");
        var calendar = FiscalCalendar.Default;
        if (statement.Step())
        {
            var start = statement.IsNull(0) ? new DateTime(1900, calendar.Month, calendar.Day, 0, 0, 0, DateTimeKind.Utc) : Values.Time(statement.Number(0));
            calendar = new FiscalCalendar(start.Month, start.Day, statement.IsNull(1) ? calendar.PeriodType : (int)statement.Number(1), statement.Number(2) == 2);
        }

        statement.Reset();
        return calendar;
    }
}
