using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates one row; rows in <see cref="Entity.RelatedEntities"/> are created or updated with it.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateRequest : OrganizationRequest
{
    public UpdateRequest()
        : base("Update")
    {
    }

    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => Parameter<ConcurrencyBehavior>("ConcurrencyBehavior");
        set => Parameters["ConcurrencyBehavior"] = value;
    }

    public Entity Target
    {
        get => Parameter<Entity>("Target");
        set => Parameters["Target"] = value;
    }
}
