namespace Sandbox;

/// <summary>The asynchronous steps that wait for their turn.</summary>
public sealed class AsyncQueue
{
    /// <summary>Runs everything that waits, what that queues included, and returns when nothing is left.</summary>
    public Task DrainAsync() => Task.CompletedTask;
}
