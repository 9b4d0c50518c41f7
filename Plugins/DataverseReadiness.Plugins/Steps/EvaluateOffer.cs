using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Evaluates an offer at the current time because somebody asks for it: dates pass without anything being saved.</summary>
[CrmPluginRegistration(CustomApi.EvaluateOffer)]
public sealed class EvaluateOffer : PluginBase
{
    protected override void Run(StepContext step)
    {
        var offer = ReadableOffer.Of(step);
        OfferLock.Take(step, offer);
        var checklist = Checklist.Of(step, offer.Id);
        checklist.Save(stamp: true);
        step.Outputs[CustomApi.Readiness] = checklist.Evaluation.Readiness.ToString();
        step.Outputs[CustomApi.Score] = checklist.Evaluation.Score;
        step.Outputs[CustomApi.OpenItems] = checklist.Evaluation.OpenItems;
    }
}
