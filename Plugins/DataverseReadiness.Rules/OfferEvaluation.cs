using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The whole checklist of an offer at one moment.</summary>
public sealed class OfferEvaluation
{
    private readonly OfferFacts _offer;
    private readonly int[] _counts = new int[(int)ItemStatus.Waived - (int)ItemStatus.Met + 1];
    private readonly TeamRequirements _team;

    private OfferEvaluation(OfferFacts offer, RuleSet ruleSet, TeamRequirements team, EvaluatedItem[] items)
    {
        _offer = offer;
        _team = team;
        RuleSet = ruleSet;
        RuleSetVersion = ruleSet.Version + team.Mark;
        Items = items;

        int applicable = 0, failed = 0;
        foreach (var item in items)
        {
            _counts[item.Status - ItemStatus.Met]++;
            if (!item.Counts)
                continue;
            applicable++;
            if (!item.IsOpen)
                continue;
            OpenItems++;
            if (item.Status != ItemStatus.Undecided)
                failed++;
        }

        Score = applicable == 0 ? 100 : 100 * (applicable - OpenItems) / applicable;
        Readiness = failed > 0 ? Readiness.NotReady : OpenItems > 0 ? Readiness.NeedsReview : Readiness.Ready;
    }

    public RuleSet RuleSet { get; }

    /// <summary>The version of the rule set, with a mark of the team's own requirements where there are any.</summary>
    public string RuleSetVersion { get; }

    /// <summary>When it was evaluated, UTC.</summary>
    public DateTime Now => _offer.Now;

    /// <summary>Every requirement of the rule set in its order, then the team's own ones by their keys.</summary>
    public IReadOnlyList<EvaluatedItem> Items { get; }

    /// <summary>Mandatory requirements that keep the offer from being submitted.</summary>
    public int OpenItems { get; }

    /// <summary>Closed ones in a hundred of the mandatory requirements that apply, rounded down.</summary>
    public int Score { get; }

    /// <summary>Not ready when something failed, in need of review when only undecided ones are open.</summary>
    public Readiness Readiness { get; }

    /// <summary>The first full second (UTC) by which something may have changed though nobody touched the offer; null when nothing ages.</summary>
    public DateTime? NextChange
    {
        get
        {
            DateTime? next = null;
            foreach (var moment in Moments())
            {
                if (moment.On > Now && (next is null || moment.On < next))
                    next = moment.On;
            }

            return next is null || next.Value.Ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond
                ? null
                : new DateTime((next.Value.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        }
    }

    /// <summary>How many items have this status, advice included.</summary>
    public int Count(ItemStatus status) => _counts[status - ItemStatus.Met];

    /// <summary>Evaluates every requirement of the offer's rule set, and the team's own ones.</summary>
    public static OfferEvaluation Of(OfferFacts offer)
    {
        var ruleSet = RuleSet.Of(offer.RuleSet);
        var team = TeamRequirements.Of(offer.TeamRequirements, ruleSet);
        var judgements = new LatestJudgements(offer.Judgements);
        var items = new EvaluatedItem[ruleSet.All.Count + team.Own.Count];
        for (var i = 0; i < ruleSet.All.Count; i++)
        {
            var requirement = ruleSet.All[i];
            var verdict = requirement is RollUp sum
                ? sum.SumUp(offer, part => ruleSet.PlaceOf(part.Key) is var place && place >= 0 && place < i ? items[place].Verdict : part.Decide(offer))
                : requirement.Decide(offer);
            var weighed = team.Weigh(requirement, offer.Now);
            items[i] = new EvaluatedItem(
                weighed, i + 1, weighed is TeamOverride change ? change.Advise(verdict) : verdict, judgements.About(requirement), offer.Now, ruleSet.Version);
        }

        for (var i = 0; i < team.Own.Count; i++)
        {
            var own = team.Own[i];
            var place = ruleSet.All.Count + i;
            items[place] = new EvaluatedItem(own, place + 1, own.Decide(offer), judgements.About(own), offer.Now, own.Version);
        }

        return new OfferEvaluation(offer, ruleSet, team, items);
    }

    /// <summary>The points in time, past and to come, from which on something may be another one though nobody touches the offer.</summary>
    internal IEnumerable<Moment> Moments() => Items.SelectMany(MomentsOf);

    internal IEnumerable<Moment> MomentsOf(EvaluatedItem item)
    {
        foreach (var moment in item.Requirement.Moments(_offer))
            yield return moment;
        foreach (var moment in _team.MomentsOf(item.Requirement))
            yield return moment;
        if (item.WaiverEnds is { } ends)
            yield return ends;
    }
}
