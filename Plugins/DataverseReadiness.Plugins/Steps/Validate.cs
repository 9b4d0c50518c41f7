using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Before a save: refuses values that can never be right, all in one message (stage 10), and brings the rest into the form in which
/// it is stored, with the facts of an image whose bytes came along (stage 20).
/// </summary>
[CrmPluginRegistration("Create", Offer.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_offer, refuses", 1, IsolationModeEnum.Sandbox, Id = "f568e5e0-2380-4a42-802e-dbc3730074ca")]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.OfferAll,
    "Validate: Update of rdy_offer, refuses", 1, IsolationModeEnum.Sandbox, Id = "5713eb2d-9e30-41b4-bc5f-779857de553f")]
[CrmPluginRegistration("Create", Offer.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_offer, fills", 1, IsolationModeEnum.Sandbox, Id = "b979fbf3-1425-4191-9bc0-a05ce6223729")]
[CrmPluginRegistration("Update", Offer.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.OfferInputs,
    "Validate: Update of rdy_offer, fills", 1, IsolationModeEnum.Sandbox, Id = "5a6565c8-72d8-4164-8214-7db657677b37",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Offer.EnteredBy, Image1Id = "bbd04aa0-1eec-401a-9672-6d5b24987ccd")]
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_trial, refuses", 1, IsolationModeEnum.Sandbox, Id = "7d7b86d7-3d63-4724-a078-7b4046fbf14d")]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.TrialAll,
    "Validate: Update of rdy_trial, refuses", 1, IsolationModeEnum.Sandbox, Id = "247e2039-308c-4263-bd7f-24dd71f4d524",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId + "," + Trial.PeriodUnit, Image1Id = "58d48cbb-b02a-4f45-bee4-8ecbb2e1e585")]
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_trial, fills", 1, IsolationModeEnum.Sandbox, Id = "18e2e47b-9757-40fb-80f6-0c36b6c36e3a")]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.TrialFacts,
    "Validate: Update of rdy_trial, fills", 1, IsolationModeEnum.Sandbox, Id = "5ffb24d1-4140-4a27-97ef-d488a61043e9",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.EnteredBy, Image1Id = "e292eec8-dad4-4076-ba29-94e90cdb6b61")]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_supportlink, refuses", 1, IsolationModeEnum.Sandbox, Id = "06672480-63c8-4a34-8966-2f7b8c7c2688")]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.SupportLinkAll,
    "Validate: Update of rdy_supportlink, refuses", 1, IsolationModeEnum.Sandbox, Id = "2f11c9db-e372-489c-b2ab-e6bce8eb4fad",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "592a4820-9da7-4d0a-b0d5-c28ec4e3fa7c")]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_supportlink, fills", 1, IsolationModeEnum.Sandbox, Id = "691b9432-0194-40d1-ab2b-0516ec6f0761")]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.SupportLinkFacts,
    "Validate: Update of rdy_supportlink, fills", 1, IsolationModeEnum.Sandbox, Id = "a3793d9d-3f70-4c24-8805-e33a8980e528",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.EnteredBy, Image1Id = "2581d319-2389-4b00-8e0b-6345c3b7f33d")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_marketingasset, refuses", 1, IsolationModeEnum.Sandbox, Id = "2f0f7d3d-ffd5-4bcf-8718-4ad3d2d13fe7")]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.AssetAll,
    "Validate: Update of rdy_marketingasset, refuses", 1, IsolationModeEnum.Sandbox, Id = "a8f3e7a3-271b-4a0e-9dc2-8ddf7ed41cc9",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "f18ad4f5-317c-416e-8309-279188fb7de0")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_marketingasset, fills", 1, IsolationModeEnum.Sandbox, Id = "acd62d3c-9ec9-4199-b8f2-ab206be5babe")]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.AssetInputs,
    "Validate: Update of rdy_marketingasset, fills", 1, IsolationModeEnum.Sandbox, Id = "d14a3e5e-a01e-4926-8d85-41add8fe7180",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.EnteredBy + "," + MarketingAsset.Kind, Image1Id = "96db999f-05d1-4cd6-b436-b1220c98d616")]
