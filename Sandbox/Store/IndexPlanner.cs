using System.Globalization;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Query;

namespace Sandbox.Store;

/// <summary>
/// The indexes a table needs: one for each lookup, key, pair and system column that is looked for, and one for each view, in which its rows lie in the view's order behind
/// the values it asks for. So the first page of a view is read from the front of an index, however many rows there are.
/// </summary>
/// <remarks>
/// SQLite would have to count rows to know which index narrows a query; the statistics are declared instead, by kinds of columns, so that a plan does not depend on
/// what happens to be stored: every organization is planned for as if its tables were large.
/// </remarks>
internal static class IndexPlanner
{
    private const long Rows = 1_000_000;

    private static readonly (string Table, string Column)[] SystemIndexes =
    [
        ("principalobjectaccess", "objectid"), ("principalobjectaccess", "principalid"), ("fileattachment", "objectid"), ("asyncoperation", "statecode"),
    ];

    /// <summary>Views whose rows are shown: public ones, lookups and quick find. Others are shown under a parent, whose rows the lookup's index finds.</summary>
    private static readonly int[] Listed = [0, 4, 64];

    /// <summary>The queries of a table's views; a view the sandbox cannot run has none.</summary>
    public static IEnumerable<SelectQuery> QueriesOf(TableSchema table, Schema schema) =>
        table.Model.Views.Where(view => Listed.Contains(view.QueryType)).Select(view => Read(view.Fetch.ToString(), schema)).OfType<SelectQuery>();

    public static IReadOnlyList<IndexSchema> Of(TableSchema table, Schema schema)
    {
        var indexes = new Dictionary<string, IndexSchema>(StringComparer.Ordinal);
        foreach (var key in table.Model.Keys)
        {
            var columns = key.Columns.Select(table.Find).ToList();
            if (columns.TrueForAll(column => column is not null))
                Add($"$key_{table.Name}_{key.LogicalName}_{string.Join('_', key.Columns)}", [.. columns.Select(column => new Term(column!))], isUnique: true);
        }

        if (table.Pair is var (first, second))
        {
            Add($"$pair_{table.Name}", [new Term(first), new Term(second)], isUnique: true);
            Add($"$ix_{table.Name}_{second.Name}", [new Term(second)]);
        }

        foreach (var column in table.Columns)
        {
            if (column.Kind == StorageKind.Reference && IsWorthAnIndex(table, column) && indexes.Values.All(key => key.Terms[0] != column.Sql)) Add($"$ix_{table.Name}_{column.Name}", [new Term(column)]);
        }

        foreach (var (_, column) in SystemIndexes.Where(index => index.Table == table.Name)) Add($"$ix_{table.Name}_{column}", [new Term(table.Column(column))]);
        foreach (var query in QueriesOf(table, schema))
        {
            if (ViewTerms(query) is { Count: > 0 } terms) Add($"$view_{table.Name}_{string.Join('_', terms.Select(term => term.Key))}", terms);
        }

        return [.. indexes.Values];

        void Add(string name, IReadOnlyList<Term> terms, bool isUnique = false) => indexes.TryAdd(
            name, new IndexSchema(name, [.. terms.Select(term => term.Sql)], isUnique, Statistics(terms, isUnique)));
    }

    private static SelectQuery? Read(string fetch, Schema schema)
    {
        try
        {
            return new FetchReader(schema).Read(fetch);
        }
        catch (OrganizationFault)
        {
            return null; // It faults by name when it is opened.
        }
    }

    // What must be equal comes first, then the order; what else is asked for comes last, so that rows that do not match are passed over within the index.
    private static List<Term> ViewTerms(SelectQuery query)
    {
        var conditions = ConditionsOf(query);
        var equal = conditions.Where(condition => condition is { Other: null, Operator: ConditionOperator.Equal or ConditionOperator.EqualUserId or ConditionOperator.EqualBusinessId }
                && condition.Column.Kind != StorageKind.Choices)
            .Select(condition => condition.Column).Distinct()
            .OrderBy(column => column.IsState ? 0 : 1).ThenBy(column => column.Name, StringComparer.Ordinal).ToList();
        var terms = equal.ConvertAll(column => new Term(column));
        foreach (var order in query.Orders)
        {
            // A choice is sorted by its label in the user's language: nothing that an index could hold.
            if (order.Source != query.Root || order.Column is not { } column || (column.Kind == StorageKind.Choice && column.Options.Count > 0)
                || (column.Kind == StorageKind.Reference && column.SortName is null))
            {
                break;
            }

            if (!equal.Contains(column)) terms.Add(new Term(column, column.SortName, order.Descending));
        }

        terms.AddRange(conditions.Select(condition => condition.Column).Distinct()
            .Where(column => column.Kind is not (StorageKind.Text or StorageKind.None) && terms.All(term => term.Column != column))
            .Select(column => new Term(column)));
        return terms;
    }

    /// <summary>The conditions on the root that all must hold.</summary>
    public static List<Condition> ConditionsOf(SelectQuery query)
    {
        var conditions = new List<Condition>();
        Collect(query.Root.Where, query.Root, conditions);
        return conditions;
    }

    private static void Collect(Filter? filter, Source root, List<Condition> conditions)
    {
        if (filter is null or { IsOr: true }) return;
        conditions.AddRange(filter.Conditions.Where(condition => condition.Source == root));
        foreach (var inner in filter.Filters) Collect(inner, root, conditions);
    }

    // Nobody asks for all rows somebody created, and each index costs every write.
    private static bool IsWorthAnIndex(TableSchema table, ColumnSchema column) =>
        column.Name is not ("createdby" or "modifiedby" or "createdonbehalfby" or "modifiedonbehalfby" or "owninguser" or "owningteam"
            or "owningbusinessunit" or "organizationid" or "transactioncurrencyid") && !(table.IsSystem && column.Name is "businessunitid" or "callinguserid" or "regardingobjectid");

    private static string Statistics(IReadOnlyList<Term> terms, bool isUnique)
    {
        var text = new List<string> { Rows.ToString(CultureInfo.InvariantCulture) };
        var values = 1L;
        for (var index = 0; index < terms.Count; index++)
        {
            values = Math.Min(Rows, values * terms[index].Values);
            text.Add((isUnique && index == terms.Count - 1 ? 1 : Math.Max(1, Rows / values)).ToString(CultureInfo.InvariantCulture));
        }

        return string.Join(' ', text);
    }

    /// <param name="Column">The column.</param>
    /// <param name="Name">For a lookup that is sorted by: the SQL column with the name it shows.</param>
    /// <param name="Descending">Whether the largest comes first.</param>
    private sealed record Term(ColumnSchema Column, string? Name = null, bool Descending = false)
    {
        public string Sql => (Name ?? Column.Sql) + (Descending ? " DESC" : "");

        public string Key => (Name ?? Column.Sql).Trim('"') + (Descending ? "-" : "");

        /// <summary>How many values it is taken to have.</summary>
        public long Values => Column.Kind switch
        {
            StorageKind.Choice when Column.IsState => 1,
            StorageKind.Boolean => 2,
            StorageKind.Choice or StorageKind.Choices => 4,
            StorageKind.Reference when Column.Model.Targets.Contains("systemuser") => 10,
            StorageKind.Reference => 10_000,
            StorageKind.DateTime => 1_000,
            _ => Rows,
        };
    }
}
