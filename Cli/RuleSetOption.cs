using System.CommandLine;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli;

/// <summary>A rule set by its name.</summary>
/// <remarks>The catalogue is only touched where the option is given: to build it takes longer than to parse a command line.</remarks>
internal static class RuleSetOption
{
    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--rule-set", "-r") { Description = description, HelpName = "2018-12|current" };
        option.Validators.Add(result =>
        {
            var name = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (Find(name) is null)
            {
                result.AddError($"There is no rule set '{name}'. Write one of {string.Join(", ", RuleSet.Every.Select(ruleSet => ruleSet.Name))}.");
            }
        });
        return option;
    }

    /// <summary>Null for no name, and for one that no rule set has.</summary>
    public static RuleSet? Find(string? name) => name is null ? null : RuleSet.Every.FirstOrDefault(ruleSet => ruleSet.Name == name);
}
