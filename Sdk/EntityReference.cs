using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Points at a row, by id or by alternate key. Equal when table, id and key are, whatever the name.</summary>
[Serializable]
[DataContract(Name = "EntityReference", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class EntityReference : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;
    private KeyAttributeCollection _keyAttributes;

    public EntityReference()
    {
    }

    public EntityReference(string logicalName) => LogicalName = logicalName;

    public EntityReference(string logicalName, Guid id)
        : this(logicalName) => Id = id;

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
        : this(logicalName) => KeyAttributes = keyAttributeCollection;

    public EntityReference(string logicalName, string keyName, object keyValue)
        : this(logicalName) => KeyAttributes.Add(keyName, keyValue);

    public Guid Id { get; set; }

    public string LogicalName { get; set; }

    /// <summary>Primary name of the row; filled by reads, ignored by writes.</summary>
    public string Name { get; set; }

    /// <summary>Alternate key; ignored when <see cref="Id"/> is set.</summary>
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ?? (_keyAttributes = new KeyAttributeCollection());
        set => _keyAttributes = value;
    }

    public string RowVersion { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj) =>
        obj is EntityReference other
        && Id == other.Id
        && string.Equals(LogicalName, other.LogicalName, StringComparison.Ordinal)
        && KeyAttributes.Count == other.KeyAttributes.Count
        && KeyAttributes.All(key => other.KeyAttributes.TryGetValue(key.Key, out var value) && Equals(key.Value, value));

    public override int GetHashCode() => Id.GetHashCode() ^ (LogicalName ?? string.Empty).GetHashCode();
}
