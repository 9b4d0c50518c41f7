using System.Globalization;
using Packager.Model;
using Sandbox.Metadata;
using Sandbox.Pipeline;

namespace Sandbox.Store;

/// <summary>The rows that an organization starts with.</summary>
internal static class Seed
{
    /// <summary>Makes what is missing; for whoever holds the gate, in a transaction.</summary>
    public static (Guid Id, string Name) Apply(Database database, OrganizationOptions options, OrganizationModel model)
    {
        var writer = database.Writer;
        if (database.Meta("organization") is null) Make(database, options, model);
        AddTeams(database, Now(options));
        AddRoles(database, options, model);
        var id = Guid.Parse(database.Meta("organization")!);
        return (id, writer.Text("SELECT name FROM organization WHERE organizationid = ?", id) ?? options.Name);
    }

    /// <summary>Makes rows for the model's roles and field security profiles, and gives the seeded users those they were promised.</summary>
    public static void AddRoles(Database database, OrganizationOptions options, OrganizationModel model)
    {
        var writer = database.Writer;
        var now = Now(options);
        var unit = database.Meta("businessunit");
        foreach (var role in model.Roles.Values)
        {
            writer.Run("""
                INSERT INTO role (roleid, name, businessunitid, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (roleid) DO UPDATE SET name = excluded.name
                """, role.Id, role.Name, unit, now, now, database.NextRowVersion());
        }

        foreach (var profile in model.FieldSecurityProfiles.Values) AddProfile(database, profile, now);
        Give(database, Engine.AdministratorId, SystemTables.AdministratorRole, now);
        AddUsers(database, options, model, options.Users);
    }

    /// <summary>Makes the users that are missing, and gives all of them their roles.</summary>
    public static void AddUsers(Database database, OrganizationOptions options, OrganizationModel model, IReadOnlyList<SeedUser> users)
    {
        var now = Now(options);
        foreach (var user in users)
        {
            AddUser(database, user.Id, user.FullName, user.Language, disabled: false, now);
            foreach (var role in model.Roles.Values.Where(role => user.Roles.Contains(role.Name, StringComparer.OrdinalIgnoreCase)))
                Give(database, user.Id, role.Id, now);
        }
    }

    /// <summary>Makes the team of all users of a business unit.</summary>
    public static void AddDefaultTeam(Database database, Guid unit, string name, long now) => database.Writer.Run("""
        INSERT INTO team (teamid, name, businessunitid, teamtype, isdefault, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, 0, 1, ?, ?, ?)
        """, Guid.CreateVersion7(), name, unit, now, now, database.NextRowVersion());

    /// <summary>Makes a user a member of the team of the user's business unit.</summary>
    public static void JoinDefaultTeam(Database database, Guid user, long now)
    {
        var team = database.Writer.Text(
            "SELECT t.teamid FROM team t JOIN systemuser u ON u.businessunitid = t.businessunitid WHERE t.isdefault = 1 AND u.systemuserid = ?", user);
        if (team is null || database.Writer.Any("SELECT 1 FROM teammembership WHERE teamid = ? AND systemuserid = ?", team, user)) return;
        database.Writer.Run(
            "INSERT INTO teammembership (teammembershipid, teamid, systemuserid, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?)",
            Guid.CreateVersion7(), team, user, now, now, database.NextRowVersion());
    }

    // Organizations that were made before business units had teams get them when they are opened.
    private static void AddTeams(Database database, long now)
    {
        var writer = database.Writer;
        var units = new List<(Guid Id, string Name)>();
        var lacking = writer.Prepare(
            "SELECT businessunitid, name FROM businessunit b WHERE NOT EXISTS (SELECT 1 FROM team t WHERE t.businessunitid = b.businessunitid AND t.isdefault = 1)");
        while (lacking.Step()) units.Add((lacking.Id(0), lacking.TextOrNull(1) ?? ""));
        foreach (var (id, name) in units) AddDefaultTeam(database, id, name, now);
        if (units.Count == 0) return;
        var users = new List<Guid>();
        var all = writer.Prepare("SELECT systemuserid FROM systemuser");
        while (all.Step()) users.Add(all.Id(0));
        foreach (var user in users) JoinDefaultTeam(database, user, now);
    }

