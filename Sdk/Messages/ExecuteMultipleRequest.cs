using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Runs requests one after another. Not supported inside a plug-in.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ExecuteMultipleRequest : OrganizationRequest
{
    public ExecuteMultipleRequest()
        : base("ExecuteMultiple")
    {
    }

    public OrganizationRequestCollection Requests
    {
        get => Parameter<OrganizationRequestCollection>("Requests");
        set => Parameters["Requests"] = value;
    }

    public ExecuteMultipleSettings Settings
    {
        get => Parameter<ExecuteMultipleSettings>("Settings");
        set => Parameters["Settings"] = value;
    }
}
