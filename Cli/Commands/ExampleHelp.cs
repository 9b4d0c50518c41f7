using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DataverseReadiness.Cli.Commands;

/// <summary>The usual help, and below it the examples of the command.</summary>
internal sealed class ExampleHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand { Examples.Count: > 0 } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.Write("Examples:\n");
            foreach (var example in command.Examples)
            {
                output.Write("  " + example + "\n");
            }

            output.Write("\n");
        }

        return ExitCode.Ready;
    }
}
