using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Answer to <see cref="ExecuteMultipleRequest"/>.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    public bool IsFaulted => Result<bool>("IsFaulted");

    public ExecuteMultipleResponseItemCollection Responses => Result<ExecuteMultipleResponseItemCollection>("Responses");
}
