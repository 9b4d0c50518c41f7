using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Refuses <i>Ready to submit</i> while a mandatory item is open. Runs after Evaluate and takes over what that found.</summary>
[CrmPluginRegistration("Create", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Guard: Create of rdy_offer", 2, IsolationModeEnum.Sandbox, Id = "bb5a0dda-ebdb-414a-aff2-14de008e4926")]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, Offer.StatusCode,
    "Guard: Update of rdy_offer", 2, IsolationModeEnum.Sandbox, Id = "b2f7bfe3-fc45-418c-94d1-3439e8dcf046")]
public sealed class Guard : PluginBase
{
    /// <summary>Shared variable: keys of the open mandatory items, one a line.</summary>
    public const string OpenKeys = "DataverseReadiness.OpenKeys";

    /// <summary>Whether this very request asks for <i>Ready to submit</i>.</summary>
    internal static bool IsSubmitting(StepContext step) =>
        step.Table == Offer.Table && step.Target?.Choice<int>(Offer.StatusCode) == OfferStatus.ReadyToSubmit;

    protected override void Run(StepContext step)
    {
        if (!step.Is(step.Stage == (int)StageEnum.PostOperation && step.Table == Offer.Table) || !IsSubmitting(step))
        {
            return;
        }

        var keys = step.Shared.Contains(OpenKeys)
            ? ((string)step.Shared[OpenKeys]).Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
            : OpenItemsText.KeysOf(Checklist.Of(step, step.RowId).Evaluation).ToArray();
        if (keys.Length > 0)
        {
            throw new InvalidPluginExecutionException(OpenItemsText.Refusal(keys, step.PersonsLanguage()));
        }
    }
}
