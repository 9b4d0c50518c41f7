using System.CommandLine;
using DataverseReadiness.Cli.Environments;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Imports a solution into an environment.</summary>
internal static class ImportCommand
{
    private const int UsualTime = 7200;
    private const int LongestTime = 86400;

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "import", "Import a solution into an environment, as an upgrade where an older managed version is there. Exit codes: 0 installed, 2 not installed.",
            "readiness import out/DataverseReadiness_managed.zip --environment https://yourorg.crm.dynamics.com",
            "readiness import out/DataverseReadiness_managed.zip --auth device-code",
            "readiness import out/DataverseReadiness_managed.zip --job 0f1b57ab-0000-4000-8000-000000000001");
        var zip = new Argument<string>("ZIP") { Description = "The solution, packed." };
        var again = new Option<bool>("--again") { Description = "Import it though this version is installed." };
        command.Arguments.Add(zip);
        var environment = new EnvironmentOption(terminal, command);
        var job = new Option<Guid?>("--job") { Description = "Begin nothing, and say how the import of this zip went that has this import job.", HelpName = "ID" };
        var time = new Option<int>("--import-time") { Description = $"How long to look on until the import has ended: 1 to {LongestTime}.", HelpName = "SECONDS", DefaultValueFactory = _ => UsualTime };
        command.Options.Add(again);
        command.Options.Add(job);
        command.Options.Add(time);
        command.Runs((result, stop) =>
        {
            var seconds = result.GetValue(time);
            if (seconds is < 1 or > LongestTime)
            {
                throw new UsageException($"--import-time {seconds} is out of range. Write 1 to {LongestTime} seconds.");
            }

            var file = SolutionFile.Read(result.GetValue(zip)!);
            return environment.Run(result, stop, async client =>
            {
                var import = new SolutionImport(client, terminal, file, TimeSpan.FromSeconds(seconds), stop);
                return result.GetValue(job) is { } begun ? Report(client, file, await import.Resume(begun), terminal) : await Import(client, import, file, result.GetValue(again), terminal);
            });
        });
        return command;
    }

    private static async Task<int> Import(WebApiClient client, SolutionImport import, SolutionFile file, bool again, Terminal terminal)
    {
        var there = await import.Installed();
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
        return Report(client, file, await import.Run(upgrades), terminal);
    }

    private static int Report(WebApiClient client, SolutionFile file, (string? Failure, IReadOnlyList<ImportedComponent> Components) end, Terminal terminal)
    {
        foreach (var component in end.Components)
        {
            var colour = component.Result == ImportedComponent.Failure ? Colour.Red : Colour.Yellow;
            terminal.Out.Write($"{terminal.Paint(colour, component.Result)}  {component.Component}  {component.Code}\n");
            foreach (var line in TextLines.Wrap(component.Text, 2, terminal.Width))
            {
                terminal.Out.Write(line + "\n");
            }
        }

        if (end.Failure is not null)
        {
            throw new TroubleException($"{client.Host} did not import {file.UniqueName} {file.Version}: {end.Failure} What was there is as it was.");
        }

        terminal.Out.Write($"{file.UniqueName} {file.Version} is installed in {client.Host}.\n");
        return ExitCode.Ready;
    }
}
