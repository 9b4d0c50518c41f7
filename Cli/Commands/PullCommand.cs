using System.CommandLine;
using System.Globalization;
using DataverseReadiness.Cli.Environments;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Writes an offer of an environment into a folder.</summary>
internal static class PullCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "pull", "Write an offer of an environment into a folder, files included; what else the folder has stays. Exit codes: 0 the folder has it, 2 not.",
            "readiness pull \"Contoso Help\" offer --environment https://yourorg.crm.dynamics.com",
            "readiness pull 0f1b57ab-0000-4000-8000-000000000001 offer && readiness check offer");
        var offer = new Argument<string>("OFFER") { Description = "Name or id of the offer." };
        var folder = new Argument<string>("FOLDER") { Description = "Where to; made where it is not there." };
        command.Arguments.Add(offer);
        command.Arguments.Add(folder);
        var environment = new EnvironmentOption(terminal, command);
        command.Runs((result, stop) => environment.Run(result, stop, async client =>
        {
            string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

            var path = result.GetValue(folder)!;
            var found = await new EnvironmentOffers(client).Find(result.GetValue(offer)!);
            var pull = new FolderPull(client, path, terminal);
            await pull.Run(found[0].Id);
            terminal.Out.Write(pull is { HasChanged: false, FilesWritten: 0 }
                ? $"Nothing to write: '{path}' has all {Say(pull.Rows)} rows of '{found[0].Name}' already.\n"
                : $"Rows of '{found[0].Name}' in '{path}': {Say(pull.Rows)}. Files written: {Say(pull.FilesWritten)}.\n");
            return ExitCode.Ready;
        }));
        return command;
    }
}
