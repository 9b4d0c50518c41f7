namespace DataverseReadiness.Rules.Inspection;

/// <summary>What the solutions of a package are unpacked into, one after the other.</summary>
internal sealed class SolutionBuffers
{
    /// <summary>The zip of the solution.</summary>
    public ByteBuffer Zip { get; } = new ByteBuffer();

    /// <summary>One file in it.</summary>
    public ByteBuffer File { get; } = new ByteBuffer();
}
