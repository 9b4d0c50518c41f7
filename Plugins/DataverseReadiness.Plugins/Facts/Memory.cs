namespace DataverseReadiness.Plugins.Facts;

/// <summary>How the checklist had foreseen what the certification decided. Values are those of the choice <c>rdy_memory</c>.</summary>
internal enum Memory
{
    /// <summary>Rejected for what was not settled here.</summary>
    Caught = 847360000,

    /// <summary>Rejected for what was settled here, or for what no requirement of ours asks.</summary>
    Missed = 847360001,

    /// <summary>Passed although not met here.</summary>
    FalseAlarm = 847360002,

    /// <summary>Passed, and settled here.</summary>
    Agreed = 847360003,
}
