using System.Reflection;

namespace Packager.Tests;

/// <summary>Whole outputs beside the tests. A mismatch leaves what was received beside what was approved.</summary>
internal static class Approved
{
    public static void Equal(string name, string received)
    {
        var folder = Path.Combine(
            typeof(Approved).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
            "Tests", "Packager.Tests");
        var approved = Path.Combine(folder, name + ".approved.txt");
        var other = Path.Combine(folder, name + ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == received)
        {
            File.Delete(other);
            return;
        }

        File.WriteAllText(other, received);
        Assert.Equal(expected, received);
    }
}
