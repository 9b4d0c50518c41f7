using System.CommandLine;
using System.CommandLine.Help;
using DataverseReadiness.Cli.Commands;

namespace DataverseReadiness.Cli;

/// <summary>Reads the arguments and runs one command.</summary>
internal sealed class CommandLine(Terminal terminal)
{
    private const int HelpWidth = 100;
    private const int NarrowestHelp = 40;

    // How long a command may take to stop once it was asked to.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);

    public async Task<int> Run(string[] args)
    {
        int code;
        try
        {
            code = await Invoke(args);
        }
        catch (UsageException e)
        {
            return Say(e.Message, ExitCode.Usage);
        }
        catch (TroubleException e)
        {
            code = Say(e.Message, ExitCode.Undecided);
        }
        catch (OperationCanceledException)
        {
            return Say("Stopped. Nothing was written.", ExitCode.Stopped);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Say($"readiness made a mistake ({e.GetType().Name}: {e.Message}). Report it with the command line that led to it.", ExitCode.Crash);
        }

        try
        {
            terminal.Out.Flush();
            return code;
        }
        catch (IOException e)
        {
            return Say($"The result cannot be written: {OutputFile.Reason(e)} Free space, or send the output somewhere else.", ExitCode.Undecided);
        }
    }

    private async Task<int> Invoke(string[] args)
    {
        var root = Root();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            throw new UsageException(Complaint(parsed, root));
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToStop,
        });
    }

    private RootCommand Root()
    {
        var root = new RootCommand("Says whether a Dynamics 365 / Dataverse offer is ready for Microsoft's marketplace, by the rules of the app Offer Readiness.")
        {
            CheckCommand.Create(terminal),
            InitCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ForecastCommand.Create(terminal),
            DiffCommand.Create(terminal),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            var usual = (HelpAction)help.Action!;
            usual.MaxWidth = Math.Max(NarrowestHelp, terminal.Width ?? HelpWidth);
            help.Action = new ExampleHelp(usual);
        }

        return root;
    }

    private static string Complaint(ParseResult parsed, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(one => one.Name).Concat(command.Options.Select(option => option.Name)).ToList();
        var unknown = parsed.UnmatchedTokens.FirstOrDefault();
        var sentence = unknown is null ? parsed.Errors[0].Message : $"There is no '{unknown}' here.{Closest.Suggestion(unknown, known)}";
        return $"{sentence} See 'readiness {(command == root ? "" : command.Name + " ")}--help'.";
    }

    private int Say(string sentence, int code)
    {
        try
        {
            terminal.Error.WriteLine(sentence);
        }
        catch (IOException)
        {
            // Nobody listens; the exit code says it.
        }

        return code;
    }
}
