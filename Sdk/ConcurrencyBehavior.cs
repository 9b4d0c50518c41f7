using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Whether a write is refused when the row has another version than the caller read.</summary>
[DataContract(Name = "ConcurrencyBehavior", Namespace = "http://schemas.microsoft.com/xrm/7.1/Contracts")]
public enum ConcurrencyBehavior
{
    Default = 0,
    IfRowVersionMatches = 1,
    AlwaysOverwrite = 2,
}
