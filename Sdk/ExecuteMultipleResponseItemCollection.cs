using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Answers of <see cref="Messages.ExecuteMultipleRequest"/>.</summary>
[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
public sealed class ExecuteMultipleResponseItemCollection : DataCollection<ExecuteMultipleResponseItem>;
