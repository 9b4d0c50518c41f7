using System.Xml.Linq;

namespace DataverseReadiness.Cli.Environments;

/// <summary>What <c>importjob.data</c> says of one component.</summary>
/// <param name="Result">failure or warning.</param>
/// <param name="Code">Such as 0x80048033.</param>
internal sealed record ImportedComponent(string Component, string Result, string Code, string Text)
{
    public const string Failure = "failure";
    public const string Warning = "warning";

    /// <param name="result">The element <c>result</c> below the component's own.</param>
    public static ImportedComponent Of(XElement result, string kind)
    {
        var component = result.Parent!;
        var name = (string?)component.Attribute("LocalizedName") is { Length: > 0 } label ? label : (string?)component.Attribute("id");
        return new ImportedComponent(
            string.IsNullOrEmpty(name) ? component.Name.LocalName : component.Name.LocalName + " " + name, kind,
            (string?)result.Attribute("errorcode") ?? "", ((string?)result.Attribute("errortext") ?? "").ReplaceLineEndings(" ").Trim());
    }
}
