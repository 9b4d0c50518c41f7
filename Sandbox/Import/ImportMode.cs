namespace Sandbox;

/// <summary>What an import of a version over another does with components that the new one lacks.</summary>
public enum ImportMode
{
    /// <summary>They stay: what <c>ImportSolution</c> does.</summary>
    Update,

    /// <summary>They go with their data, if the solution is managed: what <c>StageAndUpgrade</c> does.</summary>
    Upgrade,
}
