using System.Reflection;
using System.Security;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Packager;
using Packager.Reading;

namespace Sandbox.Tests.Core;

/// <summary>Packs the packager's sample with the scripted plug-in and the steps a test asks for.</summary>
internal static class TestSolution
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "Sample");
    private static readonly string Plugin = Path.Combine(AppContext.BaseDirectory, "TestPlugin", "Test.Plugins.dll");

    /// <param name="key">Where in the application domain the script lies.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="version">Version of the solution.</param>
    /// <param name="change">Changes the unpacked files before they are packed.</param>
    public static byte[] Pack(string key, IEnumerable<StepSpec> steps, string version = "1.0.0.0", Action<string>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-solution-").FullName;
        try
        {
            var token = Convert.ToHexStringLower(AssemblyName.GetAssemblyName(Plugin).GetPublicKeyToken()!);
            foreach (var file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(Sample, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                var text = File.ReadAllText(file).Replace("Test.Plugins.ParentValidate", "Test.Plugins.Scripted", StringComparison.Ordinal);
                File.WriteAllText(target, Regex.Replace(text, "PublicKeyToken=[0-9a-f]{16}", "PublicKeyToken=" + token));
            }

            var assembly = Directory.GetDirectories(Path.Combine(folder, "PluginAssemblies")).Single();
            File.Copy(Plugin, Path.Combine(assembly, "TestPlugins.dll"));
            AddTags(Path.Combine(folder, "Entities", "tst_Parent", "Entity.xml"));
            AddSweep(folder, assembly + "/TestPlugins.dll.data.xml", token);
            WriteSteps(folder, key, token, steps, version);
            change?.Invoke(folder);
            using var zip = new MemoryStream();
            SolutionPackage.ReadFolder(folder).WriteZip(zip, managed: true);
            return zip.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Edits an XML file of the unpacked solution.</summary>
    public static void Edit(string folder, string path, Action<XDocument> edit)
    {
        var file = Path.Combine([folder, .. path.Split('/')]);
        var document = XDocument.Load(file);
        edit(document);
        document.Save(file);
    }

    // The sample has no column with several choices.
    private static void AddTags(string file)
    {
        var document = XDocument.Load(file);
        var kind = document.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Kind");
        var tags = new XElement(kind);
        tags.SetAttributeValue("PhysicalName", "tst_Tags");
        tags.SetElementValue("Type", "multiselectpicklist");
        tags.SetElementValue("Name", "tst_tags");
        tags.SetElementValue("LogicalName", "tst_tags");
        tags.Element("AppDefaultValue")!.Remove();
        kind.AddAfterSelf(tags);
        document.Save(file);
    }

    // The sample's only custom API is bound to a row.
    private static void AddSweep(string folder, string assembly, string token)
    {
        const string type = "4c9d3f57-9a3b-5d0e-8f43-5b6c1f0f9e11";
        var document = XDocument.Load(assembly);
        document.Descendants("PluginTypes").Single().Add(new XElement("PluginType",
            new XAttribute("AssemblyQualifiedName", $"Test.Plugins.SweepApi, Test.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken={token}"),
            new XAttribute("PluginTypeId", type),
            new XAttribute("Name", "Test.Plugins.SweepApi"),
            new XElement("FriendlyName", "Test.Plugins.SweepApi")));
        document.Save(assembly);
        var api = Path.Combine(folder, "customapis", "tst_Sweep");
        Directory.CreateDirectory(Path.Combine(api, "customapiresponseproperties", "More"));
        File.WriteAllText(Path.Combine(api, "customapi.xml"), $"""
            <customapi uniquename="tst_Sweep">
              <allowedcustomprocessingsteptype>0</allowedcustomprocessingsteptype>
              <bindingtype>0</bindingtype>
              <description default="Sweeps"><label description="Sweeps" languagecode="1033" /><label description="Sopar" languagecode="1053" /></description>
              <displayname default="Sweep"><label description="Sweep" languagecode="1033" /><label description="Sopa" languagecode="1053" /></displayname>
              <executeprivilegename>prvWritetst_Parent</executeprivilegename>
              <iscustomizable>1</iscustomizable>
              <isfunction>0</isfunction>
              <isprivate>0</isprivate>
              <name>tst_Sweep</name>
              <plugintypeid><plugintypeexportkey>{type}</plugintypeexportkey></plugintypeid>
              <workflowsdkstepenabled>0</workflowsdkstepenabled>
            </customapi>
            """);
        Directory.CreateDirectory(Path.Combine(api, "customapirequestparameters", "Around"));
        File.WriteAllText(Path.Combine(api, "customapirequestparameters", "Around", "customapirequestparameter.xml"), """
            <customapirequestparameter uniquename="Around">
              <description default="Around"><label description="Around" languagecode="1033" /><label description="Runt" languagecode="1053" /></description>
              <displayname default="Around"><label description="Around" languagecode="1033" /><label description="Runt" languagecode="1053" /></displayname>
              <iscustomizable>1</iscustomizable>
              <isoptional>1</isoptional>
              <name>Around</name>
              <type>10</type>
            </customapirequestparameter>
            """);
        File.WriteAllText(Path.Combine(api, "customapiresponseproperties", "More", "customapiresponseproperty.xml"), """
            <customapiresponseproperty uniquename="More">
              <description default="More"><label description="More" languagecode="1033" /><label description="Mer" languagecode="1053" /></description>
              <displayname default="More"><label description="More" languagecode="1033" /><label description="Mer" languagecode="1053" /></displayname>
              <iscustomizable>1</iscustomizable>
              <name>More</name>
              <type>0</type>
            </customapiresponseproperty>
            """);
    }

    private static void WriteSteps(string folder, string key, string token, IEnumerable<StepSpec> steps, string version)
    {
        var stepFolder = Path.Combine(folder, "SdkMessageProcessingSteps");
        foreach (var file in Directory.GetFiles(stepFolder)) File.Delete(file);
        Edit(folder, "Other/Solution.xml", manifest =>
        {
            manifest.Descendants("Version").Single().Value = version;
            manifest.Descendants("RootComponent").Where(component => (string?)component.Attribute("type") == "92").Remove();
            var roots = manifest.Descendants("RootComponents").Single();
            foreach (var step in steps)
            {
                var id = Guid.NewGuid();
                roots.Add(new XElement("RootComponent", new XAttribute("type", 92), new XAttribute("id", $"{{{id}}}"), new XAttribute("behavior", 0)));
                File.WriteAllText(Path.Combine(stepFolder, $"{{{id}}}.xml"), StepXml(step, id, key, token));
            }
        });
    }

    private static string StepXml(StepSpec step, Guid id, string key, string token)
    {
        var images = string.Concat(
            Image("pre", 0, step.Pre, step.Message),
            Image("post", 1, step.Post, step.Message));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <SdkMessageProcessingStep Name="{SecurityElement.Escape(step.Name)}" SdkMessageProcessingStepId="{id:B}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              {(PlatformMessages.Id(step.Message) is { } message ? $"<SdkMessageId>{message}</SdkMessageId>" : $"<SdkMessageName>{step.Message}</SdkMessageName>")}
              <PluginTypeName>Test.Plugins.Scripted, Test.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken={token}</PluginTypeName>
              <PluginTypeId>2fd83d64-2dca-57fd-a982-32e7499da586</PluginTypeId>
              <PrimaryEntity>{step.Table}</PrimaryEntity>
              <AsyncAutoDelete>0</AsyncAutoDelete>
              <Configuration>{key}|{SecurityElement.Escape(step.Name)}</Configuration>
              <Description></Description>
              <FilteringAttributes>{step.Filter}</FilteringAttributes>
              <InvocationSource>{(step.Stage == 10 ? 0 : 1)}</InvocationSource>
              <Mode>{(step.IsAsync ? 1 : 0)}</Mode>
              <Rank>{step.Rank}</Rank>
              <EventHandlerTypeCode>4602</EventHandlerTypeCode>
              <Stage>{step.Stage}</Stage>
              <IsCustomizable>1</IsCustomizable>
              <IsHidden>0</IsHidden>
              <SupportedDeployment>0</SupportedDeployment>
              <IntroducedVersion>1.0.0.0</IntroducedVersion>
              {(images.Length == 0 ? "" : $"<SdkMessageProcessingStepImages>{images}</SdkMessageProcessingStepImages>")}
            </SdkMessageProcessingStep>
            """;
    }

    private static string Image(string alias, int type, string? columns, string message) => columns is null ? "" : $$"""
        <SdkMessageProcessingStepImage Name="{{alias}}">
          <SdkMessageProcessingStepImageId>{{{Guid.NewGuid()}}}</SdkMessageProcessingStepImageId>
          <Attributes>{{columns}}</Attributes>
          <EntityAlias>{{alias}}</EntityAlias>
          <ImageType>{{type}}</ImageType>
          <MessagePropertyName>{{(message switch { "Create" => "id", "SetState" or "SetStateDynamicEntity" => "EntityMoniker", _ => "Target" })}}</MessagePropertyName>
          <IsCustomizable>1</IsCustomizable>
        </SdkMessageProcessingStepImage>
        """;
}
