using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>How the conditions and filters of a filter are joined.</summary>
[DataContract(Name = "LogicalOperator", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum LogicalOperator
{
    And = 0,
    Or = 1,
}
