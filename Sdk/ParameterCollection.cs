using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Parameters of a message, or shared variables, by name.</summary>
[CollectionDataContract(Name = "ParameterCollection", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class ParameterCollection : DataCollection<string, object>
{
    /// <summary>Sets the value unless it is null.</summary>
    public void AddOrUpdateIfNotNull(string key, object obj)
    {
        if (obj != null)
        {
            this[key] = obj;
        }
    }

    /// <summary>Gets the value when it is there and of the asked type.</summary>
    public bool TryGetValue<T>(string key, out T value)
    {
        if (base.TryGetValue(key, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }
}
