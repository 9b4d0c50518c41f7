using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Refuses judgements that may not be made, and completes the others with who, when, the rule set's version and the fingerprint of the
/// values they rest on. Runs after LockOffer and evaluates afresh, so that the fingerprint is the one the checklist will compare with.
/// Refuses every later change but the first evidence file: judgements are only ever added.
/// </summary>
[CrmPluginRegistration("Create", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Judge: Create of rdy_judgement", 3, IsolationModeEnum.Sandbox, Id = "1e7274e4-c974-4a09-8b5f-b115c6daad30")]
[CrmPluginRegistration("Update", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.JudgementAll,
    "Judge: Update of rdy_judgement", 3, IsolationModeEnum.Sandbox, Id = "d4a37b6b-643b-4829-9f05-de61854537d5",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Judgement.Evidence + "," + Judgement.JudgedById, Image1Id = "a2b485aa-0de6-4aed-8e13-c1c5ea36c88d")]
public sealed class Judge : PluginBase
{
    protected override void Run(StepContext step)
    {
        var judgement = step.Target;
        if (!step.Is(judgement != null && step.Table == Judgement.Table))
        {
            return;
        }

        if (step.Message == "Create")
        {
            Complete(step, judgement!);
        }
        else if (!IsFirstEvidence(step, judgement!))
        {
            throw Refusal.Of(step, "judge.append");
        }
    }

    // A file can only be stored on a row that exists.
    private static bool IsFirstEvidence(StepContext step, Entity judgement) =>
        step.Before is { } before
        && before.Id(Judgement.Evidence) == null
        && before.Reference(Judgement.JudgedById)?.Id == step.PersonId
        && !ColumnLists.JudgementContent.Split(',').Any(judgement.Contains);

    private static void Complete(StepContext step, Entity judgement)
    {
        Refusal.Throw(step, RowCheck.Problems(judgement, null));
        RowCheck.Normalise(judgement);
        if (string.IsNullOrWhiteSpace(judgement.Text(Judgement.Note)))
        {
            throw Refusal.Of(step, "judge.note");
        }

        var verdict = judgement.Choice<JudgementVerdict>(Judgement.Verdict) ?? throw Refusal.Of(step, "judge.verdict");
        var offer = judgement.Reference(Judgement.OfferId) ?? throw Refusal.Of(step, "judge.offer");
        var key = judgement.Text(Judgement.Key) ?? string.Empty;
        var checklist = Checklist.Of(step, offer.Id);
        var now = checklist.Evaluation.Now;
        var item = checklist.Evaluation.Items.FirstOrDefault(item => item.Requirement.Key == key) ?? throw Refusal.Of(step, "judge.unknown", key);
        var endsOn = judgement.Date(Judgement.EndsOn);
        var enteredAlone = Authorship.EnteredAlone(checklist.Facts, item.Requirement, step.PersonId);
        if (JudgementRules.Refusal(item, verdict, endsOn, now, enteredAlone, checklist.Facts.FourEyes == YesNo.Yes) is { } refusal)
        {
            throw new InvalidPluginExecutionException(Texts.Render(refusal, step.PersonsLanguage()));
        }

        judgement[Judgement.Fingerprint] = item.Fingerprint;
        judgement[Judgement.JudgedById] = new EntityReference("systemuser", step.PersonId);
        judgement[Judgement.JudgedOn] = now;
        judgement[Judgement.RuleSetVersion] = item.RuleSetVersion;
        judgement[Judgement.Name] = PluginTexts.Render(NameOf(verdict), checklist.Language, key);
        if (verdict == JudgementVerdict.Waived)
        {
            judgement[Judgement.EndsOn] = (endsOn ?? JudgementRules.DefaultEnd(now)).Date;
        }
    }

    private static string NameOf(JudgementVerdict verdict) => verdict switch
    {
        JudgementVerdict.Confirmed => "judge.name.confirmed",
        JudgementVerdict.Rejected => "judge.name.rejected",
        _ => "judge.name.waived",
    };
}
