using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Sdk.Tests;

/// <summary>Whose packages a project is built against is decided in one file, and little depends on it.</summary>
public sealed partial class SwitchTests
{
    private static readonly string[] Left = [".git", "artifacts", "node_modules", "out", ".sandbox", Path.Combine("Tests", "Sdk.Tests")];

    /// <summary>All that a build or a program reads; prose may speak of the switch, and these tests do.</summary>
    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(RepositoryFolder.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Where(file => !Left.Any(folder => Path.GetRelativePath(RepositoryFolder.Root, file).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".targets" or ".sln" or ".json" or ".config" or "")
        .ToDictionary(file => Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/'), File.ReadAllText);

    [Fact]
    public void One_file_knows_the_switch()
    {
        Assert.Equal(["Sdk/DataverseSdk.props"], Files.Where(file => Switch().IsMatch(file.Value)).Select(file => file.Key));
        Assert.Contains("Tests/Live.Tests/Live.csproj", Files.Keys);
    }

    [Theory]
    [InlineData("Microsoft.CrmSdk.CoreAssemblies")]
    [InlineData("Microsoft.PowerPlatform.Dataverse.Client")]
    [InlineData("FakeXrmEasy.v9")]
    [InlineData("Microsoft.CrmSdk.XrmTooling.PackageDeployment")]
    public void One_file_asks_for_the_package(string package) =>
        Assert.Equal(["Sdk/DataverseSdk.props"], Files.Where(file => file.Value.Contains($"\"{package}\"", StringComparison.Ordinal)).Select(file => file.Key));

    [Fact]
    public void What_runs_with_the_packages_alone_stays_small()
    {
        var lines = Files.Where(file => file.Key.StartsWith("Tests/Live.Tests/", StringComparison.Ordinal) && file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .Sum(file => file.Value.Count(c => c == '\n'));

        Assert.InRange(lines, 1, 199);
    }

    [Theory]
    [InlineData("Live.StandIns", 31)]
    [InlineData("PackageDeployment", 10)]
    public void Every_member_of_the_stand_ins_says_where_it_is_declared(string assembly, int least)
    {
        // A member without a comment does not compile there.
        var members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "standins", assembly + ".xml")).Descendants("member").ToArray();

        Assert.Empty(members.Where(member => !member.Elements("seealso").Any(source => Source().IsMatch((string?)source.Attribute("href") ?? string.Empty))).Select(member => (string?)member.Attribute("name")));
        Assert.True(members.Length >= least, $"Only {members.Length} members were looked at.");
    }

    [GeneratedRegex(@"DataverseSdk(?!\.props)")]
    private static partial Regex Switch();

    [GeneratedRegex(@"^https://(github\.com/DynamicsValue/|learn\.microsoft\.com/(dotnet/api|previous-versions)/)\S+$")]
    private static partial Regex Source();
}
