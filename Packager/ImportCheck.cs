using Packager.Checks;

namespace Packager;

/// <summary>Tells beforehand what would make an import fail, or succeed with something missing.</summary>
public static class ImportCheck
{
    private static readonly Action<CheckContext>[] Checks =
    [
        StructureCheck.Run, ContainerCheck.Run, ManifestCheck.Run, RootComponentCheck.Run, TableCheck.Run, ColumnCheck.Run,
        RelationshipCheck.Run, ChoiceCheck.Run, FormCheck.Run, ViewCheck.Run, ChartCheck.Run, DashboardCheck.Run, RibbonCheck.Run,
        AppCheck.Run, SecurityCheck.Run,
        WebResourceCheck.Run, ScriptCheck.Run, AssemblyCheck.Run, StepCheck.Run, CustomApiCheck.Run, IdCheck.Run, NameCheck.Run,
        LabelCheck.Run,
    ];

    /// <summary>All findings, in the order of file and line; none for a package that imports. Never throws.</summary>
    /// <param name="package">The package.</param>
    /// <param name="tables">Logical names of tables that the organization has already.</param>
    public static IReadOnlyList<Finding> Run(SolutionPackage package, IEnumerable<string>? tables = null)
    {
        if (package.Solution?.Root is not { } solution || package.Customizations?.Root is not { } customizations)
            return Sorted(package.ReadFindings);
        var context = new CheckContext(package, solution, customizations, tables ?? []);
        foreach (var check in Checks)
            check(context);
        return Sorted(package.ReadFindings.Concat(context.Findings));
    }

    private static List<Finding> Sorted(IEnumerable<Finding> findings) =>
    [
        .. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}
