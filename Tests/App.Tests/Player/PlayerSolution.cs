using System.Reflection;
using System.Text.RegularExpressions;
using Packager;

namespace App.Tests.Player;

/// <summary>A small solution that uses what a player must show: the packager's sample without its plug-ins, with scripts that tell what they were given.</summary>
internal static partial class PlayerSolution
{
    private static readonly string Root = typeof(PlayerSolution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

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
        Change(source, "AppModuleSiteMaps/tst_App/AppModuleSiteMap.xml", PutDashboardLast);
        var own = Path.Combine(Root, "Tests", "App.Tests", "Player", "Resources");
        File.Copy(Path.Combine(own, "parent.js"), Path.Combine(source, "WebResources/tst_/scripts/parent.js"), overwrite: true);
        File.Copy(Path.Combine(own, "checklist.html"), Path.Combine(source, "WebResources/tst_/html/checklist.html"), overwrite: true);
        var zip = Path.Combine(folder, "player.zip");
        using var stream = File.Create(zip);
        SolutionPackage.ReadFolder(source).WriteZip(stream, managed: true);
        return zip;
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

    // Most tests begin with a list; the first line of the site map is where an app opens.
    private static string PutDashboardLast(string siteMap)
    {
        var from = siteMap.IndexOf("        <SubArea Id=\"sub_overview\"", StringComparison.Ordinal);
        var until = siteMap.IndexOf("        <SubArea Id=\"sub_parents\"", StringComparison.Ordinal);
        return siteMap.Remove(from, until - from).Replace("      </Group>", siteMap[from..until] + "      </Group>", StringComparison.Ordinal);
    }

    private static void Change(string folder, string file, Func<string, string> change)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    [GeneratedRegex("""^.*<RootComponent type="9[12]".*\r?\n""", RegexOptions.Multiline)]
    private static partial Regex PluginRoot();
}
