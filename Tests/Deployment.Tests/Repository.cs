using System.Reflection;
using Packager;

namespace Deployment.Tests;

/// <summary>Where the repository's files are.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static string ManagedZip => PathOf("out", "DataverseReadiness_managed.zip");

    public static string Releases => PathOf("Tests", "Deployment.Tests", "Releases");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The versions in <see cref="Releases"/>, the oldest first.</summary>
    public static IReadOnlyList<Version> Released { get; } = [.. Directory.EnumerateDirectories(Releases).Select(folder => Version.Parse(Path.GetFileName(folder))).Order()];

    public static string ReleaseOf(Version version) => Path.Combine(Releases, version.ToString(), "DataverseReadiness_managed.zip");

    public static SolutionPackage Read(string zip)
    {
        using var stream = File.OpenRead(zip);
        return SolutionPackage.ReadZip(stream);
    }
}
