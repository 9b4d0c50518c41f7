namespace Sandbox.Pipeline;

/// <summary>Which rows a privilege reaches by roles, beside those that are shared.</summary>
/// <param name="Depth">The deepest level that any role grants.</param>
/// <param name="IsOwn">Whether the user's own rows are among them; those of the user's teams always are.</param>
/// <param name="Units">The business units whose rows are among them.</param>
internal sealed record Reach(PrivilegeDepth Depth, bool IsOwn, IReadOnlyCollection<Guid> Units)
{
    /// <summary>All rows.</summary>
    public static Reach Everything { get; } = new(PrivilegeDepth.Global, true, []);
}
