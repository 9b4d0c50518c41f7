using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using DataverseReadiness.Rules.Probing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Probing;

/// <summary>
/// Asks the addresses of one offer and stores how that ended. The two are apart: nobody waits for a host while the offer is locked.
/// </summary>
internal sealed class OfferProbe
{
    /// <summary>After this a result is refreshed when the sweep comes by; less than any rule lets it count.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>After this an address that could not be asked is tried again.</summary>
    private static readonly TimeSpan FreshFailure = TimeSpan.FromHours(1);

    /// <summary>What is older counts for no rule.</summary>
    private static readonly TimeSpan Shelf = TimeSpan.FromDays(7);

    private readonly StepContext _step;
    private readonly ProbedOffer _offer;

    private OfferProbe(StepContext step, ProbedOffer offer)
    {
        _step = step;
        _offer = offer;
    }

    /// <summary>The offer's own address of its package, which has no signature.</summary>
    public string? PackageUrl => _offer.Row.Text(Offer.PackageUrl);

    /// <summary>What was asked since the offer was read.</summary>
    public IReadOnlyList<ProbeResult> Results => _offer.Places.Select(place => place.Result).OfType<ProbeResult>().ToList();

    /// <summary>Reads the addresses; null when the offer is gone or withdrawn, so that there is nothing to ask.</summary>
    public static OfferProbe? Of(StepContext step, Guid offerId) =>
        ProbedOffer.Read(step.System, offerId) is { } offer ? new OfferProbe(step, offer) : null;

    /// <summary>Asks every address that can be asked without a signature.</summary>
    public void AskAll(TimeSpan budget) => Ask(_ => true, budget);

    /// <summary>Asks the addresses of one row that were never asked as they are now.</summary>
    public void AskNew(string table, Guid rowId, TimeSpan budget) =>
        Ask(place => place.Table == table && place.RowId == rowId && StoredFor(place) == null, budget);

    /// <summary>Asks what was not asked for some hours.</summary>
    public void AskOld(TimeSpan budget) => Ask(IsOld, budget);

    /// <summary>Asks for the package with its full address, of which the signature is kept nowhere.</summary>
    public void AskPackage(string url)
    {
        foreach (var place in _offer.Places.Where(place => place.Kind == ProbeKind.Package))
        {
            place.Result = ProbeRun.OfPackage(url, _step.Now, new WebTransport());
        }
    }

    /// <summary>Whether <see cref="Save"/> would write.</summary>
    public bool HasNews => Results.Count > 0 || Gone().Any();

    /// <summary>Stores the results, and removes those of addresses that are no more. Where there is a transaction, the offer is locked before.</summary>
    public void Save() => _step.WriteAs(OwnWrite.Probe, _offer.Row.ToEntityReference(), () =>
    {
        _offer.ReadStored(_step.System);
        foreach (var place in _offer.Places)
        {
            if (place.Result is { } result)
            {
                Save(place, result);
            }
        }

        foreach (var row in Gone().ToList())
        {
            _step.System.Delete(StoredProbe.Table, row.Id);
        }

        _step.Trace($"Asked {Results.Count} addresses: {string.Join(", ", Results.GroupBy(result => result.Outcome).Select(group => $"{group.Count()} {group.Key}"))}.");
    });

    /// <summary>Narrows a query of stored results to those that wait for the sweep, whatever else is due of their offers.</summary>
    /// <remarks>For a package the sweep can do nothing: its signature is kept nowhere.</remarks>
    public static void AddWaiting(FilterExpression filter, DateTime now)
    {
        filter.AddCondition(StoredProbe.Kind, ConditionOperator.NotEqual, (int)ProbeKind.Package);
        var isWaiting = filter.AddFilter(LogicalOperator.Or);
        isWaiting.AddCondition(StoredProbe.CheckedOn, ConditionOperator.LessEqual, now - Shelf);
        var isUnanswered = isWaiting.AddFilter(LogicalOperator.And);
        isUnanswered.AddCondition(StoredProbe.Outcome, ConditionOperator.Equal, (int)ProbeOutcome.CouldNotCheck);
        isUnanswered.AddCondition(StoredProbe.CheckedOn, ConditionOperator.LessEqual, now - FreshFailure);
        isWaiting.AddCondition(StoredProbe.TriedOn, ConditionOperator.LessEqual, now - FreshFailure);
    }

    private IEnumerable<Entity> Gone()
    {
        var targets = new HashSet<string>(_offer.Places.Select(place => place.Target), StringComparer.Ordinal);
        return _offer.Stored.Where(stored => !targets.Contains(stored.Key)).Select(stored => stored.Value);
    }

