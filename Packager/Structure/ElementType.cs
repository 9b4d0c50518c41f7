namespace Packager.Structure;

/// <summary>One paragraph of the grammar.</summary>
internal sealed record ElementType(
    ElementKind Kind, IReadOnlyList<Member> Attributes, IReadOnlyList<Member> Children, string Text)
{
    public static ElementType Parse(string kind, string[] words) => new(
        Enum.Parse<ElementKind>(kind, ignoreCase: true),
        [.. words.Where(word => word.StartsWith('@')).Select(Member.Parse)],
        [.. words.Where(word => word[0] is not ('@' or '=')).Select(Member.Parse)],
        words.FirstOrDefault(word => word.StartsWith('='))?[1..] ?? "");
}
