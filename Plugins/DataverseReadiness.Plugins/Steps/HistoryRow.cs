using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Wording;
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
            [StoredChange.Cause] = ItemRow.Cut(Cause(step, language), CauseLength),
            [StoredChange.CauseRow] = step.RowId == default ? step.Message : $"{step.Message} {step.Table} {step.RowId:D}",
            [StoredChange.Reason] = ItemRow.Cut(Texts.Render(item.Verdict.Reason, language), ReasonLength),
            [StoredChange.RuleSetVersion] = item.RuleSetVersion,
        };
    }

    // For views and the form; what software reads is the other column.
    private static string Cause(StepContext step, int language)
    {
        var key = step.Message switch
        {
            "Create" => "cause.create",
            "Update" => "cause.update",
            "Delete" => "cause.delete",
            CustomApi.EvaluateOffer => "cause.evaluate",
            CustomApi.ProbeOffer => "cause.probe",
            CustomApi.SweepOffers => "cause.sweep",
            _ => null,
        };
        return key == null ? step.Message : PluginTexts.Render(key, language, Texts.Find("table." + step.Table, language) ?? step.Table);
    }

    private static string Label(ItemStatus status, int language) => Texts.Find("choice.ItemStatus." + status, language) ?? status.ToString();
}
