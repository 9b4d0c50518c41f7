namespace Sandbox.WebApi;

/// <summary>A part of a multipart body: a request, or a change set with parts of its own.</summary>
/// <param name="ContentId">Its <c>Content-ID</c>.</param>
/// <param name="Body">Its body.</param>
/// <param name="IsMultipart">Whether it is a change set.</param>
/// <param name="Parts">The parts of a change set.</param>
internal sealed record MultipartPart(string? ContentId, ReadOnlyMemory<byte> Body, bool IsMultipart, IReadOnlyList<MultipartPart> Parts);
