using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer in Markdown, for a comment or a job's summary.</summary>
internal sealed partial class MarkdownReport(CheckReport report)
{
    private readonly StringBuilder _text = new();

    public string Render()
    {
        foreach (var offer in report.Offers)
        {
            Render(offer);
        }

        if (report.Problems.Count > 0)
        {
            Line("## " + Say("text.problems"));
            Line("");
            foreach (var problem in report.Problems)
            {
                Line("- " + Escape(problem.ToString()));
            }

            Line("");
        }

        if (report.Offers.Count == 0)
        {
            Line(Say("text.end.nothing"));
        }

        return _text.ToString().TrimEnd('\n') + "\n";
    }

    private void Render(OfferReport offer)
    {
        Line("## " + Escape(offer.Offer.Name));
        Line("");
        Line("**" + ReportItem.LabelOf("choice.Readiness." + offer.Readiness, report.Language) + ".** "
            + Say("text.counts", Number(offer.Score), Number(offer.OpenItems), Number(offer.Count(ItemStatus.Met) + offer.Count(ItemStatus.Confirmed))));
        Line("");
        Line(Say("text.ruleset", offer.Evaluation.RuleSet.Name, offer.Evaluation.RuleSetVersion, report.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC"));
        Line("");
        Table("text.notmet", offer.Items.Where(item => item.IsOpen && item.IsNew && item.Item.Status != ItemStatus.Undecided));
        Table("text.undecided", offer.Items.Where(item => item.IsOpen && item.IsNew && item.Item.Status == ItemStatus.Undecided));
        Table("text.advice", offer.Items.Where(item => item.IsAdvice && item.IsNew));
        Table("text.judged", offer.Items.Where(item => item.Item.Status is ItemStatus.Waived or ItemStatus.Confirmed));
        if (offer.Nobody is { Count: > 0 } nobody)
        {
            Line("### " + Say("text.nobody", Number(nobody.Count)));
            Line("");
            foreach (var clause in nobody)
            {
                Line("- `" + clause.Key + "` " + Escape(Texts.Render(clause.Title, report.Language)));
            }

            Line("");
        }
    }

    private void Table(string key, IEnumerable<ReportItem> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Line("### " + Say(key, Number(all.Count)));
        Line("");
        Line($"| {Say("column.requirement")} | {Say("column.reason")} | {Say("column.place")} |");
        Line("|---|---|---|");
        foreach (var item in all)
        {
            var words = string.Join(" ", new[] { item.Reason, item.Fix, item.Judgement }.OfType<string>());
            Line($"| `{item.Key}` {Escape(item.Title)} | {Escape(words)} | {Escape(item.Place.ToString())} |");
        }

        Line("");
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    private string Say(string key, params string[] arguments) => CliTexts.Say(key, report.Language, arguments);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What a person typed must not become a heading, a link, a table's edge or an element.
    private static string Escape(string text) => Special().Replace(text.ReplaceLineEndings(" "), @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~@]")]
    private static partial Regex Special();
}
