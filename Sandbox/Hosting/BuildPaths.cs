using System.Reflection;

namespace Sandbox.Hosting;

/// <summary>Paths that the build hands in, so that the sandbox itself names no product.</summary>
internal static class BuildPaths
{
    /// <summary>The solution zip that the build makes.</summary>
    public static string? Solution { get; } = Read("DefaultSolution");

    /// <summary>The folder of samples.</summary>
    public static string? Samples { get; } = Read("DefaultSamples");

    private static string? Read(string key)
    {
        var value = typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == key)?.Value;
        return value is null ? null : Path.GetFullPath(value, AppContext.BaseDirectory);
    }
}
