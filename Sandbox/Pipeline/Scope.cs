using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>In whose name and from where a request of an operation comes.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="User">Whose rights and language count.</param>
/// <param name="InitiatingUserId">Who began it all.</param>
/// <param name="Parent">Context of the plug-in or operation that sent it; null for the outermost request.</param>
/// <param name="Depth">1 for the outermost request; grows with each call by a plug-in.</param>
internal sealed record Scope(Operation Operation, UserProfile User, Guid InitiatingUserId, PluginContext? Parent, int Depth)
{
    public Engine Engine => Operation.Engine;

    public OrganizationState State => Operation.State;

    public Schema Schema => Operation.State.Schema;

    /// <summary>The same for an operation that this one contains, such as the delete of a child.</summary>
    public Scope Within(PluginContext context) => this with { Parent = context };
}
