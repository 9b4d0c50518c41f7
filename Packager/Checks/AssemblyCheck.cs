using System.Text.RegularExpressions;
using System.Xml.Linq;
using Packager.Assemblies;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Plug-in assemblies are what their XML says, and hold the types it registers.</summary>
internal static partial class AssemblyCheck
{
    private const int LargestBytes = 16 * 1024 * 1024;
    private const string Framework = ".NETFramework,Version=v4.6.2";

    public static void Run(CheckContext context)
    {
        foreach (var assembly in context.Items("SolutionPluginAssemblies", "PluginAssembly"))
        {
            CheckSettings(context, assembly);
            if (context.Body(assembly) is not { } body) continue;
            if (body.Content.Length > LargestBytes)
                context.Report(body.Source, FindingCodes.AssemblySize, $"The assembly has {body.Content.Length} bytes; {LargestBytes} are accepted.");
            if (PluginAssemblyFile.Read(body.Content, out var error) is not { } file)
            {
                context.Report(body.Source, FindingCodes.AssemblyUnreadable, $"The file is no .NET assembly: {error}");
                continue;
            }

            CheckFile(context, assembly, body, file);
            foreach (var type in assembly.At("PluginTypes", "PluginType"))
                CheckType(context, assembly, type, file);
        }
    }

    private static void CheckSettings(CheckContext context, XElement assembly)
    {
        if (assembly.Text("IsolationMode") != "2")
            context.Report(assembly, FindingCodes.AssemblySetting, $"'IsolationMode' is '{assembly.Text("IsolationMode")}'; online only 2 (sandbox) is accepted.");
        if (assembly.Text("SourceType") != "0")
            context.Report(assembly, FindingCodes.AssemblySetting, $"'SourceType' is '{assembly.Text("SourceType")}'; only 0 (database) is accepted.");
        var name = (assembly.Attr("FullName") ?? "").Split(',')[0];
        if (assembly.Element("FileName") is { } file && XmlValues.Id(assembly.Attr("PluginAssemblyId")) is { } id)
        {
            var stripped = NotInFileNames().Replace(name, "");
            var expected = $"/PluginAssemblies/{stripped}-{id.ToString("D").ToUpperInvariant()}/{stripped}.dll";
            if (file.Value != expected)
                context.Report(file, FindingCodes.AssemblyFileName, $"The file of '{name}' is called '{file.Value}'; it is '{expected}'.");
        }

        foreach (var twice in assembly.At("PluginTypes", "PluginType", "FriendlyName").GroupBy(element => element.Value).Where(group => group.Count() > 1))
            context.Report(twice.Last(), FindingCodes.AssemblyType, $"The friendly name '{twice.Key}' stands in the assembly more than once.");
    }

    private static void CheckFile(CheckContext context, XElement assembly, PackageFile body, PluginAssemblyFile file)
    {
        if (file.FullName != assembly.Attr("FullName"))
            context.Report((XObject?)assembly.Attribute("FullName") ?? assembly, FindingCodes.AssemblyIdentity, $"The assembly is registered as '{assembly.Attr("FullName")}'; the file is '{file.FullName}'.");
        if (file.TargetFramework != Framework)
            context.Report(body.Source, FindingCodes.AssemblyFramework, $"The assembly targets '{file.TargetFramework}'; the platform runs '{Framework}'.");
        if (!file.IsStrongNamed)
            context.Report(body.Source, FindingCodes.AssemblyUnsigned, "The assembly has no strong name.");
    }

    private static void CheckType(CheckContext context, XElement assembly, XElement type, PluginAssemblyFile file)
    {
        var qualified = type.Attr("AssemblyQualifiedName") ?? "";
        var name = qualified.Split(',')[0].Trim();
        if (qualified != $"{name}, {assembly.Attr("FullName")}")
            context.Report(type, FindingCodes.AssemblyType, $"The type is registered as '{qualified}'; its assembly is '{assembly.Attr("FullName")}'.");
        if (!file.Classes.TryGetValue(name, out var found))
            context.Report(type, FindingCodes.AssemblyType, $"The assembly has no type '{name}'.");
        else if (!found.IsPublic || found.IsAbstract || !found.HasConstructor)
            context.Report(type, FindingCodes.AssemblyType, $"The type '{name}' cannot be created by the platform: it must be public, not abstract, and have a public constructor without arguments or with one or two texts.");
        else if (!found.IsPlugin && type.Element("WorkflowActivityGroupName") == null)
            context.Report(type, FindingCodes.AssemblyType, $"The type '{name}' does not implement IPlugin.");
    }

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NotInFileNames();
}
