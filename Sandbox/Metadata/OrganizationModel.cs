using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>An immutable picture of everything the organization knows: system tables and imported solutions merged.</summary>
public sealed class OrganizationModel
{
    private readonly ILookup<string, RelationshipModel> _byReferencing;
    private readonly ILookup<string, RelationshipModel> _byReferenced;
    private readonly Dictionary<(string Table, string Column), RelationshipModel[]> _byColumn;

    internal OrganizationModel(IEnumerable<TableModel> tables, IEnumerable<RelationshipModel> relationships)
    {
        Tables = tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        TablesBySet = Tables.Values.GroupBy(table => table.EntitySetName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Relationships = [.. relationships];
        _byReferencing = Relationships.ToLookup(relationship => relationship.ReferencingTable, StringComparer.Ordinal);
        _byReferenced = Relationships.ToLookup(relationship => relationship.ReferencedTable, StringComparer.Ordinal);
        _byColumn = Relationships.Where(relationship => relationship.IntersectTable is null)
            .GroupBy(relationship => (relationship.ReferencingTable, relationship.ReferencingColumn))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Base language of the organization (LCID).</summary>
    public required int BaseLanguage { get; init; }

    /// <summary>Languages the organization offers, the base language first.</summary>
    public required IReadOnlyList<int> Languages { get; init; }

    /// <summary>Tables by logical name, the ones between many-to-many relationships included, with the companions of image and file columns and <c>versionnumber</c> among the columns.</summary>
    public IReadOnlyDictionary<string, TableModel> Tables { get; }

    /// <summary>Tables by the name of their Web API collection.</summary>
    public IReadOnlyDictionary<string, TableModel> TablesBySet { get; }

    /// <summary>All relationships, with navigation names filled in; a polymorphic lookup has one for each target.</summary>
    public IReadOnlyList<RelationshipModel> Relationships { get; }

    /// <summary>Global choices by name.</summary>
    public IReadOnlyDictionary<string, ChoiceModel> Choices { get; init; } = new Dictionary<string, ChoiceModel>();

    /// <summary>Custom APIs by unique name.</summary>
    public IReadOnlyDictionary<string, CustomApiModel> CustomApis { get; init; } = new Dictionary<string, CustomApiModel>();

    /// <summary>Model-driven apps by unique name.</summary>
    public IReadOnlyDictionary<string, AppModel> Apps { get; init; } = new Dictionary<string, AppModel>();

    /// <summary>Site maps by unique name, which is the app's.</summary>
    public IReadOnlyDictionary<string, SiteMapModel> SiteMaps { get; init; } = new Dictionary<string, SiteMapModel>();

    /// <summary>Dashboards by id.</summary>
    public IReadOnlyDictionary<Guid, DashboardModel> Dashboards { get; init; } = new Dictionary<Guid, DashboardModel>();

    /// <summary>Web resources by name.</summary>
    public IReadOnlyDictionary<string, WebResourceModel> WebResources { get; init; } = new Dictionary<string, WebResourceModel>();

    /// <summary>Security roles by id, System Administrator included.</summary>
    public IReadOnlyDictionary<Guid, RoleModel> Roles { get; init; } = new Dictionary<Guid, RoleModel>();

    /// <summary>Field security profiles of solutions by id.</summary>
    public IReadOnlyDictionary<Guid, FieldSecurityProfileModel> FieldSecurityProfiles { get; init; } = new Dictionary<Guid, FieldSecurityProfileModel>();

    /// <summary>The imported solutions in the order of their first import.</summary>
    public IReadOnlyList<SolutionModel> Solutions { get; init; } = [];

    /// <summary>Relationships in which the table is the "many" side.</summary>
    public IEnumerable<RelationshipModel> ManyToOneOf(string table) => _byReferencing[table];

    /// <summary>Relationships in which the table is the "one" side.</summary>
    public IEnumerable<RelationshipModel> OneToManyOf(string table) => _byReferenced[table];

    /// <summary>Many-to-many relationships in which the table is either side.</summary>
    public IEnumerable<RelationshipModel> ManyToManyOf(string table) =>
        _byReferenced[table].Union(_byReferencing[table]).Where(relationship => relationship.IntersectTable is not null);

    /// <summary>The relationships of a lookup column, one for each target; empty for a column that is no lookup.</summary>
    public IReadOnlyList<RelationshipModel> RelationshipsOf(string table, string column) =>
        _byColumn.TryGetValue((table, column), out var found) ? found : [];
}
