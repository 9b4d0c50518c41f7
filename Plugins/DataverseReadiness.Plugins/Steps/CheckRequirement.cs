using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Refuses a team's requirement that would stand for something else: one without a key of its own, or one that takes a duty away that
/// Microsoft imposes. What merely cannot be used is stored and says why.
/// </summary>
[CrmPluginRegistration("Create", OwnRequirement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, "",
    "CheckRequirement: Create of rdy_requirement", 2, IsolationModeEnum.Sandbox, Id = "c01e4d54-19cd-435f-a8f8-5122331908ee")]
[CrmPluginRegistration("Update", OwnRequirement.Table, StageEnum.PreOperation, ExecutionModeEnum.Synchronous, ColumnLists.RequirementFacts,
    "CheckRequirement: Update of rdy_requirement", 2, IsolationModeEnum.Sandbox, Id = "1725b7bc-aefd-4881-ba59-140c2e7a6d16",
    Image1Type = ImageTypeEnum.PreImage, Image1Name = StepContext.Image, Image1Attributes = ColumnLists.RequirementFacts, Image1Id = "6b00317a-f4fe-4f12-8082-4ebb15b78faa")]
public sealed class CheckRequirement : PluginBase
{
    private const int ProblemLength = 2000;

    protected override void Run(StepContext step)
    {
        var target = step.Target;
        if (!step.Is(target != null && step.Table == OwnRequirement.Table))
        {
            return;
        }

        var row = new Entity(OwnRequirement.Table, step.RowId);
        row.Attributes.AddRange(step.Before?.Attributes ?? []);
        foreach (var value in target!.Attributes)
        {
            row[value.Key] = value.Value;
        }

        var problem = TeamRequirements.ProblemOf(
            OwnRequirements.Of(row), OwnRequirements.Of(OwnRequirements.Read(step.System)).Where(other => other.Id != row.Id).ToList());
        if (problem != null && problem.Key is "team.problem.key" or "team.problem.lowers")
        {
            throw new InvalidPluginExecutionException(Texts.Render(problem!, step.PersonsLanguage()));
        }

        target[OwnRequirement.Problem] = problem == null ? null : ItemRow.Cut(Texts.Render(problem, BaseLanguage.Of(step)), ProblemLength);
    }
}
