using System.Globalization;
using System.Text;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer for a person at a terminal.</summary>
internal sealed class TextReport(CheckReport report, Terminal terminal)
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
            Heading(Colour.Red, Say("text.problems"));
            foreach (var problem in report.Problems)
            {
                Lines(2, problem.ToString());
            }

            _text.Append('\n');
        }

        Lines(0, Summary());
        return _text.ToString();
    }

    private void Render(OfferReport offer)
    {
        Lines(0, terminal.Paint(Colour.Bold, offer.Offer.Name) + " (" + offer.Offer.Place.File + ")");
        Lines(0, Say("text.ruleset", offer.Evaluation.RuleSet.Name, offer.Evaluation.RuleSetVersion, Moment(report.At)));
        if (offer.Offer.IsPackageAlone)
        {
            Lines(0, Say("text.package.alone"));
        }

        var colour = offer.Readiness switch { Readiness.Ready => Colour.Green, Readiness.NeedsReview => Colour.Yellow, _ => Colour.Red };
        Lines(0, terminal.Paint(colour, ReportItem.LabelOf("choice.Readiness." + offer.Readiness, report.Language)) + ". "
            + Say("text.counts", Number(offer.Score), Number(offer.OpenItems), Number(offer.Count(ItemStatus.Met) + offer.Count(ItemStatus.Confirmed))));
        if (report.HasBaseline)
        {
            Lines(0, Say("text.baseline", Number(offer.Items.Count(item => item.IsOpen && !item.IsNew))));
        }

        _text.Append('\n');
        Section(Colour.Red, "text.notmet", offer.Items.Where(item => item.IsOpen && item.IsNew && item.Item.Status != ItemStatus.Undecided));
        Section(Colour.Yellow, "text.undecided", offer.Items.Where(item => item.IsOpen && item.IsNew && item.Item.Status == ItemStatus.Undecided));
        Section(Colour.Faint, "text.advice", offer.Items.Where(item => item.IsAdvice && item.IsNew));
        Section(Colour.Green, "text.judged", offer.Items.Where(item => item.Item.Status is ItemStatus.Waived or ItemStatus.Confirmed));
        Nobody(offer);
    }

    private void Section(Colour colour, string key, IEnumerable<ReportItem> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Heading(colour, Say(key, Number(all.Count)));
        foreach (var group in all.GroupBy(item => item.Group))
        {
            Lines(2, group.Key);
            foreach (var item in group)
            {
                Lines(4, terminal.Paint(Colour.Bold, item.Key) + "  " + item.Title);
                Lines(6, item.Reason);
                if (item.Fix is { } fix)
                {
                    Lines(6, Say("text.fix", fix));
                }

                if (item.Judgement is { } judgement)
                {
                    Lines(6, judgement);
                }

                Lines(6, Say("text.place", item.Place.ToString(), item.Item.Verdict.Target.Table + "." + item.Item.Verdict.Target.Column));
            }
        }

        _text.Append('\n');
    }

    private void Nobody(OfferReport offer)
    {
        var clauses = offer.Nobody;
        if (clauses.Count == 0)
        {
            return;
        }

        Heading(Colour.Faint, Say("text.nobody", Number(clauses.Count)));
        foreach (var clause in clauses)
        {
            Lines(4, clause.Key + "  " + Texts.Render(clause.Title, report.Language) + (clause.Note is null ? "" : ": " + Texts.Render(clause.Note, report.Language)));
        }

        _text.Append('\n');
    }

    private string Summary() =>
        report.Offers.Count == 0 ? Say("text.end.nothing")
        : report.Problems.Count > 0 ? Say("text.end.problems", Number(report.Problems.Count))
        : report.Open.Any() ? Say("text.end.open", Number(report.Open.Count()), Number(report.Offers.Count(offer => offer.Items.Any(item => item.IsOpen && item.IsNew))), Number(report.Offers.Count))
        : Say(report.HasBaseline ? "text.end.nonew" : "text.end.ready", Number(report.Offers.Count));

    private void Heading(Colour colour, string text) => Lines(0, terminal.Paint(colour, text));

    private void Lines(int indent, string text)
    {
        foreach (var line in TextLines.Wrap(text, indent, terminal.Width))
        {
            _text.Append(line).Append('\n');
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private string Say(string key, params string[] arguments) => CliTexts.Say(key, report.Language, arguments);
}
