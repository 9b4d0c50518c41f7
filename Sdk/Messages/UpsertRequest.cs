using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates a row, or creates it when there is none.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpsertRequest : OrganizationRequest
{
    public UpsertRequest()
        : base("Upsert")
    {
    }

    public Entity Target
    {
        get => Parameter<Entity>("Target");
        set => Parameters["Target"] = value;
    }
}
