using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Creates one row; rows in <see cref="Entity.RelatedEntities"/> are created with it.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateRequest : OrganizationRequest
{
    public CreateRequest()
        : base("Create")
    {
    }

    public Entity Target
    {
        get => Parameter<Entity>("Target");
        set => Parameters["Target"] = value;
    }
}
