using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Plugins.Wording;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>One message for all values of a request that cannot be stored, in the person's language.</summary>
internal static class Refusal
{
    private const int NamedProblems = 10;

    /// <summary>Does nothing when there are no problems.</summary>
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
