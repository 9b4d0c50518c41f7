using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>An organization as its clients know it.</summary>
[DataContract(Name = "OrganizationDetail", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public class OrganizationDetail : IExtensibleDataObject
{
    public Guid OrganizationId { get; set; }

    public string FriendlyName { get; set; }

    public string OrganizationVersion { get; set; }

    public string EnvironmentId { get; set; }

    public Guid DatacenterId { get; set; }

    public string Geo { get; set; }

    public string TenantId { get; set; }

    public string UrlName { get; set; }

    public string UniqueName { get; set; }

    public EndpointCollection Endpoints { get; set; }

    public OrganizationState State { get; set; }

    public string SchemaType { get; set; }

    public OrganizationType OrganizationType { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }
}
