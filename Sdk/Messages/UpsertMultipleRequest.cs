using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates or creates many rows in one transaction. Not supported inside a plug-in.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpsertMultipleRequest : OrganizationRequest
{
    public UpsertMultipleRequest()
        : base("UpsertMultiple")
    {
    }

    public EntityCollection Targets
    {
        get => Parameter<EntityCollection>("Targets");
        set => Parameters["Targets"] = value;
    }
}
