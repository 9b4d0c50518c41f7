using System.Globalization;
using System.Net;
using System.Text;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer as one page that needs nothing beside it: its style and the offer's pictures are in it, no script.</summary>
internal sealed class HtmlReport(CheckReport report)
{
    private const long LargestPicture = 4 * 1024 * 1024;

    private const string Style = """
        :root { color-scheme: light dark; --line: #8886; --red: #a4262c; --yellow: #7a5c00; --green: #0b6a0b; }
        @media (prefers-color-scheme: dark) { :root { --red: #f1707b; --yellow: #f2c661; --green: #7ccf7c; } }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        section { margin-block: 2rem; }
        .NotReady, .NotMet, .Rejected { color: var(--red); }
        .NeedsReview, .Undecided { color: var(--yellow); }
        .Ready, .Waived, .Confirmed { color: var(--green); }
        .readiness { font-size: 1.25rem; font-weight: 600; }
        article { border-top: 1px solid var(--line); padding-block: .5rem; }
        h3 { font-size: 1.1rem; margin-block: 1.5rem .5rem; }
        h4, p { margin-block: .25rem; }
        code, .place { font-size: .875rem; overflow-wrap: anywhere; }
        figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; max-width: 16rem; }
        figure img { max-width: 100%; max-height: 12rem; border: 1px solid var(--line); }
        figcaption { font-size: .875rem; }
        """;

    private readonly StringBuilder _html = new();

    public string Render()
    {
        var title = Say("html.title", string.Join(", ", report.Offers.Select(offer => offer.Offer.Name)));
        Line("<!DOCTYPE html>");
        Line($"<html lang=\"{LanguageOption.NameOf(report.Language)}\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">");
        Line($"<title>{Escape(title)}</title>");
        Line($"<style>\n{Style}\n</style>");
        Line("</head>");
        Line("<body>");
        Line("<main>");
        Line($"<h1>{Escape(title)}</h1>");
        foreach (var offer in report.Offers)
        {
            Render(offer);
        }

        Problems();
        Line("</main>");
        Line("</body>");
        Line("</html>");
        return _html.ToString();
    }

    private void Render(OfferReport offer)
    {
        Line("<section>");
        Line($"<h2>{Escape(offer.Offer.Name)}</h2>");
        Line($"<p class=\"readiness {offer.Readiness}\">{Escape(ReportItem.LabelOf("choice.Readiness." + offer.Readiness, report.Language))}</p>");
        Line($"<p>{Escape(Say("text.counts", Number(offer.Score), Number(offer.OpenItems), Number(offer.Count(ItemStatus.Met) + offer.Count(ItemStatus.Confirmed))))}</p>");
        Line($"<p>{Escape(Say("text.ruleset", offer.Evaluation.RuleSet.Name, offer.Evaluation.RuleSetVersion, report.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC"))}</p>");
        Items("text.notmet", offer.Items.Where(item => item.IsOpen && item.IsNew && item.Item.Status != ItemStatus.Undecided));
        Items("text.undecided", offer.Items.Where(item => item.IsOpen && item.IsNew && item.Item.Status == ItemStatus.Undecided));
        Items("text.advice", offer.Items.Where(item => item.IsAdvice && item.IsNew));
        Items("text.judged", offer.Items.Where(item => item.Item.Status is ItemStatus.Waived or ItemStatus.Confirmed));
        Pictures(offer);
        Nobody(offer);
        Line("</section>");
    }

    private void Items(string key, IEnumerable<ReportItem> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Line($"<h3>{Escape(Say(key, Number(all.Count)))}</h3>");
        foreach (var item in all)
        {
            Line("<article>");
            Line($"<h4><code>{Escape(item.Key)}</code> {Escape(item.Title)}</h4>");
            Line($"<p><span class=\"{item.Item.Status}\">{Escape(item.Status)}</span>: {Escape(item.Reason)}</p>");
            if (item.Fix is { } fix)
            {
                Line($"<p>{Escape(Say("text.fix", fix))}</p>");
            }

            if (item.Judgement is { } judgement)
            {
                Line($"<p>{Escape(judgement)}</p>");
            }

            Line($"<p class=\"place\">{Escape(item.Place.ToString())}; {Escape(item.Item.Requirement.Source)}</p>");
            Line("</article>");
        }
    }

    private void Pictures(OfferReport offer)
    {
        var pictures = offer.Offer.Files.Where(file => file.Column == MarketingAsset.Image).Select(file => (File: file, Data: DataOf(file))).Where(picture => picture.Data is not null).ToList();
        if (pictures.Count == 0)
        {
            return;
        }

        Line($"<h3>{Escape(Say("html.pictures"))}</h3>");
        foreach (var (file, data) in pictures)
        {
            Line($"<figure><img src=\"{data}\" alt=\"{Escape(file.Name)}\"><figcaption>{Escape(file.Name)}, {Escape(file.Format)}</figcaption></figure>");
        }
    }

    private static string? DataOf(SubmittedFile file)
    {
        // What browsers show; told from the bytes, not from the name.
        var type = file.Format switch { "PNG" => "image/png", "JPEG" => "image/jpeg", "GIF" => "image/gif", "BMP" => "image/bmp", _ => null };
        return type is not null && new FileInfo(file.Path) is { Exists: true, Length: <= LargestPicture }
            ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file.Path))}"
            : null;
    }

    private void Nobody(OfferReport offer)
    {
        if (offer.Nobody is not { Count: > 0 } nobody)
        {
            return;
        }

        Line($"<h3>{Escape(Say("text.nobody", Number(nobody.Count)))}</h3>");
        Line("<ul>");
        foreach (var clause in nobody)
        {
            var why = clause.Note is null ? "" : " " + Texts.Render(clause.Note, report.Language);
            Line($"<li><code>{Escape(clause.Key)}</code> {Escape(Texts.Render(clause.Title, report.Language))}.{Escape(why)}</li>");
        }

        Line("</ul>");
    }

    private void Problems()
    {
        if (report.Offers.Count == 0)
        {
            Line($"<p>{Escape(Say("text.end.nothing"))}</p>");
        }

        if (report.Problems.Count == 0)
        {
            return;
        }

        Line("<section>");
        Line($"<h2>{Escape(Say("text.problems"))}</h2>");
        Line("<ul>");
        foreach (var problem in report.Problems)
        {
            Line($"<li>{Escape(problem.ToString())}</li>");
        }

        Line("</ul>");
        Line("</section>");
    }

    private void Line(string text) => _html.Append(text).Append('\n');

    private string Say(string key, params string[] arguments) => CliTexts.Say(key, report.Language, arguments);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
