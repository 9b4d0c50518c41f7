using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Answer to <see cref="UpsertMultipleRequest"/>.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpsertMultipleResponse : OrganizationResponse
{
    public new UpsertResponse[] Results => Result<UpsertResponse[]>("Results");
}
