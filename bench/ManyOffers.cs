using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox;
using Sandbox.Store;

namespace Bench;

/// <summary>An organization with many offers of 100 items each. The first offer is made by the steps; the others are copies of its rows, put straight into the store.</summary>
internal static class ManyOffers
{
    private const int Items = 100;

    /// <summary>Fills the folder; the organization is closed again.</summary>
    public static void Make(string folder, string zip, int offers)
    {
        Guid model;
        using (var organization = Organization.Open(new OrganizationOptions { DataFolder = folder, RunAsyncSteps = false }))
        {
            using (var content = File.OpenRead(zip))
                organization.Import(content);
            var response = organization.Execute(
                new CreateRequest { Target = new Entity("rdy_offer") { ["rdy_name"] = "Offer 000000", ["rdy_ruleset"] = new OptionSetValue(BuiltFiles.RuleSet2018) } },
                organization.DefaultCaller);
            model = (Guid)response["id"];
        }

        using var database = Database.Open(folder);
        var writer = database.Writer;
        writer.Run("BEGIN IMMEDIATE");
        DropIndexes(writer, "rdy_checklistitem"); // Made anew, sorted, when the organization is opened.
        Copy(writer, "rdy_offer", offers, model, "s.rdy_offerid = ?", new(StringComparer.Ordinal)
        {
            ["rdy_offerid"] = Id(0),
            ["rdy_name"] = "printf('Offer %06d', n.value)",
            ["rdy_readiness"] = "847360000 + n.value % 3",
        });
        Copy(writer, "rdy_checklistitem", offers, model, $"s.rdy_offerid = ? AND s.rowid IN (SELECT rowid FROM rdy_checklistitem ORDER BY rdy_sequence LIMIT {Items})", new(StringComparer.Ordinal)
        {
            ["rdy_checklistitemid"] = Id("s.rowid"),
            ["rdy_offerid"] = Id(0),
            ["rdy_offerid$name"] = "printf('Offer %06d', n.value)",
            ["rdy_isopen"] = "CASE WHEN n.value % 3 = 2 THEN 0 ELSE s.rdy_isopen END",
            ["rdy_dueon"] = "CASE WHEN n.value % 20 = 0 THEN unixepoch('now', 'start of day') + 86400 * (n.value % 90 - 10) END",
        });
        writer.Run("COMMIT");
        writer.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Id of the offer of that number, from 1.</summary>
    public static string OfferId(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:x8}-0000-7000-8000-000000000000");

    private static string Id(object within) => $"printf('%08x-0000-7000-8000-%012x', n.value, {within})";

    private static void Copy(Connection writer, string table, int offers, Guid model, string where, Dictionary<string, string> changes)
    {
        var columns = new List<string>();
        var statement = writer.Prepare("SELECT name FROM pragma_table_info(?)", table);
        while (statement.Step()) columns.Add(statement.Text(0));
        var names = string.Join(", ", columns.Select(ColumnSchema.Quote));
        var values = string.Join(", ", columns.Select(name => changes.GetValueOrDefault(name) ?? "s." + ColumnSchema.Quote(name)));
        writer.Run($"""
            WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < {offers - 1})
            INSERT INTO {table} ({names}) SELECT {values} FROM n CROSS JOIN {table} s WHERE {where} ORDER BY n.value
            """, model);
    }

    private static void DropIndexes(Connection writer, string table)
    {
        var names = new List<string>();
        var statement = writer.Prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND name LIKE '$%'", table);
        while (statement.Step()) names.Add(statement.Text(0));
        foreach (var name in names) writer.Run("DROP INDEX " + ColumnSchema.Quote(name));
    }
}
