using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Looks into the stored AppSource package of an offer, or into its solution checker report, and writes down what it found.</summary>
[CrmPluginRegistration(CustomApi.InspectPackage)]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, Offer.CheckerReport + "," + Offer.Package,
    "InspectPackage: Update of rdy_offer", 3, IsolationModeEnum.Sandbox, Id = "3aac58f8-0810-42fa-b2eb-d5f568a26a56", DeleteAsyncOperation = true)]
public sealed class InspectPackage : PluginBase
{
    private static readonly string[] Files = [Offer.Package, Offer.CheckerReport];

    protected override void Run(StepContext step)
    {
        if (step.Message == CustomApi.InspectPackage)
        {
            Answer(step);
        }
        else if (step.Is(step.Table == Offer.Table))
        {
            foreach (var column in Files.Where(column => step.Target?.Contains(column) != false))
            {
                if (Find(step.System, step.RowId, column) is { } offer)
                {
                    Inspect(step, offer, column);
                }
            }
        }
    }

    private static void Answer(StepContext step)
    {
        var asked = step.Inputs.Contains(CustomApi.Column) ? step.Inputs[CustomApi.Column] as string : null;
        var column = string.IsNullOrEmpty(asked) ? Offer.Package : asked!;
        if (!Files.Contains(column))
        {
            throw Refusal.Of(step, "package.column.none", column);
        }

        var offer = Find(step.Caller, ((EntityReference)step.Inputs["Target"]).Id, column)
            ?? throw Refusal.Of(step, "offer.none");
        var found = Inspect(step, offer, column);
        step.Outputs[CustomApi.Inspection] = (found.State ?? InspectionState.NotInspected).ToString();
        step.Outputs[CustomApi.Findings] = found.Findings;
    }

    private static Entity? Find(IOrganizationService service, Guid id, string column)
    {
        var query = new QueryExpression(Offer.Table)
        {
            ColumnSet = column == Offer.Package
                ? new ColumnSet(Offer.Package, Offer.PackageFacts, Offer.PackageInspection, Offer.EnteredBy)
                : new ColumnSet(Offer.CheckerReport, Offer.CheckerFacts, Offer.CheckerInspection, Offer.EnteredBy),
        };
        query.Criteria.AddCondition(Offer.Id, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private static PackageInspection Inspect(StepContext step, Entity offer, string column)
    {
        var found = PackageInspection.Of(step.System, offer, column);
        if (!found.IsIn(offer, column))
        {
            var update = new Entity(Offer.Table, offer.Id);
            found.Set(update, column);
            if (found.State != null && !PackageInspection.IsKnown(offer, column))
            {
                FileAuthor.Set(step, update, offer, column, offer.Choice<InspectionState>(PackageInspection.StateColumn(column)));
            }

            step.WriteAs(OwnWrite.Inspect, update.ToEntityReference(), () => step.System.Update(update));
        }

        return found;
    }
}
