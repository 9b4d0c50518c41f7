namespace Sandbox.WebApi;

/// <summary>Takes the text of <c>$expand</c> apart, for addresses that repeat what was asked for.</summary>
internal static class ExpandText
{
    /// <summary>The expanded properties with what stands in their brackets: <c>a($select=b;$expand=c),d</c>.</summary>
    public static Dictionary<string, string> Parts(string expand)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Split(expand, ','))
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            if (open >= 0 && part.LastIndexOf(')') < open)
                throw WebApiException.BadQuery($"The bracket of $expand of '{part[..open].Trim()}' is not closed.");
            parts[(open < 0 ? part : part[..open]).Trim()] = open < 0 ? "" : part[(open + 1)..part.LastIndexOf(')')];
        }

        return parts;
    }

    /// <summary>The options in the brackets of an expansion, by name.</summary>
    public static Dictionary<string, string> Options(string brackets)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in Split(brackets, ';'))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            options[(equals < 0 ? option : option[..equals]).Trim()] = equals < 0 ? "" : option[(equals + 1)..];
        }

        return options;
    }

    /// <summary>The pieces between a separator that stands neither in brackets nor in quotes.</summary>
    private static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\'')
                quoted = !quoted;
            if (i == text.Length || (text[i] == separator && depth == 0 && !quoted))
            {
                if (i > start)
                    yield return text[start..i];
                start = i + 1;
            }
            else if (!quoted)
            {
                depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }
    }
}
