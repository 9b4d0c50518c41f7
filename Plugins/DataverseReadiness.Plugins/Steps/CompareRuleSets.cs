using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>What a switch to another rule set would keep, drop and bring. Stores nothing.</summary>
[CrmPluginRegistration(CustomApi.CompareRuleSets)]
public sealed class CompareRuleSets : PluginBase
{
    protected override void Run(StepContext step)
    {
        var other = RuleSetInput.Of(step);
        var comparison = RuleSetComparison.Of(ReadableOffer.Facts(step), other);
        var language = step.PersonsLanguage();
        step.Outputs[CustomApi.Differences] = Json.Write(new Dictionary<string, object?>
        {
            ["kept"] = comparison.Kept.Select(change => new Dictionary<string, object?>
            {
                ["key"] = change.Before!.Requirement.Key,
                ["otherKey"] = change.After!.Requirement.Key,
                ["from"] = change.From?.ToString(),
                ["to"] = change.To?.ToString(),
            }),
            ["leaves"] = comparison.Leaves.Select(item => ChangeJson.Of(item, language)),
            ["comes"] = comparison.Comes.Select(item =>
            {
                var json = ChangeJson.Of(item, language);
                json["severity"] = item.Requirement.Severity.ToString();
                return json;
            }),
        });
        step.Outputs[CustomApi.OpenItems] = comparison.After.OpenItems;
    }
}
