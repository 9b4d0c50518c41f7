namespace DataverseReadiness.Rules;

/// <summary>How one item of the checklist differs between two evaluations.</summary>
public sealed class ItemChange
{
    internal ItemChange(EvaluatedItem? before, EvaluatedItem? after)
    {
        Before = before;
        After = after;
    }

    /// <summary>Null when the item comes.</summary>
    public EvaluatedItem? Before { get; }

    /// <summary>Null when the item leaves.</summary>
    public EvaluatedItem? After { get; }

    public Requirement Requirement => (After ?? Before)!.Requirement;

    public string Key => Requirement.Key;

    public ItemStatus? From => Before?.Status;

    public ItemStatus? To => After?.Status;

    /// <summary>It begins to keep the offer from being submitted.</summary>
    public bool Opens => After?.IsOpen == true && Before?.IsOpen != true;

    /// <summary>It no longer keeps the offer from being submitted.</summary>
    public bool Closes => Before?.IsOpen == true && After?.IsOpen != true;

    /// <summary>Why it stands as it does afterwards; of an item that leaves, as it did before.</summary>
    public Message Reason => (After ?? Before)!.Verdict.Reason;
}
