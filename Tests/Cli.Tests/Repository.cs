namespace Cli.Tests;

/// <summary>The working copy the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Compares a generated file with the committed one; UPDATE_DOCS=1 rewrites it.</summary>
    public static void AssertCurrent(string path, string expected)
    {
        var file = PathOf(path);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(file, expected);
        var actual = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{path} is not current; run the tests with UPDATE_DOCS=1 and commit it.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataverseReadiness.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside a working copy.");
    }
}
