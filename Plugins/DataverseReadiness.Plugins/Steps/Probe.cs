using System;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Probing;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>After an address was entered or changed: asks it, stores how that ended and has the offer evaluated.</summary>
[CrmPluginRegistration("Create", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "Probe: Create of rdy_offer", 4, IsolationModeEnum.Sandbox, Id = "32f81a58-d0e5-4a6d-b09d-0c9a3ec6c7a3", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, ColumnLists.OfferAddresses,
    "Probe: Update of rdy_offer", 4, IsolationModeEnum.Sandbox, Id = "b3a7e0c1-4d6a-4a53-8b0c-8f0e6e1f7d52", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "Probe: Create of rdy_supportlink", 4, IsolationModeEnum.Sandbox, Id = "0d9f7c34-6b8e-4f0b-9a44-5c1b7f2d8e61", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, SupportLink.Url,
    "Probe: Update of rdy_supportlink", 4, IsolationModeEnum.Sandbox, Id = "5e2a9b70-1c3d-4e8f-b6a7-2d4c6e8f0a13", DeleteAsyncOperation = true,
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "9c41d7f2-83b5-4c6e-a1d0-7e5f3b2c9d84")]
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "Probe: Create of rdy_trial", 4, IsolationModeEnum.Sandbox, Id = "7f6b2c1e-9d48-4a37-8e5c-3b1d0f9a6c25", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, Trial.InstanceUrl + "," + Trial.Kind + "," + Trial.Url,
    "Probe: Update of rdy_trial", 4, IsolationModeEnum.Sandbox, Id = "c85d3e9a-0f72-4b1c-9e6d-4a8b7c5d2f36", DeleteAsyncOperation = true,
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId, Image1Id = "e17a4b68-25c9-4d3f-b80e-6f9c1d7a3e50")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "Probe: Create of rdy_marketingasset", 4, IsolationModeEnum.Sandbox, Id = "2b9e6d40-7a1f-4c85-a3d2-8c0f5e7b1d97", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, MarketingAsset.Url + "," + MarketingAsset.Kind,
    "Probe: Update of rdy_marketingasset", 4, IsolationModeEnum.Sandbox, Id = "f4c08a5b-6e93-4d17-9b2a-1e7d3c6f8b09", DeleteAsyncOperation = true,
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "68d1f3b7-0c5e-4a92-8d74-b9e2a6c0f513")]
public sealed class Probe : PluginBase
{
    // The platform ends an operation after two minutes.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    protected override void Run(StepContext step)
    {
        var offer = step.Table == Offer.Table ? new EntityReference(Offer.Table, step.RowId) : Children.OfferOf(step);
        if (!step.Is(step.Table == Offer.Table || Children.Has(step.Table)) || offer == null || OfferProbe.Of(step, offer.Id) is not { } probe)
        {
            return;
        }

        probe.AskNew(step.Table, step.RowId, Budget);
        if (!probe.HasNews)
        {
            return;
        }

        // A background step has no transaction, in which alone a lock holds; the custom API that evaluates has one.
        probe.Save();
        step.System.Execute(new OrganizationRequest(CustomApi.EvaluateOffer) { ["Target"] = offer });
    }
}
