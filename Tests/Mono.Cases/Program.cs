using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DataverseReadiness.Mono.Cases;

/// <summary>Runs every case of every table; the exit code is 1 when one fails or none ran.</summary>
public static class Program
{
    public static int Main()
    {
        var passed = 0;
        var failed = 0;
        foreach (var item in Tables().SelectMany(Cases))
        {
            try
            {
                item.Run();
                passed++;
            }
            catch (Exception exception)
            {
                failed++;
                Console.WriteLine("FAILED " + item.Name + Environment.NewLine + exception);
            }
        }

        Console.WriteLine(passed + " passed, " + failed + " failed");
        return passed > 0 && failed == 0 ? 0 : 1;
    }

    /// <summary>The classes with a method <c>All</c> that returns named cases.</summary>
    private static IEnumerable<MethodInfo> Tables() =>
        typeof(Program).Assembly.GetTypes()
            .Select(type => type.GetMethod("All", Type.EmptyTypes))
            .Where(method => method != null && method.IsStatic && method.ReturnType == typeof(IEnumerable<(string Name, Action Run)>))
            .OrderBy(method => method.DeclaringType.FullName, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Action Run)> Cases(MethodInfo table) =>
        ((IEnumerable<(string Name, Action Run)>)table.Invoke(null, null))
            .Select(item => (table.DeclaringType.Name + ": " + item.Name, item.Run));
}
