namespace Sandbox;

/// <summary>Who sends a request.</summary>
/// <param name="UserId">Id of the system user whose rights count.</param>
/// <param name="ImpersonatorId">Who acts on behalf of that user, which takes the privilege <c>prvActOnBehalfOfAnotherUser</c>; null for nobody.</param>
public sealed record Caller(Guid UserId, Guid? ImpersonatorId = null);
