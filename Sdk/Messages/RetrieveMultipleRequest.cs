using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Runs a query.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveMultipleRequest : OrganizationRequest
{
    public RetrieveMultipleRequest()
        : base("RetrieveMultiple")
    {
    }

    public QueryBase Query
    {
        get => Parameter<QueryBase>("Query");
        set => Parameters["Query"] = value;
    }
}
