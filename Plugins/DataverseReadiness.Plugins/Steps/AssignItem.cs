using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Gives an item of a checklist to a user, and a day by which it should be settled.</summary>
/// <remarks>
/// Nobody has rights on items. Who may change the offer may do this: the lock on the offer is taken as the caller, so that the
/// platform itself decides who that is, whatever gave the right. Assigning the offer later gives all its items to the offer's new owner.
/// </remarks>
[CrmPluginRegistration(CustomApi.AssignItem)]
public sealed class AssignItem : PluginBase
{
    protected override void Run(StepContext step)
    {
        var target = (EntityReference)step.Inputs["Target"];
        var change = new Entity(ChecklistItem.Table, target.Id);
        if (Input(step, CustomApi.OwnerId) is Guid owner)
        {
            change[ChecklistItem.OwnerId] = new EntityReference("systemuser", owner);
        }

        if (Input(step, CustomApi.ClearDueOn) is true)
        {
            change[ChecklistItem.DueOn] = null;
        }
        else if (Input(step, CustomApi.DueOn) is DateTime due)
        {
            change[ChecklistItem.DueOn] = due.Date;
        }

        var offer = OfferOf(step, target.Id) ?? throw Refusal.Of(step, "item.none");
        if (change.Attributes.Count == 0)
        {
            throw Refusal.Of(step, "assign.nothing");
        }

        if (change.Reference(ChecklistItem.OwnerId) is { } user && !IsEnabled(step, user.Id))
        {
            throw Refusal.Of(step, "assign.user");
        }

        OfferWrite.AsCaller(step, OwnWrite.Lock, OfferLock.Row(step, offer));
        step.WriteAs(OwnWrite.Assign, target, () => step.System.Update(change));
    }

    private static object? Input(StepContext step, string name) => step.Inputs.Contains(name) ? step.Inputs[name] : null;

    private static EntityReference? OfferOf(StepContext step, Guid item)
    {
        var query = new QueryExpression(ChecklistItem.Table) { ColumnSet = new ColumnSet(ChecklistItem.OfferId) };
        query.Criteria.AddCondition(ChecklistItem.Id, ConditionOperator.Equal, item);
        return step.Caller.RetrieveMultiple(query).Entities.FirstOrDefault()?.Reference(ChecklistItem.OfferId);
    }

    private static bool IsEnabled(StepContext step, Guid user)
    {
        var query = new QueryExpression("systemuser") { ColumnSet = new ColumnSet("isdisabled") };
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        return step.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<bool>("isdisabled") == false;
    }
}
