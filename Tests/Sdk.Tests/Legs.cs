using System.Reflection;
using System.Runtime.Loader;

namespace Sdk.Tests;

/// <summary>Our assembly as it was built: the leg that plug-ins compile against and the leg that tests and sandbox run on.</summary>
public static class Legs
{
    private static readonly Dictionary<string, Assembly> Loaded = new()
    {
        ["net462"] = new AssemblyLoadContext("net462").LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "net462", "Microsoft.Xrm.Sdk.dll")),
        ["net10.0"] = typeof(Microsoft.Xrm.Sdk.Entity).Assembly,
    };

    public static TheoryData<string> All { get; } = [.. Loaded.Keys];

    public static Assembly Load(string leg) => Loaded[leg];
}
