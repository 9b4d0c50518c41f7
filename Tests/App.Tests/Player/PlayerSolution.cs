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

        Change(source, "Other/Solution.xml", text => PluginRoot().Replace(text, ""));
        var own = Path.Combine(Root, "Tests", "App.Tests", "Player", "Resources");
        File.Copy(Path.Combine(own, "parent.js"), Path.Combine(source, "WebResources/tst_/scripts/parent.js"), overwrite: true);
        File.Copy(Path.Combine(own, "checklist.html"), Path.Combine(source, "WebResources/tst_/html/checklist.html"), overwrite: true);
        var zip = Path.Combine(folder, "player.zip");
        using var stream = File.Create(zip);
        SolutionPackage.ReadFolder(source).WriteZip(stream, managed: true);
        return zip;
    }

    private static void Change(string folder, string file, Func<string, string> change)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    [GeneratedRegex("""^.*<RootComponent type="9[12]".*\r?\n""", RegexOptions.Multiline)]
    private static partial Regex PluginRoot();
}
