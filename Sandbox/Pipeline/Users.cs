using Packager.Model;
using Sandbox.Metadata;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>Reads what is known about users and teams, and what their roles grant.</summary>
internal static class Users
{
    private const string Impersonation = "prvActOnBehalfOfAnotherUser";

    public static UserProfile Read(Connection connection, OrganizationModel model, Guid id)
    {
        var statement = connection.Prepare("""
            SELECT u.fullname, u.businessunitid, u.isdisabled, s.uilanguageid, b.isdisabled, s.timezonecode
            FROM systemuser u LEFT JOIN usersettings s ON s.systemuserid = u.systemuserid LEFT JOIN businessunit b ON b.businessunitid = u.businessunitid
            WHERE u.systemuserid = ?
            """, id);
        if (!statement.Step())
            throw new OrganizationFault(ErrorCodes.UserNotEnabled, $"The user with Id = {id:D} does not exist or is not enabled.");
        var (name, unit, disabled) = (statement.TextOrNull(0) ?? "", statement.Id(1), statement.Number(2) != 0 || statement.Number(4) != 0);
        var language = statement.IsNull(3) ? 0 : (int)statement.Number(3);
        var zone = statement.IsNull(5) ? UserTime.UtcCode : (int)statement.Number(5);
        statement.Reset();

        var own = RolesOf(connection, model, "systemuserroles", "systemuserid", id);
        var teams = TeamsOf(connection, id);
        var isAdministrator = id == Engine.SystemUserId;
        var grants = own.Select(role => (Role: role, Unit: unit, IsOwn: true)).ToList();
        foreach (var (team, teamUnit) in teams)
            grants.AddRange(RolesOf(connection, model, "teamroles", "teamid", team).Select(role => (role, teamUnit, role.IsInherited)));
        isAdministrator |= grants.Exists(grant => grant.Role.Id == SystemTables.AdministratorRole);

        return new UserProfile
        {
            Id = id,
            FullName = name,
            BusinessUnitId = unit,
            Language = language == 0 ? model.BaseLanguage : language,
            TimeZoneCode = zone,
            Fiscal = ReadFiscal(connection),
            IsAudited = IsAudited(connection),
            IsEnabled = !disabled,
            IsAdministrator = isAdministrator,
            Roles = own,
            Teams = [.. teams.Select(team => team.Id)],
            Reaches = isAdministrator ? new Dictionary<string, Reach>() : ReachesOf(connection, grants),
            Columns = isAdministrator ? new Dictionary<(string, string), ColumnRights>() : ColumnsOf(connection, id),
            MayImpersonate = id == Engine.SystemUserId || own.Any(role => role.Id == SystemTables.AdministratorRole || role.Privileges.ContainsKey(Impersonation)),
        };
    }

    /// <summary>Whether the organization's auditing is on.</summary>
    public static bool IsAudited(Connection connection) => connection.Number("SELECT isauditenabled FROM organization") == 1;

    private static Dictionary<(string Table, string Column), ColumnRights> ColumnsOf(Connection connection, Guid user)
    {
        var columns = new Dictionary<(string, string), ColumnRights>();
        var statement = connection.Prepare("""
            SELECT p.entityname, p.attributelogicalname, max(p.canread), max(p.cancreate), max(p.canupdate) FROM fieldpermission p WHERE p.fieldsecurityprofileid IN (
                SELECT fieldsecurityprofileid FROM systemuserprofiles WHERE systemuserid = ?
                UNION SELECT t.fieldsecurityprofileid FROM teamprofiles t JOIN teammembership m ON m.teamid = t.teamid WHERE m.systemuserid = ?)
            GROUP BY p.entityname, p.attributelogicalname
            """, user, user);
        while (statement.Step())
        {
            columns[(statement.Text(0), statement.Text(1))] = Right(2, ColumnRights.Read) | Right(3, ColumnRights.Create) | Right(4, ColumnRights.Update);
        }

        return columns;

        ColumnRights Right(int column, ColumnRights right) => statement.Number(column) == 4 ? right : ColumnRights.None;
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

    /// <summary>The rights of a team as if somebody had its roles and nothing else, so that one question answers for users and teams.</summary>
    public static UserProfile ReadTeam(Connection connection, OrganizationModel model, Guid id)
    {
        var unit = connection.Text("SELECT businessunitid FROM team WHERE teamid = ?", id) is { } text ? Guid.Parse(text) : Guid.Empty;
        var roles = RolesOf(connection, model, "teamroles", "teamid", id);
        var isAdministrator = roles.Exists(role => role.Id == SystemTables.AdministratorRole);
        return new UserProfile
        {
            Id = id,
            FullName = "",
            BusinessUnitId = unit,
            Language = model.BaseLanguage,
            IsEnabled = true,
            IsAdministrator = isAdministrator,
            Roles = roles,
            Reaches = ReachesOf(connection, roles.ConvertAll(role => (role, unit, true))),
        };
    }

    private static List<RoleModel> RolesOf(Connection connection, OrganizationModel model, string table, string column, Guid holder)
    {
        var roles = new List<RoleModel>();
        var held = connection.Prepare($"SELECT roleid FROM {table} WHERE {column} = ?", holder);
        while (held.Step())
        {
            if (model.Roles.TryGetValue(held.Id(0), out var role)) roles.Add(role);
        }

        return roles;
    }

    private static List<(Guid Id, Guid Unit)> TeamsOf(Connection connection, Guid user)
    {
        var teams = new List<(Guid, Guid)>();
        var statement = connection.Prepare(
            "SELECT t.teamid, t.businessunitid FROM teammembership m JOIN team t ON t.teamid = m.teamid WHERE m.systemuserid = ? ORDER BY t.rowid", user);
        while (statement.Step()) teams.Add((statement.Id(0), statement.IsNull(1) ? Guid.Empty : statement.Id(1)));
        return teams;
    }

    // What several roles grant adds up. A role reaches from where it is held: a user's from the user's business unit, a team's from the team's.
    private static Dictionary<string, Reach> ReachesOf(Connection connection, List<(RoleModel Role, Guid Unit, bool IsOwn)> grants)
    {
        var reaches = new Dictionary<string, Reach>(StringComparer.OrdinalIgnoreCase);
        var below = new Dictionary<Guid, HashSet<Guid>>();
        foreach (var (role, unit, isOwn) in grants)
        {
            foreach (var (privilege, level) in role.Privileges)
            {
                if (!Enum.TryParse<PrivilegeDepth>(level, out var depth) || depth == PrivilegeDepth.None) continue;
                IReadOnlyCollection<Guid> units = depth switch
                {
                    PrivilegeDepth.Local => [unit],
                    PrivilegeDepth.Deep => below.TryGetValue(unit, out var known) ? known : below[unit] = UnitsFrom(connection, unit),
                    _ => [],
                };
                reaches[privilege] = reaches.TryGetValue(privilege, out var before)
                    ? new Reach(before.Depth > depth ? before.Depth : depth, before.IsOwn || isOwn, [.. before.Units.Union(units)])
                    : new Reach(depth, isOwn, units);
            }
        }

        return reaches;
    }

    /// <summary>A business unit and all that lie below it.</summary>
    public static HashSet<Guid> UnitsFrom(Connection connection, Guid unit)
    {
        var units = new HashSet<Guid> { unit };
        var statement = connection.Prepare("""
            WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT b.businessunitid FROM businessunit b JOIN below ON b.parentbusinessunitid = below.id) SELECT id FROM below
            """, unit);
        while (statement.Step()) units.Add(statement.Id(0));
        return units;
    }
}
