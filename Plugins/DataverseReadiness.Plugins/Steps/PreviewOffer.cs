using System;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// What would change on the checklist if these values were saved, on the offer or on one of its children. Reads, decides as a save
/// would, and stores nothing.
/// </summary>
[CrmPluginRegistration(CustomApi.PreviewOffer)]
public sealed class PreviewOffer : PluginBase
{
    protected override void Run(StepContext step)
    {
        var offer = OfferQuery.Read(step.System, ReadableOffer.Of(step).Id, step.Now);
        var before = OfferEvaluation.Of(ReadableOffer.Facts(step, offer));
        Apply(step, offer);
        var after = OfferEvaluation.Of(ReadableOffer.Facts(step, offer));
        var language = step.PersonsLanguage();
        step.Outputs[CustomApi.Changes] = Json.Write(EvaluationDifference.Between(before, after).Select(change => ChangeJson.Of(change, language)));
        step.Outputs[CustomApi.OpenItems] = after.OpenItems;
        step.Outputs[CustomApi.Score] = after.Score;
    }

    private static void Apply(StepContext step, Entity offer)
    {
        var table = Text(step, CustomApi.Table) is { Length: > 0 } asked ? asked : Offer.Table;
        var values = new Entity(table);
        if (RelationshipOf(table) is not { } relationship)
        {
            throw Refusal.Of(step, "preview.table", table);
        }

        if (!UnsavedValues.TryRead(Text(step, CustomApi.Values) ?? string.Empty, values, out var wrong))
        {
            throw wrong == null ? Refusal.Of(step, "preview.values") : Refusal.Of(step, "preview.value", ColumnInfo.Of(table, wrong).DisplayName(step.PersonsLanguage()));
        }

        var row = relationship.Length == 0 ? offer : Row(step, offer, table, relationship);
        Refusal.Throw(step, RowCheck.Problems(values, row));
        RowCheck.Normalise(values);
        if (table == MarketingAsset.Table)
        {
            AssetInspection.Fill(values, row);
        }

        foreach (var value in values.Attributes)
        {
            row[value.Key] = value.Value;
        }

        if (relationship.Length > 0 && row.Choice<int>("statecode") is not (null or 0))
        {
            offer.RelatedEntities[new Relationship(relationship)].Entities.Remove(row);
        }
    }

    /// <summary>Empty for the offer itself; null for a table that no rule reads.</summary>
    private static string? RelationshipOf(string table) => table switch
    {
        Offer.Table => string.Empty,
        Trial.Table => Relationships.Trials,
        Plan.Table => Relationships.Plans,
        SupportLink.Table => Relationships.SupportLinks,
        MarketingAsset.Table => Relationships.Assets,
        _ => null,
    };

    private static Entity Row(StepContext step, Entity offer, string table, string relationship)
    {
        var rows = offer.RelatedEntities[new Relationship(relationship)].Entities;
        if (Text(step, CustomApi.RowId) is { Length: > 0 } text)
        {
            return (Guid.TryParse(text, out var id) ? rows.FirstOrDefault(row => row.Id == id) : null) ?? throw Refusal.Of(step, "preview.row");
        }

        var added = new Entity(table, Guid.NewGuid());
        rows.Add(added);
        return added;
    }

    private static string? Text(StepContext step, string name) => step.Inputs.Contains(name) ? step.Inputs[name] as string : null;
}
