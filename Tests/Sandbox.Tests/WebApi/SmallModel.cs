using Packager.Model;
using Sandbox.Metadata;
using Sandbox.WebApi;

namespace Sandbox.Tests.WebApi;

/// <summary>Two tables with a column of each type, for tests that need no database.</summary>
internal static class SmallModel
{
    public static WebApiSchema Schema { get; } = new(new OrganizationModel(
        [
            Table("t_order", "t_orders", "t_orderid", "t_name",
                Column("t_orderid", ColumnType.PrimaryKey),
                Column("t_name", ColumnType.Text),
                Column("t_count", ColumnType.Integer),
                Column("t_price", ColumnType.Decimal),
                Column("t_day", ColumnType.DateTime) with { DateBehavior = 2 },
                Column("t_time", ColumnType.DateTime) with { DateBehavior = 1 },
                Column("t_kind", ColumnType.Choice),
                Column("t_tags", ColumnType.Choices),
                Column("t_flag", ColumnType.Boolean),
                Column("t_image", ColumnType.Image),
                Column("ownerid", ColumnType.Owner) with { Targets = ["user", "team"] }) with
                { Keys = [new KeyModel("t_key", ["t_name", "t_count"], Labels.None)] },
            Table("t_line", "t_lines", "t_lineid", "t_name",
                Column("t_lineid", ColumnType.PrimaryKey),
                Column("t_name", ColumnType.Text),
                Column("t_orderid", ColumnType.Lookup) with { Targets = ["t_order"] }) with
                { Keys = [new KeyModel("t_key", ["t_orderid", "t_name"], Labels.None)] },
        ],
        [
            new RelationshipModel
            {
                Name = "t_order_line",
                ReferencedTable = "t_order",
                ReferencingTable = "t_line",
                ReferencingColumn = "t_orderid",
                LookupNavigation = "t_OrderId",
                CollectionNavigation = "t_order_line",
            },
        ])
    {
        BaseLanguage = 1033,
        Languages = [1033],
        CustomApis = new Dictionary<string, CustomApiModel>
        {
            ["t_Check"] = new()
            {
                UniqueName = "t_Check",
                BindingType = 1,
                BoundTable = "t_order",
                IsFunction = false,
                Parameters = [new CustomApiParameterModel("Depth", 7, true, null)],
                Properties = [new CustomApiParameterModel("Result", 10, false, null)],
            },
        },
    });

    private static TableModel Table(string name, string set, string key, string primaryName, params ColumnModel[] columns) => new()
    {
        SchemaName = name,
        LogicalName = name,
        EntitySetName = set,
        DisplayName = Labels.None,
        CollectionName = Labels.None,
        IsUserOwned = true,
        PrimaryId = key,
        PrimaryName = primaryName,
        Columns = columns.ToDictionary(column => column.LogicalName),
    };

    private static ColumnModel Column(string name, ColumnType type) => new()
    {
        LogicalName = name,
        SchemaName = name,
        Type = type,
        TypeName = "",
        DisplayName = Labels.None,
    };
}
