using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Refuses <i>Ready to submit</i> and <i>Submitted</i> while a mandatory item is open: runs after Evaluate and takes over what that found.
/// Keeps what later versions are compared with: the package of an offer that becomes <i>Certified</i>, the day on which it becomes <i>Live</i>.
/// From which status which other may follow is declared in the table itself.
/// </summary>
[CrmPluginRegistration("Create", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Guard: Create of rdy_offer", 2, IsolationModeEnum.Sandbox, Id = "bb5a0dda-ebdb-414a-aff2-14de008e4926")]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, Offer.StatusCode,
    "Guard: Update of rdy_offer", 2, IsolationModeEnum.Sandbox, Id = "b2f7bfe3-fc45-418c-94d1-3439e8dcf046")]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, Offer.StatusCode,
    "Guard: Update of rdy_offer, keeps", 2, IsolationModeEnum.Sandbox, Id = "ace928be-14da-4d83-8b8b-ed682381d22a",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Offer.PackageFacts + "," + Offer.StatusCode, Image1Id = "fa75e674-087d-42df-b95b-9bfd410fb4dd")]
public sealed class Guard : PluginBase
{
    /// <summary>Shared variable: the open mandatory items, one a line.</summary>
    public const string OpenItems = "DataverseReadiness.OpenItems";

    /// <summary>Whether this very request asks for a status that needs a closed checklist.</summary>
    internal static bool IsSubmitting(StepContext step) =>
        step.Table == Offer.Table && step.Target?.Choice<int>(Offer.StatusCode) is OfferStatus.ReadyToSubmit or OfferStatus.Submitted;

    protected override void Run(StepContext step)
    {
        if (!step.Is(step.Table == Offer.Table && step.Target != null))
        {
            return;
        }

        if (step.Stage == (int)StageEnum.PreOperation)
        {
            Keep(step.Target!, step.Before, step.Now);
        }
        else if (IsSubmitting(step))
        {
            Refuse(step);
        }
    }

    private static void Keep(Entity offer, Entity? before, DateTime now)
    {
        var status = offer.Choice<int>(Offer.StatusCode);
        if (status == before?.Choice<int>(Offer.StatusCode))
        {
            return;
        }

        if (status == OfferStatus.Certified)
        {
            offer[Offer.AcceptedPackage] = before?.Text(Offer.PackageFacts);
        }
        else if (status == OfferStatus.Live && !offer.Contains(Offer.LastPublishedOn))
        {
            offer[Offer.LastPublishedOn] = now.Date;
        }
    }

    private static void Refuse(StepContext step)
    {
        var open = step.Shared.Contains(OpenItems)
            ? ((string)step.Shared[OpenItems]).Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
            : OpenItemsText.LinesOf(Checklist.Of(step, step.RowId).Evaluation).ToArray();
        if (open.Length > 0)
        {
            var isSubmitted = step.Target!.Choice<int>(Offer.StatusCode) == OfferStatus.Submitted;
            throw new InvalidPluginExecutionException(OpenItemsText.Refusal(open, isSubmitted, step.PersonsLanguage()));
        }
    }
}
