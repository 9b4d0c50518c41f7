namespace Packager.Structure;

/// <summary>An attribute or child of an element type.</summary>
internal sealed record Member(string Name, bool IsRequired, bool IsRepeatable, string Type)
{
    /// <summary>Reads <c>Name?:Type</c> and the like.</summary>
    public static Member Parse(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? word : word[..colon];
        var isAttribute = name.StartsWith('@');
        var mark = name[^1] is '!' or '?' or '*' or '+' ? name[^1] : ' ';
        return new(
            name.TrimStart('@').TrimEnd('!', '?', '*', '+'),
            isAttribute ? mark == '!' : mark is ' ' or '+',
            mark is '*' or '+',
            colon < 0 ? "text" : word[(colon + 1)..]);
    }
}
