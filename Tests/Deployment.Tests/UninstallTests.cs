using System.Text;
using DataverseReadiness.Plugins.Names;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Packager;
using Packager.Tests;
using Sandbox;

namespace Deployment.Tests;

/// <summary>The solution goes with everything it brought and everything entered in it, says so before, and leaves the rest alone.</summary>
public sealed class UninstallTests : IDisposable
{
    private const string Name = "DataverseReadiness";

    private readonly TeamAtWork _team = new(Repository.ManagedZip);

    [Fact]
    public void The_preview_counts_rows_files_and_notes_and_changes_nothing()
    {
        var tables = _team.Organization.Model.Tables.Keys.Where(name => name.StartsWith("rdy_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var before = Everything();

        var preview = _team.Organization.PreviewUninstall(Name);

        Assert.Empty(preview.Blockers);
        Assert.Equal(
            tables.Select(table => $"table '{table}': {_team.Rows(table).Count} rows"),
            preview.Lost.Where(lost => lost is { Column: null, About: null }).Select(lost => lost.ToString()));
        var evidence = Assert.Single(preview.Lost, lost => lost is { Table: Judgement.Table, Column: Judgement.Evidence });
        Assert.Equal($"files in 'rdy_judgement.rdy_evidence': 1 with {"What was agreed, and by whom."u8.Length} bytes", evidence.ToString());
        Assert.Equal(
            Stored(),
            preview.Lost.Where(lost => lost.Bytes is not null).Aggregate((Files: 0L, Bytes: 0L), (sum, lost) => (sum.Files + lost.Rows, sum.Bytes + lost.Bytes!.Value)));
        Assert.Contains("table 'annotation': 1 rows about 'rdy_offer'", preview.Lost.Select(lost => lost.ToString()));
        Assert.Contains("table 'annotation': 1 rows about 'rdy_judgement'", preview.Lost.Select(lost => lost.ToString()));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Nothing_of_it_remains_and_nothing_else_is_touched()
    {
        using (var other = new MemoryStream(Other())) _team.Organization.Import(other);
        var parent = _team.Execute(new Microsoft.Xrm.Sdk.Messages.CreateRequest { Target = new Entity("tst_parent") { ["tst_name"] = "Of another solution" } });
        var note = _team.Execute(new Microsoft.Xrm.Sdk.Messages.CreateRequest
        {
            Target = new Entity("annotation") { ["subject"] = "Of another solution", ["objectid"] = new EntityReference("tst_parent", (Guid)parent["id"]) },
        });
        var users = Rows("systemuser");
        var others = OthersComponents();

        var preview = _team.Organization.PreviewUninstall(Name);
        var result = _team.Organization.Uninstall(Name);
        _team.Reopen();

        Assert.Equal(preview.Lost, result.Lost);
        Assert.Equal(preview.Removed, result.Removed);
        Assert.DoesNotContain(_team.Organization.Model.Tables.Keys, name => name.StartsWith("rdy_", StringComparison.Ordinal));
        Assert.DoesNotContain(_team.Organization.Model.Solutions, solution => solution.UniqueName == Name);
        foreach (var (set, column) in new[]
        {
            ("webresource", "name"), ("appmodule", "uniquename"), ("sitemap", "sitemapnameunique"), ("customapi", "uniquename"), ("sdkmessage", "name"),
            ("sdkmessageprocessingstep", "name"), ("plugintype", "name"), ("pluginassembly", "name"), ("role", "name"), ("savedquery", "returnedtypecode"),
            ("systemform", "objecttypecode"), ("savedqueryvisualization", "primaryentitytypecode"), ("sdkmessagefilter", "primaryobjecttypecode"), ("solution", "uniquename"),
        })
        {
            Assert.DoesNotContain(_team.Rows(set), row => row.GetAttributeValue<string>(column) is { } text && (text.Contains("rdy_", StringComparison.OrdinalIgnoreCase) || text.Contains("readiness", StringComparison.OrdinalIgnoreCase)));
        }

        Assert.All(_team.Rows("solutioncomponent"), row => Assert.Contains(row.GetAttributeValue<EntityReference>("solutionid").Id, Solutions()));
        Assert.Equal(users, Rows("systemuser"));
        Assert.Equal(others, OthersComponents());
        Assert.Equal("Of another solution", _team.Rows("tst_parent").Single()["tst_name"]);
        Assert.Equal((Guid)note["id"], _team.Rows("annotation").Single().Id);
        Assert.Equal((0, 0), Stored());
        Assert.Equal(["publisher.uniquename: dataversereadiness"], Leftovers()); // Publishers stay, as on the platform.
    }

    [Fact]
    public void It_can_be_imported_again()
    {
        _team.Organization.Uninstall(Name);

        using var zip = File.OpenRead(Repository.ManagedZip);
        var result = _team.Organization.Import(zip);

        Assert.Null(result.Previous);
        Assert.Empty(_team.Rows(Offer.Table));
    }

    public void Dispose() => _team.Dispose();

    // The sample's assembly is no real one.
    private static byte[] Other()
    {
        var sample = new Sample();
        foreach (var file in sample.Files.Keys.Where(file => file.StartsWith("PluginAssemblies/", StringComparison.Ordinal) || file.StartsWith("SdkMessageProcessingSteps/", StringComparison.Ordinal)
            || file.StartsWith("customapis/", StringComparison.Ordinal)).ToList()) sample.Remove(file);
        sample.Set("Other/Solution.xml", string.Join('\n', sample.Text("Other/Solution.xml").Split('\n').Where(line => !line.Contains("type=\"91\"", StringComparison.Ordinal) && !line.Contains("type=\"92\"", StringComparison.Ordinal))));
        return sample.Zip(managed: true);
    }

    private IReadOnlyList<string> Rows(string table) => [.. _team.Rows(table).Select(row => string.Join(';', row.Attributes.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")))];

    private HashSet<Guid> Solutions() => [.. _team.Rows("solution").Select(row => row.Id)];

    private IReadOnlyList<string> OthersComponents()
    {
        var solution = _team.Rows("solution").Single(row => (string)row["uniquename"] == "TestSolution").Id;
        return [.. _team.Rows("solutioncomponent").Where(row => row.GetAttributeValue<EntityReference>("solutionid")?.Id == solution).Select(row => $"{row["componenttype"]} {row["objectid"]}").Order(StringComparer.Ordinal)];
    }

    private string Everything()
    {
        var text = new StringBuilder();
        Scan((table, row, _, value) => text.Append(table).Append(row).Append(value));
        return text.ToString();
    }

    private (long Files, long Bytes) Stored()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), coalesce(sum(length(coalesce(content, thumbnail))), 0) FROM \"$blob\"";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    // What the database file still says of the solution: in names of tables and columns, and in every value.
    private IReadOnlyList<string> Leftovers()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Scan((table, _, column, value) =>
        {
            if (column is null ? table.Contains("rdy_", StringComparison.OrdinalIgnoreCase) : IsOurs(column) || IsOurs(value)) found.TryAdd($"{table}.{column}", value[..Math.Min(value.Length, 200)]);
        });
        return [.. found.Select(pair => $"{pair.Key}: {pair.Value}")];

        static bool IsOurs(string text) => text.Contains("rdy_", StringComparison.OrdinalIgnoreCase) || text.Contains(Name, StringComparison.OrdinalIgnoreCase);
    }

    private void Scan(Action<string, long, string?, string> each)
    {
        using var connection = Open();
        var tables = new List<string>();
        using (var names = connection.CreateCommand())
        {
            names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
            using var reader = names.ExecuteReader();
            while (reader.Read()) tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
        {
            each(table, 0, null, "");
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = command.ExecuteReader();
            for (var row = 1L; reader.Read(); row++)
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (!reader.IsDBNull(i)) each(table, row, reader.GetName(i), reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)) : reader.GetValue(i).ToString()!);
                }
            }
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_team.DataFolder, "organization.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
