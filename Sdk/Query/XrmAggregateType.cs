using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>What an aggregate query makes of a column.</summary>
[DataContract(Name = "AggregateType", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum XrmAggregateType
{
    None = 0,
    Count = 1,
    CountColumn = 2,
    Sum = 3,
    Avg = 4,
    Min = 5,
    Max = 6,
}
