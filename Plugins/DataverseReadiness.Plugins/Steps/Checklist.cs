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
/// Brings the checklist of one offer up to date: one request reads the offer with all that hangs on it, one the team's requirements,
/// one writes what changed, none when nothing did. Rows that do not exist yet (items, the history, the day's snapshot) are created one
/// by one, as no bulk message may be called from a plug-in.
/// </summary>
internal sealed class Checklist
{
    private readonly StepContext _step;
    private readonly Entity _offer;
    private readonly List<Entity> _new = [];
    private readonly List<Entity> _changed = [];

    private Checklist(StepContext step, Entity offer, OfferFacts facts)
    {
        _step = step;
        _offer = offer;
        Language = offer.Number(Offer.BaseLanguage) ?? Texts.English;
        Facts = facts;
        Evaluation = OfferEvaluation.Of(facts);
    }

    public OfferFacts Facts { get; }

    /// <summary>The language in which the offer's rows are written.</summary>
    public int Language { get; }

    public OfferEvaluation Evaluation { get; }

    /// <summary>
    /// Evaluates the offer as it is stored. Its present is the offer's own time of change: whoever comes here has just locked or saved
    /// the offer, and that time is the platform's.
    /// </summary>
    public static Checklist Of(StepContext step, Guid offerId) => Of(step, OfferQuery.Read(step.System, offerId, step.Now), step.Requirements);

    /// <summary>The same for an offer that was read already. Asks nothing of the organization.</summary>
    public static Checklist Of(StepContext step, Entity offer, IReadOnlyList<TeamRequirementFact> requirements) =>
        new(step, offer, FactsReader.Of(offer, requirements, offer.Date(Offer.ModifiedOn)?.ToUniversalTime() ?? step.Now));

    /// <summary>Writes what changed.</summary>
    /// <param name="isSubmitting">This very request asks for a status that needs a closed checklist: the status stays, Guard decides.</param>
    /// <param name="stamp">Record the time of the evaluation even if nothing else changed.</param>
    public void Save(bool isSubmitting = false, bool stamp = false)
    {
        var update = new Entity(Offer.Table, _offer.Id);
        SetItems();
        SetResults(update);
        SetStatus(update, isSubmitting);
        if (_new.Count > 0 || _changed.Count > 0 || update.Attributes.Count > 0)
        {
            SetSnapshot();
        }
        else if (!stamp)
        {
            return;
        }

        update[Offer.EvaluatedOn] = Evaluation.Now;
        foreach (var rows in _changed.GroupBy(row => row.LogicalName == Snapshot.Table ? Relationships.Snapshots : Relationships.Items))
        {
            update.RelatedEntities[new Relationship(rows.Key)] = new EntityCollection(rows.ToList()) { EntityName = rows.First().LogicalName };
        }

        _step.WriteAs(OwnWrite.Evaluate, update.ToEntityReference(), () =>
        {
            foreach (var row in _new)
            {
                _step.System.Create(row);
            }

            _step.System.Execute(new UpdateRequest { Target = update });
        });
        _step.Trace($"Evaluated: {Evaluation.Readiness}, {Evaluation.Score} %, {Evaluation.OpenItems} open, {_new.Count} rows created, {_changed.Count} changed.");
    }

    private void SetItems()
    {
        var stored = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var row in _offer.Related(Relationships.Items))
        {
            stored[row.Text(ChecklistItem.Key) ?? string.Empty] = row;
        }

        // Another version may word its texts differently, though key and arguments are the same.
        var isNewVersion = _offer.Text(Offer.RuleSetVersion) != Evaluation.RuleSetVersion;
        foreach (var item in Evaluation.Items)
        {
            if (!stored.TryGetValue(item.Requirement.Key, out var row))
            {
                Create(ItemRow.New(item, Language));
                continue;
            }

            stored.Remove(item.Requirement.Key);
            AddIfChanged(ItemRow.Changes(item, row, isNewVersion, Language));
            if (HistoryRow.Of(_step, item, row, Evaluation, Language) is { } change)
            {
                Create(change);
            }
        }

        // What the rule set no longer asks for is kept, inactive: an item's key is never used for another row.
        foreach (var row in stored.Values.Where(row => row.Choice<int>(ChecklistItem.StateCode) == ItemRow.Active))
        {
            AddIfChanged(ItemRow.Retired(row));
        }
    }

    private void SetSnapshot()
    {
        var fresh = SnapshotRow.Of(Evaluation, _offer.Text(Offer.Name));
        var stored = _offer.Related(Relationships.Snapshots).FirstOrDefault(row => row.Date(Snapshot.Day)?.Date == Evaluation.Now.Date);
        if (stored == null)
        {
            Create(fresh);
        }
        else
        {
            AddIfChanged(RowDifference.Of(fresh, stored));
        }
    }

    private void Create(Entity row)
    {
        row[ChecklistItem.OfferId] = _offer.ToEntityReference();
        row[ChecklistItem.OwnerId] = _offer.Reference(Offer.OwnerId);
        _new.Add(row);
    }

    private void AddIfChanged(Entity row)
    {
        if (row.Attributes.Count > 0)
        {
            row.EntityState = EntityState.Changed;
            _changed.Add(row);
        }
    }

    private void SetResults(Entity update)
    {
        var results = new Entity(Offer.Table)
        {
            [Offer.Readiness] = new OptionSetValue((int)Evaluation.Readiness),
            [Offer.Score] = Evaluation.Score,
            [Offer.OpenItems] = Evaluation.OpenItems,
            [Offer.RuleSetVersion] = Evaluation.RuleSetVersion,
            [Offer.ReevaluateOn] = Evaluation.NextChange,
        };
        update.Attributes.AddRange(RowDifference.Of(results, _offer).Attributes);
    }

    private void SetStatus(Entity update, bool isSubmitting)
    {
        var isReadyToSubmit = _offer.Choice<int>(Offer.StatusCode) == OfferStatus.ReadyToSubmit;
        if (isReadyToSubmit && !isSubmitting && Evaluation.OpenItems > 0)
        {
            update[Offer.StatusCode] = new OptionSetValue(OfferStatus.InReview);
            update[Offer.StatusNote] = OpenItemsText.BackToReview(Evaluation, Language);
        }
        else if (isReadyToSubmit && _offer.Text(Offer.StatusNote) is { Length: > 0 })
        {
            update[Offer.StatusNote] = null;
        }
    }
}
