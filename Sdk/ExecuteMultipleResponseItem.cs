using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Answer or fault of one of the requests that ran together.</summary>
[DataContract(Name = "ExecuteMultipleResponseItem", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
public sealed class ExecuteMultipleResponseItem : IExtensibleDataObject
{
    public OrganizationServiceFault Fault { get; set; }

    public int RequestIndex { get; set; }

    public OrganizationResponse Response { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }
}
