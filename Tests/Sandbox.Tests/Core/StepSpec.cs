namespace Sandbox.Tests.Core;

/// <summary>A step of the test solution.</summary>
internal sealed record StepSpec(string Name, string Message, string Table, int Stage)
{
    public int Rank { get; init; } = 1;

    public bool IsAsync { get; init; }

    public string Filter { get; init; } = "";

    /// <summary>Columns of a pre-image called "pre"; null for no image.</summary>
    public string? Pre { get; init; }

    /// <summary>Columns of a post-image called "post"; null for no image.</summary>
    public string? Post { get; init; }
}
