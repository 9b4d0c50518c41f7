using System.Reflection;
using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("Async", "Importing DataverseReadiness 98.0.0.0 in org.example.\nThe connection to org.example was lost while the solution was sent. It is being asked whether the import arrived.\n")]
    [InlineData("asyncoperations", "Importing DataverseReadiness 98.0.0.0 in org.example.\norg.example does not answer. What it has begun goes on there; it is asked again.\n")]
    public async Task An_import_whose_connection_was_lost_is_followed_to_its_end(string lost, string said)
    {
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start(installed: false);
        var times = 0;
        environment.Front.Instead = context =>
        {
            if (!context.Request.Path.Value!.Contains(lost, StringComparison.Ordinal) || ++times > 3) return false;
            if (lost == "Async") environment.Forward(context);
            context.Abort();
            return true;
        };
        var zip = TestEnvironment.Zip(folder, "98.0.0.0");

        var run = await environment.Run("import", zip);
        var broken = TestEnvironment.Zip(folder, "99.0.0.0", text => text.Replace("<Type>picklist</Type>", "<Type>pickle</Type>", StringComparison.Ordinal));
        times = 0;
        var failed = await environment.Run("import", broken);

        Assert.Equal($"DataverseReadiness 98.0.0.0 is installed in org.example.\n(error) {said}(exit code 0)\n", run);
        Assert.Contains("org.example did not import DataverseReadiness 99.0.0.0: ", failed, StringComparison.Ordinal);
        Assert.EndsWith("(exit code 2)\n", failed, StringComparison.Ordinal);
        Assert.Contains("failure  ", failed, StringComparison.Ordinal);
        Assert.Equal(2, await environment.Count("importjobs"));
    }

    [Fact]
    public async Task An_import_that_is_lost_for_good_is_named_and_can_be_asked_for()
    {
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start(installed: false);
        var zip = TestEnvironment.Zip(folder, "98.0.0.0");
        environment.Front.Instead = context =>
        {
            if (!context.Request.Path.Value!.Contains("asyncoperations", StringComparison.Ordinal)) return false;
            context.Abort();
            return true;
        };

        var lost = await environment.Run("import", zip, "--import-time", "1");
        environment.Front.Instead = _ => false;
        var job = (string)(await environment.Get("importjobs?$select=importjobid"))["value"]![0]!["importjobid"]!;
        var asked = await environment.Run("import", zip, "--job", job);
        var unknown = await environment.Run("import", zip, "--job", "0d5a7e00-0000-4000-8000-000000000001", "--import-time", "1");

        Assert.Equal(
            "(error) Importing DataverseReadiness 98.0.0.0 in org.example.\norg.example does not answer. What it has begun goes on there; it is asked again.\norg.example has not answered again within 1 s. "
            + $"What org.example has begun goes on there. Its import job is {job}; 'readiness import {zip} --job {job}' says how it went.\n(exit code 2)\n", Regex.Replace(lost, "within [12] s", "within 1 s"));
        Assert.Equal("DataverseReadiness 98.0.0.0 is installed in org.example.\n(exit code 0)\n", asked);
        Assert.Matches("^\\(error\\) org.example knows of no import job 0d5a7e00-0000-4000-8000-000000000001 after [12] s: most likely nothing arrived. Run the same command again, without --job.\n\\(exit code 2\\)\n$", unknown);
        Assert.Equal(1, await environment.Count("importjobs"));
    }
}
