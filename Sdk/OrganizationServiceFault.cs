using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A fault with its trace.</summary>
[Serializable]
[DataContract(Name = "OrganizationServiceFault", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class OrganizationServiceFault : BaseServiceFault
{
    public OrganizationServiceFault InnerFault { get; set; }

    public string TraceText { get; set; }

    /// <inheritdoc />
    public override string ToString() => Message ?? base.ToString();
}
