namespace App.Tests.Browsing;

/// <summary>How a window looks at the app.</summary>
public sealed record WindowOptions
{
    public int Width { get; init; } = 1366;

    public int Height { get; init; } = 768;

    public bool Dark { get; init; }

    public bool ForcedColors { get; init; }
}
