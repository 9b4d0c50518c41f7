using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>From where the addresses of an organization are asked for.</summary>
[DataContract(Name = "EndpointAccessType", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum EndpointAccessType
{
    Default = 0,
    Internet = 1,
    Intranet = 2,
}
