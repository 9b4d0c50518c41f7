namespace DataverseReadiness.Rules;

/// <summary>A clause of the sources that asks nothing of an offer, or nothing anybody here could check: it stands in no checklist, and nobody guards it.</summary>
public sealed class UncheckedClause
{
    internal UncheckedClause(string key, string source)
    {
        Key = key;
        Source = source;
        Title = new Message("title." + key);
        Why = new Message("unchecked." + key);
    }

    /// <summary>Key of the row in the requirements; a name of its own for a text that could not be read.</summary>
    public string Key { get; }

    public Message Title { get; }

    /// <summary>Why it is not checked.</summary>
    public Message Why { get; }

    /// <summary>The page it comes from, with its date.</summary>
    public string Source { get; }
}
