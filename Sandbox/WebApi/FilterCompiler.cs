using System.Globalization;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>Turns a <c>$filter</c> into conditions of a query expression; nothing is filtered in memory.</summary>
/// <param name="query">The URL, for its parameter aliases.</param>
/// <param name="links">The joins of the query, to which paths through lookups add theirs.</param>
/// <param name="variable">The name under which the filtered row goes: its own within <c>any</c> and <c>all</c>.</param>
internal sealed class FilterCompiler(ODataQuery query, LinkSet links, string variable = "$it")
{
    public FilterExpression Compile(FilterClause clause)
    {
        var filter = new FilterExpression(LogicalOperator.And);
        Add(filter, clause.Expression, negated: false);
        return filter;
    }

    /// <summary>Negation is pushed down to the conditions: a query expression has no "not".</summary>
    private void Add(FilterExpression filter, QueryNode node, bool negated)
    {
        switch (Unwrap(node))
        {
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not:
                Add(filter, not.Operand, !negated);
                break;
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } binary:
                var isAnd = binary.OperatorKind == BinaryOperatorKind.And != negated;
                var wanted = isAnd ? LogicalOperator.And : LogicalOperator.Or;
                var inner = filter.FilterOperator == wanted ? filter : filter.AddFilter(wanted);
                Add(inner, binary.Left, negated);
                Add(inner, binary.Right, negated);
                break;
            case BinaryOperatorNode comparison:
                filter.AddCondition(Comparison(comparison, negated));
                break;
            case SingleValueFunctionCallNode call:
                filter.AddCondition(Call(call, negated));
                break;
            case InNode isIn:
                filter.AddCondition(In(isIn, negated));
                break;
            case LambdaNode lambda:
                AddRelated(filter, lambda, negated);
                break;
            case SingleValuePropertyAccessNode property:
                var flag = ColumnOf(property);
                filter.AddCondition(flag.Condition(ConditionOperator.Equal, !negated));
                break;
            case var other:
                throw WebApiException.NotSupported($"The expression '{Name(other)}' in $filter");
        }
    }

    /// <summary>Of all rows that one thing holds means that there is none of which its opposite holds.</summary>
    private void AddRelated(FilterExpression filter, LambdaNode lambda, bool negated)
    {
        var name = lambda is AllNode ? "all" : "any";
        if (lambda.Source is not CollectionNavigationNode { Source: ResourceRangeVariableReferenceNode row } related)
            throw WebApiException.NotSupported($"'{name}' behind anything but a collection of the filtered row in $filter");
        RequireOwn(row);
        var isAll = lambda is AllNode;
        var (entity, condition, rows) = links.ConditionOn(
            links.Root, links.Root.Navigations[related.NavigationProperty.Name], isAll != negated ? JoinOperator.NotAny : JoinOperator.Any);
        if (lambda.Body is not ConstantNode { Value: true })
            new FilterCompiler(query, links.Within(entity, rows), lambda.CurrentRangeVariable.Name).Add(rows.LinkCriteria, lambda.Body, negated: isAll);
        filter.AddFilter(new FilterExpression(LogicalOperator.And) { AnyAllFilterLinkEntity = condition });
    }

    private void RequireOwn(ResourceRangeVariableReferenceNode row)
    {
        if (row.Name != variable)
            throw WebApiException.NotSupported($"A column of '{row.Name}' within the condition on '{variable}' in $filter");
    }

    private ConditionExpression Comparison(BinaryOperatorNode node, bool negated)
    {
        var left = Unwrap(node.Left);
        var right = Unwrap(node.Right);
        var kind = node.OperatorKind;
        if (left is ConstantNode or ParameterAliasNode && right is SingleValuePropertyAccessNode)
        {
            (left, right) = (right, left);
            kind = Mirror(kind);
        }

        var compared = left is SingleValuePropertyAccessNode property
            ? ColumnOf(property)
            : throw WebApiException.NotSupported($"A comparison of '{Name(left)}' in $filter");
        if (negated)
            kind = Opposite(kind);
        if (Unwrap(right) is SingleValuePropertyAccessNode other)
        {
            var column = ColumnOf(other);
            if (column.Alias is not null || compared.Alias is not null)
                throw WebApiException.NotSupported("A comparison of columns of different tables in $filter");
            return new ConditionExpression(compared.Column.LogicalName, OperatorOf(kind), compareColumns: true, column.Column.LogicalName);
        }

        var value = compared.ValueOf(ConstantOf(right));
        if (value is null)
        {
            return kind switch
            {
                BinaryOperatorKind.Equal => compared.Condition(ConditionOperator.Null),
                BinaryOperatorKind.NotEqual => compared.Condition(ConditionOperator.NotNull),
                _ => throw WebApiException.BadQuery($"The operator '{kind}' cannot compare '{compared.Column.LogicalName}' with null."),
            };
        }

        return compared.Condition(OperatorOf(kind), value);
    }

    private ConditionExpression Call(SingleValueFunctionCallNode call, bool negated)
    {
        var arguments = call.Parameters.ToArray();
        if (call.Functions.FirstOrDefault() is { } function)
        {
            if (call.Source is ResourceRangeVariableReferenceNode row)
                RequireOwn(row);
            return QueryFunctionCall(QueryFunction.All[function.Name], arguments, negated);
        }

        (ConditionOperator, ConditionOperator)? operators = call.Name switch
        {
            "contains" => (ConditionOperator.Like, ConditionOperator.NotLike),
            "startswith" => (ConditionOperator.BeginsWith, ConditionOperator.DoesNotBeginWith),
            "endswith" => (ConditionOperator.EndsWith, ConditionOperator.DoesNotEndWith),
            _ => null,
        };
        if (operators is not var (positive, negative))
            throw WebApiException.NotSupported($"The function '{call.Name}' in $filter");
        if (Unwrap(arguments[0]) is not SingleValuePropertyAccessNode property)
            throw WebApiException.NotSupported($"A call of '{call.Name}' with anything but a column in $filter");
        if (ConstantOf(arguments[1]) is not string text)
            throw WebApiException.BadQuery($"The function '{call.Name}' needs a text.");
        return ColumnOf(property).Condition(negated ? negative : positive, call.Name == "contains" ? $"%{text}%" : text);
    }

    private ConditionExpression QueryFunctionCall(QueryFunction function, QueryNode[] arguments, bool negated)
    {
        object? Argument(string name) => arguments.OfType<NamedFunctionParameterNode>()
            .Where(argument => argument.Name == name)
            .Select(argument => ValueOf(argument.Value))
            .FirstOrDefault();

        object Number(string name) => Argument(name) is int or long && Convert.ToInt64(Argument(name), CultureInfo.InvariantCulture) is >= int.MinValue and <= int.MaxValue
            ? Convert.ToInt32(Argument(name), CultureInfo.InvariantCulture)
            : throw WebApiException.BadQuery($"The function '{function.Name}' needs a whole number as its {name}.");

        if (Argument("PropertyName") is not string name)
            throw WebApiException.BadQuery($"The function '{function.Name}' needs a PropertyName.");
        var column = links.Root.ByName.GetValueOrDefault(name) ?? links.Root.ByAttribute.GetValueOrDefault(name)
            ?? throw WebApiException.BadQuery(
                $"Could not find a property named '{name}' on type '{links.Root.Type.FullTypeName()}'.");
        var condition = negated ? Opposite(function.Operator) : function.Operator;
        var compared = new ComparedColumn(column.Column, null);
        switch (function.Values)
        {
            case QueryFunctionValues.None:
                return compared.Condition(condition);
            case QueryFunctionValues.Number:
                return compared.Condition(condition, Number("PropertyValue"));
            case QueryFunctionValues.Numbers:
                return compared.Condition(condition, Number("PropertyValue1"), Number("PropertyValue2"));
            case QueryFunctionValues.Text:
                return compared.Condition(condition, compared.ValueOf(Argument("PropertyValue"))!);
            default:
                var values = Argument("PropertyValues") is IEnumerable<string> texts ? texts.ToArray() : [];
                if (values.Length == 0)
                    throw WebApiException.BadQuery($"The function '{function.Name}' needs PropertyValues.");
                return compared.Condition(condition, [.. values.Select(value => compared.ValueOf(value)!)]);
        }
    }

    private ConditionExpression In(InNode node, bool negated)
    {
        if (Unwrap(node.Left) is not SingleValuePropertyAccessNode property || node.Right is not CollectionConstantNode list)
            throw WebApiException.NotSupported("'in' with anything but a column and a list of values in $filter");
        var column = ColumnOf(property);
        var values = list.Collection.Select(item => item.Value).ToArray();
        if (values.Length == 0 || values.Contains(null))
            throw WebApiException.BadQuery("The list of 'in' holds no values, or null among them.");
        return column.Condition(negated ? ConditionOperator.NotIn : ConditionOperator.In, [.. values.Select(value => column.ValueOf(value)!)]);
    }

    private ComparedColumn ColumnOf(SingleValuePropertyAccessNode property)
    {
        var (entity, alias) = SourceOf(property.Source);
        return new(entity.ByName[property.Property.Name].Column, alias);
    }

    private (EntitySchema Entity, string? Alias) SourceOf(QueryNode source)
    {
        switch (source)
        {
            case ResourceRangeVariableReferenceNode row:
                RequireOwn(row);
                return (links.Root, null);
            case SingleNavigationNode navigation:
                return Follow(navigation);
            default:
                throw WebApiException.NotSupported($"The path '{Name(source)}' in $filter");
        }
    }

    private (EntitySchema Entity, string Alias) Follow(SingleNavigationNode node)
    {
        var (entity, alias) = SourceOf(node.Source);
        return links.Join(entity, alias, entity.Navigations[node.NavigationProperty.Name]);
    }

    private object? ConstantOf(QueryNode node) => Unwrap(node) switch
    {
        // The parser takes the nearest binary number; the text still says what was meant.
        ConstantNode { Value: float or double } constant when decimal.TryParse(
            constant.LiteralText, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) => exact,
        ConstantNode constant => constant.Value,
        ParameterAliasNode alias => ConstantOf(query.Alias(alias.Alias)),
        var other => throw WebApiException.NotSupported($"The value '{Name(other)}' in $filter"),
    };

    private object? ValueOf(QueryNode node) => Unwrap(node) switch
    {
        CollectionConstantNode list => list.Collection.Select(item => Convert.ToString(item.Value, CultureInfo.InvariantCulture)!).ToArray(),
        ConstantNode { Value: ODataCollectionValue list } => list.Items.Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)!).ToArray(),
        var other => ConstantOf(other),
    };

    private static QueryNode Unwrap(QueryNode node) => node is ConvertNode convert ? Unwrap(convert.Source) : node;

    private static string Name(QueryNode node) => node switch
    {
        BinaryOperatorNode binary => binary.OperatorKind.ToString(),
        SingleValueFunctionCallNode call => call.Name,
        _ => node.Kind.ToString(),
    };

    private static ConditionOperator OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => ConditionOperator.Equal,
        BinaryOperatorKind.NotEqual => ConditionOperator.NotEqual,
        BinaryOperatorKind.GreaterThan => ConditionOperator.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => ConditionOperator.GreaterEqual,
        BinaryOperatorKind.LessThan => ConditionOperator.LessThan,
        BinaryOperatorKind.LessThanOrEqual => ConditionOperator.LessEqual,
        _ => throw WebApiException.NotSupported($"The operator '{kind}' in $filter"),
    };

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };

    private static BinaryOperatorKind Opposite(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => BinaryOperatorKind.NotEqual,
        BinaryOperatorKind.NotEqual => BinaryOperatorKind.Equal,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
        _ => kind,
    };

    private static ConditionOperator Opposite(ConditionOperator condition) => condition switch
    {
        ConditionOperator.In => ConditionOperator.NotIn,
        ConditionOperator.NotIn => ConditionOperator.In,
        ConditionOperator.Between => ConditionOperator.NotBetween,
        ConditionOperator.NotBetween => ConditionOperator.Between,
        ConditionOperator.ContainValues => ConditionOperator.DoesNotContainValues,
        ConditionOperator.DoesNotContainValues => ConditionOperator.ContainValues,
        ConditionOperator.EqualUserId => ConditionOperator.NotEqualUserId,
        ConditionOperator.NotEqualUserId => ConditionOperator.EqualUserId,
        ConditionOperator.EqualBusinessId => ConditionOperator.NotEqualBusinessId,
        ConditionOperator.NotEqualBusinessId => ConditionOperator.EqualBusinessId,
        ConditionOperator.On => ConditionOperator.NotOn,
        ConditionOperator.NotOn => ConditionOperator.On,
        ConditionOperator.Under => ConditionOperator.NotUnder,
        ConditionOperator.NotUnder => ConditionOperator.Under,
        _ => throw WebApiException.NotSupported($"'not' before '{condition}' in $filter"),
    };

    /// <summary>A column on one side of a condition, in the root table (no alias) or in a joined one.</summary>
    private readonly record struct ComparedColumn(ColumnModel Column, string? Alias)
    {
        public ConditionExpression Condition(ConditionOperator condition, params object[] values)
        {
            var expression = new ConditionExpression(Column.LogicalName, condition, values);
            if (Alias is not null)
                expression.EntityName = Alias;
            return expression;
        }

        /// <summary>The value as the column's type has it.</summary>
        public object? ValueOf(object? value)
        {
            try
            {
                return value is null ? null : Convert(value);
            }
            catch (Exception problem) when (problem is FormatException or OverflowException or InvalidCastException)
            {
                throw WebApiException.BadQuery($"'{value}' is no value for the property '{Column.LogicalName}'.");
            }
        }

        private object Convert(object value) => Column.Type switch
        {
            ColumnType.PrimaryKey or ColumnType.UniqueIdentifier or ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer
                or ColumnType.File => value is Guid id ? id : Guid.Parse((string)value),
            ColumnType.Integer or ColumnType.Choice or ColumnType.Choices or ColumnType.State or ColumnType.Status =>
                Number(value, number => System.Convert.ToInt32(number, CultureInfo.InvariantCulture)),
            ColumnType.BigInteger => Number(value, number => System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
            ColumnType.Decimal or ColumnType.Money => Number(value, number => System.Convert.ToDecimal(number, CultureInfo.InvariantCulture)),
            ColumnType.Float => Number(value, number => System.Convert.ToDouble(number, CultureInfo.InvariantCulture)),
            ColumnType.Boolean => value is bool flag ? flag : bool.Parse((string)value),
            ColumnType.DateTime => DateOf(value),
            _ => value is string text ? text : throw new FormatException(),
        };

        private static object Number<T>(object value, Func<object, T> convert)
            where T : notnull => value switch
            {
                string text => convert(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)),
                int or long or decimal or double or float or short or byte => convert(value),
                _ => throw new FormatException(),
            };

        private static DateTime DateOf(object value) => value switch
        {
            DateTimeOffset time => time.UtcDateTime,
            DateTime time => time,
            // OData's own type for a day is on its way out; its text is that of any other.
            _ => DateTime.Parse(
                System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        };
    }
}
