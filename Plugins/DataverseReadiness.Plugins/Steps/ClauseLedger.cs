using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Every clause of a rule set with who guards it.</summary>
[CrmPluginRegistration(CustomApi.ClauseLedger)]
public sealed class ClauseLedger : PluginBase
{
    protected override void Run(StepContext step)
    {
        var ruleSet = RuleSet.Of(RuleSetInput.Of(step));
        var language = step.PersonsLanguage();
        step.Outputs[CustomApi.Clauses] = Json.Write(Rules.ClauseLedger.Of(ruleSet).Select(clause => new Dictionary<string, object?>
        {
            ["key"] = clause.Key,
            ["title"] = Texts.Render(clause.Title, language),
            ["source"] = clause.Source,
            ["guard"] = clause.Guard.ToString(),
            ["note"] = clause.Note == null ? null : Texts.Render(clause.Note, language),
            ["waivable"] = clause.CanBeWaived,
        }));
    }
}
