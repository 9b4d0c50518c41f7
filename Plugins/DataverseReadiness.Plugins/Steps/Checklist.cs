using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Brings the checklist of one offer up to date: one request reads everything, one writes what changed, none when nothing did.
/// Items that do not exist yet are created one by one, as no bulk message may be called from a plug-in.
/// </summary>
internal sealed class Checklist
{
    private readonly StepContext _step;
    private readonly Entity _offer;
    private readonly int _language;
    private readonly DateTime _now;

    private Checklist(StepContext step, Entity offer, DateTime now)
    {
        _step = step;
        _offer = offer;
        _now = now;
        _language = offer.Number(Offer.BaseLanguage) ?? Texts.English;
        Evaluation = OfferEvaluation.Of(FactsReader.Of(offer, now));
    }

    public OfferEvaluation Evaluation { get; }

    public static Checklist Of(StepContext step, Guid offerId) =>
        new(step, OfferQuery.Read(step.System, offerId), DateTime.UtcNow);

    /// <summary>Writes what changed.</summary>
    /// <param name="isSubmitting">This very request asks for <i>Ready to submit</i>: the status stays, Guard decides.</param>
    /// <param name="stamp">Record the time of the evaluation even if nothing else changed.</param>
    public void Save(bool isSubmitting = false, bool stamp = false)
    {
        var update = new Entity(Offer.Table, _offer.Id);
        var items = ChangedItems();
        SetResults(update);
        SetStatus(update, isSubmitting);
        if (items.Count == 0 && update.Attributes.Count == 0 && !stamp)
        {
            return;
        }

        update[Offer.EvaluatedOn] = _now;
        if (items.Count > 0)
        {
            update.RelatedEntities[new Relationship(Relationships.Items)] = new EntityCollection(items) { EntityName = ChecklistItem.Table };
        }

        _step.WriteAs(OwnWrite.Evaluate, update.ToEntityReference(), () => _step.System.Execute(new UpdateRequest { Target = update }));
        _step.Trace($"Evaluated: {Evaluation.Readiness}, {Evaluation.Score} %, {Evaluation.OpenItems} open, {items.Count} items changed.");
    }

    private List<Entity> ChangedItems()
    {
        var all = _offer.Related(Relationships.Items).ToList();
        var stored = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var row in all)
        {
            stored[row.Text(ChecklistItem.Key) ?? string.Empty] = row;
        }

        // Another version may word its texts differently, though key and arguments are the same.
        var isNewVersion = _offer.Text(Offer.RuleSetVersion) != Evaluation.RuleSet.Version;
        var changed = new List<Entity>();
        foreach (var item in Evaluation.Items)
        {
            if (!stored.TryGetValue(item.Requirement.Key, out var row))
            {
                Create(item);
                continue;
            }

            stored.Remove(item.Requirement.Key);
            AddIfChanged(changed, ItemRow.Changes(item, row, isNewVersion, _language));
        }

        // What the rule set no longer asks for is kept, inactive: an item's key is never used for another row.
        foreach (var row in stored.Values.Where(row => row.Choice<int>(ChecklistItem.StateCode) == ItemRow.Active))
        {
            AddIfChanged(changed, ItemRow.Retired(row));
        }

        return changed;
    }

    private void Create(EvaluatedItem item)
    {
        var row = ItemRow.New(item, _language);
        row[ChecklistItem.OfferId] = _offer.ToEntityReference();
        row[ChecklistItem.OwnerId] = _offer.Reference(Offer.OwnerId);
        _step.System.Create(row);
    }

    private static void AddIfChanged(List<Entity> changed, Entity row)
    {
        if (row.Attributes.Count > 0)
        {
            row.EntityState = EntityState.Changed;
            changed.Add(row);
        }
    }

    private void SetResults(Entity update)
    {
        if (_offer.Choice<Readiness>(Offer.Readiness) != Evaluation.Readiness)
        {
            update[Offer.Readiness] = new OptionSetValue((int)Evaluation.Readiness);
        }

        if (_offer.Number(Offer.Score) != Evaluation.Score)
        {
            update[Offer.Score] = Evaluation.Score;
        }

        if (_offer.Number(Offer.OpenItems) != Evaluation.OpenItems)
        {
            update[Offer.OpenItems] = Evaluation.OpenItems;
        }

        if (_offer.Text(Offer.RuleSetVersion) != Evaluation.RuleSet.Version)
        {
            update[Offer.RuleSetVersion] = Evaluation.RuleSet.Version;
        }
    }

    private void SetStatus(Entity update, bool isSubmitting)
    {
        var isReadyToSubmit = _offer.Choice<int>(Offer.StatusCode) == OfferStatus.ReadyToSubmit;
        if (isReadyToSubmit && !isSubmitting && Evaluation.OpenItems > 0)
        {
            update[Offer.StatusCode] = new OptionSetValue(OfferStatus.InReview);
            update[Offer.StatusNote] = OpenItemsText.BackToReview(Evaluation, _language);
        }
        else if (isReadyToSubmit && _offer.Text(Offer.StatusNote) is { Length: > 0 })
        {
            update[Offer.StatusNote] = null;
        }
    }
}
