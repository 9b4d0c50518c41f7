using System.Reflection;

namespace Plugins.Tests;

/// <summary>Where the repository's files are.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = typeof(RepositoryFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
