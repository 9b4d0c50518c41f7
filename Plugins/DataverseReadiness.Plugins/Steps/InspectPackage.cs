using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Looks into the stored AppSource package of an offer and writes down what it found.</summary>
[CrmPluginRegistration(CustomApi.InspectPackage)]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, Offer.Package,
    "InspectPackage: Update of rdy_offer", 3, IsolationModeEnum.Sandbox, Id = "3aac58f8-0810-42fa-b2eb-d5f568a26a56", DeleteAsyncOperation = true)]
public sealed class InspectPackage : PluginBase
{
    protected override void Run(StepContext step)
    {
        if (step.Message == CustomApi.InspectPackage)
        {
            Answer(step);
        }
        else if (step.Is(step.Table == Offer.Table) && Find(step.System, step.RowId) is { } offer)
        {
            Inspect(step, offer);
        }
    }

    private static void Answer(StepContext step)
    {
        var offer = Find(step.Caller, ((EntityReference)step.Inputs["Target"]).Id)
            ?? throw new InvalidPluginExecutionException(PluginTexts.Render("offer.none", step.PersonsLanguage()));
        var facts = Inspect(step, offer);
        step.Outputs[CustomApi.Inspection] = (facts == null ? InspectionState.NotInspected : PackageInspection.StateOf(facts)).ToString();
        step.Outputs[CustomApi.Findings] = facts?.Findings.Count ?? 0;
    }

    private static Entity? Find(IOrganizationService service, System.Guid id)
    {
        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.Package, Offer.PackageFacts, Offer.PackageInspection) };
        query.Criteria.AddCondition(Offer.Id, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private static PackageFacts? Inspect(StepContext step, Entity offer)
    {
        var facts = offer.Id(Offer.Package) == null ? null : PackageInspector.Inspect(BlockStream.Open(step.System, offer.ToEntityReference(), Offer.Package));
        InspectionState? state = facts == null ? null : PackageInspection.StateOf(facts);
        var json = facts?.ToJson();
        if (state != offer.Choice<InspectionState>(Offer.PackageInspection) || json != offer.Text(Offer.PackageFacts))
        {
            var update = new Entity(Offer.Table, offer.Id)
            {
                [Offer.PackageInspection] = state == null ? null : new OptionSetValue((int)state),
                [Offer.PackageFacts] = json,
            };
            step.WriteAs(OwnWrite.Inspect, update.ToEntityReference(), () => step.System.Update(update));
        }

        return facts;
    }
}
