using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using DataverseReadiness.Cli.Environments;
using DataverseReadiness.Plugins.Names;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Has an environment evaluate what is due.</summary>
internal static class SweepCommand
{
    private const int LargestPage = 100;
    private const int MostFaults = 100;

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "sweep", "Have an environment evaluate the offers that are due though nobody saved them, page by page until none remains. An offer that faults is passed over and named. Exit codes: 0 done, 2 not done, or not all.",
            "readiness sweep --environment https://yourorg.crm.dynamics.com",
            "readiness sweep --page-size 20");
        var environment = new EnvironmentOption(terminal, command);
        var size = new Option<int>("--page-size") { Description = $"Offers a page, each page one transaction: 1 to {LargestPage}.", HelpName = "OFFERS", DefaultValueFactory = _ => LargestPage };
        command.Options.Add(size);
        command.Runs((result, stop) =>
        {
            var page = result.GetValue(size);
            return page is >= 1 and <= LargestPage
                ? environment.Run(result, stop, client => Sweep(client, page, terminal))
                : throw new UsageException($"--page-size {page} is out of range. Write 1 to {LargestPage}.");
        });
        return command;
    }

    private static async Task<int> Sweep(WebApiClient client, int size, Terminal terminal)
    {
        string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

        int pages = 0, evaluated = 0, probed = 0;
        var faults = new List<string>();
        var failed = new SortedSet<string>(StringComparer.Ordinal);
        var remains = true;
        while (remains)
        {
            JsonObject page;
            try
            {
                // A page takes up what is due then, so it may be asked for twice.
                var body = new JsonObject { [CustomApi.PageSize] = size };
                if (faults.Count > 0)
                {
                    body[CustomApi.PassOver] = string.Join('\n', faults);
                }

                page = (await client.Call(CustomApi.SweepOffers, body, isRepeatable: true))!;
            }
            catch (RefusedException fault) when (fault.Code == RefusedException.ByPlugin && faults.Count < MostFaults && faults.Count(said => said == fault.Message) < 2)
            {
                // The transaction went with the page; the offer that the sentence names is left out of the next one.
                faults.Add(fault.Message);
                terminal.Error.Write(fault.Message + "\n");
                continue;
            }

            foreach (var offer in ((string?)page[CustomApi.FailedOffers] ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                failed.Add(offer);
            }

            remains = (bool)page[CustomApi.Remaining]!;
            pages++;
            evaluated += (int)page[CustomApi.Evaluated]!;
            probed += (int)page[CustomApi.Probed]!;
            terminal.Out.Write($"Page {Say(pages)}: offers evaluated {Say((int)page[CustomApi.Evaluated]!)}, addresses asked {Say((int)page[CustomApi.Probed]!)}.\n");
        }

        terminal.Out.Write($"Done: offers evaluated {Say(evaluated)}, addresses asked {Say(probed)}. {client.Host} says that none remains.\n");
        foreach (var offer in failed)
        {
            terminal.Out.Write($"Passed over: {offer}\n");
        }

        return failed.Count == 0 ? ExitCode.Ready : ExitCode.Undecided;
    }
}
