using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The HTML that a storefront takes; that of 2018: paragraphs, emphasis, lists and headings.</summary>
internal static class SimpleHtml
{
    private static readonly string[] Allowed = ["p", "em", "ul", "li", "ol", "h1", "h2", "h3", "h4", "h5", "h6"];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static Message? Problem(HtmlFacts html, string[]? allowed = null)
    {
        if (html.HasScript)
            return new Message("markup.script");

        var foreign = html.Tags.Where(tag => !(allowed ?? Allowed).Contains(tag.Name)).Select(tag => tag.Name).ToList();
        if (foreign.Count > 0)
            return new Message("markup.tags", Shown.Some(foreign));

        return html.Problem;
    }
}
