using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Sentences about mandatory items that are open: the first five by key and title, and the number of the rest.</summary>
internal static class OpenItemsText
{
    private const int Named = 5;
    private const char Tab = '\t';

    /// <summary>Key and title of each, in a form that another step can be handed.</summary>
    public static IEnumerable<string> LinesOf(OfferEvaluation evaluation) =>
        evaluation.Items.Where(item => item.IsOpen).Select(item => item.Requirement.Key + Tab + MessageJson.Write(item.Requirement.Title));

    /// <param name="open">What <see cref="LinesOf"/> gave.</param>
    public static string Refusal(IReadOnlyList<string> open, bool isSubmitted, int language) => PluginTexts.Render(
        open.Count == 1 ? "guard.one" : "guard.many",
        language,
        PluginTexts.Render(isSubmitted ? "guard.submitted" : "guard.ready", language),
        Count(open),
        List(open, language));

    public static string BackToReview(OfferEvaluation evaluation, int language)
    {
        var open = LinesOf(evaluation).ToArray();
        return PluginTexts.Render(open.Length == 1 ? "back.one" : "back.many", language, Count(open), List(open, language));
    }

    private static string Count(IReadOnlyList<string> open) => open.Count.ToString(CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string> open, int language)
    {
        var lines = open.Take(Named).Select(line => Line(line.Split(Tab), language)).ToList();
        if (open.Count > Named)
        {
            lines.Add(PluginTexts.Render("open.rest", language, (open.Count - Named).ToString(CultureInfo.InvariantCulture)));
        }

        return string.Join("\n", lines);
    }

    private static string Line(string[] keyAndTitle, int language) =>
        PluginTexts.Render("open.item", language, keyAndTitle[0], Texts.Render(MessageJson.Read(keyAndTitle[1])!, language));
}
