using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query as objects.</summary>
[DataContract(Name = "QueryExpression", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class QueryExpression : QueryBase
{
    private ColumnSet _columnSet;
    private FilterExpression _criteria;
    private DataCollection<LinkEntity> _linkEntities;
    private DataCollection<OrderExpression> _orders;
    private PagingInfo _pageInfo;

    public QueryExpression()
    {
    }

    public QueryExpression(string entityName) => EntityName = entityName;

    public string EntityName { get; set; }

    public ColumnSet ColumnSet
    {
        get => _columnSet ?? (_columnSet = new ColumnSet());
        set => _columnSet = value;
    }

    public FilterExpression Criteria
    {
        get => _criteria ?? (_criteria = new FilterExpression());
        set => _criteria = value;
    }

    public DataCollection<LinkEntity> LinkEntities => _linkEntities ?? (_linkEntities = new DataCollection<LinkEntity>());

    public DataCollection<OrderExpression> Orders => _orders ?? (_orders = new DataCollection<OrderExpression>());

    public PagingInfo PageInfo
    {
        get => _pageInfo ?? (_pageInfo = new PagingInfo());
        set => _pageInfo = value;
    }

    public bool Distinct { get; set; }

    public bool NoLock { get; set; }

    public int? TopCount { get; set; }

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName) =>
        AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        var link = new LinkEntity(EntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }

    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));

    public void AddOrder(string attributeName, OrderType orderType, string alias, string entityName) =>
        Orders.Add(new OrderExpression(attributeName, orderType, alias, entityName));
}
