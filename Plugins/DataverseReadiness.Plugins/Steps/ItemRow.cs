using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>An evaluated item as a row of the checklist.</summary>
internal static class ItemRow
{
    public const int Active = 0;
    private const int Inactive = 1;

    // Lengths of the columns, from the solution.
    private const int NameLength = 400;
    private const int TextLength = 4000;
    private const int ArgumentsLength = 8000;
    private const int SourceLength = 200;
    private const int PersonLength = 200;

    public static Entity New(EvaluatedItem item, int language)
    {
        var row = Values(item);
        SetTexts(row, item, language);
        return row;
    }

    /// <summary>The columns in which the stored row differs. A reason is compared by key and arguments, never by its text.</summary>
    /// <param name="retext">Write the texts whether or not their keys changed.</param>
    public static Entity Changes(EvaluatedItem item, Entity stored, bool retext, int language)
    {
        var changes = RowDifference.Of(Values(item), stored);
        if (retext || Touches(changes, ChecklistItem.ReasonKey, ChecklistItem.ReasonArgs, ChecklistItem.FixKey, ChecklistItem.FixArgs))
        {
            SetTexts(changes, item, language);
        }

        if (stored.Choice<int>(ChecklistItem.StateCode) == Inactive)
        {
            SetState(changes, Active, 1);
        }

        return changes;
    }

    /// <summary>Takes an item off the checklist.</summary>
    public static Entity Retired(Entity stored)
    {
        var row = new Entity(ChecklistItem.Table, stored.Id);
        SetState(row, Inactive, 2);
        row[ChecklistItem.IsOpen] = false;
        return row;
    }

    private static Entity Values(EvaluatedItem item)
    {
        var requirement = item.Requirement;
        var verdict = item.Verdict;
        var judgement = item.Judgement;
        return new Entity(ChecklistItem.Table)
        {
            [ChecklistItem.Key] = requirement.Key,
            [ChecklistItem.Group] = new OptionSetValue((int)requirement.Group),
            [ChecklistItem.Severity] = new OptionSetValue((int)requirement.Severity),
            [ChecklistItem.Sequence] = item.Sequence,
            [ChecklistItem.Source] = Cut(requirement.Source, SourceLength),
            [ChecklistItem.Verdict] = new OptionSetValue((int)verdict.Kind),
            [ChecklistItem.Status] = new OptionSetValue((int)item.Status),
            [ChecklistItem.IsOpen] = item.IsOpen,
            [ChecklistItem.ReasonKey] = verdict.Reason.Key,
            [ChecklistItem.ReasonArgs] = Arguments(verdict.Reason),
            [ChecklistItem.FixKey] = verdict.Fix?.Key,
            [ChecklistItem.FixArgs] = verdict.Fix == null ? null : Arguments(verdict.Fix),
            [ChecklistItem.TargetTable] = verdict.Target.Table,
            [ChecklistItem.TargetId] = verdict.Target.RecordId?.ToString("D"),
            [ChecklistItem.TargetColumn] = verdict.Target.Column,
            [ChecklistItem.JudgementId] = judgement?.Id.ToString("D"),
            [ChecklistItem.JudgedBy] = judgement?.JudgedBy == null ? null : Cut(judgement.JudgedBy, PersonLength),
            [ChecklistItem.JudgedOn] = judgement?.JudgedOn,
            [ChecklistItem.JudgedNote] = judgement?.Note,
            [ChecklistItem.JudgementVoid] = item.IsJudgementVoid,
            [ChecklistItem.WaivedUntil] = item.WaivedUntil,
            [ChecklistItem.EvidenceUrl] = judgement?.EvidenceUrl,
            [ChecklistItem.AnnouncedOn] = item.AnnouncedOn,
            [ChecklistItem.AppliesFrom] = item.AppliesFrom,
            [ChecklistItem.EndsOn] = item.EndsOn,
            [ChecklistItem.RuleSetVersion] = item.RuleSetVersion,
        };
    }

    private static void SetTexts(Entity row, EvaluatedItem item, int language)
    {
        var verdict = item.Verdict;
        row[ChecklistItem.Name] = Cut(Texts.Render(item.Requirement.Title, language), NameLength);
        row[ChecklistItem.Reason] = Cut(Texts.Render(verdict.Reason, language), TextLength);
        row[ChecklistItem.Fix] = verdict.Fix == null ? null : Cut(Texts.Render(verdict.Fix, language), TextLength);
    }

    private static void SetState(Entity row, int state, int status)
    {
        row[ChecklistItem.StateCode] = new OptionSetValue(state);
        row[ChecklistItem.StatusCode] = new OptionSetValue(status);
    }

    // An empty list is stored as nothing, like every empty text.
    private static string? Arguments(Message message)
    {
        if (message.Arguments.Count == 0)
        {
            return null;
        }

        var json = MessageJson.Write(message.Arguments);
        for (var length = 1000; json.Length > ArgumentsLength; length /= 2)
        {
            json = MessageJson.Write(message.Arguments.Select(argument => Cut(argument, length)));
        }

        return json;
    }

    /// <summary>The text, shortened to what a column holds.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text.Substring(0, length - 1) + "…";

    private static bool Touches(Entity row, params string[] columns) => columns.Any(row.Contains);
}
