using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

public sealed class ImportTests
{
    public static TheoryData<string, Func<byte[], byte[]>> Broken => new()
    {
        { "truncated", zip => zip[..(zip.Length / 2)] },
        { "no zip", _ => Encoding.UTF8.GetBytes("This is no zip.") },
        { "empty", _ => [] },
        { "no solution.xml", zip => Change(zip, archive => archive.GetEntry("solution.xml")!.Delete()) },
        { "entity bomb", zip => Change(zip, archive => Replace(archive, "solution.xml", _ =>
            "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><ImportExportXml>&b;</ImportExportXml>")) },
        { "path traversal", zip => Change(zip, archive => archive.CreateEntry("../../evil.txt")) },
        { "broken xml", zip => Change(zip, archive => Replace(archive, "customizations.xml", text => text[..(text.Length / 2)])) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_zip_leaves_the_organization_as_it_was(string name, Func<byte[], byte[]> breakZip)
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_parent", ("tst_name", name));
        var before = organization.Inner.Model;

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(breakZip(organization.Zip))));

        Assert.NotEmpty(failure.Findings);
        Assert.Same(before, organization.Inner.Model);
        Assert.Equal(name, organization.Retrieve("tst_parent", id, "tst_name")["tst_name"]);
    }

    [Fact]
    public void A_step_of_no_type_and_a_form_with_an_unknown_column_are_both_found()
    {
        using var organization = new TestOrganization();
        var zip = TestSolution.Pack(organization.Key, [new StepSpec("lost", "Create", "tst_parent", 20)], "1.0.0.1", folder =>
        {
            var step = Directory.GetFiles(Path.Combine(folder, "SdkMessageProcessingSteps")).Single();
            File.WriteAllText(step, File.ReadAllText(step).Replace("Test.Plugins.Scripted,", "Test.Plugins.Lost,", StringComparison.Ordinal)
                .Replace("2fd83d64-2dca-57fd-a982-32e7499da586", "00000000-2dca-57fd-a982-32e7499da586", StringComparison.Ordinal));
            var form = Directory.GetFiles(Path.Combine(folder, "Entities", "tst_Parent", "FormXml", "main")).Single();
            File.WriteAllText(form, File.ReadAllText(form).Replace("datafieldname=\"tst_score\"", "datafieldname=\"tst_lost\"", StringComparison.Ordinal));
        });

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(zip)));

        Assert.Contains(failure.Findings, finding => finding.Message.Contains("Lost", StringComparison.Ordinal));
        Assert.Contains(failure.Findings, finding => finding.Message.Contains("tst_lost", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lower_version_is_refused_and_the_same_taken_again()
    {
        using var organization = new TestOrganization();

        var again = organization.Inner.Import(new MemoryStream(organization.Zip));
        var failure = Assert.Throws<ImportFailedException>(() =>
            organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "0.9.9.9"))));

        Assert.Equal((new Version(1, 0, 0, 0), new Version(1, 0, 0, 0)), (again.Previous, again.Version));
        Assert.Contains("0.9.9.9", Assert.Single(failure.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_adds_columns_keys_and_steps_and_keeps_the_data()
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("tst_rate", 1.25m));
        var zip = TestSolution.Pack(organization.Key, [new StepSpec("new", "Update", "tst_parent", 40)], "1.1.0.0", folder =>
            TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
            {
                var score = table.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Score");
                var extra = new XElement(score);
                extra.SetAttributeValue("PhysicalName", "tst_Extra");
                extra.SetElementValue("Name", "tst_extra");
                extra.SetElementValue("LogicalName", "tst_extra");
                score.AddAfterSelf(extra);
                table.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Rate").SetElementValue("Accuracy", 4);
            }));

        organization.Inner.Import(new MemoryStream(zip));
        organization.Update("tst_parent", id, ("tst_extra", 7));
        organization.Update("tst_parent", organization.Create("tst_parent", ("tst_name", "B"), ("tst_rate", 0.0001m)), ("tst_score", 1));

        var row = organization.Retrieve("tst_parent", id, "tst_extra", "tst_rate");
        Assert.Equal((7, 1.25m), (row["tst_extra"], row["tst_rate"]));
        Assert.Equal(2, organization.Log.Count);
    }

    [Fact]
    public void A_column_cannot_change_its_type()
    {
        using var organization = new TestOrganization();
        var zip = TestSolution.Pack(organization.Key, [], "1.1.0.0", folder =>
            TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
            {
                var score = table.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Score");
                score.SetElementValue("Type", "float");
            }));

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(zip)));

        Assert.Contains(failure.Findings, finding => finding.Message.Contains("tst_score", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_is_there_after_a_restart()
    {
        using var organization = new TestOrganization(new StepSpec("post", "Update", "tst_parent", 40));
        var id = organization.Create("tst_parent", ("tst_name", "A"));

        organization.Reopen();
        organization.Update("tst_parent", id, ("tst_score", 1));

        Assert.Equal("post 40 d1", Assert.Single(organization.Log));
        Assert.Equal(["TestSolution"], organization.Inner.Model.Solutions.Select(solution => solution.UniqueName));
        Assert.Contains("tst_App", organization.Inner.Model.Apps.Keys);
        Assert.Equal("1.0.0.0", Assert.Single(organization.Query(new QueryExpression("solution") { ColumnSet = new ColumnSet("version") }).Entities)["version"]);
    }

    [Fact]
    public void A_folder_in_use_and_a_damaged_database_are_named_in_one_sentence()
    {
        using var organization = new TestOrganization();
        Assert.Contains("another process", Assert.Throws<DamagedDatabaseException>(() => Organization.Open(organization.Options)).Message, StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory("sandbox-damaged-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "organization.db"), new string('x', 10000));
            var options = new OrganizationOptions { DataFolder = folder };
            Assert.Contains("damaged", Assert.Throws<DamagedDatabaseException>(() => Organization.Open(options)).Message, StringComparison.Ordinal);
            Assert.Contains("damaged", Assert.Throws<DamagedDatabaseException>(() => Organization.Open(options)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_was_committed_survives_the_death_of_the_process()
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_parent", ("tst_name", "A"));
        var copy = Directory.CreateTempSubdirectory("sandbox-killed-").FullName;
        try
        {
            // What lies on the disk at this moment is what a killed process leaves behind.
            foreach (var file in Directory.GetFiles(organization.Folder, "organization.db*"))
            {
                using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var target = File.Create(Path.Combine(copy, Path.GetFileName(file)));
                source.CopyTo(target);
            }

            using var reopened = Organization.Open(organization.Options with { DataFolder = copy });
            var response = reopened.Execute(
                new Microsoft.Xrm.Sdk.Messages.RetrieveRequest { Target = new EntityReference("tst_parent", id), ColumnSet = new ColumnSet("tst_name") },
                reopened.DefaultCaller);

            Assert.Equal("A", ((Entity)response["Entity"])["tst_name"]);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static byte[] Change(byte[] zip, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(archive);
        return stream.ToArray();
    }

    private static void Replace(ZipArchive archive, string name, Func<string, string> change)
    {
        var entry = archive.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(change(text));
    }
}
