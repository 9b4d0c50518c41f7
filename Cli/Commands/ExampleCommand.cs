using System.CommandLine;

namespace DataverseReadiness.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines, each followed by what it does.</summary>
    public IReadOnlyList<string> Examples => examples;

    /// <summary>Runs the command beside the thread that waits for Ctrl-C, so that no reading keeps it from being stopped.</summary>
    public void Runs(Func<ParseResult, CancellationToken, int> run) =>
        SetAction((result, stop) => Task.Run(() => run(result, stop), stop));

    /// <summary>The same for a command that waits for answers.</summary>
    public void Runs(Func<ParseResult, CancellationToken, Task<int>> run) =>
        SetAction((result, stop) => Task.Run(() => run(result, stop), stop));
}
