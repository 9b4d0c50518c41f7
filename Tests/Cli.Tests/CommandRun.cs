using System.Text;
using DataverseReadiness.Cli;

namespace Cli.Tests;

/// <summary>A command line run in this process, with everything it wrote.</summary>
internal sealed class CommandRun
{
    public static readonly DateTimeOffset Now = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    private CommandRun(int code, string output, string error)
    {
        Code = code;
        Output = output;
        Error = error;
    }

    public int Code { get; }

    public string Output { get; }

    public string Error { get; }

    public static Task<CommandRun> Of(params string[] args) => Of(new Surroundings(), args);

    public static async Task<CommandRun> Of(Surroundings surroundings, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var code = await new CommandLine(new Terminal
        {
            Out = output,
            Error = error,
            Width = surroundings.Width,
            HasColour = surroundings.HasColour,
            ProgressWidth = surroundings.ProgressWidth,
            Environment = name => surroundings.Environment.GetValueOrDefault(name),
            Clock = surroundings.Clock,
        }).Run(args);
        return new CommandRun(code, Clean(output), Clean(error));
    }

    /// <summary>All of it, for an approved file.</summary>
    public override string ToString() => Output + (Error.Length > 0 ? "(error) " + Error : "") + $"(exit code {Code})\n";

    // Where the working copy lies is nobody's business.
    private static string Clean(StringWriter text) => text.ToString().Replace(Repository.Root.Replace('\\', '/') + "/", "", StringComparison.Ordinal);

    public sealed record Surroundings
    {
        public int? Width { get; init; }

        public bool HasColour { get; init; }

        public int? ProgressWidth { get; init; }

        public Dictionary<string, string> Environment { get; init; } = [];

        public TimeProvider Clock { get; init; } = new StandingClock();
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
