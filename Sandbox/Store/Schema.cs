using Packager.Model;
using Sandbox.Metadata;

namespace Sandbox.Store;

/// <summary>All tables of a model.</summary>
internal sealed class Schema
{
    private readonly Dictionary<string, TableSchema> _tables;

    public Schema(OrganizationModel model)
    {
        _tables = model.Tables.Values.ToDictionary(
            table => table.LogicalName,
            table => new TableSchema(table) { IsSystem = SystemTables.Names.Contains(table.LogicalName) || table.IsIntersect },
            StringComparer.Ordinal);
        foreach (var table in _tables.Values)
        {
            table.Children =
            [
                .. model.OneToManyOf(table.Name).Where(relationship =>
                    relationship is { IntersectTable: null, IsSystem: false } && _tables.ContainsKey(relationship.ReferencingTable)),
            ];
            table.Parents =
            [
                .. model.ManyToOneOf(table.Name).Where(relationship =>
                    relationship is { IntersectTable: null, IsSystem: false, CascadeReparent: not "NoCascade" } && _tables.ContainsKey(relationship.ReferencedTable)),
            ];
        }

        foreach (var table in _tables.Values)
        {
            table.Parent = model.ManyToOneOf(table.Name).FirstOrDefault(relationship => relationship.IsHierarchical && relationship.ReferencedTable == table.Name) is { } hierarchy
                ? table.Find(hierarchy.ReferencingColumn)
                : null;
        }

        foreach (var relationship in model.Relationships.Where(relationship => relationship.IntersectTable is not null)) AddPairs(relationship);
        foreach (var table in _tables.Values) KeepNames(table);
        foreach (var table in _tables.Values) table.Indexes = IndexPlanner.Of(table, this);
    }

    public IEnumerable<TableSchema> Tables => _tables.Values;

    public TableSchema? Find(string name) => _tables.GetValueOrDefault(name);

    private void AddPairs(RelationshipModel relationship)
    {
        // An import is refused where the name of the table between is another table's.
        var between = _tables[relationship.IntersectTable!];
        if (between.Find(relationship.FirstIntersectColumn) is not { } first || between.Find(relationship.SecondIntersectColumn) is not { } second) return;
        between.Pair = (first, second);
        _tables[relationship.ReferencedTable].Pairs.Add((between, first));
        _tables[relationship.ReferencingTable].Pairs.Add((between, second));
    }

    private void KeepNames(TableSchema table)
    {
        foreach (var order in IndexPlanner.QueriesOf(table, this).SelectMany(query => query.Orders.Where(order => order.Source == query.Root)))
        {
            if (order.Column is not { Kind: StorageKind.Reference, TypeSql: null, SortName: null, Model.Targets: [var target] } lookup) continue;
            if (Find(target) is not { PrimaryName: not null } named) continue;
            lookup.KeepName();
            named.NameKeepers.Add((table, lookup));
        }
    }

    /// <summary>The table, or the platform's fault.</summary>
    public TableSchema Table(string? name) =>
        name is not null && _tables.TryGetValue(name, out var table) ? table : throw Faults.NoEntity(name);
}
