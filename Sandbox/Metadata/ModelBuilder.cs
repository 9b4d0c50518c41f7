using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>Merges the system tables and the imported solutions into one model.</summary>
internal static class ModelBuilder
{
    private static readonly Dictionary<string, string[]> SystemTargets = new(StringComparer.Ordinal)
    {
        ["createdby"] = ["systemuser"],
        ["modifiedby"] = ["systemuser"],
        ["createdonbehalfby"] = ["systemuser"],
        ["modifiedonbehalfby"] = ["systemuser"],
        ["ownerid"] = ["systemuser", "team"],
        ["owninguser"] = ["systemuser"],
        ["owningteam"] = ["team"],
        ["owningbusinessunit"] = ["businessunit"],
        ["organizationid"] = ["organization"],
    };

    public static OrganizationModel Build(int baseLanguage, IReadOnlyList<SolutionModel> solutions)
    {
        var tables = SystemTables.All.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        foreach (var table in solutions.SelectMany(solution => solution.Tables))
        {
            tables[table.LogicalName] = tables.TryGetValue(table.LogicalName, out var known)
                ? Merge(known, table)
                : table;
        }

        // An extension of a table that nobody brings is no table; imports are refused for it.
        foreach (var (name, _) in tables.Where(table => !table.Value.Columns.ContainsKey(table.Value.PrimaryId)).ToList()) tables.Remove(name);
        var declared = solutions.SelectMany(solution => solution.Relationships)
            .GroupBy(relationship => relationship.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Last())
            .Where(relationship => tables.ContainsKey(relationship.ReferencedTable) && tables.ContainsKey(relationship.ReferencingTable))
            .Where(relationship => !SystemTargets.ContainsKey(relationship.ReferencingColumn))
            .Where(relationship => relationship.ReferencedTable != "fileattachment")
            .ToList();
        foreach (var pairs in declared.Where(relationship => relationship.IntersectTable is not null && !tables.ContainsKey(relationship.IntersectTable)).ToList())
            tables.Add(pairs.IntersectTable!, Intersects.TableOf(WithNames(pairs)));
        var targets = declared.ToLookup(
            relationship => (relationship.ReferencingTable, relationship.ReferencingColumn), relationship => relationship.ReferencedTable);

        var complete = tables.Values
            .Select(table => SystemTables.Names.Contains(table.LogicalName) ? table : Complete(table, targets))
            .ToList();
        var relationships = SystemTables.Relationships
            .Concat(declared.Select(WithNames))
            .Concat(complete.Where(table => !SystemTables.Names.Contains(table.LogicalName)).SelectMany(SystemRelationships));

        RelationshipModel WithNames(RelationshipModel relationship) => relationship.IntersectTable is null
            ? WithNavigation(relationship)
            : Intersects.Complete(relationship, tables[relationship.ReferencedTable].PrimaryId, tables[relationship.ReferencingTable].PrimaryId);

        return new OrganizationModel(complete, relationships)
        {
            BaseLanguage = baseLanguage,
            Languages = [.. solutions.SelectMany(LanguagesOf).Prepend(baseLanguage).Distinct()],
            Choices = Last(solutions, solution => solution.Choices, choice => choice.Name),
            CustomApis = Last(solutions, solution => solution.CustomApis.Where(api => api.BoundTable is null || tables.ContainsKey(api.BoundTable)), api => api.UniqueName),
            Apps = Last(solutions, solution => solution.Apps, app => app.UniqueName),
            SiteMaps = Last(solutions, solution => solution.SiteMaps, map => map.UniqueName),
            Dashboards = solutions.SelectMany(solution => solution.Dashboards).GroupBy(dashboard => dashboard.Id).ToDictionary(group => group.Key, group => group.Last()),
            WebResources = Last(solutions, solution => solution.WebResources, resource => resource.Name),
            Roles = solutions.SelectMany(solution => solution.Roles)
                .Concat(PlatformRoles.Of(complete))
                .GroupBy(role => role.Id).ToDictionary(group => group.Key, group => group.Last()),
            FieldSecurityProfiles = solutions.SelectMany(solution => solution.FieldSecurityProfiles).GroupBy(profile => profile.Id).ToDictionary(group => group.Key, group => group.Last()),
            Solutions = solutions,
        };
    }

