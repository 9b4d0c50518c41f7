namespace Packager.Cli;

/// <summary>Findings as MSBuild shows them: <c>file(line): error CODE: message</c>.</summary>
internal static class FindingText
{
    public static string Of(Finding finding, string root)
    {
        var file = finding.File == "" ? root : Path.Combine(root, finding.File).Replace('\\', '/').Replace("/./", "/", StringComparison.Ordinal);
        var line = finding.Line > 0 ? $"({finding.Line})" : "";
        return $"{file}{line}: error {finding.Code}: {finding.Message}";
    }
}
