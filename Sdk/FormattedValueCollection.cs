using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Column values as the caller's language shows them, by logical name.</summary>
[CollectionDataContract(Name = "FormattedValueCollection", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class FormattedValueCollection : DataCollection<string, string>;
