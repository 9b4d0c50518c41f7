using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Which end of a one-to-many relationship from a table to itself is meant; left out everywhere else.</summary>
[DataContract(Name = "EntityRole", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum EntityRole
{
    Referencing = 0,
    Referenced = 1,
}
