using System.Reflection;

namespace Cli.Tests.Environments;

/// <summary>A solution imported through the Web API, and what is said of it.</summary>
public sealed class ImportTests
{
    private static string Shipped => Repository.PathOf("out", "DataverseReadiness_managed.zip");

    [Fact]
    public async Task A_new_version_is_imported_an_older_one_upgraded_and_a_lower_one_refused()
    {
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start(installed: false);

        var said = "";
        foreach (var line in new string[][] { ["import", Shipped], ["import", Shipped], ["import", Shipped, "--again"], ["import", TestEnvironment.Zip(folder, "99.0.0.0")], ["import", Shipped] })
            said += "> readiness " + string.Join(' ', line).Replace(folder.Path + "/", "", StringComparison.Ordinal).Replace(Repository.Root + "/", "", StringComparison.Ordinal) + "\n" + await environment.Run(line);

        Approved.Equal("Import", said.Replace(typeof(DataverseReadiness.Cli.CommandLine).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version, "{version}", StringComparison.Ordinal));
        Assert.Equal("99.0.0.0", (string)(await environment.Get("solutions?$filter=uniquename eq 'DataverseReadiness'"))["value"]![0]!["version"]!);
        Assert.Equal(["New", "Update", "Upgrade"], (await environment.Get("importjobs?$select=operationcontext&$orderby=createdon"))["value"]!.AsArray().Select(job => (string)job!["operationcontext"]!));
    }

    [Fact]
    public async Task Of_a_failed_import_every_component_is_named()
    {
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start(installed: false);
        var zip = TestEnvironment.Zip(folder, "1.0.0.1", text => text.Replace("<Type>picklist</Type>", "<Type>pickle</Type>", StringComparison.Ordinal));

        var said = await environment.Run("import", zip);

        Assert.Contains("(exit code 2)", said, StringComparison.Ordinal);
        Assert.Contains("failure  ", said, StringComparison.Ordinal);
        Assert.Contains("pickle", said, StringComparison.Ordinal);
        Assert.Empty((await environment.Get("solutions?$filter=uniquename eq 'DataverseReadiness'"))["value"]!.AsArray());
        Assert.Contains("(error) Importing DataverseReadiness 1.0.0.1 in org.example.\norg.example did not import DataverseReadiness 1.0.0.1: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_solution_is_not_sent()
    {
        await using var environment = await TestEnvironment.Start(installed: false);

        var picture = await environment.Run("import", Repository.PathOf("Samples", "first-submission", "logos", "logo-40.png"));
        var package = await environment.Run("import", Repository.PathOf("Samples", "dataverse-readiness", "package", "DataverseReadiness_AppSource.zip"));
        var nothing = await environment.Run("import", "no.zip");

        Assert.Contains("is no solution", picture, StringComparison.Ordinal);
        Assert.Contains("is no solution", package, StringComparison.Ordinal);
        Assert.Equal("(error) The file 'no.zip' cannot be read: it is not there. Check the path and its permissions.\n(exit code 2)\n", nothing);
        Assert.Equal(0, environment.Front.Count);
    }
}
