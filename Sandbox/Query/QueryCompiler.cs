using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Turns a resolved query into one SQL statement. Names come from the schema, values become parameters.</summary>
internal sealed class QueryCompiler
{
    private const int CountLimit = 5000;
    private const int MaxSpan = 100_000;
    private const int MaxKeys = 100; // The condition behind a cookie nests with each, which SQLite limits.

    private readonly Schema _schema;
    private readonly UserProfile _user;
    private readonly Func<TableSchema, string, (string Sql, object?[] Parameters)?> _access;
    private readonly DateTime _now;
    private readonly List<ResultColumn> _results = [];
    private readonly HashSet<Source> _joined = [];
    private readonly HashSet<Source> _reached = [];
    private List<Filter> _later = [];
    private readonly StringBuilder _select = new();
    private readonly FiscalCalendar _fiscal;
    private int _next;
    private bool _isAggregate;
    private bool _sortsByValue;

    private QueryCompiler(
        Schema schema, UserProfile user, Func<TableSchema, string, (string Sql, object?[] Parameters)?> access, DateTime now) =>
        (_schema, _user, _access, _now, _fiscal) = (schema, user, access, now, user.Fiscal);

    /// <param name="query">The query.</param>
    /// <param name="schema">The schema it was resolved with.</param>
    /// <param name="user">Whose language and id the operators mean.</param>
    /// <param name="access">The condition that limits a table to the rows the caller may read; null for all rows.</param>
    /// <param name="now">The present, for relative dates.</param>
    public static CompiledQuery Compile(
        SelectQuery query, Schema schema, UserProfile user,
        Func<TableSchema, string, (string Sql, object?[] Parameters)?> access, DateTime now) =>
        new QueryCompiler(schema, user, access, now).Compile(query);

    private CompiledQuery Compile(SelectQuery query)
    {
        var root = query.Root;
        (_isAggregate, _sortsByValue) = (query.IsAggregate, query.SortsByValue);
        var idIndex = -1;
        if (!query.IsAggregate && (!query.Distinct || root.Columns.Any(selected => selected.Column == root.Table.Id)))
        {
            idIndex = _next;
            Add($"{root.Sql}.{root.Table.Id.Sql}");
        }

        Select(root);
        if (_next == 0) Add("1");
        var keys = query.Top is null && !query.IsAggregate ? Keys(query) : null;

        var fromParameters = new List<object?>();
        var from = new StringBuilder(" FROM ").Append(root.Table.Sql).Append(' ').Append(root.Sql);
        var whereParameters = new List<object?>();
        var where = new StringBuilder();
        _reached.Add(root);
        AppendTables(root, from, fromParameters, where, whereParameters);
        AppendAccess(root, where, whereParameters);
        if (root.Where is { } filter) And(where).Append(Condition(filter, whereParameters));

        object?[] countParameters = [.. fromParameters, .. whereParameters];
        var rows = $"{from}{(where.Length > 0 ? " WHERE " + where : "")}";
        string? countSql = null;
        if (query.CountAll)
        {
            var groups = query.IsAggregate ? Groups() : "";
            countSql = $"SELECT count(*) FROM (SELECT {(query.Distinct ? "DISTINCT " : "")}{(query.Distinct || query.IsAggregate ? _select.ToString() : "1")}{rows}{groups} LIMIT {CountLimit + 1})";
        }

        var skipped = query.Top is null ? (long)(query.Page - 1) * query.PageSize : 0L;
        if (query.Cookie is { } cookie && keys is not null && query.Page > 1)
        {
            var page = PagingCookie.Read(cookie, keys);
            if (page.Page < query.Page)
            {
                And(where).Append(page.After(keys, whereParameters));
                skipped = (long)(query.Page - page.Page - 1) * query.PageSize;
            }
        }

        var sql = new StringBuilder("SELECT ").Append(query.Distinct ? "DISTINCT " : "").Append(_select).Append(from);
        if (where.Length > 0) sql.Append(" WHERE ").Append(where);
        if (query.IsAggregate) AppendGroups(query, sql);
        AppendOrders(query, sql, keys, idIndex >= 0);
        sql.Append(" LIMIT ? OFFSET ?");
        object?[] parameters = [.. fromParameters, .. whereParameters, (long)(query.Top ?? query.PageSize + 1), skipped];
        return new CompiledQuery(sql.ToString(), parameters, root.Table, _results, idIndex, countSql, countSql is null ? [] : countParameters)
        {
            Keys = keys ?? [],
            Fiscal = _fiscal,
            LimitSql = query.IsAggregate ? $"SELECT 1{rows} LIMIT 1 OFFSET {query.AggregateLimit.ToString(CultureInfo.InvariantCulture)}" : null,
            LimitParameters = query.IsAggregate ? countParameters : [],
        };
    }

    /// <summary>
    /// All that the rows are sorted by, so that no two are equal: the orders, then the row itself and those that are linked to it in any number. Distinct rows are known by
    /// what they show. Null where a page cannot be found again.
    /// </summary>
    private List<PagingKey>? Keys(SelectQuery query)
    {
        var keys = query.Orders.Where(order => order.Source is not null)
            .Select(order => new PagingKey(Order(order.Source!, order.Column!, out var kind), KeyName(order.Source!, order.Column!), kind, order.Descending)).ToList();
        if (!query.Distinct)
        {
            keys.Add(new PagingKey(query.Root.Sql + ".rowid", query.Root.Table.Id.Name, KeyKind.Number, IsRow: true));
            AddLinkedRows(query.Root, keys);
        }
        else if (!AddShown(query.Root, keys))
        {
            return null;
        }

        if (keys.Count is 0 or > MaxKeys) return null;
        foreach (var key in keys)
        {
            key.Index = _next;
            Add(key.Sql);
        }

        return keys;
    }

