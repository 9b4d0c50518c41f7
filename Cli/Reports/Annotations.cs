using System.Globalization;
using System.Text;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>Lines that a pipeline turns into marks beside the files, in GitHub Actions and Azure Pipelines.</summary>
/// <remarks>
/// Both say by a variable that a job is theirs (<c>GITHUB_ACTIONS</c>, <c>TF_BUILD</c>). What is not met is an error; what waits for
/// a decision, a warning.
/// </remarks>
internal static class Annotations
{
    /// <summary>Empty where no pipeline runs.</summary>
    public static string Render(CheckReport report, Func<string, string?> environment)
    {
        Func<bool, string, int, string, string, string>? write =
            string.Equals(environment("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase) ? GitHub
            : string.Equals(environment("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase) ? Azure
            : null;
        if (write is null)
        {
            return "";
        }

        var lines = new StringBuilder();
        foreach (var problem in report.Problems)
        {
            lines.Append(write(true, problem.File, problem.Line, "", problem.Sentence)).Append('\n');
        }

        foreach (var item in report.Open)
        {
            lines.Append(write(item.Item.Status != ItemStatus.Undecided, item.Place.File, item.Place.Line, item.Key + " " + item.Title, item.Reason + " " + item.Fix)).Append('\n');
        }

        return lines.ToString();
    }

    private static string GitHub(bool isError, string file, int line, string title, string message)
    {
        var place = "file=" + GitHubValue(file) + (line > 0 ? ",line=" + Number(line) : "") + (title.Length > 0 ? ",title=" + GitHubValue(title) : "");
        return (isError ? "::error " : "::warning ") + place + "::" + GitHubText(message);
    }

    private static string GitHubText(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string GitHubValue(string text) => GitHubText(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Azure(bool isError, string file, int line, string title, string message)
    {
        var place = "type=" + (isError ? "error" : "warning") + ";sourcepath=" + AzureValue(file) + ";" + (line > 0 ? "linenumber=" + Number(line) + ";" : "") + (title.Length > 0 ? "code=" + AzureValue(title) + ";" : "");
        return "##vso[task.logissue " + place + "]" + AzureText(message);
    }

    private static string AzureText(string text) => text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string AzureValue(string text) => AzureText(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
