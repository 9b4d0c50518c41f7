using System.CommandLine;
using DataverseReadiness.Cli.Environments;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Imports a solution into an environment.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "import", "Import a solution into an environment, as an upgrade where an older managed version is there. Exit codes: 0 installed, 2 not installed.",
            "readiness import out/DataverseReadiness_managed.zip --environment https://yourorg.crm.dynamics.com",
            "readiness import out/DataverseReadiness_managed.zip --auth device-code");
        var zip = new Argument<string>("ZIP") { Description = "The solution, packed." };
        var again = new Option<bool>("--again") { Description = "Import it though this version is installed." };
        command.Arguments.Add(zip);
        var environment = new EnvironmentOption(terminal, command);
        command.Options.Add(again);
        command.Runs((result, stop) =>
        {
            var file = SolutionFile.Read(result.GetValue(zip)!);
            return environment.Run(result, stop, client => Import(client, file, result.GetValue(again), terminal, stop));
        });
        return command;
    }

    private static async Task<int> Import(WebApiClient client, SolutionFile file, bool again, Terminal terminal, CancellationToken stop)
    {
        var import = new SolutionImport(client, terminal, stop);
        var there = await import.Installed(file.UniqueName);
        if (there > file.Version)
        {
            throw new TroubleException($"{client.Host} has {file.UniqueName} {there}, and the file holds the lower version {file.Version}. Import {there} or a higher one; to go back is to restore a backup.");
        }

        if (there == file.Version && !again)
        {
            terminal.Out.Write($"{file.UniqueName} {there} is installed in {client.Host} already. Nothing was imported; --again imports it all the same.\n");
            return ExitCode.Ready;
        }

        var upgrades = there is not null && there != file.Version && file.IsManaged;
        terminal.Error.Write($"{(upgrades ? "Upgrading" : "Importing")} {file.UniqueName} {(there is null || there == file.Version ? "" : $"from {there} to ")}{file.Version} in {client.Host}.\n");
        var (failure, components) = await import.Run(file, upgrades);
        foreach (var component in components)
        {
            var colour = component.Result == "failure" ? Colour.Red : Colour.Yellow;
            terminal.Out.Write($"{terminal.Paint(colour, component.Result)}  {component.Component}  {component.Code}\n");
            foreach (var line in TextLines.Wrap(component.Text, 2, terminal.Width))
            {
                terminal.Out.Write(line + "\n");
            }
        }

        if (failure is not null)
        {
            throw new TroubleException($"{client.Host} did not import {file.UniqueName} {file.Version}: {failure} What was there is as it was.");
        }

        terminal.Out.Write($"{file.UniqueName} {file.Version} is installed in {client.Host}.\n");
        return ExitCode.Ready;
    }
}
