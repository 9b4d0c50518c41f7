using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Related rows by relationship.</summary>
[CollectionDataContract(Name = "RelatedEntityCollection", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RelatedEntityCollection : DataCollection<Relationship, EntityCollection>
{
    /// <inheritdoc />
    public override bool IsReadOnly => false;
}