    private static void AddLinkedRows(Source source, List<PagingKey> keys)
    {
        foreach (var join in source.Joins.Where(join => join.HasRows))
        {
            // A link to a key, or to one row of many, has no second row.
            if (join.Kind != JoinKind.First && join.Target != join.To.Table.Id) keys.Add(new PagingKey(join.To.Sql + ".rowid", KeyName(join.To, join.To.Table.Id), KeyKind.Number));
            AddLinkedRows(join.To, keys);
        }
    }

    private static bool AddShown(Source source, List<PagingKey> keys)
    {
        foreach (var selected in source.Columns)
        {
            var column = selected.Column;
            if (!column.IsStored || selected.Aggregate is not null) return false;
            keys.Add(new PagingKey($"{source.Sql}.{column.Sql}", KeyName(source, column), KindOf(column)));
        }

        return source.Joins.Where(join => join.HasRows).All(join => AddShown(join.To, keys));
    }

    private static string KeyName(Source source, ColumnSchema column) => source.Alias is null ? column.Name : $"{source.Alias}.{column.Name}";

    private static KeyKind KindOf(ColumnSchema column) => column.Kind switch
    {
        StorageKind.Text or StorageKind.Guid or StorageKind.Reference or StorageKind.Choices => KeyKind.Text,
        StorageKind.Float => KeyKind.Real,
        _ => KeyKind.Number,
    };

    private void Select(Source source)
    {
        _joined.Add(source);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selected in source.Columns)
        {
            var column = selected.Column;
            var key = selected.Alias ?? (source.Alias is null ? column.Name : $"{source.Alias}.{column.Name}");
            if (!chosen.Add(key)) continue;
            if (!_isAggregate && Messages.Access.IsHidden(_user, source.Table, column)) continue;
            Messages.Access.RequireColumn(_user, source.Table, column);
            if (!column.Model.ValidForRead) throw Faults.NoAttribute(source.Table, column.Name);
            if (column.Kind == StorageKind.None && !column.IsImage)
                throw Faults.NotSupported($"The column '{column.Name}' of type '{column.Model.TypeName}'");
            SelectColumn(source, selected, key);
        }

