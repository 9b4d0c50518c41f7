using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Reads monitoring records and keeps what they come to. Written as the caller: who may change the offer may bring its records. The
/// evaluation follows from the write.
/// </summary>
[CrmPluginRegistration(CustomApi.ImportUptime)]
public sealed class ImportUptime : PluginBase
{
    protected override void Run(StepContext step)
    {
        var offer = ReadableOffer.Of(step);
        var record = UptimeRecord.FromCsv(step.Inputs[CustomApi.Records] as string, step.Now, out var problem)
            ?? throw new InvalidPluginExecutionException(Texts.Render(problem!, step.PersonsLanguage()));
        OfferWrite.AsCaller(step, OwnWrite.Import, new Entity(Offer.Table, offer.Id) { [Offer.UptimeFacts] = record.ToJson() });
        step.Outputs[CustomApi.Percentage] = record.Percentage;
        step.Outputs[CustomApi.WindowDays] = record.WindowDays;
        step.Outputs[CustomApi.SpentMinutes] = record.SpentMinutes;
        step.Outputs[CustomApi.AllowedMinutes] = record.AllowedMinutes(UptimeRecord.Required);
    }
}
