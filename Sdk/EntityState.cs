using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What to do with a related row in an Update: without a state it is created.</summary>
[DataContract(Name = "EntityState", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum EntityState
{
    Unchanged = 0,
    Created = 1,
    Changed = 2,
}
