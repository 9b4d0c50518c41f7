using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>Writes a query expression as FetchXML, which alone can group and add up.</summary>
internal static class FetchText
{
    // The others are named in FetchXML as in the SDK, in lower case with hyphens.
    private static readonly Dictionary<ConditionOperator, string> Names = new()
    {
        [ConditionOperator.Equal] = "eq",
        [ConditionOperator.NotEqual] = "ne",
        [ConditionOperator.GreaterThan] = "gt",
        [ConditionOperator.GreaterEqual] = "ge",
        [ConditionOperator.LessThan] = "lt",
        [ConditionOperator.LessEqual] = "le",
        [ConditionOperator.BeginsWith] = "begins-with",
        [ConditionOperator.DoesNotBeginWith] = "not-begin-with",
        [ConditionOperator.EndsWith] = "ends-with",
        [ConditionOperator.DoesNotEndWith] = "not-end-with",
        [ConditionOperator.DoesNotContainValues] = "not-contain-values",
        [ConditionOperator.Last7Days] = "last-seven-days",
        [ConditionOperator.Next7Days] = "next-seven-days",
        [ConditionOperator.EqualUserId] = "eq-userid",
        [ConditionOperator.NotEqualUserId] = "ne-userid",
        [ConditionOperator.EqualBusinessId] = "eq-businessid",
        [ConditionOperator.NotEqualBusinessId] = "ne-businessid",
        [ConditionOperator.EqualUserLanguage] = "eq-userlanguage",
        [ConditionOperator.EqualUserTeams] = "eq-userteams",
        [ConditionOperator.EqualUserOrUserTeams] = "eq-useroruserteams",
        [ConditionOperator.EqualUserOrUserHierarchy] = "eq-useroruserhierarchy",
        [ConditionOperator.EqualUserOrUserHierarchyAndTeams] = "eq-useroruserhierarchyandteams",
        [ConditionOperator.AboveOrEqual] = "eq-or-above",
        [ConditionOperator.UnderOrEqual] = "eq-or-under",
        [ConditionOperator.OlderThanXMinutes] = "olderthan-x-minutes",
        [ConditionOperator.OlderThanXHours] = "olderthan-x-hours",
        [ConditionOperator.OlderThanXDays] = "olderthan-x-days",
        [ConditionOperator.OlderThanXWeeks] = "olderthan-x-weeks",
        [ConditionOperator.OlderThanXMonths] = "olderthan-x-months",
        [ConditionOperator.OlderThanXYears] = "olderthan-x-years",
    };

    /// <summary>The joins and conditions of a query; it has no columns and no order yet.</summary>
    public static XElement Of(QueryExpression query) => new(
        "fetch",
        new XElement("entity", new XAttribute("name", query.EntityName), query.LinkEntities.Select(Link), Filters(query.Criteria)));

    private static XElement Link(LinkEntity link) => new(
        "link-entity",
        new XAttribute("name", link.LinkToEntityName),
        new XAttribute("from", link.LinkToAttributeName),
        new XAttribute("to", link.LinkFromAttributeName),
        new XAttribute("alias", link.EntityAlias),
        new XAttribute("link-type", link.JoinOperator switch
        {
            JoinOperator.Inner => "inner",
            JoinOperator.Any => "any",
            JoinOperator.NotAny => "not any",
            _ => "outer",
        }),
        link.LinkEntities.Select(Link),
        Filters(link.LinkCriteria));

    private static IEnumerable<XElement> Filters(FilterExpression filter) =>
        filter.Conditions.Count + filter.Filters.Count > 0 || filter.AnyAllFilterLinkEntity is not null ? [Filter(filter)] : [];

    private static XElement Filter(FilterExpression filter) => new(
        "filter",
        new XAttribute("type", filter.FilterOperator == LogicalOperator.Or ? "or" : "and"),
        filter.AnyAllFilterLinkEntity is { } link ? Link(link) : null,
        filter.Conditions.Select(Condition),
        filter.Filters.SelectMany(Filters));

    private static XElement Condition(ConditionExpression condition)
    {
        var element = new XElement("condition");
        if (condition.EntityName is { } entity)
            element.SetAttributeValue("entityname", entity);
        element.SetAttributeValue("attribute", condition.AttributeName);
        element.SetAttributeValue("operator", NameOf(condition.Operator));
        if (condition.CompareColumns)
            element.SetAttributeValue("valueof", condition.Values.Single());
        else if (condition.Values.Count == 1 && condition.Operator is not (ConditionOperator.In or ConditionOperator.NotIn or ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues))
            element.SetAttributeValue("value", Text(condition.Values[0]));
        else
            element.Add(condition.Values.Select(value => new XElement("value", Text(value))));
        return element;
    }

    private static string NameOf(ConditionOperator condition)
    {
        if (Names.TryGetValue(condition, out var known))
            return known;
        var name = new StringBuilder();
        foreach (var letter in condition.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    private static string Text(object value)
    {
        if (value is DateTime time)
            return time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            throw WebApiException.NotSupported("A text with characters that XML does not have, in the filter of $apply,");
        }
    }
}
