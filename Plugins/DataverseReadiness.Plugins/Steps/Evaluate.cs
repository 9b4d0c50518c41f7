using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>After anything that an offer's readiness rests on has changed: brings checklist, score and readiness up to date.</summary>
[CrmPluginRegistration("Create", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Create of rdy_offer", 1, IsolationModeEnum.Sandbox, Id = "dac27baa-1cd4-48fc-afbe-07f9af75011a")]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, ColumnLists.OfferFacts,
    "Evaluate: Update of rdy_offer", 1, IsolationModeEnum.Sandbox, Id = "4db6010b-7230-4b6b-97de-933b5ffee61f")]
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Create of rdy_trial", 1, IsolationModeEnum.Sandbox, Id = "83264533-bfdb-4cc7-8f3d-cac5c007cb91")]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, ColumnLists.TrialFacts,
    "Evaluate: Update of rdy_trial", 1, IsolationModeEnum.Sandbox, Id = "6a274f54-c4a2-45f7-a3ef-dea1771dfcf9",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId, Image1Id = "53279eab-5d9d-499c-8590-a6a116315286")]
[CrmPluginRegistration("Delete", Trial.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Delete of rdy_trial", 1, IsolationModeEnum.Sandbox, Id = "2887d1bb-c85f-4b1e-a400-0212510276b9",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId, Image1Id = "8fdb8ee9-339c-4deb-8386-c461e907a561")]
[CrmPluginRegistration("Create", Plan.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Create of rdy_plan", 1, IsolationModeEnum.Sandbox, Id = "adca48fc-e5b8-40af-bfa6-1af087b5dbf8")]
[CrmPluginRegistration("Update", Plan.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, ColumnLists.PlanFacts,
    "Evaluate: Update of rdy_plan", 1, IsolationModeEnum.Sandbox, Id = "23a97b43-9a1a-467b-94fd-cce9c64b1109",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Plan.OfferId, Image1Id = "22787e72-9b11-4ca7-9a92-7c65c06eb37f")]
[CrmPluginRegistration("Delete", Plan.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Delete of rdy_plan", 1, IsolationModeEnum.Sandbox, Id = "45daec15-03e6-4016-94c1-a7724340992f",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Plan.OfferId, Image1Id = "9f5bff48-cf74-43c5-a42b-f256231c8d61")]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Create of rdy_supportlink", 1, IsolationModeEnum.Sandbox, Id = "502a29fb-daa3-417a-af61-4202fcaf1abd")]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, ColumnLists.SupportLinkFacts,
    "Evaluate: Update of rdy_supportlink", 1, IsolationModeEnum.Sandbox, Id = "bedc2a2e-c58a-40fc-8c83-e26520dcd20e",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "c728bbaa-2aa8-44d3-aae2-ea3093db78e9")]
[CrmPluginRegistration("Delete", SupportLink.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Delete of rdy_supportlink", 1, IsolationModeEnum.Sandbox, Id = "87263d6d-95de-41da-9912-8767632ba594",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "faa9096f-de35-4d1e-a750-c7833e0cf946")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Create of rdy_marketingasset", 1, IsolationModeEnum.Sandbox, Id = "fdaf3ad8-0b2e-40cf-a996-609bb444cc1f")]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, ColumnLists.AssetFacts,
    "Evaluate: Update of rdy_marketingasset", 1, IsolationModeEnum.Sandbox, Id = "e7ff070d-9609-4888-9f52-5ee31c67f5ea",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "435b6f38-b356-4a07-90f9-f2bd938ad2a3")]
[CrmPluginRegistration("Delete", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Delete of rdy_marketingasset", 1, IsolationModeEnum.Sandbox, Id = "a6518211-19ca-400d-91a3-3cb7dcf37240",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "680d4675-3af2-4c26-b534-cb95572caf8b")]
[CrmPluginRegistration("Create", Judgement.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Create of rdy_judgement", 1, IsolationModeEnum.Sandbox, Id = "b03a694e-f420-49a5-8022-fcc11b7456c2")]
[CrmPluginRegistration("Update", Judgement.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, ColumnLists.JudgementStatus,
    "Evaluate: Update of rdy_judgement", 1, IsolationModeEnum.Sandbox, Id = "8e1c1059-f649-469a-bc2b-1188ea75b61e",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Judgement.OfferId, Image1Id = "41946c76-d59c-4c92-afc7-3815c561c192")]
[CrmPluginRegistration("Delete", Judgement.Table, StageEnum.PostOperation, ExecutionModeEnum.Synchronous, "",
    "Evaluate: Delete of rdy_judgement", 1, IsolationModeEnum.Sandbox, Id = "781be758-5d0d-4fa2-9f91-3ef39a122e69",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Judgement.OfferId, Image1Id = "184ddb7e-078d-4675-b4ea-1b339a331581")]
public sealed class Evaluate : PluginBase
{
    protected override void Run(StepContext step)
    {
        if (!step.Is(step.Stage == (int)StageEnum.PostOperation && (step.Table == Offer.Table || Children.Has(step.Table))))
        {
            return;
        }

        if (step.Shared.Contains(Children.OfferIsGone))
        {
            return;
        }

        if (step.Table == Offer.Table)
        {
            EvaluateOffer(step);
        }
        else if (Children.OfferOf(step) is { } offer)
        {
            Checklist.Of(step, offer.Id).Save();
        }
    }

    private static void EvaluateOffer(StepContext step)
    {
        if (step.Writer == OwnWrite.Evaluate)
        {
            return;
        }

        var checklist = Checklist.Of(step, step.RowId);
        checklist.Save(isSubmitting: Guard.IsSubmitting(step));
        step.Shared[Guard.OpenItems] = string.Join("\n", OpenItemsText.LinesOf(checklist.Evaluation));
    }
}
