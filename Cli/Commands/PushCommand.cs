using System.CommandLine;
using System.Globalization;
using DataverseReadiness.Cli.Environments;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Writes a folder into an environment.</summary>
internal static class PushCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "push", "Write the offers of a folder into an environment, by the ids of their rows; what the folder does not name stays. Exit codes: 0 the environment has it, 2 not all of it.",
            "readiness push offer --environment https://yourorg.crm.dynamics.com",
            "readiness check offer && readiness push offer");
        var folder = new Argument<string>("FOLDER") { Description = "The folder of an offer, with data.json." };
        command.Arguments.Add(folder);
        var environment = new EnvironmentOption(terminal, command);
        command.Runs((result, stop) =>
        {
            var path = result.GetValue(folder)!;
            return environment.Run(result, stop, client => Push(client, path, terminal, stop));
        });
        return command;
    }

    private static async Task<int> Push(WebApiClient client, string folder, Terminal terminal, CancellationToken stop)
    {
        string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

        var reader = new FolderReader(folder, Texts.English, stop);
        var rows = reader.Read();
        if (reader.Problems.Count > 0)
        {
            reader.Problems.ForEach(problem => terminal.Out.Write(problem + "\n"));
            throw new TroubleException($"The app would not take the folder '{folder}' as it is. Nothing was written.");
        }

        var push = new FolderPush(client, reader, rows, terminal);
        try
        {
            await push.Run();
        }
        catch (TroubleException) when (push.HasWritten)
        {
            terminal.Error.Write($"Part of the folder is in {client.Host} now; the same command goes on from there.\n");
            throw;
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            throw new StoppedException($"Stopped. {client.Host} has taken {Say(push.Written)} of the folder's changes of rows and {Say(push.Uploaded)} files; what was on its way may have arrived. The same command says what is missing and goes on from there.", e);
        }

        var isSame = push is { Created: 0, Changed: 0, Uploaded: 0 };
        terminal.Out.Write(isSame
            ? $"Nothing to write: {client.Host} has all {Say(rows.Count)} rows of '{folder}' already.\n"
            : $"Rows created in {client.Host}: {Say(push.Created)}, changed: {Say(push.Changed)}, of {Say(rows.Count)}. Files uploaded: {Say(push.Uploaded)}, of {Say(rows.Sum(row => row.Files.Count))}.\n");
        if (push.Others > 0)
        {
            terminal.Out.Write($"Rows of these offers that the folder does not have, and that stay: {Say(push.Others)}.\n");
        }

        return ExitCode.Ready;
    }
}
