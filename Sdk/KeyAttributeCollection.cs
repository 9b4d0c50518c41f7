using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Values of an alternate key by logical name.</summary>
[Serializable]
[CollectionDataContract(Name = "KeyAttributeCollection", Namespace = "http://schemas.microsoft.com/xrm/7.1/Contracts")]
public sealed class KeyAttributeCollection : DataCollection<string, object>;
