using System.Text;

namespace DataverseReadiness.Cli;

/// <summary>Where the command writes, and what is known of it.</summary>
internal sealed class Terminal
{
    /// <summary>Results. Flushed at the end.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>What is said about the run itself.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Columns of the window; null where no window shows the results.</summary>
    public int? Width { get; init; }

    public bool HasColour { get; init; }

    /// <summary>Whether a line that overwrites itself can be shown beside the results; its width, null where it cannot.</summary>
    public int? ProgressWidth { get; init; }

    /// <summary>The line that was shown last, for who has to end what shows it.</summary>
    public ProgressLine? Progress { get; set; }

    /// <summary>Variables of the environment; null for one that is not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var isDumb = System.Environment.GetEnvironmentVariable("TERM") == "dumb";
        var isPlain = !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal
        {
            Out = new HeldWriter(Console.OpenStandardOutput()) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" },
            Width = Console.IsOutputRedirected ? null : WindowWidth(),
            HasColour = !Console.IsOutputRedirected && !isDumb && !isPlain,
            ProgressWidth = Console.IsErrorRedirected || isDumb ? null : WindowWidth(),
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>Text in a colour of the terminal's own palette, where it has colours.</summary>
    public string Paint(Colour colour, string text) => HasColour ? $"\e[{(int)colour}m{text}\e[0m" : text;

    private static int? WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
