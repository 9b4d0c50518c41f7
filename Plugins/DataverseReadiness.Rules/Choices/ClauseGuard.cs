namespace DataverseReadiness.Rules;

/// <summary>Who guards a clause of a rule set.</summary>
public enum ClauseGuard
{
    /// <summary>The software, at each save.</summary>
    OnSave,

    /// <summary>A probe over the network.</summary>
    Probe,

    /// <summary>A reviewer.</summary>
    Person,

    Nobody,
}
