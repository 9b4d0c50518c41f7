using System;

namespace DataverseReadiness.Rules;

/// <summary>Which judgements are taken at all. The privilege to judge is the platform's business.</summary>
public static class JudgementRules
{
    /// <summary>How long a waiver counts when nothing is said.</summary>
    public const int DefaultWaiverDays = 90;

    /// <summary>How long a waiver counts at most.</summary>
    public const int LongestWaiverDays = 365;

    /// <summary>The last day (UTC) of a waiver whose end nobody chose.</summary>
    public static DateTime DefaultEnd(DateTime now) => now.Date.AddDays(DefaultWaiverDays);

    /// <summary>Why this judgement is not taken; null when it is.</summary>
    /// <param name="endsOn">Last day of a waiver; null for the default.</param>
    /// <param name="enteredAloneByJudge">What <see cref="Authorship.EnteredAlone"/> says of the judge.</param>
    /// <param name="fourEyes">Whether the offer asks that nobody judges what they alone entered.</param>
    public static Message? Refusal(EvaluatedItem item, JudgementVerdict verdict, DateTime? endsOn, DateTime now, bool enteredAloneByJudge, bool fourEyes)
    {
        var key = item.Requirement.Key;
        if (!EvaluatedItem.CanBeJudged(item.Verdict))
            return new Message("judgement.settled", key, Shown.Choice(item.Verdict.Kind));

        switch (verdict)
        {
            case JudgementVerdict.Waived when item.Requirement.NeverWaived:
                return new Message("judgement.neverwaived", key);

            case JudgementVerdict.Waived when endsOn?.Date <= now.Date:
                return new Message("judgement.past", Shown.Date(endsOn.Value));

            case JudgementVerdict.Waived when endsOn?.Date > now.Date.AddDays(LongestWaiverDays):
                return new Message("judgement.long", Shown.Date(endsOn.Value), Shown.Number(LongestWaiverDays), Shown.Date(now.Date.AddDays(LongestWaiverDays)));

            case JudgementVerdict.Waived:
                break;

            case JudgementVerdict.Confirmed or JudgementVerdict.Rejected when item.Verdict.Kind == VerdictKind.NotMet:
                return new Message("judgement.notmet", key);

            case JudgementVerdict.Confirmed or JudgementVerdict.Rejected when endsOn is not null:
                return new Message("judgement.noend");

            case JudgementVerdict.Confirmed or JudgementVerdict.Rejected:
                break;

            default:
                return new Message("judgement.unknown");
        }

        // To reject what one entered oneself hurts nobody.
        return fourEyes && enteredAloneByJudge && verdict != JudgementVerdict.Rejected ? new Message("judgement.foureyes", key) : null;
    }
}
