using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Reads monitoring records, or counts the probes of the monitored endpoint where none are given, and keeps what they come to. Written as
/// the caller: who may change the offer may bring its records. The evaluation follows from the write.
/// </summary>
[CrmPluginRegistration(CustomApi.ImportUptime)]
public sealed class ImportUptime : PluginBase
{
    protected override void Run(StepContext step)
    {
        var offer = ReadableOffer.Of(step);
        var record = step.Inputs.Contains(CustomApi.Records) && step.Inputs[CustomApi.Records] is string records
            ? Read(step, records)
            : Count(step, offer);
        OfferWrite.AsCaller(step, OwnWrite.Import, new Entity(Offer.Table, offer.Id) { [Offer.UptimeFacts] = record.ToJson() });
        step.Outputs[CustomApi.Percentage] = record.Percentage;
        step.Outputs[CustomApi.WindowDays] = record.WindowDays;
        step.Outputs[CustomApi.SpentMinutes] = record.SpentMinutes;
        step.Outputs[CustomApi.AllowedMinutes] = record.AllowedMinutes(UptimeRecord.Required);
    }

    private static UptimeRecord Read(StepContext step, string records) => UptimeRecord.FromCsv(records, step.Now, out var problem)
        ?? throw new InvalidPluginExecutionException(Texts.Render(problem!, step.PersonsLanguage()));

    /// <summary>What is counted of another address than the offer has now says nothing of it.</summary>
    private static UptimeRecord Count(StepContext step, EntityReference offer)
    {
        var url = step.System.Retrieve(Offer.Table, offer.Id, new ColumnSet(Offer.MonitorUrl)).Text(Offer.MonitorUrl);
        var query = new QueryExpression(StoredProbe.Table)
        {
            ColumnSet = new ColumnSet(StoredProbe.Url, StoredProbe.Checks, StoredProbe.Failures, StoredProbe.CountedFrom, StoredProbe.CheckedOn),
        };
        query.Criteria.AddCondition(StoredProbe.OfferId, ConditionOperator.Equal, offer.Id);
        query.Criteria.AddCondition(StoredProbe.Target, ConditionOperator.Equal, new FixTarget(Offer.Table, offer.Id, Offer.MonitorUrl).ToString());
        var probe = step.System.RetrieveMultiple(query).Entities.FirstOrDefault();
        return probe != null && probe.Text(StoredProbe.Url) == url && probe.Date(StoredProbe.CountedFrom) is { } since && probe.Date(StoredProbe.CheckedOn) is { } until
            && UptimeRecord.FromProbes(probe.Number(StoredProbe.Checks) ?? 0, probe.Number(StoredProbe.Failures) ?? 0, since.ToUniversalTime(), until.ToUniversalTime()) is { } record
            ? record
            : throw Refusal.Of(step, "uptime.probes");
    }
}
