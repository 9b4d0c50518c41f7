using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Sentences about mandatory items that are open: the first five by key and title, and the number of the rest.</summary>
internal static class OpenItemsText
{
    private const int Named = 5;

    public static IEnumerable<string> KeysOf(OfferEvaluation evaluation) =>
        evaluation.Items.Where(item => item.IsOpen).Select(item => item.Requirement.Key);

    public static string Refusal(IReadOnlyList<string> keys, int language) =>
        PluginTexts.Render(keys.Count == 1 ? "guard.one" : "guard.many", language, Count(keys), List(keys, language));

    public static string BackToReview(OfferEvaluation evaluation, int language)
    {
        var keys = KeysOf(evaluation).ToArray();
        return PluginTexts.Render(keys.Length == 1 ? "back.one" : "back.many", language, Count(keys), List(keys, language));
    }

    private static string Count(IReadOnlyList<string> keys) => keys.Count.ToString(CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string> keys, int language)
    {
        var lines = keys.Take(Named).Select(key => PluginTexts.Render("open.item", language, key, Texts.Render(new Message("title." + key), language))).ToList();
        if (keys.Count > Named)
        {
            lines.Add(PluginTexts.Render("open.rest", language, (keys.Count - Named).ToString(CultureInfo.InvariantCulture)));
        }

        return string.Join("\n", lines);
    }
}
