using System.Globalization;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Packager;
using Packager.Model;
using Sandbox;

namespace Deployment.Tests;

/// <summary>An upgrade from each release keeps what people entered, and the next release is one.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Released => [.. Repository.Released.Select(version => version.ToString())];

    [Fact]
    public void The_chain_has_a_release() => Assert.NotEmpty(Repository.Released);

    [Fact]
    public void Each_release_upgrades_the_one_before()
    {
        var chain = Repository.Released.Select(version => Repository.Read(Repository.ReleaseOf(version))).ToList();

        Assert.Equal(Repository.Released, chain.Select(package => package.ToModel().Version));
        Assert.All(chain, package => Assert.True(package.ToModel().IsManaged));
        Assert.Empty(chain.Skip(1).Zip(chain, UpgradeCheck.Run).SelectMany(findings => findings).Select(finding => finding.Message));
    }

    /// <summary>When this fails after a change: <c>docs/deployment.md</c> says how a version is raised and released.</summary>
    [Fact]
    public void What_is_built_upgrades_the_last_release() =>
        Assert.Empty(UpgradeCheck.Run(Repository.Read(Repository.ManagedZip), Repository.Read(Repository.ReleaseOf(Repository.Released[^1]))).Select(finding => finding.Message));

    [Theory]
    [MemberData(nameof(Released))]
    public void Every_value_and_every_file_is_there_after_the_upgrade(string version)
    {
        using var team = new TeamAtWork(Repository.ReleaseOf(Version.Parse(version)));
        var before = Values(team);
        Assert.Equal("", string.Join(", ", Unfilled(team.Organization, before)));
        Assert.Contains("minutes.txt: " + Convert.ToBase64String("What was agreed, and by whom."u8), before.Values);

        var result = team.Organization.Import(Higher(version));
        team.Reopen();

        Assert.Equal(Version.Parse(version), result.Previous);
        Assert.Equal("", string.Join(", ", result.Lost));
        var after = Values(team);
        Assert.Equal("", string.Join("\n", before.Where(value => after.GetValueOrDefault(value.Key) != value.Value).Select(value => $"{value.Key}: '{value.Value}' is '{after.GetValueOrDefault(value.Key)}'")));
        var judged = team.Rows(Judgement.Table).Count;
        foreach (var offer in team.Rows(Offer.Table)) team.Execute(new OrganizationRequest(CustomApi.EvaluateOffer) { ["Target"] = offer.ToEntityReference() });
        Assert.Equal(judged, team.Rows(Judgement.Table).Count);
    }

    // What is built has the version of the last release until somebody raises it.
    private static MemoryStream Higher(string version)
    {
        using var folder = new TemporaryFolder();
        Repository.Read(Repository.ManagedZip).WriteFolder(folder.Path);
        var manifest = Path.Combine(folder.Path, "Other", "Solution.xml");
        var built = Repository.Read(Repository.ManagedZip).ToModel().Version;
        if (built <= Version.Parse(version))
        {
            File.WriteAllText(manifest, File.ReadAllText(manifest).Replace($"<Version>{built}<", $"<Version>{version[..version.LastIndexOf('.')]}.{int.Parse(version[(version.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture) + 1}<", StringComparison.Ordinal));
        }

        var zip = new MemoryStream();
        SolutionPackage.ReadFolder(folder.Path).WriteZip(zip, managed: true);
        zip.Position = 0;
        return zip;
    }

    // "table id column" to the value as text; files and images to their bytes.
    private static Dictionary<string, string> Values(TeamAtWork team)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Tables(team.Organization))
        {
            foreach (var row in team.Rows(table))
            {
                foreach (var (column, value) in row.Attributes) values[$"{table} {row.Id} {column}"] = Text(value);
                foreach (var column in team.Organization.Model.Tables[table].Columns.Values.Where(column => IsStored(row, column)))
                    values[$"{table} {row.Id} {column.LogicalName}"] = Content(team, row.ToEntityReference(), column.LogicalName);
            }
        }

        return values;
    }

    private static IEnumerable<string> Tables(Organization organization) =>
        organization.Model.Tables.Keys.Where(name => name.StartsWith("rdy_", StringComparison.Ordinal)).Append("annotation");

    private static bool IsStored(Entity row, ColumnModel column) =>
        (column.Type == ColumnType.File && row.Contains(column.LogicalName)) || (column.Type == ColumnType.Image && row.Contains(column.LogicalName + "id"));

    private static string Content(TeamAtWork team, EntityReference row, string column)
    {
        var begun = team.Execute(new OrganizationRequest("InitializeFileBlocksDownload") { ["Target"] = row, ["FileAttributeName"] = column });
        var block = team.Execute(new OrganizationRequest("DownloadBlock")
        {
            ["FileContinuationToken"] = begun["FileContinuationToken"],
            ["Offset"] = 0L,
            ["BlockLength"] = begun["FileSizeInBytes"],
        });
        return $"{begun["FileName"]}: {Convert.ToBase64String((byte[])block["Data"])}";
    }

    private static string Text(object? value) => value switch
    {
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection options => string.Join(',', options.Select(option => option.Value)),
        EntityReference reference => $"{reference.LogicalName} {reference.Id}",
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    // What nobody filled in could be lost unseen.
    private static IEnumerable<string> Unfilled(Organization organization, Dictionary<string, string> values)
    {
        var filled = values.Keys.Select(key => key.Split(' ')).Select(parts => $"{parts[0]}.{parts[2]}").ToHashSet();
        return TeamAtWork.Inputs(organization.Model).Select(column => $"{column.Table}.{column.Column.LogicalName}").Except(filled);
    }
}
