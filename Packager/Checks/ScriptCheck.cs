using System.Xml.Linq;
using Packager.Reading;
using Packager.Scripts;

namespace Packager.Checks;

/// <summary>Functions that forms and commands call are there once their script has run.</summary>
internal static class ScriptCheck
{
    public static void Run(CheckContext context)
    {
        foreach (var resource in context.Items("WebResources", "WebResource").Where(resource => resource.Text("WebResourceType") == "3"))
        {
            var name = resource.Text("Name") ?? "";
            if (context.Body(resource) is not { } body) continue;
            var text = ScriptLibrary.Text(body.Content);
            if ((name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ScriptLibrary.JsonError(text) : ScriptLibrary.SyntaxError(text)) is { } error)
                context.Report(body.Source, FindingCodes.ScriptSyntax, $"The script '{name}' cannot be parsed: {error}");
        }
    }

    /// <summary>The library is a script of the solution; others' libraries are taken on trust.</summary>
    public static bool CheckLibrary(CheckContext context, XObject at, string library)
    {
        if (context.WebResources.TryGetValue(library, out var resource))
        {
            if (resource.Text("WebResourceType") == "3") return true;
            context.Report(at, FindingCodes.ScriptLibrary, $"The web resource '{library}' is no script.");
        }
        else if (context.IsOwn(library) || library == "")
        {
            context.Report(at, FindingCodes.ScriptLibrary, $"The script '{library}' is not in the solution.");
        }

        return false;
    }

    public static void CheckFunction(CheckContext context, XObject at, string library, string function)
    {
        if (!context.WebResources.TryGetValue(library, out var resource) || resource.Text("WebResourceType") != "3"
            || context.Body(resource) is not { } body) return;
        if (!context.Scripts.TryGetValue(library, out var script))
        {
            script = ScriptLibrary.Load(ScriptLibrary.Text(body.Content), out var error);
            context.Scripts[library] = script;
            if (script == null && ScriptLibrary.SyntaxError(ScriptLibrary.Text(body.Content)) == null)
                context.Report(body.Source, FindingCodes.ScriptFails, $"The script '{library}' fails while it loads: {error}");
        }

        if (script?.Has(function) == false)
            context.Report(at, FindingCodes.ScriptFunction, $"The script '{library}' has no function '{function}'.");
    }
}
