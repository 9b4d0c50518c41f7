using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>Addresses of an organization by what answers there.</summary>
[CollectionDataContract(Name = "EndpointCollection", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public sealed class EndpointCollection : DataCollection<EndpointType, string>;
