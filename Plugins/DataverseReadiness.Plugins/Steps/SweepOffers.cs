using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Probing;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Evaluates the offers that are due though nobody saved them: something ages, another version of the rules decides, or an address is
/// to be asked again. A page at a time, those evaluated longest ago first, for 90 s at most; addresses that were not asked for long are
/// asked before. Whoever calls repeats the call while some remain. A change of a team's requirement calls for one page at once.
/// </summary>
/// <remarks>
/// A page is one transaction. An offer whose facts cannot be evaluated is put off for a day and does not stop the others; a fault of the
/// organization service ends the page, because the platform has then ended the transaction, and the next call takes the page up again.
/// </remarks>
[CrmPluginRegistration(CustomApi.SweepOffers)]
[CrmPluginRegistration("Create", OwnRequirement.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "SweepOffers: Create of rdy_requirement", 1, IsolationModeEnum.Sandbox, Id = "b0bb3c77-111c-495c-b929-6b6436b4320f", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Update", OwnRequirement.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, ColumnLists.RequirementFacts,
    "SweepOffers: Update of rdy_requirement", 1, IsolationModeEnum.Sandbox, Id = "8c725da4-ab86-419b-9c83-782774b8dc85", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Delete", OwnRequirement.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "SweepOffers: Delete of rdy_requirement", 1, IsolationModeEnum.Sandbox, Id = "8787be86-ce1b-48f9-9575-0f817aa8fe7e", DeleteAsyncOperation = true)]
public sealed class SweepOffers : PluginBase
{
    private const int LargestPage = 100;

    // Rows that the platform returns at most.
    private const int LargestAnswer = 5000;

    // The platform ends an operation after two minutes.
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan LongestAsking = TimeSpan.FromSeconds(45);

    protected override void Run(StepContext step)
    {
        if (step.Message == CustomApi.SweepOffers)
        {
            Sweep(step, PageSize(step));
        }
        else if (step.Is(step.Table == OwnRequirement.Table))
        {
            // A background step has no transaction, in which alone a lock holds; the custom API has one.
            step.System.Execute(new OrganizationRequest(CustomApi.SweepOffers));
        }
    }

    private static int PageSize(StepContext step)
    {
        var size = step.Inputs.Contains(CustomApi.PageSize) ? step.Inputs[CustomApi.PageSize] as int? : null;
        return size is null or (>= 1 and <= LargestPage)
            ? size ?? LargestPage
            : throw Refusal.Of(step, "sweep.size");
    }

    private static void Sweep(StepContext step, int size)
    {
        var clock = Stopwatch.StartNew();
        var requirements = step.Requirements;
        var due = Due(step, requirements, size + 1);
        var probes = Ask(step, due.Take(size), clock);
        int taken = 0, evaluated = 0;
        while (taken < probes.Count && clock.Elapsed < LongestPage)
        {
            var offer = due[taken];
            if (Evaluate(step, offer, probes[taken++], requirements))
            {
                evaluated++;
            }
        }

        step.Outputs[CustomApi.Evaluated] = evaluated;
        step.Outputs[CustomApi.Probed] = probes.Take(taken).Sum(probe => probe?.Results.Count ?? 0);

        // A page of which nothing could be evaluated would come again and again.
        step.Outputs[CustomApi.Remaining] = taken < due.Count && evaluated > 0;
        step.Trace($"Swept {taken} of {due.Count} offers that were due, {evaluated} evaluated.");
    }

    /// <summary>Asks what was not asked for long, before any offer is locked. Offers for which there was no time wait for the next page.</summary>
    private static List<OfferProbe?> Ask(StepContext step, IEnumerable<EntityReference> due, Stopwatch clock)
    {
        var probes = new List<OfferProbe?>();
        foreach (var offer in due.TakeWhile(_ => clock.Elapsed < LongestAsking))
        {
            var probe = OfferProbe.Of(step, offer.Id);
            probe?.AskOld(LongestPage - clock.Elapsed);
            probes.Add(probe);
        }

        return probes;
    }

    private static List<EntityReference> Due(StepContext step, IReadOnlyList<TeamRequirementFact> requirements, int count)
    {
        var due = DueByThemselves(step, requirements, count).Select(row => row.ToEntityReference()).ToList();
        if (due.Count < count)
        {
            due.AddRange(DueForAsking(step).Except(due.Select(offer => offer.Id)).Take(count - due.Count).Select(id => new EntityReference(Offer.Table, id)).ToList());
        }

        return due;
    }

    /// <summary>Offers of which an address is to be asked again, those that wait longest first.</summary>
    private static IEnumerable<Guid> DueForAsking(StepContext step)
    {
        var query = new QueryExpression(StoredProbe.Table) { ColumnSet = new ColumnSet(StoredProbe.OfferId), TopCount = LargestAnswer };
        OfferProbe.AddWaiting(query.Criteria, step.Now);
        query.AddLink(Offer.Table, StoredProbe.OfferId, Offer.Id).LinkCriteria.AddCondition(Offer.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(StoredProbe.CheckedOn, OrderType.Ascending);
        return step.System.RetrieveMultiple(query).Entities.Select(row => row.Reference(StoredProbe.OfferId)?.Id).OfType<Guid>().Distinct();
    }

    private static DataCollection<Entity> DueByThemselves(StepContext step, IReadOnlyList<TeamRequirementFact> requirements, int count)
    {
        var isDue = new FilterExpression(LogicalOperator.Or);
        isDue.AddCondition(Offer.ReevaluateOn, ConditionOperator.LessEqual, step.Now);
        isDue.AddCondition(Offer.RuleSetVersion, ConditionOperator.Null);
        foreach (var ruleSet in RuleSet.Every)
        {
            var isOutdated = isDue.AddFilter(LogicalOperator.And);
            isOutdated.AddCondition(Offer.RuleSet, ConditionOperator.Equal, (int)ruleSet.Choice);
            isOutdated.AddCondition(Offer.RuleSetVersion, ConditionOperator.NotEqual, RuleSet.VersionOf(ruleSet.Choice, requirements));
        }

        var hasNoRuleSet = isDue.AddFilter(LogicalOperator.And);
        hasNoRuleSet.AddCondition(Offer.RuleSet, ConditionOperator.Null);
        hasNoRuleSet.AddCondition(Offer.RuleSetVersion, ConditionOperator.NotEqual, RuleSet.VersionOf(null, requirements));

        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.Id), TopCount = count };
        query.Criteria.AddCondition(Offer.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddFilter(isDue);
        query.AddOrder(Offer.EvaluatedOn, OrderType.Ascending);
        query.AddOrder(Offer.Id, OrderType.Ascending);
        return step.System.RetrieveMultiple(query).Entities;
    }

    private static bool Evaluate(StepContext step, EntityReference offer, OfferProbe? probe, IReadOnlyList<TeamRequirementFact> requirements)
    {
        OfferLock.Take(step, offer);
        if (probe is { HasNews: true })
        {
            probe.Save();
        }

        var row = OfferQuery.Read(step.System, offer.Id, step.Now);
        Checklist checklist;
        try
        {
            checklist = Checklist.Of(step, row, requirements);
        }
        catch (Exception e)
        {
            // Nothing was asked of the organization here, so the transaction is whole.
            step.Trace($"{offer.Id:D} cannot be evaluated: {e}");
            PutOff(step, offer);
            return false;
        }

        checklist.Save(stamp: true);
        return true;
    }

    private static void PutOff(StepContext step, EntityReference offer) =>
        step.WriteAs(OwnWrite.Evaluate, offer, () => step.System.Update(new Entity(Offer.Table, offer.Id)
        {
            [Offer.EvaluatedOn] = step.Now,
            [Offer.ReevaluateOn] = step.Now.AddDays(1),
        }));
}
