using System.IO.Compression;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Replay;

namespace Sandbox.Tests.Core;

/// <summary>The timeline of an operation, and the file that runs it again elsewhere.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replay-tests-").FullName;

    [Fact]
    public void A_timeline_tells_the_steps_what_they_asked_and_what_was_stored()
    {
        using var organization = new TestOrganization(
            new StepSpec("Check", "Update", "tst_parent", 20), new StepSpec("Follow", "Update", "tst_parent", 40));
        var id = organization.Create("tst_parent", ("tst_name", "One"));
        organization
            .On("Check", call => call.Tracing.Trace("Looking"))
            .On("Follow", call =>
            {
                call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C-1"), ("tst_parentid", new EntityReference("tst_parent", id))));
                call.System.RetrieveMultiple(new QueryExpression("tst_child") { ColumnSet = new ColumnSet("tst_number") });
            });

        organization.Update("tst_parent", id, ("tst_name", "Two"));

        var record = organization.Inner.Engine.Recorder.All[0];
        Assert.Equal("Update", record.Request.Message);
        Assert.Equal("tst_parent", record.Request.Table);
        Assert.Equal(id, record.Request.Id);
        Assert.Equal(["tst_name"], record.Request.Columns);
        Assert.Equal("Sandbox Administrator", record.User);
        Assert.False(record.RolledBack);
        Assert.Equal(["Check", "Follow"], record.Request.Steps.Select(step => step.Name));
        Assert.Equal("Looking" + Environment.NewLine, record.Request.Steps[0].Trace);
        Assert.Equal(["Create tst_child tst_number,tst_parentid ", "RetrieveMultiple tst_child tst_number 1"],
            record.Request.Steps[1].Requests.Select(asked => $"{asked.Message} {asked.Table} {string.Join(',', asked.Columns)} {asked.Rows}"));
        Assert.Contains(record.Changes, change => change is { Table: "tst_child", Created: 1, Updated: 0, Deleted: 0, RolledBack: false });
        Assert.Contains(record.Changes, change => change is { Table: "tst_parent", Created: 0, Updated: 1, Deleted: 0 });
    }

    [Fact]
    public void A_timeline_tells_what_a_step_threw_and_what_was_rolled_back()
    {
        using var organization = new TestOrganization(new StepSpec("Refuse", "Create", "tst_parent", 40))
            .On("Refuse", _ => throw new InvalidPluginExecutionException("Not this one."));

        organization.Fault(() => organization.Create("tst_parent", ("tst_name", "One")));

        var record = organization.Inner.Engine.Recorder.All[0];
        Assert.True(record.RolledBack);
        Assert.Equal(new ChangeRecord("tst_parent", 1, 0, 0, true), Assert.Single(record.Changes));
        Assert.Equal(new FailureRecord("InvalidPluginExecutionException", null, "Not this one."), record.Request.Steps[0].Failure);
        Assert.Equal(new FailureRecord("OrganizationFault", "0x80040265", "Not this one."), record.Request.Failure);
        Assert.Equal(0, organization.Count("tst_parent"));
    }

    [Fact]
    public void Reads_leave_no_timeline_and_the_oldest_makes_room()
    {
        using var organization = new TestOrganization();
        for (var i = 0; i < 203; i++) organization.Create("tst_parent", ("tst_name", "One"));
        organization.Count("tst_parent");

        var all = organization.Inner.Engine.Recorder.All;

        Assert.Equal(200, all.Count);
        Assert.Equal(203, all[0].Number);
        Assert.Null(organization.Inner.Engine.Recorder.Find(3));
    }

    [Fact]
    public void What_was_stored_is_stored_again_elsewhere_whatever_happened_since()
    {
        using var organization = new TestOrganization(new StepSpec("Count", "Update", "tst_parent", 40));
        organization.On("Count", call =>
        {
            // What it does depends on what was there before: the replay must find exactly that.
            var others = call.System.RetrieveMultiple(new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") });
            if (others.Entities.Count != 2 || others.Entities.All(row => row.GetAttributeValue<string>("tst_name") != "Other"))
                throw new InvalidPluginExecutionException("The rows are not those of then.");
            call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C-1")));
        });
        var id = organization.Create("tst_parent", ("tst_name", "One"));
        var other = organization.Create("tst_parent", ("tst_name", "Other"));
        organization.Update("tst_parent", id, ("tst_name", "Two"));
        var record = organization.Inner.Engine.Recorder.All[0];
        organization.Delete("tst_parent", other);
        organization.Create("tst_parent", ("tst_name", "Later"));
        organization.Create("tst_parent", ("tst_name", "Later still"));

        var file = Export(organization, record);
        var output = new StringWriter();

        Assert.True(Replayer.Run(file, output), output.ToString());
        Assert.Contains("= Update tst_parent #1 (tst_name)", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("=     Create tst_child (tst_number)", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("= stored: tst_child, 1 created, 0 updated, 0 deleted", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Same: it happened as recorded." + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_refused_is_refused_again_and_a_step_that_behaves_otherwise_differs()
    {
        var message = "Not this one.";
        using var organization = new TestOrganization(new StepSpec("Refuse", "Create", "tst_parent", 40))
            .On("Refuse", _ => throw new InvalidPluginExecutionException(message));
        organization.Fault(() => organization.Create("tst_parent", ("tst_name", "One")));
        var file = Export(organization, organization.Inner.Engine.Recorder.All[0]);

        Assert.True(Replayer.Run(file, new StringWriter()));

        message = "Another word.";
        var output = new StringWriter();
        Assert.False(Replayer.Run(file, output));
        Assert.Contains("-     threw InvalidPluginExecutionException: Not this one.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("+     threw InvalidPluginExecutionException: Another word.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("= rolled back: tst_parent, 1 created", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_holds_no_path_of_this_machine_and_no_traces()
    {
        using var organization = new TestOrganization(new StepSpec("Refuse", "Create", "tst_parent", 40))
            .On("Refuse", call =>
            {
                call.Tracing.Trace("A trace of ours");
                throw new InvalidOperationException("Broken");
            });
        organization.Fault(() => organization.Create("tst_parent", ("tst_name", "One")));
        organization.Fault(() => organization.Create("tst_parent", ("tst_name", "Two")));
        var file = Export(organization, organization.Inner.Engine.Recorder.All[0]);

        using var zip = ZipFile.OpenRead(file);
        using (var description = zip.GetEntry("replay.json")!.Open())
        {
            var solution = System.Text.Json.Nodes.JsonNode.Parse(description)!["solutions"]!.AsArray().Single()!;
            Assert.Equal("1.0.0.0", (string?)solution["version"]);
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(organization.Zip)), (string?)solution["zip"]);
        }

        Assert.Equal(["replay.json", "organization.db"], zip.Entries.Select(entry => entry.FullName));
        foreach (var entry in zip.Entries)
        {
            using var stream = new MemoryStream();
            using (var source = entry.Open()) source.CopyTo(stream);
            var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
            Assert.DoesNotContain("A trace of ours", text, StringComparison.Ordinal);
            Assert.DoesNotContain(organization.Folder, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.CurrentDirectory, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_missing_cut_or_changed_is_said_to_be()
    {
        using var organization = new TestOrganization();
        organization.Create("tst_parent", ("tst_name", "One"));
        var file = Export(organization, organization.Inner.Engine.Recorder.All[0]);
        var cut = Path.Combine(_folder, "cut.zip");
        File.WriteAllBytes(cut, File.ReadAllBytes(file)[..2000]);
        var text = Path.Combine(_folder, "text.zip");
        File.WriteAllText(text, "Hello");
        var changed = Path.Combine(_folder, "changed.zip");
        File.Copy(file, changed);
        using (var zip = ZipFile.Open(changed, ZipArchiveMode.Update))
        {
            zip.GetEntry("organization.db")!.Delete();
            using var entry = zip.CreateEntry("organization.db").Open();
            entry.Write(new byte[100]);
        }

        Assert.Equal($"There is no file '{_folder}/none.zip'.".Replace('/', Path.DirectorySeparatorChar), Refusal(Path.Combine(_folder, "none.zip")));
        Assert.StartsWith($"The file '{cut}' cannot be replayed: not all of it is there, or it was changed.", Refusal(cut), StringComparison.Ordinal);
        Assert.StartsWith($"The file '{text}' cannot be replayed: not all of it is there, or it was changed.", Refusal(text), StringComparison.Ordinal);
        Assert.StartsWith($"The file '{changed}' cannot be replayed: its database is not the one that was recorded.", Refusal(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_any_more_cannot_be_exported()
    {
        using var organization = new TestOrganization();
        organization.Create("tst_parent", ("tst_name", "One"));
        var record = organization.Inner.Engine.Recorder.All[0];
        var zip = TestSolution.Pack(organization.Key, [], "1.1.0.0", folder => TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", entity =>
        {
            var score = entity.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Score");
            var more = new System.Xml.Linq.XElement(score);
            more.SetAttributeValue("PhysicalName", "tst_More");
            more.SetElementValue("Name", "tst_more");
            more.SetElementValue("LogicalName", "tst_more");
            score.AddAfterSelf(more);
        }));
        organization.Inner.Import(new MemoryStream(zip));

        var refusal = Assert.Throws<ReplayException>(() => Export(organization, record));

        Assert.Equal("What the organization held before this operation is not known any more; repeat it, and export it before much else happens.", refusal.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Export(TestOrganization organization, OperationRecord record)
    {
        var file = Path.Combine(_folder, Guid.NewGuid() + ".zip");
        using var stream = File.Create(file);
        ReplayBundle.Write(organization.Inner.Engine, record, stream);
        return file;
    }

    private static string Refusal(string file) => Assert.Throws<ReplayException>(() => Replayer.Run(file, new StringWriter())).Message;
}