    private static Dictionary<string, T> Last<T>(
        IReadOnlyList<SolutionModel> solutions, Func<SolutionModel, IEnumerable<T>> parts, Func<T, string> name) =>
        solutions.SelectMany(parts).GroupBy(name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private static IEnumerable<int> LanguagesOf(SolutionModel solution) =>
        solution.Tables.SelectMany(table => table.DisplayName.ByLanguage.Keys).Concat(solution.DisplayName.ByLanguage.Keys);

    // A later solution adds columns, keys, forms and views to a table, and replaces those it has again.
    internal static TableModel Merge(TableModel known, TableModel added)
    {
        var columns = new Dictionary<string, ColumnModel>(known.Columns, StringComparer.Ordinal);
        foreach (var column in added.Columns.Values) columns[column.LogicalName] = column;
        var main = added.IsShell ? known : added;
        return main with
        {
            EntitySetName = known.EntitySetName,
            PrimaryId = known.PrimaryId,
            PrimaryName = known.PrimaryName ?? main.PrimaryName,
            PrimaryImage = added.PrimaryImage ?? known.PrimaryImage,
            Columns = columns,
            Keys = [.. added.Keys, .. known.Keys.Where(key => added.Keys.All(other => other.LogicalName != key.LogicalName))],
            Forms = [.. added.Forms, .. known.Forms.Where(form => added.Forms.All(other => other.Id != form.Id))],
            Views = [.. added.Views, .. known.Views.Where(view => added.Views.All(other => other.Id != view.Id))],
            Charts = [.. added.Charts, .. known.Charts.Where(chart => added.Charts.All(other => other.Id != chart.Id))],
            Ribbon = added.Ribbon ?? known.Ribbon,
        };
    }

    private static TableModel Complete(TableModel table, ILookup<(string Table, string Column), string> targets)
    {
        var columns = new Dictionary<string, ColumnModel>(table.Columns.Count + 8, StringComparer.Ordinal);
        foreach (var column in table.Columns.Values)
        {
            columns[column.LogicalName] = column.Type is ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer
                ? column with { Targets = TargetsOf(table, column, targets) }
                : column;
            foreach (var companion in Companions.Of(column)) columns.TryAdd(companion.LogicalName, companion);
        }

        columns.TryAdd("versionnumber", SystemTables.VersionNumber);
        return table with { Columns = columns };
    }

    private static IReadOnlyList<string> TargetsOf(
        TableModel table, ColumnModel column, ILookup<(string Table, string Column), string> targets) =>
        SystemTargets.TryGetValue(column.LogicalName, out var fixedTargets) ? fixedTargets
        : targets[(table.LogicalName, column.LogicalName)].Distinct().ToArray() is { Length: > 0 } declared ? declared
        : column.Targets;

    private static RelationshipModel WithNavigation(RelationshipModel relationship) => relationship with
    {
        LookupNavigation = relationship.LookupNavigation is { Length: > 0 } lookup ? lookup : relationship.ReferencingColumn,
        CollectionNavigation = relationship.CollectionNavigation is { Length: > 0 } collection ? collection : relationship.Name,
    };

    // The columns that every table has point at system tables; their navigation properties bear the columns' names.
    private static IEnumerable<RelationshipModel> SystemRelationships(TableModel table) =>
        from column in table.Columns.Values
        where SystemTargets.ContainsKey(column.LogicalName) && column.Targets.Count > 0
        let name = column.LogicalName switch
        {
            "ownerid" => $"owner_{table.LogicalName}",
            "owninguser" => $"user_{table.LogicalName}",
            "owningteam" => $"team_{table.LogicalName}",
            "owningbusinessunit" => $"business_unit_{table.LogicalName}",
            "organizationid" => $"organization_{table.LogicalName}",
            _ => $"lk_{table.LogicalName}_{column.LogicalName}",
        }
        select new RelationshipModel
        {
            Name = name,
            ReferencedTable = column.Targets[0],
            ReferencingTable = table.LogicalName,
            ReferencingColumn = column.LogicalName,
            LookupNavigation = column.LogicalName,
            CollectionNavigation = name,
            IsSystem = true,
        };
}
