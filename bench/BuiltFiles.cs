using System.Reflection;
using Sandbox;

namespace Bench;

/// <summary>What the build made, at the places the sandbox itself looks.</summary>
internal static class BuiltFiles
{
    /// <summary>The rule set that the figures are about; a new offer would be under today's.</summary>
    public const int RuleSet2018 = 847360000;

    public static string Path(string key)
    {
        var assembly = typeof(Organization).Assembly;
        var value = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
        return System.IO.Path.GetFullPath(value, AppContext.BaseDirectory);
    }
}
