using System;
using System.Collections;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

/// <summary>A dictionary of the SDK. Reading a missing key through the indexer throws.</summary>
[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly Dictionary<TKey, TValue> _items = new Dictionary<TKey, TValue>();

    protected internal DataCollection()
    {
    }

    protected internal DataCollection(IDictionary<TKey, TValue> collection) => AddRange(collection);

    public int Count => _items.Count;

    public virtual bool IsReadOnly => false;

    public ICollection<TKey> Keys => _items.Keys;

    public ICollection<TValue> Values => _items.Values;

    public virtual TValue this[TKey key]
    {
        get => _items[key];
        set => _items[key] = value;
    }

    public void Add(KeyValuePair<TKey, TValue> item) => _items.Add(item.Key, item.Value);

    public void Add(TKey key, TValue value) => _items.Add(key, value);

    /// <summary>Adds the pairs; a key that is there already throws.</summary>
    public void AddRange(params KeyValuePair<TKey, TValue>[] items) => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    /// <summary>Adds the pairs; a key that is there already throws.</summary>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        if (items == null)
        {
            return;
        }

        foreach (var item in items)
        {
            Add(item);
        }
    }

    public void Clear() => _items.Clear();

    public bool Contains(KeyValuePair<TKey, TValue> key) => ((ICollection<KeyValuePair<TKey, TValue>>)_items).Contains(key);

    public bool Contains(TKey key) => _items.ContainsKey(key);

    public bool ContainsKey(TKey key) => _items.ContainsKey(key);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)_items).CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _items.GetEnumerator();

    public bool Remove(KeyValuePair<TKey, TValue> item) => ((ICollection<KeyValuePair<TKey, TValue>>)_items).Remove(item);

    public bool Remove(TKey key) => _items.Remove(key);

    public bool TryGetValue(TKey key, out TValue value) => _items.TryGetValue(key, out value);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
