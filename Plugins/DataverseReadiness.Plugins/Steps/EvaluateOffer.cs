using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Evaluates an offer at the current time because somebody asks for it: dates pass without anything being saved.</summary>
[CrmPluginRegistration(CustomApi.EvaluateOffer)]
public sealed class EvaluateOffer : PluginBase
{
    protected override void Run(StepContext step)
    {
        var offer = (EntityReference)step.Inputs["Target"];
        if (!MayRead(step, offer))
        {
            throw new InvalidPluginExecutionException(PluginTexts.Render("offer.none", step.PersonsLanguage()));
        }

        OfferLock.Take(step, offer);
        var checklist = Checklist.Of(step, offer.Id);
        checklist.Save(stamp: true);
        step.Outputs[CustomApi.Readiness] = checklist.Evaluation.Readiness.ToString();
        step.Outputs[CustomApi.Score] = checklist.Evaluation.Score;
        step.Outputs[CustomApi.OpenItems] = checklist.Evaluation.OpenItems;
    }

    private static bool MayRead(StepContext step, EntityReference offer)
    {
        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.Id) };
        query.Criteria.AddCondition(Offer.Id, ConditionOperator.Equal, offer.Id);
        return step.Caller.RetrieveMultiple(query).Entities.Count == 1;
    }
}
