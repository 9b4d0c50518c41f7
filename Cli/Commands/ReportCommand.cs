using System.CommandLine;
using System.Globalization;
using DataverseReadiness.Cli.Environments;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Reports what the offers of an environment stand at.</summary>
internal static class ReportCommand
{
    private const int ShownKeys = 5;

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "report", "Report what the offers of an environment stand at: items, and what people judged. Exit codes: 0 ready, 1 mandatory items open, 2 could not be read.",
            "readiness report --environment https://yourorg.crm.dynamics.com --format html=report.html",
            "readiness report \"Contoso Help\" --format sarif");
        var offer = new Argument<string?>("OFFER") { Description = "Name or id of one offer; every active one where none is named.", Arity = ArgumentArity.ZeroOrOne };
        command.Arguments.Add(offer);
        var environment = new EnvironmentOption(terminal, command);
        var formats = ReportFormat.Option();
        var language = LanguageOption.Create();
        command.Options.Add(formats);
        command.Options.Add(language);
        command.Runs((result, stop) =>
        {
            var asked = ReportFormat.Parse(result.GetValue(formats) ?? []);
            return environment.Run(result, stop, async client =>
            {
                var offers = new EnvironmentOffers(client);
                var read = await offers.Read(await offers.Find(result.GetValue(offer)));
                var report = Decide(read, OfferInput.Present(terminal), LanguageOption.CodeOf(result.GetValue(language)!));
                foreach (var decided in report.Offers)
                {
                    Compare(decided, client.Host, report.Language, terminal);
                }

                foreach (var format in asked)
                {
                    format.Write(report, terminal);
                }

                return report.ExitCode;
            });
        });
        return command;
    }

    private static CheckReport Decide(IReadOnlyList<SubmittedOffer> offers, DateTime now, int language) => new()
    {
        Language = language,
        At = now,
        Offers = [.. offers.Select(offer => new OfferReport(offer, OfferEvaluation.Of(offer.Facts(now)), language))],
        Problems = [],
    };

    /// <summary>Says where the checklist of the environment is another one.</summary>
    /// <remarks>The plug-ins decide by the same code: what differs was decided by another version, or before something aged.</remarks>
    private static void Compare(OfferReport decided, string host, int language, Terminal terminal)
    {
        var row = decided.Offer.Row;
        string Line(string key, params string[] arguments) => CliTexts.Say(key, language, arguments) + "\n";

        if (row.Text(Offer.RuleSetVersion) is var version && version != decided.Evaluation.RuleSetVersion)
        {
            terminal.Error.Write(version is null
                ? Line("report.version.none", host, decided.Offer.Name, decided.Evaluation.RuleSetVersion)
                : Line("report.version", host, decided.Offer.Name, version, decided.Evaluation.RuleSetVersion));
            return;
        }

        var stored = row.Related(Relationships.Items).ToDictionary(item => item.Text(ChecklistItem.Key) ?? "", item => item.Choice<ItemStatus>(ChecklistItem.Status));
        var others = decided.Items.Where(item => stored.GetValueOrDefault(item.Key) != item.Item.Status).Select(item => item.Key).ToList();
        if (others.Count > 0)
        {
            var keys = string.Join(", ", others.Take(ShownKeys)) + (others.Count > ShownKeys ? ", ..." : "");
            terminal.Error.Write(Line("report.aged", decided.Offer.Name, host, others.Count.ToString(CultureInfo.InvariantCulture), keys));
        }
    }
}