    private void Ask(Func<ProbedPlace, bool> isAsked, TimeSpan budget)
    {
        var watch = Stopwatch.StartNew();
        foreach (var place in _offer.Places.Where(place => place.Kind != ProbeKind.Package).Where(isAsked))
        {
            if (watch.Elapsed + ProbeRun.Deadline > budget)
            {
                // A result that is there still says something; an address without one has to be found by the sweep.
                place.Result = StoredFor(place) == null ? ProbeRun.Later : null;
                continue;
            }

            place.Ask(_offer.Row.Text(Offer.AppId));
        }
    }

    private bool IsOld(ProbedPlace place)
    {
        if (StoredFor(place) is not { } row || row.Date(StoredProbe.CheckedOn) is not { } checkedOn)
        {
            return true;
        }

        return row.Date(StoredProbe.TriedOn) is { } triedOn
            ? AgeOf(triedOn) >= FreshFailure
            : AgeOf(checkedOn) >= (row.Choice<ProbeOutcome>(StoredProbe.Outcome) == ProbeOutcome.CouldNotCheck ? FreshFailure : Fresh);
    }

    /// <summary>The stored result, when it is about the address as it is now.</summary>
    private Entity? StoredFor(ProbedPlace place) =>
        _offer.Stored.TryGetValue(place.Target, out var row) && row.Text(StoredProbe.Url) == place.Url ? row : null;

    private TimeSpan AgeOf(DateTime time) => _step.Now - time.ToUniversalTime();

    /// <summary>Whether the stored result is an answer that still counts: that nothing could be learnt since does not undo it.</summary>
    private bool StillCounts(Entity stored) =>
        stored.Choice<ProbeOutcome>(StoredProbe.Outcome) is not (null or ProbeOutcome.CouldNotCheck) && stored.Date(StoredProbe.CheckedOn) is { } checkedOn && AgeOf(checkedOn) < Shelf;

    private void Save(ProbedPlace place, ProbeResult result)
    {
        var counted = StoredFor(place);
        var saysSomething = result.Outcome != ProbeOutcome.CouldNotCheck;
        var language = _offer.Row.Number(Offer.BaseLanguage) ?? Texts.English;
        if (!saysSomething && counted != null && StillCounts(counted))
        {
            _step.System.Update(new Entity(StoredProbe.Table, counted.Id)
            {
                [StoredProbe.TriedOn] = _step.Now,
                [StoredProbe.TriedReason] = Texts.Render(result.Reason, language),
            });
            return;
        }

        var row = new Entity(StoredProbe.Table)
        {
            [StoredProbe.Name] = Cut(place.Url, 300),
            [StoredProbe.Kind] = new OptionSetValue((int)place.Kind),
            [StoredProbe.Url] = place.Url,
            [StoredProbe.Outcome] = new OptionSetValue((int)result.Outcome),
            [StoredProbe.Status] = result.Status,
            [StoredProbe.Milliseconds] = result.Milliseconds,
            [StoredProbe.FinalUrl] = Cut(result.FinalUrl, UrlReader.MaxLength),
            [StoredProbe.CertificateEnds] = result.CertificateEnds?.Date,
            [StoredProbe.CheckedOn] = _step.Now,
            [StoredProbe.TriedOn] = null,
            [StoredProbe.TriedReason] = null,
            [StoredProbe.ReasonKey] = result.Reason.Key,
            [StoredProbe.ReasonArgs] = MessageJson.Write(result.Reason.Arguments),
            [StoredProbe.Reason] = Texts.Render(result.Reason, language),
            [StoredProbe.Checks] = (counted?.Number(StoredProbe.Checks) ?? 0) + (saysSomething ? 1 : 0),
            [StoredProbe.Failures] = (counted?.Number(StoredProbe.Failures) ?? 0) + (saysSomething && result.Outcome != ProbeOutcome.Reached ? 1 : 0),
            [StoredProbe.CountedFrom] = counted?.Date(StoredProbe.CountedFrom) ?? _step.Now,
        };
        if (_offer.Stored.TryGetValue(place.Target, out var stored))
        {
            row.Id = stored.Id;
            _step.System.Update(row);
            return;
        }

        row[StoredProbe.OfferId] = _offer.Row.ToEntityReference();
        row[StoredProbe.OwnerId] = _offer.Row.Reference(Offer.OwnerId);
        row[StoredProbe.Target] = place.Target;
        _step.System.Create(row);
    }

    private static string? Cut(string? text, int length) => text == null || text.Length <= length ? text : text.Substring(0, length);
}
