using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Answers of requests that ran together.</summary>
[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = "http://schemas.microsoft.com/xrm/7.1/Contracts")]
public sealed class OrganizationResponseCollection : DataCollection<OrganizationResponse>;
