using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The scripts that stand in a page.</summary>
internal static class PageScripts
{
    /// <summary>Tells each script with the line on which its text begins.</summary>
    public static void Read(string html, Action<string, int> script)
    {
        var line = 1;
        var counted = 0;
        for (var place = 0; (place = html.IndexOf('<', place)) >= 0;)
        {
            if (string.CompareOrdinal(html, place, "<!--", 0, 4) == 0)
            {
                place = After(html, "-->", place + 4);
                continue;
            }

            if (string.Compare(html, place, "<script", 0, 7, StringComparison.OrdinalIgnoreCase) != 0 || place + 7 >= html.Length || IsNamePart(html[place + 7]))
            {
                place++;
                continue;
            }

            var start = After(html, ">", place);
            var end = html.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                end = html.Length;
            for (; counted < start; counted++)
                line += html[counted] == '\n' ? 1 : 0;
            if (end > start && IsScript(html.Substring(place, start - place)))
                script(html.Substring(start, end - start), line);
            place = end;
        }
    }

    private static int After(string html, string mark, int place)
    {
        var end = html.IndexOf(mark, Math.Min(place, html.Length), StringComparison.Ordinal);
        return end < 0 ? html.Length : end + mark.Length;
    }

    /// <summary>Data blocks and templates have a type that is no script's.</summary>
    private static bool IsScript(string tag)
    {
        var type = tag.IndexOf("type=", StringComparison.OrdinalIgnoreCase);
        return type < 0 || tag.IndexOf("javascript", type, StringComparison.OrdinalIgnoreCase) >= 0 || tag.IndexOf("module", type, StringComparison.OrdinalIgnoreCase) >= 0
            || tag.IndexOf("ecmascript", type, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static bool IsNamePart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-';
}
