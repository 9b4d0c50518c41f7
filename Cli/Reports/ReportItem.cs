using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>One requirement of one offer, in the words of a language.</summary>
internal sealed class ReportItem(EvaluatedItem item, SubmittedOffer offer, int language)
{
    public EvaluatedItem Item => item;

    public string Key => item.Requirement.Key;

    public string Title { get; } = Texts.Render(item.Requirement.Title, language);

    public string Group => LabelOf("group." + item.Requirement.Group, language);

    public string Severity => LabelOf("choice.Severity." + item.Requirement.Severity, language);

    public string Status => LabelOf("choice.ItemStatus." + item.Status, language);

    public string Reason { get; } = Texts.Render(item.Verdict.Reason, language);

    /// <summary>Null when there is nothing to do.</summary>
    public string? Fix { get; } = item.Verdict.Fix is null ? null : Texts.Render(item.Verdict.Fix, language);

    public DataPlace Place { get; } = offer.PlaceOf(item.Verdict.Target);

    /// <summary>What a person decided, where that counts; else why a judgement that is there does not. Null without a judgement.</summary>
    public string? Judgement { get; } = JudgementOf(item, language);

    /// <summary>The same item in every run.</summary>
    public string Identity { get; } = offer.Id.ToString("D") + "/" + item.Requirement.Key;

    /// <summary>Open, or worse than in the baseline; without a baseline every item is new.</summary>
    public bool IsNew { get; set; } = true;

    /// <summary>Not met and nothing more than advice, or a rule that does not block yet.</summary>
    public bool IsAdvice => !item.IsOpen && item.Status is ItemStatus.NotMet or ItemStatus.Rejected or ItemStatus.Undecided && !IsOpen;

    public bool IsOpen => item.IsOpen;

    public static string LabelOf(string key, int language) => Texts.Find(key, language) ?? key;

    private static string? JudgementOf(EvaluatedItem item, int language)
    {
        if (item.Judgement is not { Verdict: { } verdict } judgement)
        {
            return null;
        }

        var words = new List<string> { LabelOf("choice.JudgementVerdict." + verdict, language) };
        if (judgement.JudgedBy is { Length: > 0 } person)
        {
            words.Add(CliTexts.Say("judgement.by", language, person));
        }

        if (item.WaivedUntil is { } until)
        {
            words.Add(CliTexts.Say("judgement.until", language, Day(until)));
        }

        var said = string.Join(" ", words) + ": " + judgement.Note;
        return item.IsJudgementVoid ? CliTexts.Say("judgement.void", language, said)
            : item.IsWaiverEnded ? CliTexts.Say("judgement.ended", language, said)
            : said;
    }

    public static string Day(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
