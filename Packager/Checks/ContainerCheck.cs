using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Files and the XML agree: every body is there, every file is named, the zip lists its content types.</summary>
internal static class ContainerCheck
{
    public static void Run(CheckContext context)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, node, child) in ComponentFolders.WithBody)
        {
            foreach (var element in context.Items(node, child))
                CheckBody(context, element, named);
        }

        foreach (var file in context.Package.Files)
        {
            var folder = file.Name.Split('/')[0];
            var belongs = ComponentFolders.WithBody.Any(component => component.Folder == folder)
                ? named.Contains(file.Name)
                : ComponentFolders.Bodies.Contains(folder) || ComponentFolders.TableBased.Contains(folder);
            if (!belongs) context.Report(file.Source, FindingCodes.StrayFile, $"No part of the solution names the file '{file.Name}'.");
        }

        if (context.Package.ContentTypes?.Root is { } types) CheckContentTypes(context, types);
    }

    private static void CheckBody(CheckContext context, XElement element, HashSet<string> named)
    {
        foreach (var name in new[] { "FileName", "JsonFileName", "XamlFileName" })
        {
            if (element.Element(name) is not { } reference || string.IsNullOrWhiteSpace(reference.Value)) continue;
            var file = reference.Value.TrimStart('/');
            named.Add(file);
            if (!context.Files.ContainsKey(file) && !context.Package.Missing.Contains(file))
                context.Report(reference, FindingCodes.BodyMissing, $"The file '{file}' is not in the package.");
        }

        if (element.Name.LocalName is "WebResource" or "PluginAssembly" && element.Element("FileName") == null)
            context.Report(element, FindingCodes.BodyMissing, $"The element '{element.Name}' names no file.");
    }

    private static void CheckContentTypes(CheckContext context, XElement types)
    {
        var ns = types.Name.Namespace;
        var extensions = types.Elements(ns + "Default").Select(type => type.Attr("Extension") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var overrides = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in types.Elements(ns + "Override"))
        {
            var name = (part.Attr("PartName") ?? "").TrimStart('/');
            overrides.Add(name);
            if (!context.Files.ContainsKey(name))
                context.Report(part, FindingCodes.ContentType, $"An override names '{name}', which is not in the zip.");
        }

        foreach (var file in context.Package.Files)
        {
            var extension = Path.GetExtension(file.Name).TrimStart('.');
            if (extension == "" ? !overrides.Contains(file.Name) : !extensions.Contains(extension))
                context.Report(types, FindingCodes.ContentType, $"'[Content_Types].xml' gives no content type for '{file.Name}'.");
        }

        if (!extensions.Contains("xml"))
            context.Report(types, FindingCodes.ContentType, "'[Content_Types].xml' gives no content type for 'xml'.");
    }
}