        foreach (var join in source.Joins)
        {
            if (join.HasRows) Select(join.To);
        }
    }

    private void SelectColumn(Source source, SelectedColumn selected, string key)
    {
        var column = selected.Column;
        var aliased = source.Alias is not null || selected.Alias is not null;
        var index = _next;
        if (selected.Aggregate is { } aggregate)
        {
            var counted = column.IsImage ? column.ImageId! : column;
            if (aggregate != "count" && !counted.IsStored) throw Faults.NotSupported($"The aggregate '{aggregate}' of the column '{column.Name}' of type '{column.Model.TypeName}'");
            var value = $"{source.Sql}.{counted.Sql}";
            Add(aggregate switch
            {
                SelectedColumn.CountChildren => $"(SELECT count(*) FROM {source.Table.Sql} c WHERE c.{source.Table.Parent!.Sql} = {source.Sql}.{source.Table.Id.Sql})",
                "count" => "count(*)",
                "countcolumn" => selected.Distinct ? $"count(DISTINCT {value})" : $"count({value})",
                _ => $"{aggregate}({value})",
            });
            _results.Add(new ResultColumn(column, source.Table, index, -1, key, true, aggregate));
            return;
        }

        if (selected.DatePart is { } part)
        {
            var number = PartOf(part, selected.InUtc ? $"{source.Sql}.{column.Sql}" : Local(source, column));
            Add(number);
            _results.Add(new ResultColumn(column, source.Table, index, -1, key, true, DatePart: part, Order: number));
            return;
        }

        if (column.IsImage)
        {
            Add($"(SELECT thumbnail FROM \"$blob\" WHERE id = {source.Sql}.{column.ImageId!.Sql})");
        }
        else if (column is { Kind: StorageKind.Text, CompanionOf: { IsImage: true } image })
        {
            Add(string.Create(CultureInfo.InvariantCulture,
                $"('/Image/download.aspx?Entity={source.Table.Name}&Attribute={image.Name}&Id=' || {source.Sql}.{source.Table.Id.Sql} || '&Timestamp=' || {source.Sql}.{image.ImageTimestamp!.Sql})"));
        }
        else
        {
            Add($"{source.Sql}.{column.Sql}");
        }

        var nameIndex = -1;
        if (column.Kind == StorageKind.Reference)
        {
            if (column.TypeSql is { } type) Add($"{source.Sql}.{type}");
            if (NameOf(source, column) is { } name)
            {
                nameIndex = _next;
                Add(name);
            }
        }

        _results.Add(new ResultColumn(column, source.Table, index, nameIndex, key, aliased, Order: _isAggregate && !column.IsImage ? Order(source, column, out _) : null));
    }

    // Weeks begin on Sunday, and the first one holds the first of January, as the platform's database counts them.
    private string PartOf(string part, string value)
    {
        string Number(string format) => $"CAST(strftime('{format}', {value}, 'unixepoch') AS INTEGER)";
        return part switch
        {
            "day" => Number("%d"),
            "week" => $"(({Number("%j")} - 1 + (({Number("%w")} - {Number("%j")} + 1) % 7 + 7) % 7) / 7 + 1)",
            "month" => Number("%m"),
            "quarter" => $"(({Number("%m")} + 2) / 3)",
            "fiscal-year" => _fiscal.YearSql(value),
            "fiscal-period" => $"({_fiscal.YearSql(value)} * {FiscalCalendar.PeriodFactor} + {_fiscal.PeriodSql(value)})",
            _ => Number("%Y"),
        };
    }

    /// <summary>A time as the clock shows it by which the column is read: the user's, or none in particular.</summary>
    private string Local(Source source, ColumnSchema column)
    {
        var value = $"{source.Sql}.{column.Sql}";
        return column.IsUserLocal && UserTime.Of(_user.TimeZoneCode) is { IsUtc: false } zone
            ? string.Create(CultureInfo.InvariantCulture, $"{UserTime.Function}({zone.Code}, {value})")
            : value;
    }

    /// <summary>The expression for the primary name of the row a lookup points at.</summary>
    private string? NameOf(Source source, ColumnSchema column)
    {
        if (column.SortName is { } kept) return $"{source.Sql}.{kept}";
        string? NameIn(string target) => _schema.Find(target) is { PrimaryName: { } name } table
            ? $"(SELECT n.{name.Sql} FROM {table.Sql} n WHERE n.{table.Id.Sql} = {source.Sql}.{column.Sql})"
            : null;
        if (column.TypeSql is null) return column.Model.Targets.Count == 0 ? null : NameIn(column.Model.Targets[0]);
        var cases = column.Model.Targets.Select(target => (target, name: NameIn(target))).Where(pair => pair.name is not null)
            .Select(pair => $"WHEN '{pair.target.Replace("'", "''", StringComparison.Ordinal)}' THEN {pair.name}").ToList();
        return cases.Count == 0 ? null : $"CASE {source.Sql}.{column.TypeSql} {string.Join(' ', cases)} END";
    }

    private void Add(string expression)
    {
        if (_next++ > 0) _select.Append(", ");
        _select.Append(expression);
    }

    private void AppendTables(Source source, StringBuilder from, List<object?> fromParameters, StringBuilder where, List<object?> whereParameters)
    {
        var outer = _later;
        _later = [];
        AppendJoins(source, from, fromParameters, where, whereParameters);
        foreach (var filter in _later) And(where).Append(Condition(filter, whereParameters));
        _later = outer;
    }

    private void AppendJoins(Source source, StringBuilder from, List<object?> fromParameters, StringBuilder where, List<object?> whereParameters)
    {
        foreach (var join in source.Joins)
        {
            if (!join.HasRows)
            {
                And(where).Append(Exists(source, join, whereParameters));
                continue;
            }

            from.Append(join.Kind == JoinKind.Inner ? " JOIN " : " LEFT JOIN ").Append(join.To.Table.Sql).Append(' ').Append(join.To.Sql).Append(" ON ");
            _reached.Add(join.To);
            var conditions = new StringBuilder(On(source, join));
            AppendAccess(join.To, conditions, fromParameters);
            if (join.To.Where is { } filter)
            {
                // A filter may name a link that comes later, which nothing before it can be joined by.
                if (join.Kind == JoinKind.Inner && !IsReached(filter)) _later.Add(filter);
                else And(conditions).Append(Condition(filter, fromParameters));
            }

            if (join.Kind == JoinKind.First) AppendFirst(join, conditions, from);
            else from.Append(conditions);
            AppendJoins(join.To, from, fromParameters, where, whereParameters);
        }
    }

    private static string On(Source source, Join join) => $"{join.To.Sql}.{join.Target.Sql} = {source.Sql}.{join.From.Sql}";

    // Within the parentheses the alias is another row's: the first that the link takes.
    private static void AppendFirst(Join join, StringBuilder conditions, StringBuilder from)
    {
        if (join.To.Joins.Count > 0) throw Faults.NotSupported($"A link within the link '{join.To.Alias}' of type 'matchfirstrowusingcrossapply'");
        from.Append(join.To.Sql).Append(".rowid = (SELECT ").Append(join.To.Sql).Append(".rowid FROM ").Append(join.To.Table.Sql).Append(' ').Append(join.To.Sql)
            .Append(" WHERE ").Append(conditions).Append(" ORDER BY ").Append(join.To.Sql).Append(".rowid LIMIT 1)");
    }

    /// <summary>That a row has partners, or has none.</summary>
    private string Exists(Source source, Join join, List<object?> parameters)
    {
        var before = _reached.ToList();
        _reached.Add(join.To);
        var from = new StringBuilder("SELECT 1 FROM ").Append(join.To.Table.Sql).Append(' ').Append(join.To.Sql);
        var fromParameters = new List<object?>();
        var where = new StringBuilder(On(source, join));
        var whereParameters = new List<object?>();
        AppendAccess(join.To, where, whereParameters);
        var any = join.Kind == JoinKind.All ? $"EXISTS ({from} WHERE {where}) AND " : "";
        if (any.Length > 0) parameters.AddRange(whereParameters);
        AppendTables(join.To, from, fromParameters, where, whereParameters);
        if (join.To.Where is { } filter) And(where).Append(Condition(filter, whereParameters));
        parameters.AddRange(fromParameters);
        parameters.AddRange(whereParameters);
        _reached.IntersectWith(before);
        var exists = $"EXISTS ({from} WHERE {where})";
        return join.Kind == JoinKind.Any ? exists : $"({any}NOT {exists})";
    }

    private bool IsReached(Filter filter) =>
        filter.Conditions.TrueForAll(condition => _reached.Contains(condition.Source) && (condition.OtherSource is null || _reached.Contains(condition.OtherSource)))
        && filter.Filters.TrueForAll(IsReached);

    private void AppendAccess(Source source, StringBuilder where, List<object?> parameters)
    {
        if (_access(source.Table, source.Sql) is not { } condition) return;
        And(where).Append(condition.Sql);
        parameters.AddRange(condition.Parameters);
    }

    private static StringBuilder And(StringBuilder text) => text.Length > 0 ? text.Append(" AND ") : text;

    private string Groups()
    {
        var groups = _results.Where(result => result.Aggregate is null).Select(result => (result.Index + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        return groups.Count > 0 ? " GROUP BY " + string.Join(", ", groups) : "";
    }

    private void AppendGroups(SelectQuery query, StringBuilder sql)
    {
        sql.Append(Groups());
        foreach (var order in query.Orders.Where(order => order.Source is not null))
            throw Faults.Invalid($"An aggregate query is ordered by an alias, not by '{order.Column!.Name}'.");
    }

    private void AppendOrders(SelectQuery query, StringBuilder sql, List<PagingKey>? keys, bool hasId)
    {
        var separator = " ORDER BY ";
        void Append(string term, bool descending)
        {
            sql.Append(separator).Append(term).Append(descending ? " DESC" : "");
            separator = ", ";
        }

        if (keys is not null)
        {
            foreach (var key in keys) Append(key.Sql, key.Descending);
            return;
        }

        foreach (var order in query.Orders)
        {
            if (order.Alias is { } alias)
            {
                var result = _results.Find(result => result.Key == alias) ?? throw Faults.NoSuchAlias(alias);
                Append(result.Aggregate is null && result.Order is { } own ? own : (result.Index + 1).ToString(CultureInfo.InvariantCulture), order.Descending);
            }
            else
            {
                Append(Order(order.Source!, order.Column!, out _), order.Descending);
            }
        }

        // Pages must not overlap: equal rows need an order too, and every index ends with this one.
        if (hasId) Append($"{query.Root.Sql}.{(query.Distinct ? query.Root.Table.Id.Sql : "rowid")}", false);
        foreach (var group in _results.Where(result => _isAggregate && result.Aggregate is null)) Append((group.Index + 1).ToString(CultureInfo.InvariantCulture), false);
    }

    // A choice sorts by its label and a lookup by the name it shows, as views sort them.
    private string Order(Source source, ColumnSchema column, out KeyKind kind)
    {
        kind = KindOf(column);
        if (!_joined.Contains(source)) throw Faults.Invalid($"The query is ordered by a column of '{source.Alias}', a link that adds no columns.");
        Messages.Access.RequireColumn(_user, source.Table, column);
        var value = $"{source.Sql}.{column.Sql}";
        switch (column.Kind)
        {
            case var _ when !column.IsStored:
                throw Faults.NotSupported($"Sorting by the column '{column.Name}' of type '{column.Model.TypeName}'");
            case StorageKind.Choice when column.Options.Count > 0 && !_sortsByValue:
                var cases = column.RanksByLabel(_user.Language)
                    .Select(rank => string.Create(CultureInfo.InvariantCulture, $"WHEN {rank.Key} THEN {rank.Value}"));
                return $"CASE {value} {string.Join(' ', cases)} END";
            case StorageKind.Reference when NameOf(source, column) is { } name:
                return column.SortName is null ? $"({name} COLLATE {TextRules.Collation})" : name;
            default:
                return value;
        }
    }

    private string Condition(Filter filter, List<object?> parameters)
    {
        var sql = new StringBuilder("(");
        AppendHull(filter, sql, parameters);
        var bound = sql.Length > 1;
        if (bound) sql.Append(" AND (");
        var begin = sql.Length;
        var separator = filter.IsOr ? " OR " : " AND ";
        foreach (var condition in filter.Conditions)
        {
            if (sql.Length > begin) sql.Append(separator);
            sql.Append(Condition(condition, parameters));
        }

        foreach (var child in filter.Filters)
        {
            if (sql.Length > begin) sql.Append(separator);
            sql.Append(Condition(child, parameters));
        }

        foreach (var link in filter.Links)
        {
            if (sql.Length > begin) sql.Append(separator);
            sql.Append(Exists(link.Source, link.Join, parameters));
        }

        return sql.Append(bound ? "))" : ")").ToString();
    }

    // Spans of one column of which one must hold, such as "today or in the next days", lie within one span: a range that an index knows, as it does not know an OR.
    private void AppendHull(Filter filter, StringBuilder sql, List<object?> parameters)
    {
        if (!filter.IsOr || filter.Filters.Count + filter.Links.Count > 0 || filter.Conditions is not [var first, _, ..] || first.Column.Kind != StorageKind.DateTime) return;
        var spans = new List<(DateTime? From, DateTime? Until)>();
        foreach (var condition in filter.Conditions)
        {
            if (condition.Column != first.Column || condition.Source != first.Source || condition.Other is not null || !DateRange.IsRelative(condition.Operator)) return;
            spans.Add(SpanOf(condition, first.Column));
        }

        AppendSpan($"{first.Source.Sql}.{first.Column.Sql}", (
            spans.Exists(span => span.From is null) ? null : spans.Min(span => span.From),
            spans.Exists(span => span.Until is null) ? null : spans.Max(span => span.Until)), sql, parameters);
    }

    private static void AppendSpan(string value, (DateTime? From, DateTime? Until) span, StringBuilder sql, List<object?> parameters)
    {
        if (span.From is { } from)
        {
            sql.Append(value).Append(" >= ?");
            parameters.Add(Values.Seconds(from));
        }

        if (span.Until is { } until)
        {
            sql.Append(span.From is null ? "" : " AND ").Append(value).Append(" < ?");
            parameters.Add(Values.Seconds(until));
        }
    }

    private string Condition(Condition condition, List<object?> parameters)
    {
        var column = condition.Column;
        RequireReached(condition.Source);
        Messages.Access.RequireColumn(_user, condition.Source.Table, column);
        if (!column.IsStored)
        {
            if (column.IsImage && condition.Operator is ConditionOperator.Null or ConditionOperator.NotNull)
                column = column.ImageId!;
            else
                throw Faults.NotSupported($"A condition on the column '{column.Name}' of type '{column.Model.TypeName}'");
        }

        var value = $"{condition.Source.Sql}.{column.Sql}";
        if (condition.Other is { } other) return CompareColumns(condition, value, other);
        var values = condition.Values;
        switch (condition.Operator)
        {
            case ConditionOperator.Null:
                return $"{value} IS NULL";
            case ConditionOperator.NotNull:
                // In a range of an index empty values are passed over at once; by IS NOT NULL they would be read one by one.
                return column.Kind is StorageKind.DateTime or StorageKind.Integer or StorageKind.BigInteger or StorageKind.Choice
                    ? $"{value} >= {long.MinValue.ToString(CultureInfo.InvariantCulture)}"
                    : $"{value} IS NOT NULL";
            case ConditionOperator.Equal or ConditionOperator.NotEqual when column.Kind == StorageKind.Choices:
                parameters.Add(Values.Choices(values.SelectMany(Ints)));
                return condition.Operator == ConditionOperator.Equal ? $"{value} = ?" : $"({value} <> ? OR {value} IS NULL)";
            case ConditionOperator.Equal or ConditionOperator.NotEqual or ConditionOperator.GreaterThan or ConditionOperator.GreaterEqual
                or ConditionOperator.LessThan or ConditionOperator.LessEqual:
                parameters.Add(Parameter(condition, column, One(condition)));
                return Compare(condition.Operator, value, "?", column);
            case ConditionOperator.In or ConditionOperator.NotIn:
                return In(condition, column, value, parameters);
            case ConditionOperator.Between or ConditionOperator.NotBetween:
                if (values.Count != 2) throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' takes two values.");
                parameters.Add(Parameter(condition, column, values[0]));
                parameters.Add(Parameter(condition, column, values[1]));
                return condition.Operator == ConditionOperator.Between ? $"{value} BETWEEN ? AND ?" : $"{value} NOT BETWEEN ? AND ?";
            case ConditionOperator.Like or ConditionOperator.NotLike or ConditionOperator.BeginsWith or ConditionOperator.DoesNotBeginWith
                or ConditionOperator.EndsWith or ConditionOperator.DoesNotEndWith or ConditionOperator.Contains or ConditionOperator.DoesNotContain:
                return Like(condition, column, value, parameters);
            case ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues:
                return ContainValues(condition, column, value, parameters);
            case ConditionOperator.EqualUserId or ConditionOperator.NotEqualUserId or ConditionOperator.EqualBusinessId or ConditionOperator.NotEqualBusinessId
                or ConditionOperator.EqualUserTeams or ConditionOperator.EqualUserOrUserTeams when column.Kind is not (StorageKind.Guid or StorageKind.Reference):
                throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' is for ids and lookups, and '{column.Name}' is of type '{column.Model.TypeName}'.");
            case ConditionOperator.EqualUserId:
                parameters.Add(Values.Text(_user.Id));
                return $"{value} = ?";
            case ConditionOperator.NotEqualUserId:
                parameters.Add(Values.Text(_user.Id));
                return $"({value} <> ? OR {value} IS NULL)";
            case ConditionOperator.EqualBusinessId:
                parameters.Add(Values.Text(_user.BusinessUnitId));
                return $"{value} = ?";
            case ConditionOperator.NotEqualBusinessId:
                parameters.Add(Values.Text(_user.BusinessUnitId));
                return $"({value} <> ? OR {value} IS NULL)";
            case ConditionOperator.EqualUserLanguage:
                parameters.Add((long)_user.Language);
                return $"{value} = ?";
            case ConditionOperator.EqualUserTeams or ConditionOperator.EqualUserOrUserTeams:
                Guid[] principals = condition.Operator == ConditionOperator.EqualUserTeams ? [.. _user.Teams] : [_user.Id, .. _user.Teams];
                parameters.AddRange(principals.Select(Values.Text));
                return $"{value} IN ({string.Join(", ", Enumerable.Repeat("?", principals.Length))})";
            case ConditionOperator.Under or ConditionOperator.UnderOrEqual or ConditionOperator.NotUnder or ConditionOperator.Above or ConditionOperator.AboveOrEqual:
                return InHierarchy(condition, column, value, parameters);
            case ConditionOperator.On or ConditionOperator.NotOn or ConditionOperator.OnOrAfter or ConditionOperator.OnOrBefore:
                return OnDay(condition, column, value, parameters);
            case ConditionOperator.InFiscalPeriod:
                RequireDate(condition, column);
                parameters.Add((long)PeriodOf(condition, One(condition)));
                return $"{_fiscal.PeriodSql(Local(condition.Source, column))} = ?";
            case ConditionOperator.InFiscalPeriodAndYear or ConditionOperator.InOrBeforeFiscalPeriodAndYear or ConditionOperator.InOrAfterFiscalPeriodAndYear:
                return InPeriodOfYear(condition, column, value, parameters);
            default:
                return Relative(condition, column, value, parameters);
        }
    }

    private void RequireReached(Source source)
    {
        if (!_reached.Contains(source))
            throw Faults.Invalid($"A condition names the link '{source.Alias}', whose rows are not there where the condition stands.");
    }

    private string CompareColumns(Condition condition, string value, ColumnSchema other)
    {
        var (column, source) = (condition.Column, condition.OtherSource ?? condition.Source);
        RequireReached(source);
        if (column.Kind != other.Kind || column.Kind is StorageKind.None or StorageKind.Choices)
            throw Faults.Invalid($"The columns '{column.Name}' of type '{column.Model.TypeName}' and '{other.Name}' of type '{other.Model.TypeName}' cannot be compared: only columns of one type can.");
        var right = $"{source.Sql}.{other.Sql}";
        return column.Factor == other.Factor
            ? Compare(condition.Operator, value, right, column)
            : Compare(condition.Operator, Scaled(value, other.Factor), Scaled(right, column.Factor), column);
    }

    private static string Scaled(string value, decimal factor) => string.Create(CultureInfo.InvariantCulture, $"{value} * {factor}");

    // UNION drops what was seen, so that a hierarchy that bites its tail ends too.
    private string InHierarchy(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        var name = Operators.NameOf(condition.Operator);
        var table = column == condition.Source.Table.Id ? condition.Source.Table
            : column is { Kind: StorageKind.Reference, Model.Targets: [var target] } ? _schema.Find(target) : null;
        if (table?.Parent is not { } parent)
            throw Faults.Invalid($"The operator '{name}' is for hierarchies, and no relationship makes the rows that '{column.Name}' points at one.");
        parameters.Add(Parameter(condition, table.Id, One(condition)));
        var (id, up) = (table.Id.Sql, parent.Sql);
        var upwards = condition.Operator is ConditionOperator.Above or ConditionOperator.AboveOrEqual;
        var self = condition.Operator is ConditionOperator.UnderOrEqual or ConditionOperator.AboveOrEqual;
        var first = self ? $"SELECT r.{id} FROM {table.Sql} r WHERE r.{id} = ?"
            : upwards ? $"SELECT r.{up} FROM {table.Sql} r WHERE r.{id} = ?"
            : $"SELECT r.{id} FROM {table.Sql} r WHERE r.{up} = ?";
        var step = upwards
            ? $"SELECT r.{up} FROM h JOIN {table.Sql} r ON r.{id} = h.id"
            : $"SELECT r.{id} FROM h JOIN {table.Sql} r ON r.{up} = h.id";
        var members = $"(WITH RECURSIVE h(id) AS ({first} UNION {step}) SELECT id FROM h WHERE id IS NOT NULL)";
        return condition.Operator == ConditionOperator.NotUnder ? $"({value} NOT IN {members} OR {value} IS NULL)" : $"{value} IN {members}";
    }

    private static string Compare(ConditionOperator op, string left, string right, ColumnSchema column) => op switch
    {
        ConditionOperator.Equal => $"{left} = {right}",
        ConditionOperator.NotEqual => $"({left} <> {right} OR {left} IS NULL)", // The platform lets empty values through.
        ConditionOperator.GreaterThan => $"{left} > {right}",
        ConditionOperator.GreaterEqual => $"{left} >= {right}",
        ConditionOperator.LessThan => $"{left} < {right}",
        ConditionOperator.LessEqual => $"{left} <= {right}",
        _ => throw Faults.NotSupported($"The operator '{Operators.NameOf(op)}' on the column '{column.Name}'"),
    };

    private string In(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        var list = condition.Values.SelectMany(Flatten).ToList();
        if (list.Count == 0) throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' on '{column.Name}' takes at least one value.");
        foreach (var item in list) parameters.Add(Parameter(condition, column, item));
        var marks = string.Join(", ", Enumerable.Repeat("?", list.Count));
        return condition.Operator == ConditionOperator.In ? $"{value} IN ({marks})" : $"({value} NOT IN ({marks}) OR {value} IS NULL)";
    }

    private static IEnumerable<object?> Flatten(object? value) =>
        value is System.Collections.IEnumerable many and not string and not byte[]? many.Cast<object?>() : [value];

    private string Like(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        var text = One(condition) as string ?? throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' on '{column.Name}' takes a text.");
        var pattern = condition.Operator switch
        {
            ConditionOperator.BeginsWith or ConditionOperator.DoesNotBeginWith => Literal(text) + "%",
            ConditionOperator.EndsWith or ConditionOperator.DoesNotEndWith => "%" + Literal(text),
            ConditionOperator.Contains or ConditionOperator.DoesNotContain => "%" + Literal(text) + "%",
            _ => text,
        };
        var negated = condition.Operator is ConditionOperator.NotLike or ConditionOperator.DoesNotBeginWith
            or ConditionOperator.DoesNotEndWith or ConditionOperator.DoesNotContain;
        string like;
        switch (column.Kind)
        {
            case StorageKind.Text:
                like = $"{TextRules.Like}(?, {value})";
                parameters.Add(pattern);
                break;
            case StorageKind.Reference when NameOf(condition.Source, column) is { } name:
                like = $"{TextRules.Like}(?, {name})";
                parameters.Add(pattern);
                break;
            case StorageKind.Choice or StorageKind.Boolean:
                var labelled = column.Options.Values.Where(option => TextRules.Matches(pattern, option.Label.In(_user.Language)))
                    .Select(option => option.Value.ToString(CultureInfo.InvariantCulture));
                like = $"{value} IN ({string.Join(", ", labelled)})";
                break;
            default:
                throw Faults.NotSupported($"The operator '{Operators.NameOf(condition.Operator)}' on the column '{column.Name}' of type '{column.Model.TypeName}'");
        }

        return negated ? $"({value} IS NULL OR NOT {like})" : like;
    }

    private static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '%' or '_' or '[') literal.Append('[').Append(character).Append(']');
            else literal.Append(character);
        }

        return literal.ToString();
    }

    private static string ContainValues(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        if (column.Kind != StorageKind.Choices)
            throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' is for choices, and '{column.Name}' is of type '{column.Model.TypeName}'.");
        var wanted = condition.Values.SelectMany(Ints).ToList();
        if (wanted.Count == 0) throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' on '{column.Name}' takes at least one value.");
        foreach (var item in wanted) parameters.Add(string.Create(CultureInfo.InvariantCulture, $",{item},"));
        var any = string.Join(" OR ", Enumerable.Repeat($"instr({value}, ?) > 0", wanted.Count));
        return condition.Operator == ConditionOperator.ContainValues ? $"({any})" : $"({value} IS NULL OR NOT ({any}))";
    }

    private static IEnumerable<int> Ints(object? value) => value switch
    {
        int number => [number],
        OptionSetValue option => [option.Value],
        string text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
            int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Faults.Invalid($"'{part}' is no option value.")),
        System.Collections.IEnumerable many => many.Cast<object?>().SelectMany(Ints),
        _ => throw Faults.Invalid($"'{value}' is no option value."),
    };

    private string OnDay(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        RequireDate(condition, column);
        var day = ParseTime(column, One(condition)).Date;
        var from = Values.Seconds(Utc(column, day));
        var until = day < DateTime.MaxValue.Date ? Values.Seconds(Utc(column, day.AddDays(1))) : long.MaxValue; // After the last day of the calendar comes none.
        switch (condition.Operator)
        {
            case ConditionOperator.OnOrAfter:
                parameters.Add(from);
                return $"{value} >= ?";
            case ConditionOperator.OnOrBefore:
                parameters.Add(until);
                return $"{value} < ?";
            default:
                parameters.Add(from);
                parameters.Add(until);
                return condition.Operator == ConditionOperator.On ? $"({value} >= ? AND {value} < ?)" : $"({value} < ? OR {value} >= ?)";
        }
    }

    /// <summary>The moment at which the clock shows a time by which the column is read.</summary>
    private DateTime Utc(ColumnSchema column, DateTime local) => column.IsUserLocal ? UserTime.Of(_user.TimeZoneCode).ToUtc(local) : local;

    private string Relative(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        var span = SpanOf(condition, column);
        RequireDate(condition, column);
        var sql = new StringBuilder("(");
        AppendSpan(value, span, sql, parameters);
        return sql.Append(')').ToString();
    }

    private (DateTime? From, DateTime? Until) SpanOf(Condition condition, ColumnSchema column)
    {
        var op = condition.Operator;
        var count = DateRange.TakesCount(op) ? CountOf(condition) : 0;
        if (DateRange.MeasuresTime(op) && column.IsDateOnly)
            throw Faults.Invalid($"The operator '{Operators.NameOf(op)}' measures time, and '{column.Name}' holds dates without a time.");

        // Hours are as long for every clock; what begins with a day begins with the user's.
        var zone = UserTime.Of(_user.TimeZoneCode);
        if (DateRange.MeasuresTime(op) && column.IsUserLocal) zone = UserTime.Of(UserTime.UtcCode);
        var now = zone.ToLocal(_now);
        try
        {
            if (DateRange.Of(op, now, count, _fiscal) is not { } span) throw Faults.NotSupported($"The condition operator '{Operators.NameOf(op)}'");
            return column.IsUserLocal ? (Moment(span.From), Moment(span.Until)) : span;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Faults.Invalid($"The operator '{Operators.NameOf(op)}' with {count} leads out of the calendar.");
        }

        // The present is one moment, even when a clock that is set back shows it twice.
        DateTime? Moment(DateTime? local) => local is not { } time ? null : time - now is { Ticks: >= 0 } ahead && ahead <= TimeSpan.FromSeconds(1) ? _now + ahead : zone.ToUtc(time);
    }

    private static int CountOf(Condition condition)
    {
        var count = Convert.ToInt64(Parameter(condition, CountColumn, One(condition)), CultureInfo.InvariantCulture);
        return count is >= 1 and <= MaxSpan
            ? (int)count
            : throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' takes a number from 1 on, and {count} is none it can use.");
    }

    private int PeriodOf(Condition condition, object? value)
    {
        var period = Convert.ToInt64(Parameter(condition, CountColumn, value), CultureInfo.InvariantCulture);
        return period >= 1 && period <= _fiscal.Periods
            ? (int)period
            : throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' takes a fiscal period from 1 to {_fiscal.Periods}, not {period}.");
    }

    private string InPeriodOfYear(Condition condition, ColumnSchema column, string value, List<object?> parameters)
    {
        RequireDate(condition, column);
        var name = Operators.NameOf(condition.Operator);
        if (condition.Values.SelectMany(Flatten).ToList() is not [var periodValue, var yearValue]) throw Faults.Invalid($"The operator '{name}' takes a fiscal period and a year.");
        var period = PeriodOf(condition, periodValue);
        var year = Convert.ToInt64(Parameter(condition, CountColumn, yearValue), CultureInfo.InvariantCulture);
        if (year is < 1 or > 9998) throw Faults.Invalid($"The operator '{name}' takes a year of four digits, not {year}.");
        var from = Utc(column, _fiscal.Start((int)year, period));
        var until = Utc(column, _fiscal.Start((int)year, period + 1));
        var sql = new StringBuilder("(");
        AppendSpan(value, condition.Operator switch
        {
            ConditionOperator.InOrBeforeFiscalPeriodAndYear => (null, until),
            ConditionOperator.InOrAfterFiscalPeriodAndYear => (from, null),
            _ => (from, until),
        }, sql, parameters);
        return sql.Append(')').ToString();
    }

    private static readonly ColumnSchema CountColumn = new(new Packager.Model.ColumnModel
    {
        LogicalName = "value",
        SchemaName = "value",
        Type = Packager.Model.ColumnType.Integer,
        TypeName = "int",
        DisplayName = Packager.Model.Labels.None,
    });

    private static void RequireDate(Condition condition, ColumnSchema column)
    {
        if (column.Kind != StorageKind.DateTime)
            throw Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' is for dates, and '{column.Name}' is of type '{column.Model.TypeName}'.");
    }

    private static object One(Condition condition) => condition.Values.Count == 1 && condition.Values[0] is { } value
        ? value is System.Collections.IEnumerable and not string and not byte[] and not OptionSetValueCollection
            ? Flatten(value).ToList() is [{ } only] ? only : throw Wrong(condition)
            : value
        : throw Wrong(condition);

    private static OrganizationFault Wrong(Condition condition) =>
        Faults.Invalid($"The operator '{Operators.NameOf(condition.Operator)}' on '{condition.Column.Name}' takes one value, not {condition.Values.Count}.");

    private static object Parameter(Condition condition, ColumnSchema column, object? value)
    {
        switch (column.Kind, value)
        {
            case (StorageKind.Guid or StorageKind.Reference, Guid id):
                return Values.Text(id);
            case (StorageKind.Guid or StorageKind.Reference, EntityReference reference):
                return Values.Text(reference.Id);
            case (StorageKind.Guid or StorageKind.Reference, string text) when Guid.TryParse(text, out var id):
                return Values.Text(id);
            case (StorageKind.Text, string text):
                return text;
            case (StorageKind.Text, IFormattable formattable):
                return formattable.ToString(null, CultureInfo.InvariantCulture);
            case (StorageKind.Integer or StorageKind.BigInteger or StorageKind.Choice, int number):
                return (long)number;
            case (StorageKind.Integer or StorageKind.BigInteger or StorageKind.Choice, long number):
                return number;
            case (StorageKind.Integer or StorageKind.BigInteger or StorageKind.Choice, OptionSetValue option):
                return (long)option.Value;
            case (StorageKind.Integer or StorageKind.BigInteger or StorageKind.Choice, string text)
                when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return number;
            case (StorageKind.Choices, _):
                return Values.Choices(Ints(value)) ?? "";
            case (StorageKind.Boolean, bool flag):
                return flag ? 1L : 0L;
            case (StorageKind.Boolean, int number) when number is 0 or 1:
                return (long)number;
            case (StorageKind.Boolean, string text) when text is "0" or "1" || bool.TryParse(text, out _):
                return text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1L : 0L;
            case (StorageKind.Decimal or StorageKind.Money or StorageKind.Float, _) when Number(value) is { } number:
                if (column.Kind == StorageKind.Float) return (double)number;
                var scaled = (double)number * (double)column.Factor;
                return Math.Abs(number) < 1_000_000_000_000m && decimal.IsInteger(number * column.Factor) && Math.Abs(scaled) < 9e18
                    ? (long)(number * column.Factor)
                    : scaled;
            case (StorageKind.DateTime, _):
                return Values.Seconds(ParseTime(column, value));
            default:
                throw Faults.Invalid($"The value '{value}' of the operator '{Operators.NameOf(condition.Operator)}' does not fit the column '{column.Name}' of type '{column.Model.TypeName}'.");
        }
    }

    private static decimal? Number(object? value) => value switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        double number when Math.Abs(number) < 1e27 => (decimal)number,
        Money money => money.Value,
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static DateTime ParseTime(ColumnSchema column, object? value) => value switch
    {
        DateTime time => Values.Utc(time),
        DateTimeOffset time => time.UtcDateTime,
        string text when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) => time,
        _ => throw Faults.Invalid($"The value '{value}' is no date for the column '{column.Name}'."),
    };
}
