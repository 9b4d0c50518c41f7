using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>Whether an organization is in use.</summary>
[DataContract(Name = "OrganizationState", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum OrganizationState
{
    Enabled = 0,
    Disabled = 1,
}
