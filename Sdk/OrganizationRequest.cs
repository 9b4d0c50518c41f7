using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A message by name with its parameters; the typed requests are views of the same parameters.</summary>
[DataContract(Name = "OrganizationRequest", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class OrganizationRequest : IExtensibleDataObject
{
    private ParameterCollection _parameters;

    public OrganizationRequest()
    {
    }

    public OrganizationRequest(string requestName) => RequestName = requestName;

    public string RequestName { get; set; }

    public ParameterCollection Parameters
    {
        get => _parameters ?? (_parameters = new ParameterCollection());
        set => _parameters = value;
    }

    public Guid? RequestId { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string parameterName]
    {
        get => Parameters[parameterName];
        set => Parameters[parameterName] = value;
    }

    internal T Parameter<T>(string name) => Parameters.TryGetValue(name, out object value) && value != null ? (T)value : default;
}
