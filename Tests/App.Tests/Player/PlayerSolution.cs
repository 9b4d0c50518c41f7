using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Packager;

namespace App.Tests.Player;

/// <summary>A small solution that uses what a player must show: the packager's sample without its plug-ins, with scripts that tell what they were given.</summary>
internal static partial class PlayerSolution
{
    private static readonly string Root = typeof(PlayerSolution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>A page that the player does not show.</summary>
    private const string Away = """
                <SubArea Id="sub_away" Url="https://example.com" Client="All,Outlook,OutlookLaptopClient,OutlookWorkstationClient,Web" AvailableOffline="true" PassParams="false" Sku="All,OnPremise,Live,SPLA">
                  <Titles>
                    <Title LCID="1033" Title="Away" />
                    <Title LCID="1053" Title="Bort" />
                  </Titles>
                </SubArea>

        """;

    /// <summary>The second main form of tst_child.</summary>
    public const string ShortForm = "{c6ad2f10-0000-4000-8000-000000000001}";

    public static string WriteZip(string folder)
    {
        var source = Path.Combine(folder, "solution");
        var sample = Path.Combine(Root, "Tests", "Packager.Tests", "Sample");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(sample, file).Replace('\\', '/');
            if (name.Split('/')[0] is "PluginAssemblies" or "SdkMessageProcessingSteps" or "customapis") continue;
            var target = Path.Combine(source, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        AddReader(source);
        AddForm(source);
        AddNotes(source);
        AddFriends(source);
        AddChart(source, "6a4d2f10-0000-4000-8000-000000000001", "Parents by month", "Line", """<attribute name="createdon" groupby="true" dategrouping="month" alias="category" />""");
        AddChart(source, "6a4d2f10-0000-4000-8000-000000000002", "Kinds", "Pie", """<attribute name="tst_kind" groupby="true" alias="category" />""");
        AddChart(source, "6a4d2f10-0000-4000-8000-000000000003", "Kinds by grade", "StackedColumn",
            """<attribute name="tst_grade" groupby="true" alias="category" /><attribute name="tst_kind" groupby="true" alias="series" />""");
        AddChart(source, "6a4d2f10-0000-4000-8000-000000000004", "Bars", "Bar", """<attribute name="tst_kind" groupby="true" alias="category" />""");
        AddChart(source, "6a4d2f10-0000-4000-8000-000000000005", "Rings", "Doughnut", """<attribute name="tst_kind" groupby="true" alias="category" />""");
        AddChart(source, "6a4d2f10-0000-4000-8000-000000000006", "Tops", "Funnel", """<attribute name="tst_kind" groupby="true" alias="category" />""");
        Change(source, "Dashboards/{74d01909-1a99-538f-bf15-81fd59f76d1c}.xml", AddGrid);
        Change(source, "Entities/tst_Parent/Entity.xml", AddMoment);
        Change(source, "Entities/tst_Parent/FormXml/main/{b2b04d58-b1a7-5b49-bcfb-dea8c2aa270e}.xml", AddHistory);
        Change(source, "AppModuleSiteMaps/tst_App/AppModuleSiteMap.xml", PutDashboardLast);
        var own = Path.Combine(Root, "Tests", "App.Tests", "Player", "Resources");
        File.Copy(Path.Combine(own, "parent.js"), Path.Combine(source, "WebResources/tst_/scripts/parent.js"), overwrite: true);
        File.Copy(Path.Combine(own, "checklist.html"), Path.Combine(source, "WebResources/tst_/html/checklist.html"), overwrite: true);
        var zip = Path.Combine(folder, "player.zip");
        using var stream = File.Create(zip);
        SolutionPackage.ReadFolder(source).WriteZip(stream, managed: true);
        return zip;
    }

    // A table that has notes has a relationship with them.
    private static void AddNotes(string folder)
    {
        Change(folder, "Other/Relationships/tst_Parent.xml", text =>
        {
            var child = text[text.IndexOf("  <EntityRelationship Name", StringComparison.Ordinal)..text.LastIndexOf("</EntityRelationships>", StringComparison.Ordinal)];
            var notes = child.Replace("tst_parent_child", "tst_parent_Annotations", StringComparison.Ordinal)
                .Replace(">tst_Child<", ">Annotation<", StringComparison.Ordinal)
                .Replace("<ReferencingAttributeName>tst_ParentId<", "<ReferencingAttributeName>ObjectId<", StringComparison.Ordinal)
                .Replace("<NavigationPropertyName>tst_ParentId<", "<NavigationPropertyName>objectid_tst_parent<", StringComparison.Ordinal);
            return text.Replace("</EntityRelationships>", notes + "</EntityRelationships>", StringComparison.Ordinal);
        });
        Change(folder, "Other/Relationships.xml", text =>
            text.Replace("</EntityRelationships>", "  <EntityRelationship Name=\"tst_parent_Annotations\" />\n</EntityRelationships>", StringComparison.Ordinal));
    }

    // A second main form of a table, which has the first one's first field alone.
    private static void AddForm(string folder)
    {
        const string forms = "Entities/tst_Child/FormXml/main/";
        var other = XDocument.Load(Path.Combine(folder, forms + "{b5bf9fcb-6d9a-56be-b9f9-a8866b900f3c}.xml"));
        other.Descendants("formid").Single().Value = ShortForm;
        foreach (var id in other.Descendants().Attributes("id").Where(id => id.Value.StartsWith('{'))) id.Value = $"{{{Guid.NewGuid()}}}";
        other.Descendants("row").Skip(1).Remove();
        foreach (var name in other.Root!.Element("systemform")!.Elements("LocalizedNames").Elements().Attributes("description")) name.Value = "Short";
        other.Save(Path.Combine(folder, forms, ShortForm + ".xml"));
    }

    private static void AddFriends(string folder)
    {
        Change(folder, "Other/Relationships/tst_Parent.xml", text => text.Replace("</EntityRelationships>", """
              <EntityRelationship Name="tst_friends">
                <EntityRelationshipType>ManyToMany</EntityRelationshipType>
                <IsCustomizable>1</IsCustomizable>
                <IntroducedVersion>1.0.0.0</IntroducedVersion>
                <IsHierarchical>0</IsHierarchical>
                <FirstEntityName>tst_Child</FirstEntityName>
                <SecondEntityName>tst_Parent</SecondEntityName>
                <IntersectEntityName>tst_friends</IntersectEntityName>
              </EntityRelationship>
            </EntityRelationships>
            """, StringComparison.Ordinal));
        Change(folder, "Other/Relationships.xml", text =>
            text.Replace("</EntityRelationships>", "  <EntityRelationship Name=\"tst_friends\" />\n</EntityRelationships>", StringComparison.Ordinal));
    }

    // The sample's role lets its holders do everything.
    private static void AddReader(string folder)
    {
        const string id = "{5a0e7f2c-3b68-5d4f-9c5e-0f7d3a3f6b21}";
        Change(folder, "Other/Solution.xml", text => PluginRoot().Replace(text, "")
            .Replace("      <RootComponent type=\"60\"", $"      <RootComponent type=\"20\" id=\"{id}\" behavior=\"0\" />\n      <RootComponent type=\"60\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Roles", "Test Reader.xml"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Role id="{id}" name="Test Reader" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <IsCustomizable>1</IsCustomizable>
              <IsAutoAssigned>0</IsAutoAssigned>
              <RolePrivileges>
                <RolePrivilege name="prvReadtst_Child" level="Global" />
                <RolePrivilege name="prvReadtst_Parent" level="Global" />
              </RolePrivileges>
            </Role>
            """);
    }

    private static void AddChart(string folder, string id, string name, string type, string groups) => File.WriteAllText(
        Path.Combine(folder, "Entities", "tst_Parent", "Visualizations", $"{{{id}}}.xml"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <visualization xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <savedqueryvisualizationid>{id}</savedqueryvisualizationid>
              <datadescription>
                <datadefinition>
                  <fetchcollection>
                    <fetch mapping="logical" aggregate="true">
                      <entity name="tst_parent">
                        <attribute name="tst_parentid" aggregate="count" alias="parents" />
                        {groups}
                      </entity>
                    </fetch>
                  </fetchcollection>
                  <categorycollection>
                    <category alias="category">
                      <measurecollection><measure alias="parents" /></measurecollection>
                    </category>
                  </categorycollection>
                </datadefinition>
              </datadescription>
              <presentationdescription>
                <Chart><Series><Series ChartType="{type}" IsValueShownAsLabel="True" Color="164, 38, 44" /></Series></Chart>
              </presentationdescription>
              <isdefault>0</isdefault>
              <LocalizedNames><LocalizedName description="{name}" languagecode="1033" /><LocalizedName description="{name}" languagecode="1053" /></LocalizedNames>
              <IsCustomizable>1</IsCustomizable>
              <IntroducedVersion>1.0.0.0</IntroducedVersion>
              <CanBeDeleted>1</CanBeDeleted>
            </visualization>
            """.Replace($">{id}<", $">{{{id.ToUpperInvariant()}}}<", StringComparison.Ordinal));

    // The sample's dashboard has a chart only: the same tab once more, with the view instead.
    private static string AddGrid(string dashboard)
    {
        var from = dashboard.IndexOf("<tab name", StringComparison.Ordinal);
        var until = dashboard.IndexOf("</tab>", StringComparison.Ordinal) + "</tab>".Length;
        var grid = Id().Replace(dashboard[from..until], _ => $" id=\"{Guid.NewGuid():B}\"")
            .Replace("\"tab1\"", "\"tab2\"", StringComparison.Ordinal).Replace("\"sec1\"", "\"sec2\"", StringComparison.Ordinal)
            .Replace("Component1", "Component2", StringComparison.Ordinal).Replace(">Chart<", ">Grid<", StringComparison.Ordinal)
            .Replace("Parents by grade", "All parents", StringComparison.Ordinal);
        return dashboard.Insert(until, grid);
    }

    // The sample has no column with a time of day that people enter.
    private static string AddMoment(string table)
    {
        var from = table.IndexOf("        <attribute PhysicalName=\"tst_DueOn\">", StringComparison.Ordinal);
        var until = table.IndexOf("</attribute>", from, StringComparison.Ordinal) + "</attribute>".Length;
        var moment = table[from..until]
            .Replace("tst_DueOn", "tst_MeetsAt", StringComparison.Ordinal).Replace("tst_dueon", "tst_meetsat", StringComparison.Ordinal)
            .Replace("<Format>date<", "<Format>datetime<", StringComparison.Ordinal).Replace("<Behavior>2<", "<Behavior>1<", StringComparison.Ordinal)
            .Replace("Due on", "Meets at", StringComparison.Ordinal).Replace("Förfaller", "Möts", StringComparison.Ordinal);
        return table.Insert(until, "\n" + moment);
    }

    private static string AddHistory(string form) => form.Replace("</tabs>", $$"""
          <tab name="tab_history" id="{{{Guid.NewGuid()}}}" IsUserDefined="1">
            <labels><label description="History" languagecode="1033" /><label description="Historik" languagecode="1053" /></labels>
            <columns>
              <column width="100%">
                <sections>
                  <section name="history" showlabel="false" columns="1" id="{{{Guid.NewGuid()}}}" IsUserDefined="0">
                    <labels><label description="History" languagecode="1033" /><label description="Historik" languagecode="1053" /></labels>
                    <rows>
                      <row>
                        <cell id="{{{Guid.NewGuid()}}}">
                          <labels><label description="Meets at" languagecode="1033" /><label description="Möts" languagecode="1053" /></labels>
                          <control id="tst_meetsat" classid="{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}" datafieldname="tst_meetsat" />
                        </cell>
                      </row>
                      <row>
                        <cell id="{{{Guid.NewGuid()}}}" rowspan="6">
                          <labels><label description="Timeline" languagecode="1033" /><label description="Tidslinje" languagecode="1053" /></labels>
                          <control id="notescontrol" classid="{06375649-C143-495E-A496-C962E5B4488E}" />
                        </cell>
                      </row>
                      <row>
                        <cell id="{{{Guid.NewGuid()}}}">
                          <labels><label description="Tile" languagecode="1033" /><label description="Panel" languagecode="1053" /></labels>
                          <control id="tile_sales" classid="{8C54228C-1B25-4909-A12A-F2B968BB0D62}" />
                        </cell>
                      </row>
                    </rows>
                  </section>
                </sections>
              </column>
            </columns>
          </tab>
        </tabs>
        """, StringComparison.Ordinal);

    // Most tests begin with a list; the first line of the site map is where an app opens.
    private static string PutDashboardLast(string siteMap)
    {
        var from = siteMap.IndexOf("        <SubArea Id=\"sub_overview\"", StringComparison.Ordinal);
        var until = siteMap.IndexOf("        <SubArea Id=\"sub_parents\"", StringComparison.Ordinal);
        return siteMap.Remove(from, until - from).Replace("      </Group>", siteMap[from..until] + Away + "      </Group>", StringComparison.Ordinal);
    }

    private static void Change(string folder, string file, Func<string, string> change)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    [GeneratedRegex(@" id=""\{[0-9a-f-]{36}\}""")]
    private static partial Regex Id();

    [GeneratedRegex("""^.*<RootComponent type="9[12]".*\r?\n""", RegexOptions.Multiline)]
    private static partial Regex PluginRoot();
}
