using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Marks an offer that is being deleted, so that the deletions of its children end at once.</summary>
[CrmPluginRegistration("Delete", Offer.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "MarkDeleting: Delete of rdy_offer", 1, IsolationModeEnum.Sandbox, Id = "27d40fa9-18e4-415d-b60a-d6b07a9ae17c")]
public sealed class MarkDeleting : PluginBase
{
    protected override void Run(StepContext step)
    {
        if (!step.Is(step.Message == "Delete" && step.Table == Offer.Table))
        {
            return;
        }

        var offer = new Entity(Offer.Table, step.RowId) { [Offer.Deleting] = true };
        step.WriteAs(OwnWrite.MarkDeleting, offer.ToEntityReference(), () => step.System.Update(offer));
    }
}
