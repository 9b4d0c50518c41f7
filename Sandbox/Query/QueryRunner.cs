using System.Globalization;
using Microsoft.Xrm.Sdk;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Runs a compiled query and reads its rows.</summary>
internal static class QueryRunner
{
    public static EntityCollection Run(Connection connection, CompiledQuery query, SelectQuery asked, Formatter formatter)
    {
        var result = new EntityCollection { EntityName = query.Table.Name, TotalRecordCount = -1 };
        if (query.LimitSql is { } limit && connection.Any(limit, query.LimitParameters))
            throw new OrganizationFault(ErrorCodes.AggregateLimitExceeded, "AggregateQueryRecordLimit exceeded. Cannot perform this operation.");
        var statement = connection.Prepare(query.Sql, query.Parameters);
        var most = asked.Top ?? asked.PageSize;
        object?[]? first = null;
        object?[] last = new object?[query.Keys.Count];
        try
        {
            while (statement.Step())
            {
                if (result.Entities.Count == most)
                {
                    result.MoreRecords = true;
                    break;
                }

                result.Entities.Add(ReadRow(statement, query, formatter));
                for (var index = 0; index < last.Length; index++) last[index] = query.Keys[index].Read(statement);
                first ??= [.. last];
            }
        }
        finally
        {
            statement.Reset();
        }

        if (query.CountSql is { } sql)
        {
            var count = (int)(connection.Number(sql, query.CountParameters) ?? 0);
            result.TotalRecordCountLimitExceeded = count > 5000;
            result.TotalRecordCount = Math.Min(count, 5000);
        }

        if (first is { Length: > 0 })
        {
            (Guid, Guid)? ids = query.IdIndex >= 0 ? (result.Entities[0].Id, result.Entities[^1].Id) : null;
            result.PagingCookie = PagingCookie.Write(asked.Page, query.Keys, first, last, ids);
        }

        return result;
    }

    public static Entity ReadRow(Statement row, CompiledQuery query, Formatter formatter)
    {
        var entity = new Entity(query.Table.Name);
        if (query.IdIndex >= 0)
        {
            entity.Id = row.Id(query.IdIndex);
            entity[query.Table.Id.Name] = entity.Id;
        }

        foreach (var column in query.Columns)
        {
            if (column.Aggregate is not null)
            {
                ReadAggregate(entity, row, column, formatter);
                continue;
            }

            if (column.DatePart is { } part)
            {
                if (!row.IsNull(column.Index)) ReadPart(entity, (int)row.Number(column.Index), part, column, query.Fiscal);
                continue;
            }

            var value = column.Column.IsImage
                ? row.IsNull(column.Index) ? null : row.Bytes(column.Index)
                : Values.Read(row, column.Index, column.Column);
            if (value is null) continue;
            if (value is EntityReference reference && column.NameIndex >= 0) reference.Name = row.TextOrNull(column.NameIndex);
            entity[column.Key] = column.IsAliased ? new AliasedValue(column.Table.Name, column.Column.Name, value) : value;
            if (formatter.Format(column.Column, value) is { } text) entity.FormattedValues[column.Key] = text;
            if (column.Column == query.Table.RowVersion && !column.IsAliased)
                entity.RowVersion = ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        return entity;
    }

    private static void ReadPart(Entity entity, int number, string part, ResultColumn column, FiscalCalendar fiscal)
    {
        var (year, period) = (number / FiscalCalendar.PeriodFactor, number % FiscalCalendar.PeriodFactor);
        entity[column.Key] = new AliasedValue(column.Table.Name, column.Column.Name, part == "fiscal-period" ? period : number);
        if (part == "fiscal-period") entity.FormattedValues[column.Key] = fiscal.Name(year, period);
        else if (part == "fiscal-year") entity.FormattedValues[column.Key] = fiscal.Name(number);
    }

    private static void ReadAggregate(Entity entity, Statement row, ResultColumn column, Formatter formatter)
    {
        object? value = column.Aggregate switch
        {
            "count" or "countcolumn" or SelectedColumn.CountChildren => (int)row.Number(column.Index),
            _ when row.IsNull(column.Index) => null,
            "min" or "max" => Values.Read(row, column.Index, column.Column),
            _ => column.Column.Kind switch
            {
                StorageKind.Decimal => (decimal)row.Real(column.Index) / column.Column.Factor,
                StorageKind.Money => new Money((decimal)row.Real(column.Index) / column.Column.Factor),
                StorageKind.Float => row.Real(column.Index),
                StorageKind.Integer when column.Aggregate == "sum" => (int)row.Number(column.Index),
                StorageKind.BigInteger when column.Aggregate == "sum" => row.Number(column.Index),
                StorageKind.Integer or StorageKind.BigInteger => (int)row.Real(column.Index),
                _ => throw Faults.Invalid($"The aggregate '{column.Aggregate}' is for numbers, and '{column.Column.Name}' is of type '{column.Column.Model.TypeName}'."),
            },
        };
        if (value is null) return;
        entity[column.Key] = new AliasedValue(column.Table.Name, column.Column.Name, value);
        if (formatter.Format(column.Column, value) is { } text) entity.FormattedValues[column.Key] = text;
    }
}
