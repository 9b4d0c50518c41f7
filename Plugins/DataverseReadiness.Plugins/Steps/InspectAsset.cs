using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Looks at the stored bytes of a marketing asset and writes down what they are: after a change whose bytes did not come with the
/// request, and when a client asks for it, which the form does after each upload.
/// </summary>
[CrmPluginRegistration(CustomApi.InspectAsset)]
[CrmPluginRegistration("Create", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous, "",
    "InspectAsset: Create of rdy_marketingasset", 3, IsolationModeEnum.Sandbox, Id = "f8616238-591c-4ce6-acda-aafdfa74f78f", DeleteAsyncOperation = true)]
[CrmPluginRegistration("Update", MarketingAsset.Table, StageEnum.PostOperation, ExecutionModeEnum.Asynchronous,
    MarketingAsset.Image + "," + MarketingAsset.ImageId + "," + MarketingAsset.File + "," + MarketingAsset.Kind,
    "InspectAsset: Update of rdy_marketingasset", 3, IsolationModeEnum.Sandbox, Id = "202addbf-3de1-45f8-aac5-dcabad164526", DeleteAsyncOperation = true)]
public sealed class InspectAsset : PluginBase
{
    protected override void Run(StepContext step)
    {
        if (step.Message == CustomApi.InspectAsset)
        {
            Answer(step);
        }
        else if (step.Is(step.Table == MarketingAsset.Table) && !IsInspected(step.Target))
        {
            Inspect(step, step.System, step.RowId, null);
        }
    }

    private static bool IsInspected(Entity? target) =>
        target?.Choice<InspectionState>(MarketingAsset.Inspection) is InspectionState.Inspected or InspectionState.Damaged;

    private static void Answer(StepContext step)
    {
        var column = step.Inputs.Contains(CustomApi.Column) ? step.Inputs[CustomApi.Column] as string : null;
        if (!string.IsNullOrEmpty(column) && column is not (MarketingAsset.Image or MarketingAsset.File))
        {
            throw Refusal.Of(step, "column.none", column!);
        }

        var found = Inspect(step, step.Caller, ((EntityReference)step.Inputs["Target"]).Id, column)
            ?? throw Refusal.Of(step, "asset.none");
        step.Outputs[CustomApi.Inspection] = (found.State ?? InspectionState.NotInspected).ToString();
        step.Outputs[CustomApi.Format] = found.Format;
        step.Outputs[CustomApi.Width] = found.Width;
        step.Outputs[CustomApi.Height] = found.Height;
        step.Outputs[CustomApi.Bytes] = found.Bytes;
        step.Outputs[CustomApi.Finding] = found.Damage == null ? string.Empty : Texts.Render(found.Damage, step.PersonsLanguage());
    }

    /// <param name="reader">Whose access decides whether the row may be looked at.</param>
    /// <param name="asked">The column to look at; facts are kept only of the one that they describe.</param>
    private static AssetInspection? Inspect(StepContext step, IOrganizationService reader, System.Guid id, string? asked)
    {
        var query = new QueryExpression(MarketingAsset.Table)
        {
            ColumnSet = new ColumnSet([MarketingAsset.Kind, MarketingAsset.ImageId, MarketingAsset.File, MarketingAsset.EnteredBy, .. ColumnLists.AssetFindings.Split(',')]),
        };
        query.Criteria.AddCondition(MarketingAsset.Id, ConditionOperator.Equal, id);
        var rows = reader.RetrieveMultiple(query).Entities;
        if (rows.Count == 0)
        {
            return null;
        }

        var row = rows[0];
        var described = AssetKinds.ColumnOf(row.Choice<AssetKind>(MarketingAsset.Kind));
        var column = string.IsNullOrEmpty(asked) ? described : asked!;
        var isStored = row.Id(column == MarketingAsset.Image ? MarketingAsset.ImageId : column) != null;
        var found = AssetInspection.Of(isStored ? BlockStream.Open(step.System, row.ToEntityReference(), column) : null, column);
        if (column == described && !found.IsIn(row))
        {
            var update = new Entity(MarketingAsset.Table, row.Id);
            found.Set(update);
            if (isStored && found.Sha256 != row.Text(MarketingAsset.Sha256))
            {
                FileAuthor.Set(step, update, row, column, row.Choice<InspectionState>(MarketingAsset.Inspection));
            }

            step.WriteAs(OwnWrite.Inspect, update.ToEntityReference(), () => step.System.Update(update));
        }

        return found;
    }
}
