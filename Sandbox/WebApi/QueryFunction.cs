using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>A query function of the platform, such as <c>Microsoft.Dynamics.CRM.In(PropertyName='x',PropertyValues=['1'])</c>.</summary>
/// <param name="Name">Name without namespace.</param>
/// <param name="Operator">The condition it stands for.</param>
/// <param name="Values">What it takes beside the property's name.</param>
public sealed record QueryFunction(string Name, ConditionOperator Operator, QueryFunctionValues Values)
{
    /// <summary>Every query function that is known, by name.</summary>
    public static IReadOnlyDictionary<string, QueryFunction> All { get; } = Build();

    private static Dictionary<string, QueryFunction> Build()
    {
        QueryFunction[] functions =
        [
            .. None(
                ConditionOperator.EqualUserId, ConditionOperator.NotEqualUserId, ConditionOperator.EqualUserLanguage,
                ConditionOperator.EqualBusinessId, ConditionOperator.NotEqualBusinessId,
                ConditionOperator.EqualUserTeams, ConditionOperator.EqualUserOrUserTeams,
                ConditionOperator.EqualUserOrUserHierarchy, ConditionOperator.EqualUserOrUserHierarchyAndTeams,
                ConditionOperator.Today, ConditionOperator.Tomorrow, ConditionOperator.Yesterday,
                ConditionOperator.Last7Days, ConditionOperator.Next7Days,
                ConditionOperator.LastWeek, ConditionOperator.ThisWeek, ConditionOperator.NextWeek,
                ConditionOperator.LastMonth, ConditionOperator.ThisMonth, ConditionOperator.NextMonth,
                ConditionOperator.LastYear, ConditionOperator.ThisYear, ConditionOperator.NextYear,
                ConditionOperator.LastFiscalPeriod, ConditionOperator.ThisFiscalPeriod, ConditionOperator.NextFiscalPeriod,
                ConditionOperator.LastFiscalYear, ConditionOperator.ThisFiscalYear, ConditionOperator.NextFiscalYear),
            .. Number(
                ConditionOperator.LastXHours, ConditionOperator.NextXHours, ConditionOperator.LastXDays,
                ConditionOperator.NextXDays, ConditionOperator.LastXWeeks, ConditionOperator.NextXWeeks,
                ConditionOperator.LastXMonths, ConditionOperator.NextXMonths, ConditionOperator.LastXYears,
                ConditionOperator.NextXYears, ConditionOperator.OlderThanXMinutes, ConditionOperator.OlderThanXHours,
                ConditionOperator.OlderThanXDays, ConditionOperator.OlderThanXWeeks,
                ConditionOperator.OlderThanXMonths, ConditionOperator.OlderThanXYears,
                ConditionOperator.LastXFiscalPeriods, ConditionOperator.NextXFiscalPeriods, ConditionOperator.LastXFiscalYears,
                ConditionOperator.NextXFiscalYears, ConditionOperator.InFiscalPeriod, ConditionOperator.InFiscalYear),
            .. Numbers(
                ConditionOperator.InFiscalPeriodAndYear, ConditionOperator.InOrBeforeFiscalPeriodAndYear,
                ConditionOperator.InOrAfterFiscalPeriodAndYear),
            .. Text(ConditionOperator.On, ConditionOperator.OnOrAfter, ConditionOperator.OnOrBefore, ConditionOperator.NotOn,
                ConditionOperator.Above, ConditionOperator.AboveOrEqual, ConditionOperator.Under, ConditionOperator.UnderOrEqual,
                ConditionOperator.NotUnder),
            .. Texts(
                ConditionOperator.In, ConditionOperator.NotIn, ConditionOperator.Between, ConditionOperator.NotBetween,
                ConditionOperator.ContainValues, ConditionOperator.DoesNotContainValues),
        ];
        return functions.ToDictionary(function => function.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<QueryFunction> None(params ConditionOperator[] operators) => Of(operators, QueryFunctionValues.None);

    private static IEnumerable<QueryFunction> Number(params ConditionOperator[] operators) => Of(operators, QueryFunctionValues.Number);

    private static IEnumerable<QueryFunction> Numbers(params ConditionOperator[] operators) => Of(operators, QueryFunctionValues.Numbers);

    private static IEnumerable<QueryFunction> Text(params ConditionOperator[] operators) => Of(operators, QueryFunctionValues.Text);

    private static IEnumerable<QueryFunction> Texts(params ConditionOperator[] operators) => Of(operators, QueryFunctionValues.Texts);

    private static IEnumerable<QueryFunction> Of(ConditionOperator[] operators, QueryFunctionValues values) =>
        operators.Select(each => new QueryFunction(each.ToString(), each, values));
}

/// <summary>What a query function takes beside <c>PropertyName</c>.</summary>
public enum QueryFunctionValues
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>PropertyValue</c>, a whole number.</summary>
    Number,

    /// <summary><c>PropertyValue1</c> and <c>PropertyValue2</c>, whole numbers.</summary>
    Numbers,

    /// <summary><c>PropertyValue</c>, a text.</summary>
    Text,

    /// <summary><c>PropertyValues</c>, a collection of texts.</summary>
    Texts,
}
