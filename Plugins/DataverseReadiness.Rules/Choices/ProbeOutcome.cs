namespace DataverseReadiness.Rules;

/// <summary>How a probe ended. Values are those of the choice <c>rdy_probeoutcome</c>.</summary>
public enum ProbeOutcome
{
    Reached = 847360000,

    /// <summary>The address itself is at fault.</summary>
    Failed = 847360001,

    /// <summary>Our own limits forbid to ask; the address is at fault too.</summary>
    Refused = 847360002,

    /// <summary>Says nothing about the address: no network, no answer in time, turned away as a robot.</summary>
    CouldNotCheck = 847360003,
}
