using System.Text;
using System.Xml.Linq;
using Packager.Tests;

namespace Sandbox.Tests.Core;

/// <summary>Three solutions in the form of whole exports. What stands in them is made up; which kinds of parts lie where, and how, is as in public ones.</summary>
internal static class WholeExport
{
    private const string Score = "5f0c1d7a-0000-4000-8000-";

    private static int _number;

    /// <summary>A business app with everything around it: processes, flows, a canvas app, templates, service levels, controls, variables and connections.</summary>
    public static byte[] Venue(string key)
    {
        var entries = Sample.Entries(TestSolution.Pack(key, [new StepSpec("one", "Create", "tst_parent", 20), new StepSpec("two", "Update", "tst_parent", 40) { IsAsync = true, Pre = "tst_name" }], change: folder =>
        {
            TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
                table.Descendants("attribute").Single(one => (string?)one.Attribute("PhysicalName") == "tst_Rate").SetElementValue("SourceType", 2));
        }));
        Edit(entries, (root, roots) =>
        {
            string[] categories = ["Old workflow", "Dialog of old", "Score is needed", "Close parent", "Parent process", "When a parent is created", "Desktop flow"];
            foreach (var (category, name) in categories.Index())
            {
                var id = Id();
                var extension = category is 5 or 6 ? "json" : "xaml";
                var file = $"Workflows/{name.Replace(" ", "", StringComparison.Ordinal)}-{id.ToString().ToUpperInvariant()}.{extension}";
                Put(root, "Workflows", $"""
                    <Workflow WorkflowId="{id:B}" Name="{name}">
                      <{(extension == "json" ? "JsonFileName" : "XamlFileName")}>/{file}</{(extension == "json" ? "JsonFileName" : "XamlFileName")}>
                      <Type>1</Type><Subprocess>0</Subprocess><Category>{category}</Category><Mode>0</Mode><Scope>4</Scope><OnDemand>0</OnDemand>
                      <TriggerOnCreate>0</TriggerOnCreate><TriggerOnDelete>0</TriggerOnDelete><AsyncAutodelete>0</AsyncAutodelete>
                      <SyncWorkflowLogOnFailure>0</SyncWorkflowLogOnFailure><StateCode>1</StateCode><StatusCode>2</StatusCode><RunAs>1</RunAs>
                      <IsTransacted>1</IsTransacted><IntroducedVersion>1.0.0.0</IntroducedVersion><IsCustomizable>1</IsCustomizable>
                      <PrimaryEntity>{(category == 5 ? "none" : "tst_Parent")}</PrimaryEntity>
                      <LocalizedNames><LocalizedName languagecode="1033" description="{name}" /></LocalizedNames>
                    </Workflow>
                    """);
                Root(roots, 29, id);
                entries[file] = Encoding.UTF8.GetBytes(extension == "json" ? """{"properties":{"connectionReferences":{},"definition":{"triggers":{},"actions":{}}},"schemaVersion":"1.0.0.0"}""" : "<Activity />");
            }

            Put(root, "Templates", """
                <EmailTemplates>
                  <EmailTemplate><title>Welcome</title><subject>Welcome</subject><templatetypecode>8</templatetypecode></EmailTemplate>
                  <EmailTemplate><title>Good bye</title><subject>Good bye</subject><templatetypecode>8</templatetypecode></EmailTemplate>
                </EmailTemplates>
                <KBArticleTemplates>
                  <KBArticleTemplate><title>Question and answer</title></KBArticleTemplate>
                </KBArticleTemplates>
                """);
            Put(root, "EntityMaps", """<EntityMap><EntitySource>tst_Parent</EntitySource><EntityTarget>tst_Child</EntityTarget><AttributeMaps><AttributeMap><AttributeSource>tst_name</AttributeSource><AttributeTarget>tst_number</AttributeTarget></AttributeMap></AttributeMaps></EntityMap>""");
            Put(root, "Slas", """<Sla><Name>Answer within a day</Name><SLAItems><SLAItem><Name>First answer</Name></SLAItem></SLAItems></Sla>""", "Dashboards");
            var board = Id();
            Put(root, "InteractionCentricDashboards", $"""
                <InteractionCentricDashboard>
                  <LocalizedNames><LocalizedName description="Parents at work" languagecode="1033" /></LocalizedNames>
                  <FormId>{board:B}</FormId>
                </InteractionCentricDashboard>
                """, "WebResources");
            Root(roots, 60, board, behavior: false);
            Put(root, "CustomControls", "<CustomControl><Name>tst_Test.Stars</Name><FileName>/Controls/tst_Test.Stars/ControlManifest.xml</FileName></CustomControl>");
            Root(roots, 66, "tst_Test.Stars");
            Put(root, "CanvasApps", """
                <CanvasApp>
                  <Name>tst_gallery_1ded7</Name><AppVersion>2020-05-27T21:37:15Z</AppVersion><Status>Ready</Status><DisplayName>Gallery</DisplayName>
                  <BackgroundImageUri>/CanvasApps/tst_gallery_1ded7_BackgroundImageUri</BackgroundImageUri>
                  <DocumentUri>/CanvasApps/tst_gallery_1ded7_DocumentUri.msapp</DocumentUri>
                  <AdditionalUris><AdditionalUri>/CanvasApps/tst_gallery_1ded7_AdditionalUris0_identity.json</AdditionalUri></AdditionalUris>
                </CanvasApp>
                """, "Languages");
            Root(roots, 300, "tst_gallery_1ded7");
            Connections(root, roots, entries, "tst_sharedmail", "tst_shareddataverse");
            foreach (var (name, text) in new[]
            {
                ("Controls/tst_Test.Stars/ControlManifest.xml", "<manifest />"), ("Controls/tst_Test.Stars/bundle.js", "0"), ("CanvasApps/tst_gallery_1ded7_BackgroundImageUri", "png"),
                ("CanvasApps/tst_gallery_1ded7_DocumentUri.msapp", "zip"), ("CanvasApps/tst_gallery_1ded7_AdditionalUris0_identity.json", "{}"),
                ("appactions/tst_approve/appaction.xml", "<appaction uniquename=\"tst_approve\" />"), ("settingdefinitions/tst_Mode/settingdefinition.xml", "<settingdefinition uniquename=\"tst_Mode\" />"),
                ("appsettings/tst_App_tst_Mode/appsetting.xml", "<appsetting uniquename=\"tst_App_tst_Mode\" />"),
            }) entries[name] = Encoding.UTF8.GetBytes(text);
        });
        return Packed(entries);
    }

    /// <summary>Agents and flows, without a table: all of it is of kinds that the sandbox has nothing of.</summary>
    public static byte[] Agents(string key)
    {
        var entries = Sample.Entries(TestSolution.Pack(key, []));
        foreach (var file in entries.Keys.Where(name => name.Contains('/', StringComparison.Ordinal)).ToList()) entries.Remove(file);
        var types = XDocument.Parse(Encoding.UTF8.GetString(entries["[Content_Types].xml"]));
        types.Root!.Elements().Where(one => one.Name.LocalName == "Override").Remove();
        entries["[Content_Types].xml"] = Encoding.UTF8.GetBytes(types.ToString());
        Edit(entries, (root, roots) =>
        {
            foreach (var node in root.Elements().Where(node => node.Name.LocalName != "Languages")) node.RemoveNodes();
            root.Elements().Where(node => node.Name.LocalName is "EntityImageConfigs" or "AttributeImageConfigs" or "Dashboards" or "WebResources" or "SolutionPluginAssemblies" or "SdkMessageProcessingSteps" or "AppModules" or "AppModuleSiteMaps").Remove();
            roots.RemoveNodes();
            var flow = Id();
            Put(root, "Workflows", $"""<Workflow WorkflowId="{flow:B}" Name="Ask the agent"><JsonFileName>/Workflows/Asktheagent-{flow.ToString().ToUpperInvariant()}.json</JsonFileName><Type>1</Type><Category>5</Category><PrimaryEntity>none</PrimaryEntity></Workflow>""");
            entries[$"Workflows/Asktheagent-{flow.ToString().ToUpperInvariant()}.json"] = "{}"u8.ToArray();
            Root(roots, 29, flow);
            Put(root, "OrganizationSettings", "<IsAuditEnabled>1</IsAuditEnabled><IsAutoSaveEnabled>0</IsAutoSaveEnabled>");
            Put(root, "ServiceEndpoints", """<ServiceEndpoint Name="Hook"><Url>https://example.com/hook</Url></ServiceEndpoint>""", "EntityDataProviders");
            Put(root, "AIModels", """<AIModel Name="Reader of invoices" />""", "Languages");
            Put(root, "Connectors", "<Connector><name>tst_connector</name></Connector>", "Languages");
            Connections(root, roots, entries, "tst_sharedteams");
            Root(roots, 10001, "tst_agent");
            foreach (var (name, text) in new[]
            {
                ("bots/tst_agent/bot.xml", "<bot schemaname=\"tst_agent\" />"), ("bots/tst_agent/configuration.json", "{}"), ("botcomponents/tst_agent.topic.Greeting/botcomponent.xml", "<botcomponent schemaname=\"tst_agent.topic.Greeting\" />"),
                ("botcomponents/tst_agent.topic.Greeting/data", "kind: AdaptiveDialog"), ("botcomponents/tst_agent.gpt.default/botcomponent.xml", "<botcomponent schemaname=\"tst_agent.gpt.default\" />"),
                ("pluginpackages/tst_Package/pluginpackage.xml", "<pluginpackage uniquename=\"tst_Package\" />"), ("pluginpackages/tst_Package/package/tst_Package.nupkg", "nupkg"),
                ("Assets/tst_agent.xml", "<agent />"), ("catalogs/tst_Catalog/catalog.xml", "<catalog uniquename=\"tst_Catalog\" />"), ("catalogassignments/tst_Assigned/catalogassignment.xml", "<catalogassignment />"),
            }) entries[name] = Encoding.UTF8.GetBytes(text);
        });
        return Packed(entries);
    }

    /// <summary>Additions to tables of the platform, one with columns and one with nothing but a form, and what hangs on them.</summary>
    public static byte[] Additions(string key)
    {
        var entries = Sample.Entries(TestSolution.Pack(key, [new StepSpec("on account", "Update", "account", 40) { Filter = "tst_rank", Pre = "tst_rank" }, new StepSpec("on parent", "Create", "tst_parent", 20)]));
        Edit(entries, (root, roots) =>
        {
            var parent = root.Element("Entities")!.Elements("Entity").Single(one => (string?)one.Element("Name") == "tst_Parent");
            var column = new XElement(parent.Descendants("attribute").Single(one => (string?)one.Attribute("PhysicalName") == "tst_Score"));
            column.SetAttributeValue("PhysicalName", "tst_Rank");
            column.SetElementValue("Name", "tst_rank");
            column.SetElementValue("LogicalName", "tst_rank");
            var view = new XElement(parent.Descendants("savedquery").First(one => (string?)one.Element("querytype") == "0"));
            view.SetElementValue("isdefault", 0);
            view.SetElementValue("savedqueryid", $"{Id():B}");
            view.Element("fetchxml")!.ReplaceNodes(XElement.Parse("<fetch version=\"1.0\" mapping=\"logical\"><entity name=\"account\"><attribute name=\"accountid\" /><attribute name=\"name\" /><attribute name=\"tst_rank\" /><order attribute=\"name\" descending=\"false\" /></entity></fetch>"));
            view.Element("layoutxml")!.ReplaceNodes(XElement.Parse("<grid name=\"resultset\" jump=\"name\" select=\"1\" preview=\"1\" icon=\"1\"><row name=\"result\" id=\"accountid\"><cell name=\"name\" width=\"200\" /><cell name=\"tst_rank\" width=\"100\" /></row></grid>"));
            var accountForm = Form(Id(), "name", "tst_rank");
            var contactForm = Form(Id(), "fullname");
            root.Element("Entities")!.AddFirst(
                new XElement("Entity", Name("Account"), new XElement("ObjectTypeCode", 1), new XElement("EntityInfo", new XElement("entity", new XAttribute("Name", "Account"), new XElement("attributes", column))),
                    Forms(accountForm), new XElement("SavedQueries", new XElement("savedqueries", view)), new XElement("RibbonDiffXml")),
                new XElement("Entity", Name("Contact"), new XElement("ObjectTypeCode", 2), Forms(contactForm), new XElement("RibbonDiffXml")));
            Root(roots, 1, "account", behavior: "2");
            Root(roots, 60, Guid.Parse(accountForm.Element("formid")!.Value));
            Root(roots, 60, Guid.Parse(contactForm.Element("formid")!.Value));
            var link = new XElement(root.Element("EntityRelationships")!.Elements().First(one => (string?)one.Attribute("Name") == "tst_parent_child"));
            link.SetAttributeValue("Name", "tst_account_contact");
            link.SetElementValue("ReferencedEntityName", "Account");
            link.SetElementValue("ReferencingEntityName", "Contact");
            link.SetElementValue("ReferencingAttributeName", "ParentCustomerId");
            foreach (var navigation in link.Descendants("NavigationPropertyName").ToList()) navigation.Value = navigation.Value == "tst_ParentId" ? "tst_AccountId" : "tst_account_contact";
            root.Element("EntityRelationships")!.AddFirst(link);
            root.Descendants("RolePrivileges").First().Add(new XElement("RolePrivilege", new XAttribute("name", "prvReadAccount"), new XAttribute("level", "Global")));
        });
        return Packed(entries);

        static XElement Name(string table) => new("Name", new XAttribute("LocalizedName", table), new XAttribute("OriginalName", ""), table);

        static XElement Forms(XElement form) => new("FormXml", new XElement("forms", new XAttribute("type", "main"), form));

        static XElement Form(Guid id, params string[] columns) => XElement.Parse($"""
            <systemform>
              <formid>{id:B}</formid>
              <IntroducedVersion>1.0.0.0</IntroducedVersion>
              <FormPresentation>1</FormPresentation>
              <FormActivationState>1</FormActivationState>
              <form>
                <tabs>
                  <tab name="general" id="{Id():B}" IsUserDefined="0">
                    <labels><label description="General" languagecode="1033" /></labels>
                    <columns><column width="100%"><sections>
                      <section name="general" showlabel="false" showbar="false" id="{Id():B}" IsUserDefined="0">
                        <labels><label description="General" languagecode="1033" /></labels>
                        <rows>
                          {string.Concat(columns.Select(column => $"<row><cell id=\"{Id():B}\"><labels><label description=\"{column}\" languagecode=\"1033\" /></labels><control id=\"{column}\" classid=\"{(column == "tst_rank" ? "{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}" : "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}")}\" datafieldname=\"{column}\" /></cell></row>"))}
                        </rows>
                      </section>
                    </sections></column></columns>
                  </tab>
                </tabs>
              </form>
              <IsCustomizable>1</IsCustomizable>
              <CanBeDeleted>1</CanBeDeleted>
              <LocalizedNames><LocalizedName description="Added" languagecode="1033" /></LocalizedNames>
            </systemform>
            """);
    }

    private static void Connections(XElement root, XElement roots, Dictionary<string, byte[]> entries, params string[] names)
    {
        foreach (var name in names)
        {
            Put(root, "connectionreferences", $"""<connectionreference connectionreferencelogicalname="{name}"><connectionreferencedisplayname>{name}</connectionreferencedisplayname><connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid><iscustomizable>1</iscustomizable><statecode>0</statecode><statuscode>1</statuscode></connectionreference>""", "Languages");
            Root(roots, 10112, name);
            entries[$"environmentvariabledefinitions/{name}_mode/environmentvariabledefinition.xml"] = Encoding.UTF8.GetBytes($"""<environmentvariabledefinition schemaname="{name}_mode"><introducedversion>1.0.0.0</introducedversion><type>100000000</type></environmentvariabledefinition>""");
            entries[$"environmentvariabledefinitions/{name}_mode/environmentvariablevalues.json"] = """{"environmentvariablevalues":{"environmentvariablevalue":{"value":"1"}}}"""u8.ToArray();
            Root(roots, 380, $"{name}_mode");
        }
    }

    private static Guid Id() => Guid.Parse(FormattableString.Invariant($"{Score}{Interlocked.Increment(ref _number):x12}"));

    private static void Edit(Dictionary<string, byte[]> entries, Action<XElement, XElement> edit)
    {
        var customizations = XDocument.Parse(Encoding.UTF8.GetString(entries["customizations.xml"]));
        var solution = XDocument.Parse(Encoding.UTF8.GetString(entries["solution.xml"]));
        edit(customizations.Root!, solution.Descendants("RootComponents").Single());
        entries["customizations.xml"] = Encoding.UTF8.GetBytes(customizations.ToString());
        entries["solution.xml"] = Encoding.UTF8.GetBytes(solution.ToString());
    }

    /// <summary>Adds parts to a node of the root, which is put before another one where it is not there.</summary>
    private static void Put(XElement root, string node, string parts, string? before = null)
    {
        if (root.Element(node) is not { } found) root.Element(before!)!.AddBeforeSelf(found = new XElement(node));
        found.Add(XElement.Parse($"<parts>{parts}</parts>").Elements());
    }

    private static void Root(XElement roots, int type, Guid id, bool behavior = true) =>
        roots.Add(new XElement("RootComponent", new XAttribute("type", type), new XAttribute("id", $"{id:B}"), behavior ? new XAttribute("behavior", 0) : null));

    private static void Root(XElement roots, int type, string name, string behavior = "0") =>
        roots.Add(new XElement("RootComponent", new XAttribute("type", type), new XAttribute("schemaName", name), new XAttribute("behavior", behavior)));

    private static byte[] Packed(Dictionary<string, byte[]> entries)
    {
        var types = XDocument.Parse(Encoding.UTF8.GetString(entries["[Content_Types].xml"]));
        XNamespace space = types.Root!.Name.Namespace;
        foreach (var extension in entries.Keys.Select(name => Path.GetExtension(name).TrimStart('.')).Where(extension => extension is "json" or "xaml" or "msapp" or "js" or "nupkg").Distinct())
            types.Root.Add(new XElement(space + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", "application/octet-stream")));
        foreach (var name in entries.Keys.Where(name => !Path.GetFileName(name).Contains('.', StringComparison.Ordinal) && !name.StartsWith("WebResources/", StringComparison.Ordinal)))
            types.Root.Add(new XElement(space + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", "application/octet-stream")));
        entries["[Content_Types].xml"] = Encoding.UTF8.GetBytes(types.ToString());
        return Sample.Zip(entries.Select(entry => (entry.Key, entry.Value)));
    }
}
