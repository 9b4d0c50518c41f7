namespace Sandbox;

/// <summary>Who sends a request.</summary>
/// <param name="UserId">Id of the system user.</param>
public sealed record Caller(Guid UserId);
