using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>How requests are run together.</summary>
[DataContract(Name = "ExecuteMultipleSettings", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
public sealed class ExecuteMultipleSettings : IExtensibleDataObject
{
    public bool ContinueOnError { get; set; }

    public bool ReturnResponses { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }
}
