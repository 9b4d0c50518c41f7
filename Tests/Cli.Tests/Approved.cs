namespace Cli.Tests;

/// <summary>Whole outputs beside the tests. A mismatch leaves what was received beside what was approved.</summary>
internal static class Approved
{
    public static void Equal(string name, string received)
    {
        var approved = Repository.PathOf("Tests", "Cli.Tests", "Text", name + ".approved.txt");
        var other = Repository.PathOf("Tests", "Cli.Tests", "Text", name + ".received.txt");
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
