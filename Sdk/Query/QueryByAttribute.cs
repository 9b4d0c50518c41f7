using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query for rows whose columns equal the values of the same index.</summary>
[DataContract(Name = "QueryByAttribute", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class QueryByAttribute : QueryBase
{
    private DataCollection<string> _attributes;
    private ColumnSet _columnSet;
    private DataCollection<OrderExpression> _orders;
    private DataCollection<object> _values;

    public QueryByAttribute()
    {
    }

    public QueryByAttribute(string entityName) => EntityName = entityName;

    public string EntityName { get; set; }

    public ColumnSet ColumnSet
    {
        get => _columnSet ?? (_columnSet = new ColumnSet());
        set => _columnSet = value;
    }

    public DataCollection<string> Attributes => _attributes ?? (_attributes = new DataCollection<string>());

    public DataCollection<object> Values => _values ?? (_values = new DataCollection<object>());

    public DataCollection<OrderExpression> Orders => _orders ?? (_orders = new DataCollection<OrderExpression>());

    /// <summary>Null reads everything.</summary>
    public PagingInfo PageInfo { get; set; }

    public int? TopCount { get; set; }

    public void AddAttributeValue(string attributeName, object value)
    {
        Attributes.Add(attributeName);
        Values.Add(value);
    }

    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));
}
