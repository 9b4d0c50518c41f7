using Packager;

namespace Sandbox;

/// <summary>A solution zip was refused; the organization is as it was.</summary>
public sealed class ImportFailedException(IReadOnlyList<Finding> findings)
    : Exception(findings.Count == 1
        ? "The solution was not imported: " + findings[0].Message
        : $"The solution was not imported, for {findings.Count} reasons: {string.Join(" ", findings.Take(3).Select(finding => finding.Message))}")
{
    /// <summary>Everything found wrong.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
