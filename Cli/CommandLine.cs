using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using DataverseReadiness.Cli.Commands;

namespace DataverseReadiness.Cli;

/// <summary>Reads the arguments and runs one command.</summary>
internal sealed class CommandLine(Terminal terminal)
{
    private const int HelpWidth = 100;
    private const int NarrowestHelp = 40;

    private const string NoResult = "Stopped. No result was written.";

    public async Task<int> Run(string[] args)
    {
        using var stop = new StopSignals();
        int code;
        try
        {
            var run = Invoke(args, stop.Token);
            if (await Task.WhenAny(run, stop.Patience) != run)
            {
                // What it waits for cannot be taken from it; it ends with the process.
                terminal.Progress?.Dispose();
                return Say(NoResult, stop.ExitCode);
            }

            code = await run;
        }
        catch (UsageException e)
        {
            return Say(e.Message, ExitCode.Usage);
        }
        catch (TroubleException e)
        {
            code = Say(e.Message, ExitCode.Undecided);
        }
        catch (OperationCanceledException e)
        {
            return Say(e is StoppedException ? e.Message : NoResult, stop.ExitCode);
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

    private async Task<int> Invoke(string[] args, CancellationToken stop)
    {
        var root = Root();
        var parsed = root.Parse(args);
        var option = UnknownOption(parsed, args);
        if (option is not null || parsed.Action is ParseErrorAction)
        {
            throw new UsageException(Complaint(parsed, root, option));
        }

        var surroundings = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(surroundings, stop);
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
            PackageCommand.Create(terminal),
            ImportCommand.Create(terminal),
            ReportCommand.Create(terminal),
            PullCommand.Create(terminal),
            PushCommand.Create(terminal),
            SweepCommand.Create(terminal),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            var usual = (HelpAction)help.Action!;
            usual.MaxWidth = Math.Max(NarrowestHelp, terminal.Width ?? HelpWidth);
            help.Action = new ExampleHelp(usual);
        }

        return root;
    }

    // What begins like an option is none of the paths it would be taken for, unless there is such a path.
    private static string? UnknownOption(ParseResult parsed, string[] args) => args.Contains("--") ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .FirstOrDefault(value => value.StartsWith('-') && value.Length > 1 && !Path.Exists(value));

    private static string Complaint(ParseResult parsed, RootCommand root, string? option)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(one => one.Name).Concat(command.Options.Select(one => one.Name)).ToList();
        var unknown = option ?? parsed.UnmatchedTokens.FirstOrDefault();
        var sentence = unknown is null ? string.Join(' ', parsed.Errors[0].Message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.') + "." : $"There is no '{unknown}' here.{Closest.Suggestion(unknown, known)}";
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
