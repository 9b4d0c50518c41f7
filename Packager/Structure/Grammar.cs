using System.Reflection;

namespace Packager.Structure;

/// <summary>The types of <c>structure.grammar</c>, parsed once.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, ElementType> _types = new(StringComparer.Ordinal);

    private Grammar(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Trim() != "" && !line.StartsWith('#'))
            .Aggregate(new List<string>(), (lines, line) =>
            {
                if (line.StartsWith(' ')) lines[^1] += " " + line.Trim();
                else lines.Add(line.Trim());
                return lines;
            });
        foreach (var paragraph in paragraphs)
        {
            var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = words[0].TrimEnd(':');
            _types.Add(name, ElementType.Parse(words[1], words[2..]));
        }
    }

    public static Grammar Instance { get; } = new(Text());

    /// <summary>The type of that name; null for a form of text.</summary>
    public ElementType? Type(string name) => _types.GetValueOrDefault(name);

    public IEnumerable<string> Names => _types.Keys;

    private static string Text()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Packager.structure.grammar")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
