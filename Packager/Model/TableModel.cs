using System.Xml.Linq;

namespace Packager.Model;

/// <summary>A table.</summary>
public sealed record TableModel
{
    /// <summary>Schema name (<c>rdy_Offer</c>).</summary>
    public required string SchemaName { get; init; }

    /// <summary>Logical name (<c>rdy_offer</c>).</summary>
    public required string LogicalName { get; init; }

    /// <summary>Web API collection (<c>rdy_offers</c>).</summary>
    public required string EntitySetName { get; init; }

    /// <summary>Singular display name.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>Plural display name.</summary>
    public required Labels CollectionName { get; init; }

    /// <summary>True for user- or team-owned, false for organization-owned tables.</summary>
    public required bool IsUserOwned { get; init; }

    /// <summary>Logical name of the primary key column.</summary>
    public required string PrimaryId { get; init; }

    /// <summary>Logical name of the primary name column; null only for system tables without one.</summary>
    public string? PrimaryName { get; init; }

    /// <summary>Logical name of the primary image column, if there is one.</summary>
    public string? PrimaryImage { get; init; }

    /// <summary>Whether changes are audited.</summary>
    public bool IsAudited { get; init; }

    /// <summary>Whether the quick-create form is offered.</summary>
    public bool HasQuickCreate { get; init; }

    /// <summary>Whether only declared status transitions are allowed.</summary>
    public bool EnforcesStateTransitions { get; init; }

    /// <summary>Name of the SVG web resource shown as its icon.</summary>
    public string? Icon { get; init; }

    /// <summary>True when the solution carries only a shell of somebody else's table (behavior 1 or 2).</summary>
    public bool IsShell { get; init; }

    /// <summary>True for the table between the two of a many-to-many relationship; a solution carries the relationship, not the table.</summary>
    public bool IsIntersect { get; init; }

    /// <summary>All columns by logical name, the system ones included.</summary>
    public required IReadOnlyDictionary<string, ColumnModel> Columns { get; init; }

    /// <summary>Alternate keys.</summary>
    public IReadOnlyList<KeyModel> Keys { get; init; } = [];

    /// <summary>Forms of every kind.</summary>
    public IReadOnlyList<FormModel> Forms { get; init; } = [];

    /// <summary>System views.</summary>
    public IReadOnlyList<ViewModel> Views { get; init; } = [];

    /// <summary>Charts.</summary>
    public IReadOnlyList<ChartModel> Charts { get; init; } = [];

    /// <summary>The table's <c>RibbonDiffXml</c> element, if any.</summary>
    public XElement? Ribbon { get; init; }
}
