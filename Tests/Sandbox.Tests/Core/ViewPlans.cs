using Packager.Model;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Tests.Core;

/// <summary>How SQLite would read the first page of a view, and count its rows.</summary>
internal static class ViewPlans
{
    /// <summary>
    /// What is wrong with the plans of the views that are listed: rows read without an index, or sorted after they were all read. A view that sorts by a choice first is
    /// left out: it is sorted by labels, in each user's language. Where a view asks for a text, the count is left out: no index holds texts, so rows must be looked at.
    /// </summary>
    public static IEnumerable<string> ProblemsOf(Organization organization, string folder)
    {
        var schema = new Schema(organization.Model);
        using var connection = new Connection(Path.Combine(folder, "organization.db"), readOnly: true);
        foreach (var table in organization.Model.Tables.Values)
        {
            foreach (var view in table.Views.Where(view => view.QueryType is 0 or 64))
            {
                foreach (var step in StepsOf(organization, schema, connection, view).Where(IsWrong))
                    yield return $"{table.LogicalName}, '{view.Name.In(1033)}': {step}";
            }
        }
    }

    public static IReadOnlyList<string> StepsOf(Organization organization, ViewModel view, string folder)
    {
        using var connection = new Connection(Path.Combine(folder, "organization.db"), readOnly: true);
        return StepsOf(organization, new Schema(organization.Model), connection, view);
    }

    private static bool IsWrong(string step) =>
        (step.StartsWith("SCAN t", StringComparison.Ordinal) && !step.Contains(" INDEX ", StringComparison.Ordinal)) || step == "USE TEMP B-TREE FOR ORDER BY";

    private static List<string> StepsOf(Organization organization, Schema schema, Connection connection, ViewModel view)
    {
        var query = new FetchReader(schema).Read(view.Fetch.ToString());
        if (query.Orders is [{ Column: { Kind: StorageKind.Choice } }, ..]) return [];
        query.CountAll = true;
        query.PageSize = 50;
        var compiled = QueryCompiler.Compile(query, schema, organization.UserOf(organization.DefaultCaller), (_, _) => null, organization.Now);
        var steps = new List<string>();
        var asksForText = IndexPlanner.ConditionsOf(query).Exists(condition => condition.Column.Kind == StorageKind.Text);
        foreach (var sql in asksForText ? [compiled.Sql] : new[] { compiled.Sql, compiled.CountSql! })
        {
            var statement = connection.Prepare("EXPLAIN QUERY PLAN " + sql);
            while (statement.Step()) steps.Add(statement.Text(3));
        }

        return steps;
    }
}
