namespace Packager.Model;

/// <summary>An image of a step.</summary>
/// <param name="Id">Id.</param>
/// <param name="Alias">Key in the context's image collections.</param>
/// <param name="Type">0 pre, 1 post, 2 both.</param>
/// <param name="Attributes">Columns; empty for all.</param>
/// <param name="MessagePropertyName">Target, id, ...</param>
public sealed record StepImageModel(
    Guid Id, string Alias, int Type, IReadOnlyList<string> Attributes, string MessagePropertyName);
