using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Store;

namespace Sandbox.Tests.Core;

/// <summary>What the store promises when its surroundings fail.</summary>
public sealed class StoreTests
{
    [Fact]
    public void Every_connection_that_writes_waits_for_the_disk()
    {
        using var organization = new TestOrganization();
        organization.Create("tst_parent", ("tst_name", "A"));

        // A kill of the process alone cannot tell FULL from NORMAL, so the setting is read.
        Assert.Equal(2, organization.Inner.Engine.Database.Writer.Number("PRAGMA synchronous"));
        using var another = new Connection(Path.Combine(organization.Folder, "organization.db"), readOnly: false);
        Assert.Equal(2, another.Number("PRAGMA synchronous"));
        Assert.Equal("wal", another.Text("PRAGMA journal_mode"));
    }

    [Fact]
    public void A_full_disk_is_said_and_loses_nothing()
    {
        using var organization = new TestOrganization();
        var kept = organization.Create("tst_parent", ("tst_name", "kept"));
        var writer = organization.Inner.Engine.Database.Writer;
        var pages = writer.Number("PRAGMA page_count");
        writer.Run(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));

        OrganizationFault? fault = null;
        var stored = 0;
        for (; fault is null && stored < 2000; stored++)
        {
            fault = Record.Exception(() => organization.Create("tst_parent", ("tst_name", new string('x', 90)), ("tst_score", stored))) as OrganizationFault;
        }

        Assert.StartsWith("There is no space left", fault!.Message, StringComparison.Ordinal);
        Assert.Equal(stored, organization.Count("tst_parent")); // The first one and all but the refused.
        writer.Run("PRAGMA max_page_count = 1073741823");
        organization.Update("tst_parent", kept, ("tst_score", 5));
        Assert.Equal(5, organization.Retrieve("tst_parent", kept, "tst_score")["tst_score"]);
        Assert.Equal("ok", writer.Text("PRAGMA integrity_check"));
    }

    [Fact]
    public void Damage_in_a_large_database_ends_its_answers_as_soon_as_it_is_found()
    {
        using var organization = new TestOrganization();
        organization.Create("tst_parent", ("tst_name", "A"));
        var writer = organization.Inner.Engine.Database.Writer;
        writer.Run("INSERT INTO \"$blob\" (id, content) VALUES ('large', zeroblob(40000000))");
        var page = writer.Number("SELECT rootpage FROM sqlite_schema WHERE name = 'plugintracelog'")!.Value;
        var size = writer.Number("PRAGMA page_size")!.Value;
        organization.Inner.Dispose();
        using (var file = File.OpenWrite(Path.Combine(organization.Folder, "organization.db")))
        {
            file.Seek((page - 1) * size, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xff, (int)size).ToArray());
        }

        organization.Reopen(); // Nothing that is read at the start lies there.

        OrganizationFault? fault = null;
        Assert.True(SpinWait.SpinUntil(() => (fault = Record.Exception(() => organization.Count("tst_parent")) as OrganizationFault) is not null, TimeSpan.FromSeconds(30)));
        Assert.StartsWith("The organization's database is damaged. Start with --reset to make a new one, or put a backup in its place. ", fault!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(organization.Folder, fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message, organization.Fault(() => organization.Create("tst_parent", ("tst_name", "B"))).Message);
    }

    [Fact]
    public void A_large_database_without_damage_can_be_closed_while_it_is_checked()
    {
        using var organization = new TestOrganization();
        organization.Inner.Engine.Database.Writer.Run("INSERT INTO \"$blob\" (id, content) VALUES ('large', zeroblob(40000000))");

        for (var times = 0; times < 3; times++) organization.Reopen();

        Assert.Equal(0, organization.Count("tst_parent"));
    }

    [Fact]
    public void A_database_of_a_newer_sandbox_is_left_as_it_is()
    {
        using var organization = new TestOrganization();
        organization.Create("tst_parent", ("tst_name", "A"));
        organization.Inner.Dispose();
        SetFormat(organization, 2);

        var refusal = Assert.Throws<DamagedDatabaseException>(organization.Reopen);

        Assert.Contains("was made by a newer sandbox (format 2, and this one reads up to 1)", refusal.Message, StringComparison.Ordinal);
        SetFormat(organization, 1);
        organization.Reopen();
        Assert.Equal(1, organization.Count("tst_parent"));
    }

    [Fact]
    public async Task A_clock_that_goes_backwards_orders_nothing_wrongly()
    {
        var clock = MovableClock.StandingAt(new DateTime(2027, 3, 3, 8, 0, 0, DateTimeKind.Utc));
        using var organization = new TestOrganization(options => options with { Clock = clock }, new StepSpec("later", "Create", "tst_parent", 40) { IsAsync = true });
        var first = organization.Create("tst_parent", ("tst_name", "A"));
        clock.Set(new DateTime(2027, 3, 2, 8, 0, 0, DateTimeKind.Utc));

        var second = organization.Create("tst_parent", ("tst_name", "B"));
        organization.Update("tst_parent", first, ("tst_score", 1));
        await organization.Inner.Async.DrainAsync();

        Assert.Equal(2, organization.Log.Count);
        var versions = new[] { first, second }.Select(id => (long)organization.Retrieve("tst_parent", id, "versionnumber")["versionnumber"]).ToArray();
        Assert.True(versions[0] > versions[1], "The row that was changed last has the highest version.");
        Assert.Equal(clock.GetUtcNow().UtcDateTime, organization.Retrieve("tst_parent", first, "modifiedon")["modifiedon"]);
    }

    [Fact]
    public async Task Sixteen_clients_at_once_end_as_one_after_the_other_would()
    {
        using var organization = new TestOrganization(new StepSpec("count", "Create", "tst_child", 40));
        organization.On("count", call =>
        {
            // Reads and writes: without a lock around both, updates would get lost.
            var parent = call.Target.GetAttributeValue<EntityReference>("tst_parentid");
            var score = call.System.Retrieve("tst_parent", parent.Id, new("tst_score")).GetAttributeValue<int>("tst_score");
            call.System.Update(TestOrganization.Row("tst_parent", parent.Id, ("tst_score", score + 1)));
        });
        var parents = Enumerable.Range(0, 4).Select(number => organization.Create("tst_parent", ("tst_name", $"P{number}"), ("tst_score", 0))).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(client => Task.Run(() =>
        {
            for (var save = 0; save < 25; save++)
            {
                var parent = parents[(client + save) % parents.Length];
                organization.Execute(new CreateRequest
                {
                    Target = TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", $"{client}-{save}"), ("tst_parentid", new EntityReference("tst_parent", parent))),
                });
                organization.Retrieve("tst_parent", parent, "tst_score");
            }
        })));

        Assert.All(parents, parent => Assert.Equal(100, organization.Retrieve("tst_parent", parent, "tst_score")["tst_score"]));
        Assert.Equal(400, organization.Count("tst_child"));
    }

    private static void SetFormat(TestOrganization organization, int format)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(organization.Folder, "organization.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE \"$meta\" SET value = $format WHERE name = 'format'";
        command.Parameters.AddWithValue("$format", format.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
