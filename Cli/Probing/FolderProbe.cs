using System.Diagnostics;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Probing;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Probing;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Probing;

/// <summary>
/// Asks the addresses of offers as the plug-ins do, by their code: the same limits, and no connection to an address that is not public.
/// </summary>
internal static class FolderProbe
{
    private const int AtOnce = 4;

    /// <summary>Asks, and puts the results into the offers.</summary>
    /// <param name="total">Time for all addresses together.</param>
    /// <returns>The addresses that could not be asked: for want of time, or of a network.</returns>
    public static IReadOnlyList<InputProblem> Ask(IReadOnlyList<SubmittedOffer> offers, DateTime now, TimeSpan total, int language, Terminal terminal, CancellationToken stop)
    {
        var places = offers.SelectMany(offer => ProbedOffer.Of(offer.Row).Places.Select(place => (Offer: offer, Place: place)))
            .Where(one => one.Place.Kind != ProbeKind.Package).ToList();
        var watch = Stopwatch.StartNew();
        using (var progress = new ProgressLine(terminal, places.Count))
        {
            Parallel.ForEach(places, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, one =>
            {
                if (watch.Elapsed + ProbeRun.Deadline > total)
                {
                    one.Place.Result = ProbeRun.Later;
                }
                else
                {
                    one.Place.Ask(one.Offer.Row.Text(Offer.AppId));
                }

                progress.Step(UrlPolicy.Read(one.Place.Url).Host);
            });
        }

        foreach (var results in places.GroupBy(one => one.Offer, one => one.Place))
        {
            results.Key.Row.RelatedEntities[new Relationship(Relationships.Probes)] = new EntityCollection([.. results.Select(place => RowOf(place, place.Result!, now))]);
        }

        return
        [
            .. places.Where(one => one.Place.Result!.Reason.Key is "probed.later" or "probed.network").Select(one =>
            {
                var at = one.Offer.PlaceOf(new FixTarget(one.Place.Table, one.Place.RowId, one.Place.Target.Split('/')[2]));
                return new InputProblem(at.File, at.Line, one.Place.Url + ": " + Texts.Render(one.Place.Result!.Reason, language));
            }),
        ];
    }

    private static Entity RowOf(ProbedPlace place, ProbeResult result, DateTime now)
    {
        var saysSomething = result.Outcome != ProbeOutcome.CouldNotCheck;
        return new Entity(StoredProbe.Table, Guid.NewGuid())
        {
            [StoredProbe.Target] = place.Target,
            [StoredProbe.Kind] = new OptionSetValue((int)place.Kind),
            [StoredProbe.Url] = place.Url,
            [StoredProbe.Outcome] = new OptionSetValue((int)result.Outcome),
            [StoredProbe.Status] = result.Status,
            [StoredProbe.FinalUrl] = result.FinalUrl,
            [StoredProbe.CertificateEnds] = result.CertificateEnds?.Date,
            [StoredProbe.CheckedOn] = now,
            [StoredProbe.ReasonKey] = result.Reason.Key,
            [StoredProbe.ReasonArgs] = MessageJson.Write(result.Reason.Arguments),
            [StoredProbe.Checks] = saysSomething ? 1 : 0,
            [StoredProbe.Failures] = saysSomething && result.Outcome != ProbeOutcome.Reached ? 1 : 0,
            [StoredProbe.CountedFrom] = now,
        };
    }
}
