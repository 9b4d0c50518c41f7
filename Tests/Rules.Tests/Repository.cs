namespace DataverseReadiness.Rules.Tests;

/// <summary>The working copy the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Compares a generated file with the committed one; UPDATE_DOCS=1 rewrites it.</summary>
    public static void AssertCurrent(string path, string expected)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        var actual = File.Exists(file) ? File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        Assert.True(expected == actual, $"{path} is not current; run the tests with UPDATE_DOCS=1 and commit it.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataverseReadiness.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside a working copy.");
    }
}
