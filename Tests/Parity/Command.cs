using System.Globalization;

namespace Parity;

/// <summary>Replays the scenarios against an environment and writes down what that showed.</summary>
internal sealed class Command(Files files, TextReader input, TextWriter output, TextWriter error)
{
    public const string TokenVariable = "DATAVERSE_TOKEN";

    public const string Usage = """
        Replays the recorded scenarios against a Dataverse environment, and stamps docs/parity.md with what that showed.

          dotnet run --project Tests/Parity -- https://yourorg.crm.dynamics.com [--yes] [--remove]

          --yes      do not ask before the solution 'Parity scenarios' is imported and rows of its tables are written
          --remove   delete that solution at the end; its rows are deleted in any case

        The bearer token is read from the environment variable DATAVERSE_TOKEN:
          az account get-access-token --resource https://yourorg.crm.dynamics.com --query accessToken -o tsv

        Exit codes: 0 all the same, 1 something differs, 2 not everything could be compared.
        """;

    private const int Same = 0;
    private const int Differs = 1;
    private const int NotCompared = 2;

    public async Task<int> RunAsync(string[] args, string? token)
    {
        var options = args.Where(argument => argument.StartsWith('-')).ToHashSet(StringComparer.Ordinal);
        if (options.Overlaps(["-h", "--help"]) || args.Length == 0)
        {
            output.WriteLine(Usage);
            return args.Length == 0 ? NotCompared : Same;
        }

        if (args.Except(options).ToList() is not [var text] || options.Except(["--yes", "--remove"]).Any())
            return Refuse("The address of one environment is wanted, and nothing else but --yes and --remove.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            return Refuse($"'{text}' is no address of an environment. Enter one such as https://yourorg.crm.dynamics.com.");
        if (string.IsNullOrWhiteSpace(token))
            return Refuse($"The variable {TokenVariable} holds no token. One is given by 'az account get-access-token --resource {address.GetLeftPart(UriPartial.Authority)} --query accessToken -o tsv'.");

        using var client = new EnvironmentClient(address, token.Trim());
        var target = new TargetEnvironment(client, files);
        try
        {
            await target.IntroduceAsync();
            output.WriteLine($"The environment '{target.Name}' ({address.Authority}), version {target.Version}.");
            output.WriteLine("The managed solution 'Parity scenarios' is imported into it where it is not there yet; rows of the tables pty_order and pty_line are written and deleted, all that are there.");
            if (!options.Contains("--yes") && !Agrees())
                return Refuse("Nothing was written.");
            await target.PrepareAsync();
        }
        catch (NotFinishedException problem)
        {
            return Refuse(problem.Message);
        }

        var outcomes = await CompareAsync(client, target);
        await EndAsync(target, options.Contains("--remove"));
        foreach (var (name, outcome) in outcomes)
            output.WriteLine($"{name,-28} {outcome}");
        Write(client, target, outcomes);
        return outcomes.Values.Any(outcome => outcome.Difference is not null) ? Differs : outcomes.Values.All(outcome => outcome.IsSame) ? Same : NotCompared;
    }

    private async Task<SortedDictionary<string, Outcome>> CompareAsync(EnvironmentClient client, TargetEnvironment target)
    {
        var outcomes = new SortedDictionary<string, Outcome>(StringComparer.Ordinal);
        string? ended = null;
        foreach (var (name, scenario) in Scenario.All(files))
        {
            if (scenario.Language is { } language && language != target.Language)
            {
                outcomes[name] = Outcome.NotCompared($"its texts are those of the language {language}, and the caller's is {target.Language}.");
                continue;
            }

            try
            {
                if (ended is not null)
                    throw new NotFinishedException(ended, endsRun: true);
                await target.CleanAsync();
                outcomes[name] = new(await ScenarioReplay.CompareAsync(client, scenario) is { } difference ? Named(difference, target) : null, null);
            }
            catch (NotFinishedException problem)
            {
                outcomes[name] = Outcome.NotCompared(problem.Message);
                if (problem.EndsRun)
                    ended = problem.Message;
            }
        }

        return outcomes;
    }

    /// <summary>Leaves the environment as it was found, or says what is left in it.</summary>
    private async Task EndAsync(TargetEnvironment target, bool removes)
    {
        try
        {
            await target.CleanAsync();
            if (removes)
                await target.RemoveAsync();
        }
        catch (NotFinishedException problem)
        {
            error.WriteLine($"Rows of pty_order and pty_line may be left{(removes ? ", and the solution" : "")}: {problem.Message}");
        }
    }

    private void Write(EnvironmentClient client, TargetEnvironment target, SortedDictionary<string, Outcome> outcomes)
    {
        if (client.IsSandbox)
        {
            output.WriteLine("This was the sandbox itself: nothing is stamped.");
            return;
        }

        var scenarios = Scenario.All(files);
        var stamps = Stamp.All(files);
        foreach (var (name, outcome) in outcomes.Where(pair => pair.Value.Reason is null))
            stamps[name] = new(
                outcome.IsSame ? StampResult.Same : StampResult.Differs, DateOnly.FromDateTime(DateTime.UtcNow), target.Version, scenarios[name].Fingerprint(), outcome.Difference);
        foreach (var gone in stamps.Keys.Except(scenarios.Keys).ToList())
            stamps.Remove(gone);
        Files.Write(files.Stamps, stamps);
        File.WriteAllText(files.Page, Page.Of(files));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Values.Count(outcome => outcome.Reason is null)} of {outcomes.Count} scenarios are stamped; docs/parity.md is current."));
    }

    private bool Agrees()
    {
        output.Write("Go on? [y/N] ");
        return input.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private int Refuse(string sentence)
    {
        error.WriteLine(sentence);
        return NotCompared;
    }

    /// <summary>No name of an environment goes into the repository.</summary>
    private static string Named(string difference, TargetEnvironment target) => difference.Replace(target.Name, "{organization}", StringComparison.OrdinalIgnoreCase);

    /// <param name="Difference">The first difference.</param>
    /// <param name="Reason">Why nothing was compared.</param>
    private sealed record Outcome(string? Difference, string? Reason)
    {
        public bool IsSame => Difference is null && Reason is null;

        public static Outcome NotCompared(string reason) => new(null, reason);

        public override string ToString() => Difference is not null ? "differs: " + Difference : Reason is not null ? "not compared: " + Reason : "same";
    }
}
