using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Deletes one row.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class DeleteRequest : OrganizationRequest
{
    public DeleteRequest()
        : base("Delete")
    {
    }

    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => Parameter<ConcurrencyBehavior>("ConcurrencyBehavior");
        set => Parameters["ConcurrencyBehavior"] = value;
    }

    public EntityReference Target
    {
        get => Parameter<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}
