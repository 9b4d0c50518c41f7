using System.Text;

namespace Packager.Tests;

/// <summary>The sample's zip with a part of every other kind that solutions from elsewhere carry, in the order an exporter happened to write them.</summary>
internal static class ForeignZip
{
    /// <summary>Kind and name of each part, as an import names it.</summary>
    public static IReadOnlyList<(string Kind, string Name)> Parts { get; } =
    [
        ("Workflows", "Nightly"), ("EmailTemplates", "Welcome"), ("MailMergeTemplates", " "), ("RibbonDiffXml", "CustomActions"), ("ConnectionRoles", "Partner"),
        ("EntityMaps", "EntityMap"), ("OrganizationSettings", "IsAuditEnabled"), ("Reports", "Report.rdl"), ("RoutingRules", "Route"), ("ChannelPropertyGroups", "Group"),
        ("ConvertRules", "Convert"), ("MobileOfflineProfiles", "Offline"), ("Slas", "Within a day"), ("InteractionCentricDashboards", "Board"), ("CustomControls", "tst_Tst.Control"),
        ("ServiceEndpoints", "Hook"), ("EntityDataProviders", "Provider"), ("AIModels", "Model"), ("EntityDataSources", "Source"), ("CanvasApps", "tst_page_1"), ("Connectors", "tst_connector"),
        ("connectionreferences", "tst_sharedmail"), ("DuplicateRules", "Same name"), ("SomethingNew", "Unheard of"),
        ("environmentvariabledefinitions", "tst_ProbeSeconds"), ("pluginpackages", "tst_Package"), ("bots", "tst_bot"), ("botcomponents", "tst_bot.topic"),
        ("appactions", "tst_button"), ("tst_newthings", "one"), ("files", "readme.txt"),
    ];

