using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates many rows in one transaction. Not supported inside a plug-in.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateMultipleRequest : OrganizationRequest
{
    public UpdateMultipleRequest()
        : base("UpdateMultiple")
    {
    }

    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => Parameter<ConcurrencyBehavior>("ConcurrencyBehavior");
        set => Parameters["ConcurrencyBehavior"] = value;
    }

    public EntityCollection Targets
    {
        get => Parameter<EntityCollection>("Targets");
        set => Parameters["Targets"] = value;
    }
}
