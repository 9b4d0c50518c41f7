using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Probing;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
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
/// A page is one transaction. An offer whose facts cannot be evaluated is put off for a day and does not stop the others. A fault of the
/// organization service ends the page: the platform has then ended the transaction, whoever catches it, and nothing that the page wrote
/// stays (learn.microsoft.com/power-apps/developer/data-platform/scalable-customization-design/database-transactions). So what is to be
/// remembered of it is with whoever called: the fault names the offer, and handed back as <see cref="CustomApi.PassOver"/> it has the
/// offer put off for a day too; handed back twice, since that faulted as well, it has the offer left alone.
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

    private static readonly TimeSpan JustNow = TimeSpan.FromHours(1);

    private const int MostFaults = 10;

    protected override void Run(StepContext step)
    {
        if (step.Message == CustomApi.SweepOffers)
        {
            Sweep(step, PageSize(step));
        }
        else if (step.Is(step.Table == OwnRequirement.Table))
        {
            SweepInBackground(step);
        }
    }

    /// <summary>
    /// A background step has no transaction, in which alone a lock holds; the custom API has one. For want of its own, a fault there ends
    /// nothing here.
    /// </summary>
    private static void SweepInBackground(StepContext step)
    {
        var passOver = string.Empty;
        for (var faults = 1; ; faults++)
        {
            try
            {
                step.System.Execute(new OrganizationRequest(CustomApi.SweepOffers) { [CustomApi.PassOver] = passOver });
                return;
            }
            catch (Exception e) when (faults < MostFaults && PassedOffers.In(e.Message).Any())
            {
                step.Trace(e.Message);
                passOver += e.Message + "\n";
            }
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
        var passed = new PassedOffers(step.Inputs.Contains(CustomApi.PassOver) ? step.Inputs[CustomApi.PassOver] as string : null);
        var failed = new List<string>();
        var due = Due(step, requirements, passed, size + 1, failed);

        // Once a request has failed, nothing more can be asked of the organization, so the language has to be known before.
        var language = due.Count > 0 ? step.PersonsLanguage() : Texts.English;
        var probes = Ask(step, due.Take(size).Select(one => one.Row), passed, language, clock);
        int taken = 0, evaluated = 0;
        while (taken < probes.Count && clock.Elapsed < LongestPage)
        {
            var offer = due[taken].Row;
            var probe = probes[taken++];
            if (Naming(step, offer, language, () => Evaluate(step, offer, probe, passed, requirements)))
            {
                evaluated++;
            }
            else
            {
                failed.Add(NameOf(offer));
            }
        }

        step.Outputs[CustomApi.Evaluated] = evaluated;
        step.Outputs[CustomApi.Failed] = failed.Count;
        step.Outputs[CustomApi.FailedOffers] = string.Join("\n", failed);
        step.Outputs[CustomApi.Probed] = probes.Take(taken).Sum(probe => probe?.Results.Count ?? 0);

        // A page of which nothing could be evaluated would come again and again, were it of offers that were tried a moment ago.
        step.Outputs[CustomApi.Remaining] = taken < due.Count && (evaluated > 0 || !due[taken].WasJustTried);
        step.Trace($"Swept {taken} of {due.Count} offers that were due, {evaluated} evaluated, {failed.Count} passed over{(failed.Count == 0 ? "" : ": " + string.Join(", ", failed))}.");
    }

    /// <summary>Has a fault say which offer it is about, in words that can be handed back.</summary>
    private static T Naming<T>(StepContext step, EntityReference offer, int language, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e)
        {
            step.Trace(e.ToString());
            throw new InvalidPluginExecutionException(PluginTexts.Render("sweep.fault", language, offer.Name ?? string.Empty, offer.Id.ToString("D"), e.Message), e);
        }
    }

    /// <summary>Asks what was not asked for long, before any offer is locked. Offers for which there was no time wait for the next page.</summary>
    private static List<OfferProbe?> Ask(StepContext step, IEnumerable<EntityReference> due, PassedOffers passed, int language, Stopwatch clock)
    {
        var probes = new List<OfferProbe?>();
        foreach (var offer in due.TakeWhile(_ => clock.Elapsed < LongestAsking))
        {
            probes.Add(passed.Contains(offer.Id) ? null : Naming(step, offer, language, () =>
            {
                var probe = OfferProbe.Of(step, offer.Id);
                probe?.AskOld(LongestPage - clock.Elapsed);
                return probe;
            }));
        }

        return probes;
    }

    private static List<DueOffer> Due(StepContext step, IReadOnlyList<TeamRequirementFact> requirements, PassedOffers passed, int count, List<string> leftAlone)
    {
        var due = new List<DueOffer>();
        var known = new HashSet<Guid>();
        foreach (var row in DueByThemselves(step, requirements, count + passed.Count))
        {
            known.Add(row.Id);
            var offer = new EntityReference(Offer.Table, row.Id) { Name = row.Text(Offer.Name) };
            if (passed.Contains(row.Id) && (passed.IsLeftAlone(row.Id) || row.Date(Offer.ReevaluateOn)?.ToUniversalTime() > step.Now))
            {
                leftAlone.Add(NameOf(offer));
            }
            else if (due.Count < count)
            {
                due.Add(new DueOffer(offer, row.Date(Offer.EvaluatedOn)?.ToUniversalTime() > step.Now - JustNow));
            }
        }

        if (due.Count < count)
        {
            due.AddRange(DueForAsking(step).Where(offer => known.Add(offer.Id) && !passed.Contains(offer.Id)).Take(count - due.Count).Select(offer => new DueOffer(offer, true)));
        }

        return due;
    }

    private static string NameOf(EntityReference offer) => $"{offer.Id:D} {offer.Name}";

    /// <summary>Offers of which an address is to be asked again, those that wait longest first.</summary>
    private static IEnumerable<EntityReference> DueForAsking(StepContext step)
    {
        var query = new QueryExpression(StoredProbe.Table) { ColumnSet = new ColumnSet(StoredProbe.OfferId), TopCount = LargestAnswer };
        OfferProbe.AddWaiting(query.Criteria, step.Now);
        query.AddLink(Offer.Table, StoredProbe.OfferId, Offer.Id).LinkCriteria.AddCondition(Offer.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(StoredProbe.CheckedOn, OrderType.Ascending);
        return step.System.RetrieveMultiple(query).Entities.Select(row => row.Reference(StoredProbe.OfferId)).OfType<EntityReference>();
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

        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.Name, Offer.EvaluatedOn, Offer.ReevaluateOn), TopCount = count };
        query.Criteria.AddCondition(Offer.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddFilter(isDue);
        query.AddOrder(Offer.EvaluatedOn, OrderType.Ascending);
        query.AddOrder(Offer.Id, OrderType.Ascending);
        return step.System.RetrieveMultiple(query).Entities;
    }

    private static bool Evaluate(StepContext step, EntityReference offer, OfferProbe? probe, PassedOffers passed, IReadOnlyList<TeamRequirementFact> requirements)
    {
        if (passed.Contains(offer.Id))
        {
            PutOff(step, offer);
            return false;
        }

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

    private sealed class DueOffer(EntityReference row, bool wasJustTried)
    {
        public EntityReference Row => row;

        /// <summary>Evaluated, or put off, within the hour, or due only for its addresses.</summary>
        public bool WasJustTried => wasJustTried;
    }
}
