using System.Text;

namespace DataverseReadiness.Cli;

/// <summary>Breaks text into lines of a width.</summary>
internal static class TextLines
{
    private const int NarrowestText = 20;

    /// <summary>The text between an indent and the right edge; one line where there is no edge.</summary>
    public static IEnumerable<string> Wrap(string text, int indent, int? width)
    {
        var room = width is { } columns ? Math.Max(NarrowestText, columns - indent) : int.MaxValue;
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return new string(' ', indent) + line;
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return new string(' ', indent) + line;
    }
}