    private static long Now(OrganizationOptions options) => Values.Seconds(options.Clock.GetUtcNow().UtcDateTime);

    private static void Make(Database database, OrganizationOptions options, OrganizationModel model)
    {
        var writer = database.Writer;
        var now = Now(options);
        var (organization, unit) = (Guid.NewGuid(), Guid.NewGuid());
        database.SetMeta("language", model.BaseLanguage.ToString(CultureInfo.InvariantCulture));
        database.SetMeta("organization", Values.Text(organization));
        database.SetMeta("businessunit", Values.Text(unit));
        writer.Run("""
            INSERT INTO organization (organizationid, name, languagecode, localeid, isauditenabled, plugintracelogsetting, createdon, modifiedon, versionnumber)
            VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)
            """, organization, options.Name, model.BaseLanguage, model.BaseLanguage, (int)options.TraceLog, now, now, database.NextRowVersion());
        writer.Run("INSERT INTO businessunit (businessunitid, name, isdisabled, createdon, modifiedon, versionnumber) VALUES (?, ?, 0, ?, ?, ?)",
            unit, options.Name, now, now, database.NextRowVersion());
        AddUser(database, Engine.SystemUserId, "SYSTEM", model.BaseLanguage, disabled: true, now);
        AddUser(database, Engine.AdministratorId, "Sandbox Administrator", model.BaseLanguage, disabled: false, now);
    }

    // There is no directory here, so whoever is made here has one id for both.
    private static void AddUser(Database database, Guid id, string name, int language, bool disabled, long now)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        database.Writer.Run("""
            INSERT INTO systemuser (systemuserid, fullname, firstname, lastname, domainname, isdisabled, businessunitid, azureactivedirectoryobjectid, createdon, modifiedon,
                versionnumber)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (systemuserid) DO UPDATE SET azureactivedirectoryobjectid = coalesce(azureactivedirectoryobjectid, excluded.azureactivedirectoryobjectid)
            """,
            id, name, space < 0 ? null : name[..space], space < 0 ? name : name[(space + 1)..],
            name.ToLowerInvariant().Replace(' ', '.') + "@sandbox.localhost", disabled, database.Meta("businessunit"), id, now, now, database.NextRowVersion());
        JoinDefaultTeam(database, id, now);
        database.Writer.Run("""
            INSERT INTO usersettings (systemuserid, uilanguageid, helplanguageid, localeid, timezonecode, createdon, modifiedon, versionnumber)
            VALUES (?, ?, ?, ?, 92, ?, ?, ?) ON CONFLICT (systemuserid) DO NOTHING
            """, id, language, language, language, now, now, database.NextRowVersion());
    }

    // What a solution says of a profile takes the place of what was there.
    private static void AddProfile(Database database, FieldSecurityProfileModel profile, long now)
    {
        database.Writer.Run("""
            INSERT INTO fieldsecurityprofile (fieldsecurityprofileid, name, description, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (fieldsecurityprofileid) DO UPDATE SET name = excluded.name, description = excluded.description
            """, profile.Id, profile.Name, profile.Description, now, now, database.NextRowVersion());
        database.Writer.Run("DELETE FROM fieldpermission WHERE fieldsecurityprofileid = ?", profile.Id);
        foreach (var permission in profile.Permissions)
        {
            database.Writer.Run("""
                INSERT INTO fieldpermission (fieldpermissionid, fieldsecurityprofileid, entityname, attributelogicalname, canread, cancreate, canupdate, createdon, modifiedon, versionnumber)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, MetadataIds.Of($"fieldpermission:{profile.Id:D}:{permission.Table}.{permission.Column}"), profile.Id, permission.Table, permission.Column,
                permission.CanRead ? 4 : 0, permission.CanCreate ? 4 : 0, permission.CanUpdate ? 4 : 0, now, now, database.NextRowVersion());
        }
    }

    private static void Give(Database database, Guid user, Guid role, long now)
    {
        if (database.Writer.Any("SELECT 1 FROM systemuserroles WHERE systemuserid = ? AND roleid = ?", user, role)) return;
        database.Writer.Run("INSERT INTO systemuserroles (systemuserroleid, systemuserid, roleid, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?)",
            Guid.CreateVersion7(), user, role, now, now, database.NextRowVersion());
    }
}
