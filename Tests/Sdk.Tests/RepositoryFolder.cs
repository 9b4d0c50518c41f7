using System.Reflection;

namespace Sdk.Tests;

/// <summary>Where the repository's files and the restored packages are.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Packages { get; } = Metadata("PackageRoot");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Metadata(string key) =>
        typeof(RepositoryFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
