using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Creates many rows in one transaction. Not supported inside a plug-in.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateMultipleRequest : OrganizationRequest
{
    public CreateMultipleRequest()
        : base("CreateMultiple")
    {
    }

    public EntityCollection Targets
    {
        get => Parameter<EntityCollection>("Targets");
        set => Parameters["Targets"] = value;
    }
}
