using System;
using System.Globalization;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>The rule set that a caller of a custom API asks about.</summary>
internal static class RuleSetInput
{
    /// <exception cref="InvalidPluginExecutionException">There is no such rule set.</exception>
    public static RuleSetChoice Of(StepContext step)
    {
        var value = step.Inputs.Contains(CustomApi.RuleSet) ? step.Inputs[CustomApi.RuleSet] as int? : null;
        return value is { } known && Enum.IsDefined(typeof(RuleSetChoice), known)
            ? (RuleSetChoice)known
            : throw new InvalidPluginExecutionException(
                PluginTexts.Render("ruleset.none", step.PersonsLanguage(), value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty));
    }
}
