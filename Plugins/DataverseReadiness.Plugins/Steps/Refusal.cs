using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Plugins.Wording;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>What a step refuses, in the language of the person who called.</summary>
internal static class Refusal
{
    private const int NamedProblems = 10;

    /// <summary>One sentence, by the key of its text; the caller throws it.</summary>
    public static InvalidPluginExecutionException Of(StepContext step, string key, params string[] arguments) =>
        new(PluginTexts.Render(key, step.PersonsLanguage(), arguments));

    /// <summary>One message for all values of a request that cannot be stored; does nothing when there are none.</summary>
    /// <exception cref="InvalidPluginExecutionException">There is at least one.</exception>
    public static void Throw(StepContext step, IReadOnlyList<Problem> problems)
    {
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

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
