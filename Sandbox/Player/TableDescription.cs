using Packager.Model;
using Sandbox.Metadata;
using Sandbox.Store;

namespace Sandbox.Player;

/// <summary>What the client needs to know of a table: columns, forms, views, commands.</summary>
internal sealed record TableDescription
{
    public required string LogicalName { get; init; }
    public required string SchemaName { get; init; }

    public required string PrivilegeName { get; init; }
    public required string EntitySetName { get; init; }
    public required string DisplayName { get; init; }
    public required string CollectionName { get; init; }
    public required string PrimaryId { get; init; }
    public string? PrimaryName { get; init; }
    public string? PrimaryImage { get; init; }
    public required bool IsUserOwned { get; init; }
    public required bool HasQuickCreate { get; init; }
    public required bool EnforcesStateTransitions { get; init; }
    public required bool IsAudited { get; init; }
    public string? Icon { get; init; }
    public required IReadOnlyDictionary<string, Column> Columns { get; init; }
    public required IReadOnlyList<Relationship> Children { get; init; }
    public required IReadOnlyList<Tie> Ties { get; init; }
    public required IReadOnlyList<FormDescription> Forms { get; init; }
    public required IReadOnlyList<ViewDescription> Views { get; init; }
    public required IReadOnlyList<ChartDescription> Charts { get; init; }
    public required IReadOnlyList<CommandDescription> Commands { get; init; }

    public static TableDescription Of(
        TableModel table, IEnumerable<RelationshipModel> relationships, Func<string, TableModel?> find, Translator text)
    {
        var all = relationships.Where(relationship => relationship.IntersectTable == null).ToList();
        var ties = relationships.Where(relationship => relationship.IntersectTable != null).ToList();
        return new TableDescription
        {
            LogicalName = table.LogicalName,
            SchemaName = table.SchemaName,
            PrivilegeName = TableSchema.PrivilegeNameOf(table),
            EntitySetName = table.EntitySetName,
            DisplayName = text.In(table.DisplayName),
            CollectionName = text.In(table.CollectionName),
            PrimaryId = table.PrimaryId,
            PrimaryName = table.PrimaryName,
            PrimaryImage = table.PrimaryImage,
            IsUserOwned = table.IsUserOwned,
            HasQuickCreate = table.HasQuickCreate && table.Forms.Any(form => form.Kind == "quickCreate"),
            EnforcesStateTransitions = table.EnforcesStateTransitions,
            IsAudited = table.IsAudited,
            Icon = table.Icon,
            Columns = table.Columns.Values.ToDictionary(
                column => column.LogicalName,
                column => ColumnOf(column, all.Where(relationship =>
                    relationship.ReferencingTable == table.LogicalName && relationship.ReferencingColumn == column.LogicalName), text)),
            Children = [.. all.Where(relationship => relationship.ReferencedTable == table.LogicalName && !relationship.IsSystem)
                .Select(relationship => new Relationship(
                    relationship.Name, relationship.ReferencingTable, relationship.ReferencingColumn, relationship.CollectionNavigation))],
            Ties = [.. SidesOf(ties, table.LogicalName)],
            Forms = [.. table.Forms.Where(form => form.Kind is "main" or "quickCreate" or "quick").Select(form => FormDescription.Of(form, text))],
            Views = [.. table.Views.Select(view => ViewDescription.Of(view, table, find, text))],
            Charts = [.. table.Charts.Select(chart => ChartDescription.Of(chart, text))],
            Commands = CommandDescription.AllOf(table, text),
        };
    }

    private static IEnumerable<Tie> SidesOf(IEnumerable<RelationshipModel> ties, string table)
    {
        foreach (var tie in ties)
        {
            if (tie.ReferencedTable == table) yield return Of(Intersects.SideOf(tie, isFirst: true), tie.CollectionNavigation);
            if (tie.ReferencingTable == table) yield return Of(Intersects.SideOf(tie, isFirst: false), tie.LookupNavigation);
        }

        static Tie Of(IntersectSide side, string navigation) => new(side.Relationship, side.OtherTable, navigation, side.Table, side.Own, side.Other, side.IsFirst ? 1 : 2);
    }

    private static Column ColumnOf(ColumnModel column, IEnumerable<RelationshipModel> lookups, Translator text) => new()
    {
        LogicalName = column.LogicalName,
        SchemaName = column.SchemaName,
        Type = column.Type,
        TypeName = column.TypeName,
        Label = text.In(column.DisplayName),
        Required = column.RequiredLevel,
        Format = column.Format,
        MaxLength = column.MaxLength,
        Min = column.MinValue,
        Max = column.MaxValue,
        Precision = column.Accuracy,
        DateBehavior = column.DateBehavior,
        Default = column.DefaultValue,
        CanCreate = column.ValidForCreate,
        CanUpdate = column.ValidForUpdate,
        CanRead = column.ValidForRead,
        CanStoreFullImage = column.CanStoreFullImage,
        IsAudited = column.IsAudited,
        Targets = column.Targets,
        Navigation = lookups.GroupBy(lookup => lookup.ReferencedTable)
            .ToDictionary(group => group.Key, group => group.First().LookupNavigation),
        Options = column.Choice?.Options.Select(option => new Option(
            option.Value, text.In(option.Label), option.Color, option.State, option.DefaultStatus, option.Transitions)).ToList(),
    };

    /// <summary>A column.</summary>
    internal sealed record Column
    {
        public required string LogicalName { get; init; }
        public required string SchemaName { get; init; }
        public required ColumnType Type { get; init; }
        public required string TypeName { get; init; }
        public required string Label { get; init; }
        public required string Required { get; init; }
        public required string Format { get; init; }
        public int? MaxLength { get; init; }
        public decimal? Min { get; init; }
        public decimal? Max { get; init; }
        public int? Precision { get; init; }
        public int? DateBehavior { get; init; }
        public int? Default { get; init; }
        public required bool CanCreate { get; init; }
        public required bool CanUpdate { get; init; }
        public required bool CanRead { get; init; }
        public required bool CanStoreFullImage { get; init; }
        public required bool IsAudited { get; init; }
        public required IReadOnlyList<string> Targets { get; init; }

        /// <summary>Navigation property by target table.</summary>
        public required IReadOnlyDictionary<string, string> Navigation { get; init; }
        public IReadOnlyList<Option>? Options { get; init; }
    }

    /// <summary>An option of a choice.</summary>
    internal sealed record Option(
        int Value, string Label, string? Color, int? State, int? DefaultStatus, IReadOnlyList<int>? Transitions);

    /// <summary>A one-to-many relationship seen from its one side.</summary>
    internal sealed record Relationship(string Name, string Table, string Column, string Navigation);

    /// <summary>A many-to-many relationship seen from one of its sides: the other table, the one between with the columns of both, and which side this is.</summary>
    internal sealed record Tie(string Name, string Table, string Navigation, string Between, string Own, string Other, int Ordinal);
}
