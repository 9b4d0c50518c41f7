using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>Direction of an order.</summary>
[DataContract(Name = "OrderType", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum OrderType
{
    Ascending = 0,
    Descending = 1,
}
