using System.Text.RegularExpressions;
using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Privileges and field permissions name tables and columns that exist, at levels they allow.</summary>
internal static partial class SecurityCheck
{
    public static void Run(CheckContext context)
    {
        var bySchemaName = context.AllTables.DistinctBy(table => table.SchemaName).ToDictionary(table => table.SchemaName, StringComparer.Ordinal);
        foreach (var role in context.Items("Roles", "Role"))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var privilege in role.At("RolePrivileges", "RolePrivilege"))
            {
                if (!names.Add(privilege.Attr("name") ?? ""))
                    context.Report(privilege, FindingCodes.PrivilegeTwice, $"The role has the privilege '{privilege.Attr("name")}' more than once.");
                CheckPrivilege(context, privilege, bySchemaName);
            }
        }

        foreach (var permission in context.Items("FieldSecurityProfiles", "FieldSecurityProfile").SelectMany(profile => profile.At("FieldPermissions", "FieldPermission")))
            CheckPermission(context, permission);
    }

    private static void CheckPrivilege(CheckContext context, XElement privilege, Dictionary<string, TableXml> tables)
    {
        var name = privilege.Attr("name") ?? "";
        var match = Privilege().Match(name);
        if (!match.Success)
        {
            if (!name.StartsWith("prv", StringComparison.Ordinal))
                context.Report(privilege, FindingCodes.Privilege, $"'{name}' is no privilege: its name begins with 'prv'.");
            return;
        }

        // 'prvAppendTorX' could be read two ways; the table decides.
        var verb = match.Groups["verb"].Value;
        var tableName = match.Groups["table"].Value;
        if (!tables.TryGetValue(tableName, out var table))
        {
            if (context.IsOwn(tableName))
                context.Report(privilege, FindingCodes.Privilege, $"The privilege '{name}' is of the table '{tableName}', which is not in the solution under this schema name.");
            return;
        }

        if (table.IsUserOwned || table.IsShell) return;
        if (verb is "Assign" or "Share")
            context.Report(privilege, FindingCodes.PrivilegeLevel, $"The table '{tableName}' is organization-owned and has no privilege '{name}'.");
        else if (privilege.Attr("level") != "Global")
            context.Report(privilege, FindingCodes.PrivilegeLevel, $"The privilege '{name}' cannot have the level '{privilege.Attr("level")}': '{tableName}' is organization-owned, so it is Global.");
    }

    private static void CheckPermission(CheckContext context, XElement permission)
    {
        var table = permission.Text("EntityName");
        var name = permission.Text("AttributeName");
        var column = context.Column(table, name);
        if (!context.KnowsTable(table) || !context.MayHaveColumn(table, name))
            context.Report(permission, FindingCodes.FieldPermission, $"The field permission is for '{table}.{name}', which does not exist.");
        else if (column != null && column.Element.Text("IsSecured") != "1")
            context.Report(permission, FindingCodes.FieldPermission, $"The field permission is for '{table}.{name}', which is not secured ('IsSecured' 1).");
        foreach (var right in new[] { "CanRead", "CanUpdate", "CanCreate" })
        {
            if (permission.Element(right) is { } value && value.Value is not ("0" or "4"))
                context.Report(value, FindingCodes.FieldPermission, $"'{right}' is '{value.Value}'; it is 4 (allowed) or 0.");
        }
    }

    [GeneratedRegex("^prv(?<verb>AppendTo|Append|Create|Read|Write|Delete|Assign|Share)(?<table>[A-Za-z0-9]+_.+)$")]
    private static partial Regex Privilege();
}
