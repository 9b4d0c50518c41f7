using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The answer to a message; the typed responses are views of the same results.</summary>
[DataContract(Name = "OrganizationResponse", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class OrganizationResponse : IExtensibleDataObject
{
    private ParameterCollection _results;

    public string ResponseName { get; set; }

    public ParameterCollection Results
    {
        get => _results ?? (_results = new ParameterCollection());
        set => _results = value;
    }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string parameterName]
    {
        get => Results[parameterName];
        set => Results[parameterName] = value;
    }

    internal T Result<T>(string name) => Results.TryGetValue(name, out object value) && value != null ? (T)value : default;
}
