using System;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>What will turn on the checklist until some day if nobody touches the offer. Stores nothing.</summary>
[CrmPluginRegistration(CustomApi.ForecastOffer)]
public sealed class ForecastOffer : PluginBase
{
    private const int UsualDays = 180;
    private const int MostDays = 1826;

    protected override void Run(StepContext step)
    {
        var facts = ReadableOffer.Facts(step);
        var until = Until(step, facts.Now);
        if (until <= facts.Now || until > facts.Now.AddDays(MostDays))
        {
            throw Refusal.Of(step, "forecast.until");
        }

        var forecast = OfferForecast.Of(facts, until);
        var language = step.PersonsLanguage();
        step.Outputs[CustomApi.Events] = Json.Write(forecast.Events.Select(turn =>
        {
            var json = ChangeJson.Of(turn.Change, language);
            json["on"] = turn.On.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            json["cause"] = turn.Cause.ToString();
            return json;
        }));
        step.Outputs[CustomApi.From] = facts.Now;
        step.Outputs[CustomApi.Until] = until;
        step.Outputs[CustomApi.Readiness] = forecast.Until.Readiness.ToString();
        step.Outputs[CustomApi.OpenItems] = forecast.Until.OpenItems;
    }

    private static DateTime Until(StepContext step, DateTime now)
    {
        if (step.Inputs.Contains(CustomApi.Until) && step.Inputs[CustomApi.Until] is DateTime asked)
        {
            return asked;
        }

        // A number that leaves the calendar is refused like every other one out of the range.
        var days = step.Inputs.Contains(CustomApi.Days) ? step.Inputs[CustomApi.Days] as int? : null;
        return days is { } number ? now.Date.AddDays(Math.Max(0, Math.Min(number, MostDays + 2))) : now.AddDays(UsualDays);
    }
}
