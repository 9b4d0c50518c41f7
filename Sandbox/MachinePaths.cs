using System.Text.RegularExpressions;

namespace Sandbox;

/// <summary>Keeps out of answers and stored traces where things lie on this machine, which exceptions of plug-ins and of the runtime tell.</summary>
internal static partial class MachinePaths
{
    private const string Shown = "(path)";

    /// <summary>The text without source files of stack traces and without paths below the folders of the sandbox, of the user and of temporary files.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dataFolder">Folder of the organization.</param>
    public static string Hide(string text, string dataFolder)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)) return text;
        text = SourceOfFrame().Replace(text, "");
        foreach (var folder in Folders(dataFolder))
        {
            if (text.Contains(folder, StringComparison.OrdinalIgnoreCase))
                text = Regex.Replace(text, $@"(?<![\w.\-/\\]){Regex.Escape(folder)}(?![\w.\-])[^\s'""<>|]*", Shown, RegexOptions.IgnoreCase);
        }

        return text;
    }

    private static IEnumerable<string> Folders(string dataFolder) =>
        new[]
            {
                dataFolder, AppContext.BaseDirectory, Environment.CurrentDirectory, Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            }
            .Select(folder => folder.TrimEnd('/', '\\')).Where(folder => folder.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(folder => folder.Length);

    [GeneratedRegex(@"(?<=^\s+at .+) in \S.*:line \d+\s*$", RegexOptions.Multiline)]
    private static partial Regex SourceOfFrame();
}
