using System;

namespace DataverseReadiness.Rules;

/// <summary>Who settles a requirement. Where the software is not alone it only pre-checks: it may find the requirement not met, never met.</summary>
[Flags]
public enum DecidedBy
{
    /// <summary>Data and files alone decide.</summary>
    Software = 1,

    /// <summary>A network call, a monitor, a tool run or a test install has to tell.</summary>
    Probe = 2,

    /// <summary>A reviewer judges.</summary>
    Person = 4,
}
