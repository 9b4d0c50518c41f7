using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

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
    "Validate: Update of rdy_offer, fills", 1, IsolationModeEnum.Sandbox, Id = "5a6565c8-72d8-4164-8214-7db657677b37")]
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_trial, refuses", 1, IsolationModeEnum.Sandbox, Id = "7d7b86d7-3d63-4724-a078-7b4046fbf14d")]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.TrialAll,
    "Validate: Update of rdy_trial, refuses", 1, IsolationModeEnum.Sandbox, Id = "247e2039-308c-4263-bd7f-24dd71f4d524",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = Trial.OfferId + "," + Trial.PeriodUnit, Image1Id = "58d48cbb-b02a-4f45-bee4-8ecbb2e1e585")]
[CrmPluginRegistration("Create", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_trial, fills", 1, IsolationModeEnum.Sandbox, Id = "18e2e47b-9757-40fb-80f6-0c36b6c36e3a")]
[CrmPluginRegistration("Update", Trial.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.TrialFacts,
    "Validate: Update of rdy_trial, fills", 1, IsolationModeEnum.Sandbox, Id = "5ffb24d1-4140-4a27-97ef-d488a61043e9")]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_supportlink, refuses", 1, IsolationModeEnum.Sandbox, Id = "06672480-63c8-4a34-8966-2f7b8c7c2688")]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.SupportLinkAll,
    "Validate: Update of rdy_supportlink, refuses", 1, IsolationModeEnum.Sandbox, Id = "2f11c9db-e372-489c-b2ab-e6bce8eb4fad",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = SupportLink.OfferId, Image1Id = "592a4820-9da7-4d0a-b0d5-c28ec4e3fa7c")]
[CrmPluginRegistration("Create", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_supportlink, fills", 1, IsolationModeEnum.Sandbox, Id = "691b9432-0194-40d1-ab2b-0516ec6f0761")]
[CrmPluginRegistration("Update", SupportLink.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.SupportLinkFacts,
    "Validate: Update of rdy_supportlink, fills", 1, IsolationModeEnum.Sandbox, Id = "a3793d9d-3f70-4c24-8805-e33a8980e528")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_marketingasset, refuses", 1, IsolationModeEnum.Sandbox, Id = "2f0f7d3d-ffd5-4bcf-8718-4ad3d2d13fe7")]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PreValidation, ExecutionModeEnum.Synchronous, ColumnLists.AssetAll,
    "Validate: Update of rdy_marketingasset, refuses", 1, IsolationModeEnum.Sandbox, Id = "a8f3e7a3-271b-4a0e-9dc2-8ddf7ed41cc9",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.OfferId, Image1Id = "f18ad4f5-317c-416e-8309-279188fb7de0")]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "Validate: Create of rdy_marketingasset, fills", 1, IsolationModeEnum.Sandbox, Id = "acd62d3c-9ec9-4199-b8f2-ab206be5babe")]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.AssetInputs,
    "Validate: Update of rdy_marketingasset, fills", 1, IsolationModeEnum.Sandbox, Id = "d14a3e5e-a01e-4926-8d85-41add8fe7180",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = MarketingAsset.Kind, Image1Id = "96db999f-05d1-4cd6-b436-b1220c98d616")]
public sealed class Validate : PluginBase
{
    private const int NamedProblems = 10;

    protected override void Run(StepContext step)
    {
        var target = step.Target;
        if (!step.Is(target != null && step.Message is "Create" or "Update") || step.Writer != null)
        {
            return;
        }

        if (step.Stage == (int)StageEnum.PreValidation)
        {
            Refuse(step, target!);
        }
        else
        {
            Fill(step, target!);
        }
    }

    private static void Refuse(StepContext step, Entity target)
    {
        var problems = RowCheck.Problems(target, step.Before);
        if (problems.Count == 0)
        {
            return;
        }

        var language = step.PersonsLanguage();
        var sentences = problems.Take(NamedProblems).Select(problem => problem.In(language)).ToList();
        if (problems.Count > NamedProblems)
        {
            sentences.Add(PluginTexts.Render("refused.rest", language, Number(problems.Count - NamedProblems)));
        }

        var message = string.Join("\n", sentences);
        throw new InvalidPluginExecutionException(
            problems.Count == 1 ? message : PluginTexts.Render("refused.many", language, Number(problems.Count), message));
    }

    private static void Fill(StepContext step, Entity target)
    {
        Normalise(target);
        if (target.LogicalName == MarketingAsset.Table)
        {
            AssetInspection.Fill(target, step.Before);
        }
        else if (target.LogicalName == Offer.Table)
        {
            if (step.Message == "Create")
            {
                target[Offer.BaseLanguage] = BaseLanguage(step);
            }

            if (target.Contains(Offer.Package))
            {
                PackageInspection.Clear(target);
            }
        }
    }

    private static void Normalise(Entity target)
    {
        foreach (var attribute in target.Attributes.Where(attribute => attribute.Value is string { Length: > 0 }).ToList())
        {
            var text = (string)attribute.Value;
            switch (ColumnInfo.Of(target.LogicalName, attribute.Key).Kind)
            {
                case ColumnKind.Url when UrlReader.Read(text) is { IsValid: true } url:
                    target[attribute.Key] = attribute.Key == Offer.PackageUrl ? SasUrl.WithoutSignature(url.Normalized) : url.Normalized;
                    break;
                case ColumnKind.Guid when GuidReader.Read(text) is { IsValid: true } guid:
                    target[attribute.Key] = guid.Normalized;
                    break;
            }
        }
    }

    // The language in which the offer's items will be stored. Kept on the offer so that no later evaluation has to ask.
    private static int BaseLanguage(StepContext step) =>
        step.System.Retrieve("organization", step.OrganizationId, new ColumnSet("languagecode")).GetAttributeValue<int>("languagecode");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
