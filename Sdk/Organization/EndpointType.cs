using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>What answers at an address of an organization.</summary>
[DataContract(Name = "EndpointType", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum EndpointType
{
    OrganizationService = 0,
    OrganizationDataService = 1,
    WebApplication = 2,
}