    public static byte[] Zip(bool managed = true)
    {
        var entries = Sample.Entries(new Sample().Zip(managed));
        var customizations = Encoding.UTF8.GetString(entries["customizations.xml"]);
        customizations = Fill(customizations, "Workflows", """<Workflow WorkflowId="{0a2c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b21}" Name="Nightly"><JsonFileName>/Workflows/Nightly-0A2C4E7E-6F0D-5B5E-9C3A-2F6D1F0C9B21.json</JsonFileName><Category>5</Category></Workflow>""");
        customizations = Fill(customizations, "Templates", """
            <EmailTemplates><EmailTemplate><title>Welcome</title><body><![CDATA[<p>Hello  there</p>]]></body></EmailTemplate></EmailTemplates>
                <MailMergeTemplates><MailMergeTemplate><name> </name></MailMergeTemplate></MailMergeTemplates>
            """);
        customizations = customizations.Replace("<EntityMaps />", """
            <RibbonDiffXml>
              <CustomActions />
            </RibbonDiffXml>
            <ConnectionRoles>
              <ConnectionRole name="Partner" />
            </ConnectionRoles>
            <EntityMaps>
              <EntityMap><EntitySource>tst_Parent</EntitySource><EntityTarget>tst_Child</EntityTarget><AttributeMaps /></EntityMap>
            </EntityMaps>
            """, StringComparison.Ordinal);
        customizations = Fill(customizations, "OrganizationSettings", "<IsAuditEnabled>1</IsAuditEnabled>");
        customizations = customizations.Replace("  <Dashboards>", """
              <Reports>
                <Report><Name>Report.rdl</Name><FileName>/Reports/{0a2c4e7e}Report.rdl</FileName></Report>
              </Reports>
              <RoutingRules>
                <RoutingRule Name="Route" />
              </RoutingRules>
              <ChannelPropertyGroups>
                <ChannelPropertyGroup Name="Group" />
              </ChannelPropertyGroups>
              <ConvertRules>
                <ConvertRule Name="Convert" />
              </ConvertRules>
              <MobileOfflineProfiles>
                <MobileOfflineProfile Name="Offline" />
              </MobileOfflineProfiles>
              <Slas>
                <Sla><Name>Within a day</Name></Sla>
              </Slas>
              <Dashboards>
            """, StringComparison.Ordinal);
        customizations = customizations.Replace("  <WebResources>", """
              <InteractionCentricDashboards>
                <InteractionCentricDashboard><FormId>{0a2c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b23}</FormId><LocalizedNames><LocalizedName description="Board" languagecode="1033" /></LocalizedNames></InteractionCentricDashboard>
              </InteractionCentricDashboards>
              <WebResources>
            """, StringComparison.Ordinal);
        customizations = Fill(customizations, "CustomControls", "<CustomControl><Name>tst_Tst.Control</Name><FileName>/Controls/tst_Tst.Control/ControlManifest.xml</FileName></CustomControl>");
        customizations = customizations.Replace("  <AppModuleSiteMaps>", """
              <ServiceEndpoints>
                <ServiceEndpoint Name="Hook"><Url>https://example.com/hook</Url></ServiceEndpoint>
              </ServiceEndpoints>
              <AppModuleSiteMaps>
            """, StringComparison.Ordinal);
        customizations = Fill(customizations, "EntityDataProviders", """<EntityDataProvider name="Provider" />""");
        customizations = customizations.Replace("  <Languages>", """
              <AIModels>
                <AIModel Name="Model" />
              </AIModels>
              <EntityDataSources>
                <EntityDataSource Name="Source" />
              </EntityDataSources>
              <CanvasApps>
                <CanvasApp><Name>tst_page_1</Name><DocumentUri>/CanvasApps/tst_page_1_DocumentUri.msapp</DocumentUri></CanvasApp>
              </CanvasApps>
              <Connectors>
                <Connector><name>tst_connector</name></Connector>
              </Connectors>
              <connectionreferences>
                <connectionreference connectionreferencelogicalname="tst_sharedmail"><connectorid>/providers/Microsoft.PowerApps/apis/shared_mail</connectorid></connectionreference>
              </connectionreferences>
              <DuplicateRules>
                <DuplicateRule Name="Same name" />
              </DuplicateRules>
              <SomethingNew>
                <Thing name="Unheard of"><Deep attribute="1">text</Deep></Thing>
              </SomethingNew>
              <Languages>
            """, StringComparison.Ordinal);

        // Not in the order of file names, as no exporter promises.
        customizations = Swap(customizations, "<savedquery>", "</savedquery>");
        customizations = Swap(customizations, "<WebResource>", "</WebResource>");
        entries["customizations.xml"] = Encoding.UTF8.GetBytes(customizations);
        entries["solution.xml"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entries["solution.xml"]).Replace("</RootComponents>",
            """<RootComponent type="29" id="{0a2c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b21}" behavior="0" /><RootComponent type="66" schemaName="tst_Tst.Control" behavior="0" /><RootComponent type="300" schemaName="tst_page_1" behavior="0" /><RootComponent type="60" id="{0a2c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b23}" /><RootComponent type="10042" schemaName="tst_new" behavior="0" /></RootComponents>""",
            StringComparison.Ordinal));
        foreach (var (name, text) in new[]
        {
            ("Workflows/Nightly-0A2C4E7E-6F0D-5B5E-9C3A-2F6D1F0C9B21.json", "{}"), ("Reports/{0a2c4e7e}Report.rdl", "<Report />"),
            ("Controls/tst_Tst.Control/ControlManifest.xml", "<manifest />"), ("Controls/tst_Tst.Control/bundle.js", "0"),
            ("CanvasApps/tst_page_1_DocumentUri.msapp", "zip"), ("pluginpackages/tst_Package/pluginpackage.xml", "<pluginpackage uniquename=\"tst_Package\" />"),
            ("pluginpackages/tst_Package/package/tst_Package.nupkg", "nupkg"), ("bots/tst_bot/bot.xml", "<bot schemaname=\"tst_bot\" />"),
            ("botcomponents/tst_bot.topic/botcomponent.xml", "<botcomponent />"), ("appactions/tst_button/appaction.xml", "<appaction uniquename=\"tst_button\" />"),
            ("tst_newthings/one/thing.json", "{ }"), ("readme.txt", "Read me."),
        }) entries[name] = Encoding.UTF8.GetBytes(text);
        entries["[Content_Types].xml"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entries["[Content_Types].xml"]).Replace("</Types>",
            string.Concat(new[] { "json", "rdl", "js", "msapp", "nupkg", "txt" }.Select(extension => $"<Default Extension=\"{extension}\" ContentType=\"application/octet-stream\" />")) + "</Types>",
            StringComparison.Ordinal));
        return Sample.Zip(entries.Select(entry => (entry.Key, entry.Value)));
    }

    private static string Fill(string document, string node, string content)
    {
        var empty = $"<{node} />";
        return document.Contains(empty, StringComparison.Ordinal)
            ? document.Replace(empty, $"<{node}>\n    {content}\n  </{node}>", StringComparison.Ordinal)
            : throw new InvalidOperationException($"'{empty}' stands nowhere.");
    }

    private static string Swap(string document, string open, string close)
    {
        var first = document.IndexOf(open, StringComparison.Ordinal);
        var firstEnd = document.IndexOf(close, first, StringComparison.Ordinal) + close.Length;
        var second = document.IndexOf(open, firstEnd, StringComparison.Ordinal);
        var secondEnd = document.IndexOf(close, second, StringComparison.Ordinal) + close.Length;
        return document[..first] + document[second..secondEnd] + document[firstEnd..second] + document[first..firstEnd] + document[secondEnd..];
    }
}
