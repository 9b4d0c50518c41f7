using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A row, or the part of it that a request carries.</summary>
[DataContract(Name = "Entity", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class Entity : IExtensibleDataObject
{
    private AttributeCollection _attributes;
    private FormattedValueCollection _formattedValues;
    private KeyAttributeCollection _keyAttributes;
    private RelatedEntityCollection _relatedEntities;

    public Entity()
    {
    }

    public Entity(string entityName) => LogicalName = entityName;

    public Entity(string entityName, Guid id)
        : this(entityName) => Id = id;

    public Entity(string entityName, KeyAttributeCollection keyAttributes)
        : this(entityName) => KeyAttributes = keyAttributes;

    public Entity(string entityName, string keyName, object keyValue)
        : this(entityName) => KeyAttributes.Add(keyName, keyValue);

    public string LogicalName { get; set; }

    public virtual Guid Id { get; set; }

    public AttributeCollection Attributes
    {
        get => _attributes ?? (_attributes = new AttributeCollection());
        set => _attributes = value;
    }

    public FormattedValueCollection FormattedValues
    {
        get => _formattedValues ?? (_formattedValues = new FormattedValueCollection());
        set => _formattedValues = value;
    }

    /// <summary>Alternate key; ignored when <see cref="Id"/> is set.</summary>
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ?? (_keyAttributes = new KeyAttributeCollection());
        set => _keyAttributes = value;
    }

    public RelatedEntityCollection RelatedEntities
    {
        get => _relatedEntities ?? (_relatedEntities = new RelatedEntityCollection());
        set => _relatedEntities = value;
    }

    /// <summary>What to do with this row when it travels as a related row of an Update.</summary>
    public EntityState? EntityState { get; set; }

    public string RowVersion { get; set; }

    /// <summary>Whether the request carried the bytes of an image or file that were not handed to the plug-in.</summary>
    public bool HasLazyFileAttribute { get; set; }

    /// <summary>The column that those bytes are for.</summary>
    public string LazyFileAttributeKey { get; set; }

    public Lazy<object> LazyFileAttributeValue { get; set; }

    public string LazyFileSizeAttributeKey { get; set; }

    public int LazyFileSizeAttributeValue { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }

    /// <summary>The value; a column that is not there throws.</summary>
    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    /// <summary>Whether the column is there, be its value null.</summary>
    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    /// <summary>The value, or the default of <typeparamref name="T"/> when the column is missing or null.</summary>
    public virtual T GetAttributeValue<T>(string attributeLogicalName) =>
        Attributes.TryGetValue(attributeLogicalName, out var value) && value != null ? (T)value : default;

    /// <summary>Gets the value when the column is there and of the asked type.</summary>
    public bool TryGetAttributeValue<T>(string attributeKey, out T result)
    {
        if (Attributes.TryGetValue(attributeKey, out var value) && value is T typed)
        {
            result = typed;
            return true;
        }

        result = default;
        return false;
    }

    protected virtual void SetAttributeValue(string attributeLogicalName, object value) => this[attributeLogicalName] = value;

    protected virtual string GetFormattedAttributeValue(string attributeLogicalName) =>
        FormattedValues.TryGetValue(attributeLogicalName, out var text) ? text : null;

    /// <summary>The same data as another class of row; the collections are shared with this row.</summary>
    public T ToEntity<T>()
        where T : Entity
    {
        var row = Activator.CreateInstance<T>();
        row.LogicalName = LogicalName;
        row.Attributes = Attributes;
        row.FormattedValues = FormattedValues;
        row.KeyAttributes = KeyAttributes;
        row.RelatedEntities = RelatedEntities;
        row.EntityState = EntityState;
        row.RowVersion = RowVersion;
        row.ExtensionData = ExtensionData;
        row.Id = Id;
        return row;
    }

    public EntityReference ToEntityReference()
    {
        var reference = new EntityReference(LogicalName, Id) { RowVersion = RowVersion };
        reference.KeyAttributes.AddRange(KeyAttributes);
        return reference;
    }
}
