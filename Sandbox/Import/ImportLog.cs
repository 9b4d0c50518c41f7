using System.Globalization;
using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Import;

/// <summary>
/// What a row of <c>importjob</c> says of an import, in the form that "Work with solutions" (learn.microsoft.com/power-platform/alm/solution-api) shows: a
/// <c>result</c> for each component. What the sandbox did not import is a warning.
/// </summary>
internal static class ImportLog
{
    public static string Of(ImportResult result, DateTime start, DateTime stop)
    {
        XElement Success() => Result("success", "0", "", stop);
        IEnumerable<XElement> Items(string name, params string[] kinds) =>
            from component in result.Components
            where kinds.Contains(component.Kind)
            select new XElement(name, new XAttribute("id", component.Id is { } id && id != Guid.Empty ? $"{{{id}}}" : component.Key), new XAttribute("LocalizedName", component.Key),
                new XAttribute("processed", "true"), Success());
        string[] named = ["table", "choice", "role", "web resource", "dashboard"];
        return Document(start, stop, 100,
            Manifests(result.UniqueName, result.Version, result.IsManaged, Success()),
            new XElement("entities", Items("entity", "table")),
            new XElement("optionSets", Items("optionSet", "choice")),
            new XElement("dashboards", Items("dashboard", "dashboard")),
            new XElement("securityroles", Items("securityrole", "role")),
            new XElement("webResources", Items("webResource", "web resource")),
            new XElement("nodes",
                result.Components.Select(component => component.Kind).Distinct().Except(named).SelectMany(kind => Items("node", kind)),
                result.NotImported.SelectMany(kind => kind.Value.Select(name => new XElement("node", new XAttribute("id", name), new XAttribute("LocalizedName", $"{kind.Key}: {name}"),
                    new XAttribute("processed", "false"), Result("warning", Hex(ErrorCodes.NotSupported), $"{kind.Key}: {name} has no effect in the sandbox.", stop))))),
            new XElement("removedComponents", result.Removed.Select(name => new XElement("removedComponent", new XAttribute("LocalizedName", name)))),
            new XElement("lostData", result.Lost.Select(lost => new XElement("lost", new XAttribute("LocalizedName", lost.ToString()), new XAttribute("rows", lost.Rows)))),
            new XElement("rootComponents", new XElement("rootComponent", new XAttribute("processed", "true"), Success())));
    }

    public static string Of(OrganizationFault fault, ImportFailedException? refusal, DateTime start, DateTime stop) => Document(start, stop, 0,
        Manifests("", null, isManaged: null, Result("failure", fault.HexCode, fault.Message, stop)),
        new XElement("nodes", refusal?.Findings.Select(finding => new XElement("node", new XAttribute("id", finding.Code), new XAttribute("LocalizedName", finding.File),
            new XAttribute("processed", "false"), Result("failure", fault.HexCode, finding.Message, stop)))));

    private static string Document(DateTime start, DateTime stop, int progress, params XElement[] parts) =>
        new XElement("importexportxml", new XAttribute("start", start.Ticks), new XAttribute("stop", stop.Ticks), new XAttribute("progress", progress),
            new XAttribute("processed", "true"), parts).ToString(SaveOptions.DisableFormatting);

    private static XElement Manifests(string name, Version? version, bool? isManaged, XElement result) => new("solutionManifests",
        new XElement("solutionManifest", new XAttribute("id", name), new XAttribute("LocalizedName", name), new XAttribute("processed", "true"),
            new XElement("UniqueName", name), version is null ? null : new XElement("Version", version), isManaged is null ? null : new XElement("Managed", isManaged.Value ? 1 : 0),
            new XElement("results"), result));

    private static XElement Result(string result, string code, string text, DateTime time) => new("result", new XAttribute("result", result),
        new XAttribute("errorcode", code), new XAttribute("errortext", text),
        new XAttribute("datetime", time.ToString("HH:mm:ss.ff", CultureInfo.InvariantCulture)), new XAttribute("datetimeticks", time.Ticks));

    private static string Hex(int code) => "0x" + code.ToString("x8", CultureInfo.InvariantCulture);
}
