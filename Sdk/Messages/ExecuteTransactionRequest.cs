using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Runs requests in one transaction. Not supported inside a plug-in.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ExecuteTransactionRequest : OrganizationRequest
{
    public ExecuteTransactionRequest()
        : base("ExecuteTransaction")
    {
    }

    public OrganizationRequestCollection Requests
    {
        get => Parameter<OrganizationRequestCollection>("Requests");
        set => Parameters["Requests"] = value;
    }

    public bool? ReturnResponses
    {
        get => Parameter<bool?>("ReturnResponses");
        set => Parameters["ReturnResponses"] = value;
    }
}
