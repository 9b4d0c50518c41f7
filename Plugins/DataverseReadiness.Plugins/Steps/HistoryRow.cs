using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>A turn of one item, as a row: from what to what, when, through whom and through which save.</summary>
internal static class HistoryRow
{
    private const int NameLength = 400;
    private const int CauseLength = 400;
    private const int ReasonLength = 4000;

    /// <summary>Null when the item stands as it stood, or was not on the checklist before.</summary>
    public static Entity? Of(StepContext step, EvaluatedItem item, Entity stored, OfferEvaluation evaluation, int language)
    {
        var before = stored.Choice<ItemStatus>(ChecklistItem.Status);
        if (before == null || before == item.Status || stored.Choice<int>(ChecklistItem.StateCode) != ItemRow.Active)
        {
            return null;
        }

        return new Entity(StoredChange.Table)
        {
            [StoredChange.Name] = ItemRow.Cut(item.Requirement.Key + ": " + Label(before.Value, language) + " → " + Label(item.Status, language), NameLength),
            [StoredChange.Key] = item.Requirement.Key,
            [StoredChange.From] = new OptionSetValue((int)before.Value),
            [StoredChange.To] = new OptionSetValue((int)item.Status),
            [StoredChange.ChangedOn] = evaluation.Now,
            [StoredChange.ChangedById] = new EntityReference("systemuser", step.PersonId),
            [StoredChange.Cause] = ItemRow.Cut(Cause(step), CauseLength),
            [StoredChange.CauseRow] = step.RowId == default ? null : step.RowId.ToString("D"),
            [StoredChange.Reason] = ItemRow.Cut(Texts.Render(item.Verdict.Reason, language), ReasonLength),
            [StoredChange.RuleSetVersion] = item.RuleSetVersion,
        };
    }

    private static string Cause(StepContext step) => step.Message switch
    {
        "Create" or "Update" or "Delete" => $"{step.Message} of {step.Table}",
        CustomApi.SweepOffers => "Sweep",
        _ => step.Message,
    };

    private static string Label(ItemStatus status, int language) => Texts.Find("choice.ItemStatus." + status, language) ?? status.ToString();
}
