namespace Sandbox;

/// <summary>A custom API that runs by itself.</summary>
/// <param name="Api">Unique name of a custom API without a table.</param>
/// <param name="EveryMinutes">Minutes from the end of a run to the next one; times that passed meanwhile, or while the sandbox was off, are made up for by one run.</param>
/// <param name="RepeatWhile">A Boolean response property: while it is true the API is called again at once, as for work that goes by pages. Null to call it once.</param>
/// <param name="FaultsInto">
/// A String request parameter that is handed what the calls of this run that faulted said, one a line: the API is called again and can go around what made
/// it fault. Null to end the run at the first fault.
/// </param>
public sealed record ScheduledApi(string Api, int EveryMinutes, string? RepeatWhile = null, string? FaultsInto = null);
