using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Locks the offer before a child is written, so that two people saving children of one offer see each other's rows, and so that
/// locks are taken in one order everywhere: first the offer, then the child.
/// </summary>
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Create of rdy_trial", 2, IsolationModeEnum.Sandbox, Id = "a72b5530-10d7-48de-b4ce-70bf48501696")]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.TrialFacts,
    "LockOffer: Update of rdy_trial", 2, IsolationModeEnum.Sandbox, Id = "3b4cd8f0-7401-4501-91f6-16562a72ca99",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId, Image1Id = "6bfc24ed-8ee1-4503-9054-fd9414cdfcc8")]
[CrmPluginRegistration("Delete", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Delete of rdy_trial", 2, IsolationModeEnum.Sandbox, Id = "784d20b2-bdce-4b42-a912-2bc414c5c7d3",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId, Image1Id = "ef84d2b2-86f4-4ef3-a0ed-fb4a5cac9663")]
[CrmPluginRegistration("Create", Plan.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Create of rdy_plan", 2, IsolationModeEnum.Sandbox, Id = "b136f6a0-785c-4e64-a6ca-183c36e947e7")]
[CrmPluginRegistration("Update", Plan.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.PlanFacts,
    "LockOffer: Update of rdy_plan", 2, IsolationModeEnum.Sandbox, Id = "be6d8509-e932-432d-878e-4325f27715a8",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Plan.OfferId, Image1Id = "baf14676-bf9a-40f3-a713-84bcae830abe")]
[CrmPluginRegistration("Delete", Plan.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Delete of rdy_plan", 2, IsolationModeEnum.Sandbox, Id = "62e5f7e3-a1aa-488b-9e20-0259e2011152",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Plan.OfferId, Image1Id = "3f237b61-88cc-43fc-9d15-b785c40d233e")]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Create of rdy_supportlink", 2, IsolationModeEnum.Sandbox, Id = "7a58bf7e-302d-44ef-a519-f88fe7d1eab9")]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.SupportLinkFacts,
    "LockOffer: Update of rdy_supportlink", 2, IsolationModeEnum.Sandbox, Id = "ec1e321a-d8ed-4dc5-bdae-231b4fc97a30",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "d1e21fa0-a98f-410f-91e2-1ceaa2b463d6")]
[CrmPluginRegistration("Delete", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Delete of rdy_supportlink", 2, IsolationModeEnum.Sandbox, Id = "cab44c16-f724-48b8-9ced-0cae5319625a",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "b2eb0296-8e05-42f3-ab9c-f9a82195e0d2")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Create of rdy_marketingasset", 2, IsolationModeEnum.Sandbox, Id = "33b710a3-95fa-439b-9aa1-9d08c64a90d3")]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.AssetFacts,
    "LockOffer: Update of rdy_marketingasset", 2, IsolationModeEnum.Sandbox, Id = "e575d150-225c-422e-8f73-a3ca0e593902",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "767b38be-1f21-49d5-8415-37595a07e2bd")]
[CrmPluginRegistration("Delete", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Delete of rdy_marketingasset", 2, IsolationModeEnum.Sandbox, Id = "31aeb816-e284-41c9-8c46-2f3dbdbe0ece",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "8ef0ea9d-3833-42b9-a57a-07739dc04905")]
[CrmPluginRegistration("Create", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Create of rdy_judgement", 2, IsolationModeEnum.Sandbox, Id = "84a3b2ca-343a-4f28-91e8-66525eeae7af")]
[CrmPluginRegistration("Update", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.JudgementStatus,
    "LockOffer: Update of rdy_judgement", 2, IsolationModeEnum.Sandbox, Id = "3fd59130-53d5-417b-b37f-edd602e02130",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Judgement.OfferId, Image1Id = "69d3a182-086a-4922-a71c-1e9dd80d079c")]
[CrmPluginRegistration("Delete", Judgement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "LockOffer: Delete of rdy_judgement", 2, IsolationModeEnum.Sandbox, Id = "4f97f559-2b0e-4999-ba04-27fae7204482",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Judgement.OfferId, Image1Id = "c8226a62-2dce-4ea1-aca9-913710f0f316")]
public sealed class LockOffer : PluginBase
{
    protected override void Run(StepContext step)
    {
        if (!step.Is(step.Stage == (int)StageEnum.PreOperation && Children.Has(step.Table)))
        {
            return;
        }

        var offer = Children.OfferOf(step);
        if (offer == null)
        {
            step.Trace("The row belongs to no offer.");
            return;
        }

        // Only a deletion can meet an offer that is gone. The platform may raise a cascade's events before or after the offer's own,
        // with or without telling which operation they belong to.
        if (step.Message == "Delete" && (step.IsPartOfDeleting(offer) || IsGone(step, offer)))
        {
            step.Shared[Children.OfferIsGone] = true;
            step.Trace("The offer is being deleted; there is nothing to evaluate.");
            return;
        }

        OfferLock.Take(step, offer);
    }

    private static bool IsGone(StepContext step, EntityReference offer)
    {
        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.Deleting) };
        query.Criteria.AddCondition(Offer.Id, ConditionOperator.Equal, offer.Id);
        var rows = step.System.RetrieveMultiple(query).Entities;
        return rows.Count == 0 || rows[0].GetAttributeValue<bool>(Offer.Deleting);
    }
}
