using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Completes a judgement with who, when and the fingerprint of the values it rests on. Runs after LockOffer, so the item it reads is
/// the one that the evaluation will compare with. Refuses every later change: judgements are only ever added.
/// </summary>
[CrmPluginRegistration("Create", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Judge: Create of rdy_judgement", 3, IsolationModeEnum.Sandbox, Id = "1e7274e4-c974-4a09-8b5f-b115c6daad30")]
[CrmPluginRegistration("Update", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.JudgementContent,
    "Judge: Update of rdy_judgement", 3, IsolationModeEnum.Sandbox, Id = "d4a37b6b-643b-4829-9f05-de61854537d5")]
public sealed class Judge : PluginBase
{
    protected override void Run(StepContext step)
    {
        var judgement = step.Target;
        if (!step.Is(judgement != null && step.Table == Judgement.Table))
        {
            return;
        }

        if (step.Message == "Update")
        {
            throw Refuse(step, "judge.append");
        }

        Complete(step, judgement!);
    }

    private static void Complete(StepContext step, Entity judgement)
    {
        foreach (var result in ColumnLists.JudgementResults.Split(',').Where(judgement.Contains))
        {
            var language = step.PersonsLanguage();
            throw new InvalidPluginExecutionException(
                PluginTexts.Render("column." + result, language) + ": " + PluginTexts.Render("result", language));
        }

        if (string.IsNullOrWhiteSpace(judgement.Text(Judgement.Note)))
        {
            throw Refuse(step, "judge.note");
        }

        var verdict = judgement.Choice<JudgementVerdict>(Judgement.Verdict) ?? throw Refuse(step, "judge.verdict");
        var offer = judgement.Reference(Judgement.OfferId) ?? throw Refuse(step, "judge.offer");
        var key = judgement.Text(Judgement.Key) ?? string.Empty;
        var row = Find(step, offer, key);
        var item = row.Related(Relationships.Items).FirstOrDefault();
        if (item == null)
        {
            throw Refuse(step, "judge.unknown", key);
        }

        if (item.Choice<VerdictKind>(ChecklistItem.Verdict) != VerdictKind.Undecided)
        {
            throw Refuse(step, "judge.decided", key);
        }

        judgement[Judgement.Fingerprint] = item.Text(ChecklistItem.Fingerprint);
        judgement[Judgement.JudgedById] = new EntityReference("systemuser", step.PersonId);
        judgement[Judgement.JudgedOn] = DateTime.UtcNow;
        judgement[Judgement.Name] = PluginTexts.Render(verdict == JudgementVerdict.Confirmed ? "judge.name.confirmed" : "judge.name.rejected", row.Number(Offer.BaseLanguage) ?? Texts.English, key);
    }

    // The offer with its base language and, as related row, the item of the key.
    private static Entity Find(StepContext step, EntityReference offer, string key)
    {
        var items = new QueryExpression(ChecklistItem.Table) { ColumnSet = new ColumnSet(ChecklistItem.Verdict, ChecklistItem.Fingerprint) };
        items.Criteria.AddCondition(ChecklistItem.Key, ConditionOperator.Equal, key);
        items.Criteria.AddCondition(ChecklistItem.StateCode, ConditionOperator.Equal, ItemRow.Active);
        var answer = step.System.Execute(new RetrieveRequest
        {
            Target = new EntityReference(Offer.Table, offer.Id),
            ColumnSet = new ColumnSet(Offer.BaseLanguage),
            RelatedEntitiesQuery = new RelationshipQueryCollection { { new Relationship(Relationships.Items), items } },
        });
        return (Entity)answer.Results["Entity"];
    }

    private static InvalidPluginExecutionException Refuse(StepContext step, string key, params string[] arguments) =>
        new(PluginTexts.Render(key, step.PersonsLanguage(), arguments));
}
