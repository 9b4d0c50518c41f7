using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>
/// Holds everything that a page says against the language of its reader: no label of the solution in another language, and no sentence
/// that has common words of the other language and none of its own. What people entered is in whatever language they wrote, and reasons that
/// are shown in lists are stored in the organization's own.
/// </summary>
internal sealed partial class Speech(int language, IReadOnlySet<string> foreignLabels, IEnumerable<string> entered)
{
    private string[] _entered = Known(entered);
    private readonly Regex _own = language == 1053 ? Swedish() : English();
    private readonly Regex _foreign = language == 1053 ? English() : Swedish();

    /// <summary>Takes texts as they are, whatever language they are in.</summary>
    public void Accept(IEnumerable<string> texts) => _entered = Known(_entered.Concat(texts));

    private static string[] Known(IEnumerable<string> texts) => [.. texts.Where(text => text.Length > 2).Distinct().OrderByDescending(text => text.Length)];

    /// <summary>Asserts it of the page and of every frame that is shown.</summary>
    public async Task AssertSpokenAsync(IPage page, string where)
    {
        var foreign = new List<string>();
        foreach (var frame in page.Frames)
        {
            if (frame.ParentFrame is not null && !await (await frame.FrameElementAsync()).IsVisibleAsync()) continue;
            foreign.AddRange((await frame.EvaluateAsync<string[]>(SaidHere)).Where(IsForeign));
        }

        Assert.True(foreign.Count == 0, $"Not in the reader's language ({language}), {where}:\n  {string.Join("\n  ", foreign)}");
    }

    private bool IsForeign(string said)
    {
        if (_entered.Any(text => text.Contains(said, StringComparison.OrdinalIgnoreCase))) return false;
        if (foreignLabels.Contains(said)) return true;
        var rest = _entered.Aggregate(said, (left, text) => left.Replace(text, "", StringComparison.OrdinalIgnoreCase));
        return _foreign.IsMatch(rest) && !_own.IsMatch(rest);
    }

    private const string SaidHere = """
        () => {
          const said = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            if (text !== "" && parent.closest("script, style, body [lang]") === null && parent.checkVisibility()) said.add(text);
          }
          for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
            if (!element.checkVisibility()) continue;
            for (const name of ["aria-label", "title", "placeholder", "alt"]) if (element.getAttribute(name)) said.add(element.getAttribute(name));
          }
          return [...said];
        }
        """;

    [GeneratedRegex(@"\b(the|of|is|are|and|this|that|with|has|must|not|or|from|to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(och|att|är|inte|som|av|för|på|med|det|ett|ska|har|från|eller|måste|kan|den)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Swedish();
}
