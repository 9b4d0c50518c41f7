using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Packager;
using Packager.Tests;

namespace Sandbox.Tests.Core;

/// <summary>What comes, stays and goes when solutions take each other's place.</summary>
public sealed class SolutionChangeTests
{
    private const string Extra = "tst_extra";

    [Fact]
    public void An_upgrade_removes_what_is_gone_says_which_data_went_and_keeps_the_rest()
    {
        using var organization = new TestOrganization();
        var first = organization.Inner.Import(Larger(organization, "1.1.0.0"));
        var id = organization.Create("tst_parent", ("tst_name", "A"), (Extra, 7), ("tst_kind", new OptionSetValue(543210009)));
        organization.Create("tst_parent", ("tst_name", "B"));
        var role = organization.Inner.Model.Roles.Values.Single(known => known.Name == "Extra");
        organization.Inner.AddUsers([new SeedUser(Guid.NewGuid(), "Extra User", 1033, ["Extra"])]);

        var result = organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.2.0.0")));

        Assert.Empty(first.Removed);
        Assert.Equal(
            ["column 'tst_parent.tst_extra': 1 values", "option 543210009 of 'tst_parent.tst_kind': 1 rows keep a value without a label"],
            result.Lost.Select(lost => lost.ToString()).Order(StringComparer.Ordinal));
        Assert.Contains("column 'tst_parent.tst_extra'", result.Removed);
        Assert.Contains("key 'tst_parent.tst_extrakey'", result.Removed);
        Assert.Contains($"role 'Extra: {role.Id:D}'", result.Removed);
        Assert.Contains("web resource 'tst_/scripts/extra.js'", result.Removed);
        Assert.Contains(result.Removed, name => name.StartsWith("step 'extra", StringComparison.Ordinal));
        Assert.False(organization.Inner.Model.Tables["tst_parent"].Columns.ContainsKey(Extra));
        Assert.Equal("A", organization.Retrieve("tst_parent", id, "tst_name")["tst_name"]);
        Assert.Equal(2, organization.Count("tst_parent"));
        Assert.Empty(organization.Query(new QueryExpression("role") { Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.Equal, "Extra") } } }).Entities);
        Assert.DoesNotContain(organization.Query(new QueryExpression("systemuserroles") { ColumnSet = new ColumnSet("roleid") }).Entities, row => (Guid)row["roleid"] == role.Id);
        Assert.Equal(ErrorCodes.NoAttribute, organization.Fault(() => organization.Update("tst_parent", id, (Extra, 1))).Code);
    }

    [Fact]
    public void An_update_keeps_what_is_gone_over_a_restart_until_an_upgrade()
    {
        using var organization = new TestOrganization();
        organization.Inner.Import(Larger(organization, "1.1.0.0"));
        var id = organization.Create("tst_parent", ("tst_name", "A"), (Extra, 7), ("tst_kind", new OptionSetValue(543210009)));

        var update = organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.2.0.0")), ImportMode.Update);
        organization.Reopen();
        organization.Update("tst_parent", id, (Extra, 8), ("tst_kind", new OptionSetValue(543210009)));

        Assert.Empty(update.Removed);
        Assert.Equal(8, organization.Retrieve("tst_parent", id, Extra)[Extra]);
        Assert.Contains(organization.Log, line => line.StartsWith("extra 40", StringComparison.Ordinal));

        var upgrade = organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.3.0.0")));

        Assert.Contains("column 'tst_parent.tst_extra'", upgrade.Removed);
        organization.Reopen();
        Assert.False(organization.Inner.Model.Tables["tst_parent"].Columns.ContainsKey(Extra));
    }

    [Fact]
    public void An_upgrade_that_the_data_does_not_allow_removes_nothing()
    {
        using var organization = new TestOrganization();
        organization.Inner.Import(Larger(organization, "1.1.0.0"));
        var id = organization.Create("tst_parent", ("tst_name", "same"), (Extra, 7));
        organization.Create("tst_parent", ("tst_name", "same"), (Extra, 8));
        var zip = TestSolution.Pack(organization.Key, [], "1.2.0.0", folder => AddKey(folder, "tst_name"));

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(zip)));

        Assert.Equal("solution.data", Assert.Single(failure.Findings).Code);
        Assert.Equal(7, organization.Retrieve("tst_parent", id, Extra)[Extra]);
        organization.Reopen();
        Assert.Equal(7, organization.Retrieve("tst_parent", id, Extra)[Extra]);
        Assert.Equal("1.1.0.0", Assert.Single(organization.Query(new QueryExpression("solution") { ColumnSet = new ColumnSet("version") }).Entities)["version"]);
    }

    [Theory]
    [InlineData(false, "solution.unmanaged", "already installed on this system as a managed solution")]
    [InlineData(true, "solution.managed", "already installed on this system as an unmanaged solution")]
    public void Managed_and_unmanaged_do_not_take_each_other_s_place(bool managed, string code, string said)
    {
        using var organization = new TestOrganization();
        if (managed)
        {
            organization.Inner.Uninstall("TestSolution");
            organization.Inner.Import(Marked(organization.Zip, managed: false));
        }

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(Marked(TestSolution.Pack(organization.Key, [], "2.0.0.0"), managed)));

        var finding = Assert.Single(failure.Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_s_publisher_upgrades_a_managed_solution()
    {
        using var organization = new TestOrganization();
        var zip = TestSolution.Pack(organization.Key, [], "2.0.0.0", folder => TestSolution.Edit(folder, "Other/Solution.xml", manifest =>
            manifest.Descendants("Publisher").Single().SetElementValue("UniqueName", "somebody")));

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(zip)));

        Assert.Equal("solution.publisher", Assert.Single(failure.Findings).Code);
    }

    [Fact]
    public void A_missing_dependency_is_named_and_one_that_is_there_is_none()
    {
        using var organization = new TestOrganization();
        static void Need(string folder, string name) => TestSolution.Edit(folder, "Other/Solution.xml", manifest =>
            manifest.Descendants("MissingDependencies").Single().Add(new XElement("MissingDependency",
                new XElement("Required", new XAttribute("key", 0), new XAttribute("type", 61), new XAttribute("schemaName", name), new XAttribute("displayName", name), new XAttribute("solution", "Scripts (1.0)")),
                new XElement("Dependent", new XAttribute("key", 1), new XAttribute("type", 60), new XAttribute("displayName", "Form"), new XAttribute("id", Guid.NewGuid().ToString("B"))))));

        var failure = Assert.Throws<ImportFailedException>(() =>
            organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.1.0.0", folder => Need(folder, "els_/lost.js")))));
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.1.0.0", folder => Need(folder, "tst_/scripts/parent.js"))));

        var finding = Assert.Single(failure.Findings);
        Assert.Equal("solution.dependency", finding.Code);
        Assert.Contains("els_/lost.js", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Scripts (1.0)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_app_needs_of_the_platforms_own_solutions_is_there_and_a_table_of_theirs_is_not()
    {
        using var organization = new TestOrganization();
        void Import(string version, params string[] needs) => organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], version, folder => TestSolution.Edit(folder, "Other/Solution.xml", manifest =>
            manifest.Descendants("MissingDependencies").Single().Add(needs.Select(need => XElement.Parse($"<MissingDependency>{need}<Dependent type=\"80\" schemaName=\"tst_App\" displayName=\"App\" /></MissingDependency>")))))));

        Import("1.1.0.0",
            """<Required type="61" schemaName="msdyn_/Images/Icon.png" displayName="Icon" solution="AppModuleWebResources (2.5)"><package appName="Web Resources" version="2.5">AppModuleWebResources (2.5)</package></Required>""",
            """<Required type="SettingDefinition" displayName="AppChannel" solution="msdyn_AppFrameworkInfraExtensions (1.0.0.16)" id.uniquename="AppChannel" />""");
        var failure = Assert.Throws<ImportFailedException>(() => Import("1.2.0.0", """<Required type="1" schemaName="lead" displayName="Lead" solution="System (9.0)" />"""));

        Assert.Equal("1.1.0.0", Assert.Single(organization.Inner.Model.Solutions).Version.ToString());
        Assert.Contains("'lead' of the solution 'System (9.0)', which is not in the organization", Assert.Single(failure.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_is_deleted_with_its_components_and_says_first_what_goes()
    {
        using var organization = new TestOrganization();
        var parent = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("tst_child", ("tst_parentid", new EntityReference("tst_parent", parent)));

        var preview = organization.Inner.PreviewUninstall("testsolution");
        Assert.Equal(1, organization.Count("tst_parent"));
        var result = organization.Inner.Uninstall("TestSolution");

        Assert.Equal(preview.Lost, result.Lost);
        Assert.Contains(new LostData("tst_parent", null, null, 1), preview.Lost);
        Assert.Contains(new LostData("tst_child", null, null, 1), preview.Lost);
        Assert.Equal(ErrorCodes.NoEntity, organization.Fault(() => organization.Count("tst_parent")).Code);
        Assert.Empty(organization.Query(new QueryExpression("solution")).Entities);
        Assert.Empty(organization.Query(new QueryExpression("savedquery")).Entities);
        Assert.Empty(organization.Inner.Model.Apps);
        organization.Reopen();
        Assert.Empty(organization.Inner.Model.Solutions);

        organization.Inner.Import(new MemoryStream(organization.Zip));
        Assert.Equal(0, organization.Count("tst_parent"));
    }

    [Fact]
    public void The_components_of_an_unmanaged_solution_stay_when_it_is_deleted()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        organization.Inner.Import(Marked(organization.Zip, managed: false));
        var id = organization.Create("tst_parent", ("tst_name", "A"));

        var result = organization.Inner.Uninstall("TestSolution");
        organization.Reopen();

        Assert.Empty(result.Removed);
        Assert.Equal("A", organization.Retrieve("tst_parent", id, "tst_name")["tst_name"]);
        Assert.Empty(organization.Query(new QueryExpression("solution")).Entities);
    }

    [Fact]
    public void What_another_solution_needs_is_not_deleted()
    {
        using var organization = new TestOrganization();
        organization.Inner.Import(new MemoryStream(Extension()));
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("oth_rating", 5));

        var preview = organization.Inner.PreviewUninstall("TestSolution");
        var result = organization.Inner.Uninstall("TestSolution");

        Assert.Contains("The table 'tst_parent' of the solution 'Other' needs the table 'tst_parent'.", preview.Blockers);
        Assert.Equal(preview.Blockers, result.Blockers);
        Assert.Equal(5, organization.Retrieve("tst_parent", id, "oth_rating")["oth_rating"]);

        var other = organization.Inner.Uninstall("Other");

        Assert.Equal([new LostData("tst_parent", "oth_rating", null, 1)], other.Lost);
        Assert.Empty(organization.Inner.Uninstall("TestSolution").Blockers);
    }

    [Fact]
    public void A_solution_that_extends_a_table_nobody_has_is_refused()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(Extension())));

        Assert.Contains(failure.Findings, finding => finding.Message.Contains("tst_parent", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_part_of_a_zip_from_elsewhere_is_imported_or_named()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var zip = Sample.Entries(ForeignZip.Zip()).Where(entry => !entry.Key.StartsWith("PluginAssemblies/", StringComparison.Ordinal)).Select(entry => (entry.Key, entry.Value));

        var failure = Record.Exception(() => organization.Inner.Import(new MemoryStream(Sample.Zip(zip))));
        var result = organization.Inner.Import(new MemoryStream(WithoutPlugins(ForeignZip.Zip())));

        Assert.IsType<ImportFailedException>(failure);
        var named = result.NotImported.SelectMany(kind => kind.Value.Select(name => (Kind: kind.Key, Name: name))).ToList();
        Assert.Equal([], ForeignZip.Parts.Except(named));
        Assert.Equal([], named.Except(ForeignZip.Parts));
        Assert.Equal((2, 4, 1), (result.Imported["table"], result.Imported["web resource"] + 1, result.Imported["app"]));
        Assert.All(named, part => Assert.Contains(result.Warnings, warning => warning.Contains($"{part.Kind}: {part.Name}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dialogs_are_named_and_files_of_web_resources_may_be_called_as_they_like()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var entries = Sample.Entries(WebApi.WebApiFixture.Solution());
        void Edit(string entry, Func<string, string> edit) => entries[entry] = System.Text.Encoding.UTF8.GetBytes(edit(System.Text.Encoding.UTF8.GetString(entries[entry])));
        var file = entries.Keys.First(name => name.StartsWith("WebResources/", StringComparison.Ordinal));
        entries["WebResources/plain"] = entries[file];
        entries.Remove(file);
        Edit("customizations.xml", text => text.Replace("/" + file + "<", "/WebResources/plain<", StringComparison.Ordinal).Replace("<WebResources>",
            "<Dialogs><Dialog><FormId>{0a2c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b22}</FormId><UniqueName>tst_Ask</UniqueName><FormXml><forms type=\"dialog\"><form /></forms></FormXml></Dialog></Dialogs>\n  <WebResources>", StringComparison.Ordinal));
        Edit("solution.xml", text => text.Replace("</RootComponents>", "<RootComponent type=\"60\" id=\"{0a2c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b22}\" behavior=\"0\" /></RootComponents>", StringComparison.Ordinal));

        var result = organization.Inner.Import(new MemoryStream(Sample.Zip(entries.Select(entry => (entry.Key, entry.Value)))));

        Assert.Equal(["tst_Ask"], result.NotImported["Dialogs"]);
        Assert.Contains("Not imported: Dialogs, 1 (tst_Ask).", result.Summary());
        Assert.Contains(result.Warnings, warning => warning.Contains("is called '/WebResources/plain'; it is '/" + file + "'", StringComparison.Ordinal));
        Assert.Contains(organization.Inner.Model.WebResources.Values, resource => resource.Content.Span.SequenceEqual(entries["WebResources/plain"]));
    }

    [Fact]
    public void A_note_is_about_a_row_of_a_table_that_has_notes_and_goes_with_it()
    {
        using var organization = new TestOrganization();
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.1.0.0", folder =>
        {
            TestSolution.Edit(folder, "Other/Relationships/tst_Parent.xml", relationships =>
            {
                var child = relationships.Descendants("EntityRelationship").Single();
                var notes = XElement.Parse(child.ToString().Replace("tst_parent_child", "tst_parent_Annotations", StringComparison.Ordinal)
                    .Replace(">tst_Child<", ">Annotation<", StringComparison.Ordinal).Replace("<ReferencingAttributeName>tst_ParentId<", "<ReferencingAttributeName>ObjectId<", StringComparison.Ordinal)
                    .Replace("<NavigationPropertyName>tst_ParentId<", "<NavigationPropertyName>objectid_tst_parent<", StringComparison.Ordinal));
                child.AddAfterSelf(notes);
            });
            TestSolution.Edit(folder, "Other/Relationships.xml", names => names.Root!.Add(new XElement("EntityRelationship", new XAttribute("Name", "tst_parent_Annotations"))));
        })));
        var parent = organization.Create("tst_parent", ("tst_name", "A"));

        var note = organization.Create("annotation", ("subject", "S"), ("objectid", new EntityReference("tst_parent", parent)));

        var row = organization.Retrieve("annotation", note, "objectid", "objecttypecode", "ownerid");
        Assert.Equal(("tst_parent", parent, "tst_parent"),
            (row.GetAttributeValue<EntityReference>("objectid").LogicalName, row.GetAttributeValue<EntityReference>("objectid").Id, row["objecttypecode"]));
        Assert.Equal(organization.Inner.DefaultCaller.UserId, row.GetAttributeValue<EntityReference>("ownerid").Id);
        organization.Delete("tst_parent", parent);
        Assert.Equal(0, organization.Count("annotation"));
    }

    [Fact]
    public void The_same_zip_again_changes_nothing()
    {
        using var organization = new TestOrganization();
        Entity Solution() => Assert.Single(organization.Query(new QueryExpression("solution") { ColumnSet = new ColumnSet("versionnumber") }).Entities);
        var (before, model) = (Solution()["versionnumber"], organization.Inner.Model);

        var again = organization.Inner.Import(new MemoryStream(organization.Zip));

        Assert.Equal((again.Version, again.Version), (again.Previous, new Version(1, 0, 0, 0)));
        Assert.Equal(before, Solution()["versionnumber"]);
        Assert.Same(model, organization.Inner.Model);
        Assert.NotEmpty(again.Imported);
    }

    private static Stream Larger(TestOrganization organization, string version) => new MemoryStream(
        TestSolution.Pack(organization.Key, [new StepSpec("extra", "Update", "tst_parent", 40)], version, folder =>
        {
            TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
            {
                var score = table.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Score");
                var extra = new XElement(score);
                extra.SetAttributeValue("PhysicalName", "tst_Extra");
                extra.SetElementValue("Name", Extra);
                extra.SetElementValue("LogicalName", Extra);
                score.AddAfterSelf(extra);
            });
            AddKey(folder, Extra);
            TestSolution.Edit(folder, "OptionSets/tst_kind.xml", choice =>
            {
                var last = choice.Descendants("option").Last();
                var extra = new XElement(last);
                extra.SetAttributeValue("value", 543210009);
                last.AddAfterSelf(extra);
            });
            const string role = "9db97432-5734-589c-b5a7-1f071b61ce6f";
            var roles = Path.Combine(folder, "Roles");
            File.WriteAllText(Path.Combine(roles, "Extra.xml"), File.ReadAllText(Path.Combine(roles, "Test Author.xml"))
                .Replace("2db97432-5734-589c-b5a7-1f071b61ce6f", role, StringComparison.Ordinal).Replace("Test Author", "Extra", StringComparison.Ordinal));
            var scripts = Path.Combine(folder, "WebResources", "tst_", "scripts");
            File.Copy(Path.Combine(scripts, "parent.js"), Path.Combine(scripts, "extra.js"));
            var resource = XDocument.Load(Path.Combine(scripts, "parent.js.data.xml"));
            var id = new Guid("8db97432-5734-589c-b5a7-1f071b61ce6f");
            resource.Root!.SetElementValue("WebResourceId", id.ToString("B"));
            resource.Root.SetElementValue("Name", "tst_/scripts/extra.js");
            resource.Root.SetElementValue("FileName", "/WebResources/tst_scriptsextrajs" + id.ToString("D").ToUpperInvariant());
            resource.Save(Path.Combine(scripts, "extra.js.data.xml"));
            TestSolution.Edit(folder, "Other/Solution.xml", manifest => manifest.Descendants("RootComponents").Single().Add(
                new XElement("RootComponent", new XAttribute("type", 20), new XAttribute("id", $"{{{role}}}"), new XAttribute("behavior", 0)),
                new XElement("RootComponent", new XAttribute("type", 61), new XAttribute("schemaName", "tst_/scripts/extra.js"), new XAttribute("behavior", 0))));
        }));

    private static void AddKey(string folder, string column)
    {
        var child = XDocument.Load(Path.Combine(folder, "Entities", "tst_Child", "Entity.xml")).Descendants("EntityKeys").Single();
        TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
        {
            var keys = new XElement(child);
            var key = keys.Elements("EntityKey").Single();
            key.SetElementValue("Name", "tst_ExtraKey");
            key.SetElementValue("LogicalName", "tst_extrakey");
            key.Element("EntityKeyAttributes")!.ReplaceNodes(new XElement("AttributeName", column));
            table.Descendants("attributes").Single().AddAfterSelf(keys);
        });
    }

    private static MemoryStream Marked(byte[] zip, bool managed)
    {
        var marked = new MemoryStream();
        SolutionPackage.ReadZip(new MemoryStream(zip)).WriteZip(marked, managed);
        marked.Position = 0;
        return marked;
    }

    /// <summary>A solution of another publisher that adds a column to the sample's parent table.</summary>
    private static byte[] Extension()
    {
        var sample = new Sample();
        var score = XDocument.Parse(sample.Text("Entities/tst_Parent/Entity.xml")).Descendants("attribute")
            .Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Score");
        score.SetAttributeValue("PhysicalName", "oth_Rating");
        score.SetElementValue("Name", "oth_rating");
        score.SetElementValue("LogicalName", "oth_rating");
        foreach (var file in sample.Files.Keys.Where(file => file != "Other/Solution.xml").ToList()) sample.Remove(file);
        sample.Set("Other/Customizations.xml", """
            <ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <Entities />
              <EntityRelationships />
              <Languages>
                <Language>1033</Language>
                <Language>1053</Language>
              </Languages>
            </ImportExportXml>
            """);
        sample.Cut("Other/Solution.xml", "schemaName=\"tst_child\" behavior=\"0\"", "schemaName=\"tst_child\" behavior=\"0\"");
        sample.Cut("Other/Solution.xml", "type=\"9\"", "type=\"432\"");
        sample.Replace("Other/Solution.xml", "schemaName=\"tst_parent\" behavior=\"0\"", "schemaName=\"tst_parent\" behavior=\"2\"")
            .Replace("Other/Solution.xml", "<UniqueName>TestSolution<", "<UniqueName>Other<").Replace("Other/Solution.xml", "<UniqueName>testpublisher<", "<UniqueName>other<")
            .Replace("Other/Solution.xml", "<CustomizationPrefix>tst<", "<CustomizationPrefix>oth<").Replace("Other/Solution.xml", ">54321<", ">54322<");
        sample.Set("Entities/tst_Parent/Entity.xml", $"""
            <Entity xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <Name LocalizedName="Parent" OriginalName="Parent">tst_Parent</Name>
              <EntityInfo><entity Name="tst_Parent" unmodified="1"><attributes>{score}</attributes></entity></EntityInfo>
            </Entity>
            """);
        return sample.Zip(managed: true);
    }

    private static byte[] WithoutPlugins(byte[] zip)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-foreign-").FullName;
        try
        {
            var unpacked = Path.Combine(folder, "solution");
            SolutionPackage.ReadZip(new MemoryStream(zip)).WriteFolder(unpacked);
            Directory.Delete(Path.Combine(unpacked, "PluginAssemblies"), recursive: true);
            Directory.Delete(Path.Combine(unpacked, "SdkMessageProcessingSteps"), recursive: true);
            TestSolution.Edit(unpacked, "Other/Solution.xml", manifest =>
                manifest.Descendants("RootComponent").Where(component => (string?)component.Attribute("type") is "91" or "92").Remove());
            TestSolution.Edit(unpacked, "customapis/tst_Evaluate/customapi.xml", api => api.Descendants("plugintypeid").Remove());
            File.Delete(Path.Combine(unpacked, "Other", "ContentTypes.xml"));
            using var stream = new MemoryStream();
            SolutionPackage.ReadFolder(unpacked).WriteZip(stream, managed: true);
            return stream.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
