using System.Text;
using System.Xml.Linq;
using Packager;
using Packager.Tests;

namespace Sandbox.Tests.Core;

/// <summary>
/// Whole solutions as environments export them, put together from the shapes of public ones: each part of them is imported or named as not imported, none twice and none in
/// silence. What there is is counted in the zip itself, by rules of this file.
/// </summary>
public sealed class WholeExportTests
{
    // Children of these are made of parts themselves, which are counted one by one.
    private static readonly string[] Known =
    [
        "Entities", "Roles", "FieldSecurityProfiles", "EntityRelationships", "optionsets", "WebResources", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModules",
        "AppModuleSiteMaps", "Dashboards", "Templates", "Languages", "EntityImageConfigs", "AttributeImageConfigs",
    ];

    [Theory]
    [InlineData("venue")]
    [InlineData("agents")]
    [InlineData("additions")]
    public void Each_part_is_imported_or_named(string export)
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var zip = Zip(export, organization.Key);

        var result = organization.Inner.Import(new MemoryStream(zip));

        var entries = Sample.Entries(zip);
        var named = result.NotImported.Where(kind => kind.Key is not "calculation" and not "run as").ToDictionary();
        Assert.Equal(
            Parts(entries).Order(StringComparer.Ordinal).CountBy(kind => kind),
            result.Imported.SelectMany(kind => Enumerable.Repeat(kind.Key, kind.Value)).Concat(named.SelectMany(kind => kind.Value.Select(_ => kind.Key)))
                .Order(StringComparer.Ordinal).CountBy(kind => kind));
        var told = string.Join('\n', result.Components.Select(component => $"{component.Key} {component.Id}").Concat(named.SelectMany(kind => kind.Value)).Concat(result.Warnings));
        Assert.All(Roots(entries), root => Assert.Contains(root, told, StringComparison.OrdinalIgnoreCase));
        Assert.All(named, kind => Assert.Contains(result.Summary(), line => line.StartsWith($"Not imported: {kind.Key}, {kind.Value.Count} (", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("venue")]
    [InlineData("agents")]
    [InlineData("additions")]
    public void What_was_imported_opens_again_is_taken_again_and_goes_again(string export)
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var zip = Zip(export, organization.Key);
        var first = organization.Inner.Import(new MemoryStream(zip));

        organization.Reopen();
        var again = organization.Inner.Import(new MemoryStream(zip));
        var gone = organization.Inner.Uninstall(first.UniqueName);

        Assert.Equal(first.Imported, again.Imported);
        Assert.Equal(first.NotImported, again.NotImported);
        Assert.Empty(gone.Blockers);
        organization.Reopen();
        Assert.Empty(organization.Inner.Model.Solutions);
    }

    [Theory]
    [InlineData("venue")]
    [InlineData("agents")]
    [InlineData("additions")]
    public void Unpacked_and_packed_again_it_is_the_same(string export)
    {
        using var folder = new TemporaryFolder();
        var zip = Zip(export, "key");
        var unpacked = Path.Combine(folder.Path, "solution");
        using var packed = new MemoryStream();

        SolutionPackage.ReadZip(new MemoryStream(zip)).WriteFolder(unpacked);
        SolutionPackage.ReadFolder(unpacked).WriteZip(packed, managed: true);

        var (before, after) = (Sample.Entries(zip), Sample.Entries(packed.ToArray()));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(before, entry => Assert.True(
            entry.Key.EndsWith(".xml", StringComparison.Ordinal)
                ? XNode.DeepEquals(Xml(before, entry.Key), Xml(after, entry.Key))
                : entry.Value.AsSpan().SequenceEqual(after[entry.Key]),
            entry.Key));
    }

    /// <summary>The kind of each part of a zip, as an import calls it.</summary>
    private static IEnumerable<string> Parts(Dictionary<string, byte[]> entries)
    {
        var root = Xml(entries, "customizations.xml");
        var extended = Xml(entries, "solution.xml").Descendants("RootComponent").Where(component => (string?)component.Attribute("type") == "1" && (string?)component.Attribute("behavior") != "0")
            .Select(component => ((string)component.Attribute("schemaName")!).ToLowerInvariant()).ToHashSet();
        foreach (var table in root.Elements("Entities").Elements("Entity"))
        {
            var info = table.Element("EntityInfo")?.Element("entity");
            yield return info is null || (string?)info.Attribute("unmodified") == "1" || extended.Contains(((string)table.Element("Name")!).ToLowerInvariant()) ? "table extension" : "table";
        }

        (string Kind, string Path)[] kinds =
        [
            ("column", "Entities/Entity/EntityInfo/entity/attributes/attribute"), ("key", "Entities/Entity/EntityInfo/entity/EntityKeys/EntityKey"),
            ("form", "Entities/Entity/FormXml/forms/systemform"), ("view", "Entities/Entity/SavedQueries/savedqueries/savedquery"),
            ("chart", "Entities/Entity/Visualizations/visualization"), ("choice", "optionsets/optionset"), ("relationship", "EntityRelationships/EntityRelationship"), ("role", "Roles/Role"),
            ("privilege", "Roles/Role/RolePrivileges/RolePrivilege"), ("field security profile", "FieldSecurityProfiles/FieldSecurityProfile"),
            ("field permission", "FieldSecurityProfiles/FieldSecurityProfile/FieldPermissions/FieldPermission"), ("web resource", "WebResources/WebResource"),
            ("assembly", "SolutionPluginAssemblies/PluginAssembly"), ("plug-in type", "SolutionPluginAssemblies/PluginAssembly/PluginTypes/PluginType"),
            ("step", "SdkMessageProcessingSteps/SdkMessageProcessingStep"), ("image", "SdkMessageProcessingSteps/SdkMessageProcessingStep/SdkMessageProcessingStepImages/SdkMessageProcessingStepImage"),
            ("app", "AppModules/AppModule"), ("site map", "AppModuleSiteMaps/AppModuleSiteMap"), ("dashboard", "Dashboards/Dashboard"),
        ];
        foreach (var (kind, path) in kinds)
        {
            foreach (var _ in path.Split('/').Aggregate<string, IEnumerable<XElement>>([root], (found, name) => found.Elements(name))) yield return kind;
        }

        foreach (var _ in root.Elements("Entities").Concat(root.Elements("optionsets")).Descendants().Where(one => one.Name.LocalName is "option" or "state" or "status" && one.Attribute("value") is not null))
            yield return "option";
        foreach (var node in root.Elements().Where(node => !Known.Contains(node.Name.LocalName)))
        {
            foreach (var _ in node.Elements()) yield return node.Name.LocalName;
        }

        foreach (var template in root.Elements("Templates").Elements().Elements()) yield return template.Parent!.Name.LocalName;
        foreach (var rules in root.Elements("Entities").Elements("Entity").Elements("HierarchyRuleXml")) yield return rules.Name.LocalName;
        foreach (var file in entries.Keys.Select(name => name.Split('/')).Where(path => path[0] == "customapis"))
            yield return file[^1] switch { "customapi.xml" => "custom API", "customapirequestparameter.xml" => "custom API parameter", _ => "custom API property" };
        string[] bodies = ["WebResources", "PluginAssemblies", "Workflows", "Controls", "CanvasApps", "Reports", "Formulas", "customapis"];
        foreach (var folder in entries.Keys.Select(name => name.Split('/')).Where(path => path.Length > 1 && !bodies.Contains(path[0])).Select(path => (path[0], path[1])).Distinct())
            yield return folder.Item1;
    }

    /// <summary>What each root component is called, there or where its id stands.</summary>
    private static IEnumerable<string> Roots(Dictionary<string, byte[]> entries)
    {
        var root = Xml(entries, "customizations.xml");
        foreach (var component in Xml(entries, "solution.xml").Descendants("RootComponent"))
        {
            if ((string?)component.Attribute("schemaName") is { } name)
            {
                yield return (string?)component.Attribute("type") == "91" ? name.Split(',')[0] : name.Replace(' ', '.');
                continue;
            }

            var id = Guid.Parse((string)component.Attribute("id")!);
            var part = root.Descendants().First(one => one.Attributes().Any(attribute => Guid.TryParse(attribute.Value, out var own) && own == id)
                || (!one.HasElements && Guid.TryParse(one.Value, out var said) && said == id));
            part = part.HasAttributes ? part : part.Parent!;
            yield return (string?)component.Attribute("type") is "20" or "60" or "70" or "92" && part.Name.LocalName is "Role" or "Dashboard" or "systemform" or "FieldSecurityProfile" or "SdkMessageProcessingStep" && part.Parent!.Name != "InteractionCentricDashboards"
                ? id.ToString()
                : (string?)part.Attribute("Name") ?? (string?)part.Descendants("LocalizedName").First().Attribute("description") ?? "";
        }
    }

    private static byte[] Zip(string export, string key) => export switch
    {
        "venue" => WholeExport.Venue(key),
        "agents" => WholeExport.Agents(key),
        _ => WholeExport.Additions(key),
    };

    private static XElement Xml(Dictionary<string, byte[]> entries, string name) => XDocument.Parse(Encoding.UTF8.GetString(entries[name])).Root!;
}
