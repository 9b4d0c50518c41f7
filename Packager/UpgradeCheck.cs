using System.Reflection;
using Packager.Model;

namespace Packager;

/// <summary>Tells beforehand what an upgrade from an earlier version would refuse, lose or make twice.</summary>
public static class UpgradeCheck
{
    /// <summary>All findings; none for a package that takes the earlier one's place with everything that people entered.</summary>
    /// <param name="package">The package, a folder or a zip, without findings of its own.</param>
    /// <param name="previous">The earlier version, as it was released.</param>
    public static IReadOnlyList<Finding> Run(SolutionPackage package, SolutionPackage previous)
    {
        var (now, before) = (package.ToModel(), previous.ToModel());
        if (Identity(now) != Identity(before))
            return [new(FindingCodes.UpgradeSolution, "", 0, $"This is {Identity(now)}, the earlier zip is {Identity(before)}; the one is no upgrade of the other.")];
        return [.. Versions(package, previous, now, before), .. Assemblies(now, before), .. Ids(now, before), .. Losses(now, before), .. Types(now, before)];
    }

    private static string Identity(SolutionModel solution) =>
        $"'{solution.UniqueName}' of the publisher '{solution.Publisher.UniqueName}' ({solution.Publisher.Prefix}, {solution.Publisher.OptionValuePrefix})";

    private static IEnumerable<Finding> Versions(SolutionPackage package, SolutionPackage previous, SolutionModel now, SolutionModel before)
    {
        if (now.Version > before.Version) yield break;
        if (now.Version < before.Version)
            yield return new(FindingCodes.UpgradeVersion, "", 0, $"The version is {now.Version}, lower than {before.Version} of the earlier zip. Raise it with 'Packager version'.");
        else if (package.FirstDifference(previous) is { } difference)
            yield return new(FindingCodes.UpgradeVersion, "", 0, $"The version is {now.Version}, as in the earlier zip, but '{difference}' is another. Raise the version with 'Packager version'.");
    }

    private static IEnumerable<Finding> Assemblies(SolutionModel now, SolutionModel before)
    {
        foreach (var (name, was) in Names(before))
        {
            if (Names(now).TryGetValue(name, out var assembly) && Key(assembly) != Key(was))
            {
                yield return new(FindingCodes.UpgradeAssembly, "", 0,
                    $"The assembly is '{assembly.FullName}' and was '{was.FullName}'; the platform takes it for another one. Change only the last two numbers of its version.");
            }
        }

        static Dictionary<string, AssemblyName> Names(SolutionModel solution) =>
            solution.Assemblies.Select(assembly => new AssemblyName(assembly.FullName)).ToDictionary(name => name.Name!, StringComparer.Ordinal);

        static (int?, int?, string?, string) Key(AssemblyName name) =>
            (name.Version?.Major, name.Version?.Minor, name.CultureName, Convert.ToHexString(name.GetPublicKeyToken() ?? []));
    }

    private static IEnumerable<Finding> Ids(SolutionModel now, SolutionModel before)
    {
        var ids = Named(now).ToLookup(part => part.Name, part => part.Id);
        foreach (var part in Named(before).GroupBy(part => part.Name, part => part.Id))
        {
            var (gone, came) = (part.Except(ids[part.Key]).ToList(), ids[part.Key].Except(part).ToList());
            if (gone.Count > 0 && came.Count > 0)
            {
                yield return new(FindingCodes.UpgradeId, "", 0,
                    $"The {part.Key} has the id {came[0]:B} and had {gone[0]:B} in {before.Version}; an upgrade would delete the one and make the other. Give it back its id.");
            }
        }
    }

    // By what people and code know a part again, whatever its id is.
    private static IEnumerable<(string Name, Guid Id)> Named(SolutionModel solution)
    {
        var language = solution.BaseLanguage;
        foreach (var role in solution.Roles) yield return ($"role '{role.Name}'", role.Id);
        foreach (var resource in solution.WebResources) yield return ($"web resource '{resource.Name}'", resource.Id);
        foreach (var assembly in solution.Assemblies) yield return ($"assembly '{assembly.FullName.Split(',')[0]}'", assembly.Id);
        foreach (var type in solution.Assemblies.SelectMany(assembly => assembly.Types)) yield return ($"plug-in type '{type.TypeName}'", type.Id);
        foreach (var step in solution.Steps)
        {
            yield return ($"step '{step.Name}'", step.Id);
            foreach (var image in step.Images) yield return ($"image '{image.Alias}' of the step '{step.Name}'", image.Id);
        }

        foreach (var table in solution.Tables)
        {
            foreach (var form in table.Forms) yield return ($"{form.Kind} form '{form.Name.In(language)}' of '{table.LogicalName}'", form.Id);
            foreach (var view in table.Views) yield return ($"view '{view.Name.In(language)}' of '{table.LogicalName}'", view.Id);
            foreach (var chart in table.Charts) yield return ($"chart '{chart.Name.In(language)}' of '{table.LogicalName}'", chart.Id);
        }

        foreach (var dashboard in solution.Dashboards) yield return ($"dashboard '{dashboard.Name.In(language)}'", dashboard.Id);
    }

    private static IEnumerable<Finding> Losses(SolutionModel now, SolutionModel before)
    {
        var there = Holders(now).ToHashSet();
        var gone = Holders(before).Where(part => !there.Contains(part)).ToList();
        foreach (var part in gone.Where(part => !gone.Exists(whole => part.Key.StartsWith(whole.Key + ".", StringComparison.Ordinal) || part.Key.StartsWith(whole.Key + ":", StringComparison.Ordinal))))
        {
            yield return new(FindingCodes.UpgradeLoss, "", 0,
                $"The {part.Name} of {before.Version} is gone; an upgrade would {(part.Kind == "option" ? "leave rows with a value that has no label" : "delete it with what people entered")}. Keep it.");
        }

        static IEnumerable<Component> Holders(SolutionModel solution) => Component.Of(solution).Where(part => part.Kind is "table" or "column" or "option");
    }

    private static IEnumerable<Finding> Types(SolutionModel now, SolutionModel before)
    {
        var columns = before.Tables.SelectMany(table => table.Columns.Values, (table, column) => (table.LogicalName, column)).ToDictionary(pair => (pair.LogicalName, pair.column.LogicalName), pair => pair.column);
        foreach (var table in now.Tables)
        {
            foreach (var column in table.Columns.Values)
            {
                if (!columns.TryGetValue((table.LogicalName, column.LogicalName), out var was)) continue;
                if (column.Type != was.Type)
                {
                    yield return new(FindingCodes.UpgradeType, "", 0,
                        $"The column '{table.LogicalName}.{column.LogicalName}' is of type '{column.TypeName}' and was of type '{was.TypeName}'; a column cannot change its type. Add another one.");
                }
                else if (column.MaxLength < was.MaxLength)
                {
                    yield return new(FindingCodes.UpgradeType, "", 0,
                        $"The column '{table.LogicalName}.{column.LogicalName}' takes {column.MaxLength} and took {was.MaxLength}; what people entered may be longer. Keep its length.");
                }
            }
        }
    }
}
