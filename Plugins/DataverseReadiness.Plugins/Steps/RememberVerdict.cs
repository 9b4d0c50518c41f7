using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Holds a verdict of the certification against the checklist as it stood when the verdict was entered: which requirement was caught
/// here, which missed, which was a false alarm. A verdict that is corrected later keeps the status of that time.
/// </summary>
[CrmPluginRegistration("Create", Certification.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "RememberVerdict: Create of rdy_certification", 2, IsolationModeEnum.Sandbox, Id = "c2a324c2-496d-44cf-befe-c75f4959449b")]
[CrmPluginRegistration("Update", Certification.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, Certification.Key + "," + Certification.Outcome,
    "RememberVerdict: Update of rdy_certification", 2, IsolationModeEnum.Sandbox, Id = "42710f1b-f576-4d94-b3a3-733b754e76f4",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image,
    Image1Attributes = Certification.OfferId + "," + Certification.Key + "," + Certification.Outcome + "," + Certification.StatusThen, Image1Id = "b621fedb-2b72-495c-b056-3f35899ea8c6")]
public sealed class RememberVerdict : PluginBase
{
    protected override void Run(StepContext step)
    {
        var target = step.Target;
        if (!step.Is(target != null && step.Table == Certification.Table))
        {
            return;
        }

        var key = (target!.Contains(Certification.Key) ? target : step.Before)?.Text(Certification.Key)?.Trim();
        var outcome = (target.Contains(Certification.Outcome) ? target : step.Before)?.Choice<CertificationOutcome>(Certification.Outcome);
        if (outcome == null)
        {
            throw Refusal.Of(step, "certification.outcome");
        }

        var then = key == step.Before?.Text(Certification.Key) && step.Before?.Choice<ItemStatus>(Certification.StatusThen) is { } kept
            ? kept
            : string.IsNullOrEmpty(key) ? null : (ItemStatus?)StatusOf(step, key!);
        target[Certification.StatusThen] = then == null ? null : new OptionSetValue((int)then);
        target[Certification.Memory] = MemoryOf(outcome, then) is { } memory ? new OptionSetValue((int)memory) : null;
    }

    private static ItemStatus StatusOf(StepContext step, string key)
    {
        var offer = Children.OfferOf(step);
        var query = new QueryExpression(ChecklistItem.Table) { ColumnSet = new ColumnSet(ChecklistItem.Status) };
        query.Criteria.AddCondition(ChecklistItem.OfferId, ConditionOperator.Equal, offer?.Id ?? default);
        query.Criteria.AddCondition(ChecklistItem.Key, ConditionOperator.Equal, key);
        return step.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.Choice<ItemStatus>(ChecklistItem.Status)
            ?? throw Refusal.Of(step, "judge.unknown", key);
    }

    private static Memory? MemoryOf(CertificationOutcome? outcome, ItemStatus? then)
    {
        var isSettled = then is ItemStatus.Met or ItemStatus.NotApplicable or ItemStatus.Confirmed;
        return outcome switch
        {
            CertificationOutcome.Rejected => then == null || isSettled ? Memory.Missed : Memory.Caught,
            CertificationOutcome.Passed when isSettled => Memory.Agreed,
            CertificationOutcome.Passed when then is ItemStatus.NotMet or ItemStatus.Rejected => Memory.FalseAlarm,
            _ => null,
        };
    }
}
