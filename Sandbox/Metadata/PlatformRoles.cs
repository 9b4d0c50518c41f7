using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>
/// The platform's own roles that solutions are used beside, as learn.microsoft.com/power-platform/admin/database-security describes them: Basic User is for
/// tables that are not custom, so it has nothing on a solution's; System Customizer gets at the rows it owns; System Administrator has everything, which is asked
/// for nowhere.
/// </summary>
internal static class PlatformRoles
{
    private static readonly string[] Operations = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

    public static IEnumerable<RoleModel> Of(IEnumerable<TableModel> tables)
    {
        yield return new RoleModel(SystemTables.AdministratorRole, "System Administrator", new Dictionary<string, string>());
        yield return new RoleModel(SystemTables.BasicUserRole, "Basic User", new Dictionary<string, string>());
        yield return new RoleModel(SystemTables.CustomizerRole, "System Customizer", PrivilegesOn(tables));
    }

    /// <summary>Names of the privileges on tables of solutions.</summary>
    public static IEnumerable<string> OfTables(IEnumerable<TableModel> tables) => PrivilegesOn(tables).Keys;

    // A table of the organization has no owners, so a privilege on it reaches all rows or none.
    private static Dictionary<string, string> PrivilegesOn(IEnumerable<TableModel> tables) =>
        (from table in tables
         where !SystemTables.Names.Contains(table.LogicalName) && !table.IsIntersect
         from operation in Operations
         where table.IsUserOwned || operation is not ("Assign" or "Share")
         select (Name: $"prv{operation}{table.SchemaName}", Level: table.IsUserOwned ? "Basic" : "Global"))
        .ToDictionary(privilege => privilege.Name, privilege => privilege.Level, StringComparer.OrdinalIgnoreCase);
}
