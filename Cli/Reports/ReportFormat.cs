using System.CommandLine;

namespace DataverseReadiness.Cli.Reports;

/// <summary>A format that was asked for, and where it goes.</summary>
/// <param name="File">Null for the standard output.</param>
internal sealed record ReportFormat(string Name, string? File)
{
    public const string Text = "text";

    public static IReadOnlyList<string> Names { get; } = [Text, "json", "sarif", "junit", "html", "markdown"];

    public static Option<string[]> Option() => new("--format", "-f")
    {
        Description = $"One of {string.Join(", ", Names)}; to the standard output, or to a file. May be given several times.",
        HelpName = "FORMAT[=FILE]",
    };

    /// <summary>Reads <c>FORMAT</c> and <c>FORMAT=FILE</c>; text goes to the standard output where no other format does.</summary>
    /// <exception cref="UsageException">A format is unknown, or two would go to one place.</exception>
    public static IReadOnlyList<ReportFormat> Parse(IReadOnlyList<string> asked)
    {
        var formats = new List<ReportFormat>();
        foreach (var text in asked)
        {
            var parts = text.Split('=', 2);
            if (!Names.Contains(parts[0]))
            {
                throw new UsageException($"There is no format '{parts[0]}'.{Closest.Suggestion(parts[0], Names)} Write one of {string.Join(", ", Names)}.");
            }

            if (parts is [_, ""])
            {
                throw new UsageException($"The format '{parts[0]}' names no file after '='. Write '{parts[0]}=FILE', or '{parts[0]}' for the standard output.");
            }

            formats.Add(new ReportFormat(parts[0], parts.Length > 1 ? parts[1] : null));
        }

        if (formats.TrueForAll(format => format.File is not null))
        {
            formats.Insert(0, new ReportFormat(Text, null));
        }

        if (formats.GroupBy(format => format.File).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"Two formats go to {(twice.Key is null ? "the standard output" : $"'{twice.Key}'")}. Write FORMAT=FILE with a file of its own for each.");
        }

        return formats;
    }

    /// <summary>Writes the report to where it goes; text is followed by what a pipeline marks.</summary>
    /// <exception cref="TroubleException">The file cannot be written.</exception>
    public void Write(CheckReport report, Terminal terminal)
    {
        var text = Render(report, terminal);
        if (File is not null)
        {
            OutputFile.Write(File, text);
            return;
        }

        terminal.Out.Write(text);
        if (Name == Text)
        {
            terminal.Out.Write(Annotations.Render(report, terminal.Environment));
        }
    }

    private string Render(CheckReport report, Terminal terminal) => Name switch
    {
        "json" => JsonReport.Render(report),
        "sarif" => SarifReport.Render(report),
        "junit" => JUnitReport.Render(report),
        "html" => new HtmlReport(report).Render(),
        "markdown" => new MarkdownReport(report).Render(),
        _ => new TextReport(report, File is null ? terminal : Plain(terminal)).Render(),
    };

    // A file has neither colours nor a width.
    private static Terminal Plain(Terminal terminal) => new() { Out = terminal.Out, Error = terminal.Error };
}