[CrmPluginRegistration("Create", Plan.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_plan, refuses", 1, IsolationModeEnum.Sandbox, Id = "1e8871f6-59c6-4f58-a0f5-a28322c9c747")]
[CrmPluginRegistration("Update", Plan.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.PlanAll,
    "Validate: Update of rdy_plan, refuses", 1, IsolationModeEnum.Sandbox, Id = "2fc1f64c-59f0-4926-bedc-78bc8f55549e",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Plan.OfferId, Image1Id = "e68bfc90-b4a2-4258-9923-760ff377d507")]
[CrmPluginRegistration("Create", Plan.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_plan, fills", 1, IsolationModeEnum.Sandbox, Id = "a74eb258-9bbf-4d20-a8b1-40901c86ae0f")]
[CrmPluginRegistration("Update", Plan.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.PlanFacts,
    "Validate: Update of rdy_plan, fills", 1, IsolationModeEnum.Sandbox, Id = "629909a2-43de-44d4-abcf-0ff10ad90f94",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Plan.EnteredBy, Image1Id = "6fdff590-a9de-4f9c-8d9c-f7a2f0eeccf8")]
[CrmPluginRegistration("Create", Certification.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_certification, refuses", 1, IsolationModeEnum.Sandbox, Id = "10ad1b36-650f-4d51-bb05-f58a5fffd461")]
[CrmPluginRegistration("Update", Certification.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.CertificationAll,
    "Validate: Update of rdy_certification, refuses", 1, IsolationModeEnum.Sandbox, Id = "477840b9-5cde-4c2e-ae6d-18d983e2bf23",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Certification.OfferId, Image1Id = "3ef1aa0b-f58d-4d9b-b29d-ced53b384503")]
[CrmPluginRegistration("Create", OwnRequirement.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_requirement, refuses", 1, IsolationModeEnum.Sandbox, Id = "16351aca-4593-4854-a105-680b3deedc75")]
[CrmPluginRegistration("Update", OwnRequirement.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.RequirementAll,
    "Validate: Update of rdy_requirement, refuses", 1, IsolationModeEnum.Sandbox, Id = "eab17236-4565-421a-8069-1e3803f88a37")]
[CrmPluginRegistration("Create", StoredProbe.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_probe, refuses", 1, IsolationModeEnum.Sandbox, Id = "a38a614f-e0c2-4df0-b625-2ffd39b9f9b6")]
[CrmPluginRegistration("Update", StoredProbe.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.ProbeAll,
    "Validate: Update of rdy_probe, refuses", 1, IsolationModeEnum.Sandbox, Id = "1b963cf5-5001-416a-adba-cfab48ebee98")]
[CrmPluginRegistration("Create", StoredChange.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_itemchange, refuses", 1, IsolationModeEnum.Sandbox, Id = "2a32e6fc-cb59-4b85-b111-af28e808069a")]
[CrmPluginRegistration("Update", StoredChange.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.ChangeAll,
    "Validate: Update of rdy_itemchange, refuses", 1, IsolationModeEnum.Sandbox, Id = "ff598c16-0670-49a7-8208-105ec6289ccb")]
[CrmPluginRegistration("Create", Snapshot.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_snapshot, refuses", 1, IsolationModeEnum.Sandbox, Id = "f48d81ce-e5f1-4bd5-a814-56f5bc68a806")]
[CrmPluginRegistration("Update", Snapshot.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.SnapshotAll,
    "Validate: Update of rdy_snapshot, refuses", 1, IsolationModeEnum.Sandbox, Id = "9055f156-9a35-478d-9204-f840a0612367")]
public sealed class Validate : PluginBase
{
    protected override void Run(StepContext step)
    {
        var target = step.Target;
        if (!step.Is(target != null && step.Message is "Create" or "Update") || step.Writer != null)
        {
            return;
        }

        if (step.Table is StoredProbe.Table or StoredChange.Table or Snapshot.Table)
        {
            RefuseAll(step);
        }
        else if (step.Stage == (int)StageEnum.PreValidation)
        {
            Refusal.Throw(step, RowCheck.Problems(target!, step.Before));
        }
        else
        {
            Fill(step, target!);
        }
    }

    private static void RefuseAll(StepContext step)
    {
        if (!step.IsOwn)
        {
            throw Refusal.Of(step, "rows.results");
        }
    }

    private static void Fill(StepContext step, Entity target)
    {
        RowCheck.Normalise(target);
        SetAuthor(step, target);
        if (target.LogicalName == MarketingAsset.Table)
        {
            AssetInspection.Fill(target, step.Before);
        }
        else if (target.LogicalName == Offer.Table)
        {
            if (step.Message == "Create")
            {
                // Kept on the offer so that no later evaluation has to ask.
                target[Offer.BaseLanguage] = BaseLanguage.Of(step);
            }

            PackageInspection.Clear(target);
        }
    }

    // Every input column keeps who wrote it last, for offers that ask for four eyes. An image may be told by its id alone.
    private static void SetAuthor(StepContext step, Entity target)
    {
        var inputs = RowCheck.InputsOf(target.LogicalName);
        var entered = target.Attributes.Keys.Where(inputs.Contains).Select(column => column == MarketingAsset.ImageId ? MarketingAsset.Image : column).Distinct().ToList();
        if (entered.Count > 0)
        {
            target[Offer.EnteredBy] = AuthorMap.Parse(step.Before?.Text(Offer.EnteredBy)).With(entered, step.PersonId).ToText();
        }
    }
}
