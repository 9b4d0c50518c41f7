using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Names a relationship. Equal when schema name and role are: that is how it serves as a key.</summary>
[DataContract(Name = "Relationship", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class Relationship : IExtensibleDataObject
{
    public Relationship()
    {
    }

    public Relationship(string schemaName) => SchemaName = schemaName;

    public string SchemaName { get; set; }

    /// <summary>Needed only where both ends are the same table.</summary>
    public EntityRole? PrimaryEntityRole { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }

    public override bool Equals(object obj) =>
        obj is Relationship other
        && string.Equals(SchemaName, other.SchemaName, StringComparison.Ordinal)
        && PrimaryEntityRole == other.PrimaryEntityRole;

    public override int GetHashCode() => (SchemaName ?? string.Empty).GetHashCode() ^ PrimaryEntityRole.GetHashCode();

    public override string ToString() => PrimaryEntityRole == null ? SchemaName : SchemaName + "." + PrimaryEntityRole;
}
