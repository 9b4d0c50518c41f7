namespace DataverseReadiness.Rules;

/// <summary>One clause of a rule set and who guards it.</summary>
public sealed class Clause
{
    internal Clause(string key, Message title, string source, ClauseGuard guard, Message? note, bool canBeWaived)
    {
        Key = key;
        Title = title;
        Source = source;
        Guard = guard;
        Note = note;
        CanBeWaived = canBeWaived;
    }

    public string Key { get; }

    public Message Title { get; }

    public string Source { get; }

    public ClauseGuard Guard { get; }

    /// <summary>What is to be known about its source, or why nobody guards it; null when there is nothing to say.</summary>
    public Message? Note { get; }

    /// <summary>Whether a waiver of it is taken; false for what is not on the checklist.</summary>
    public bool CanBeWaived { get; }
}
