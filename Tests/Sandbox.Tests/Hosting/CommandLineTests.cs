using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Packager.Tests;
using Sandbox.Hosting;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Nothing_said_is_everything_as_usual()
    {
        var options = CommandLine.Parse([]).Options;

        Assert.Equal(("http://localhost:5080", Path.GetFullPath(".sandbox"), false), (options.Url, options.DataFolder, options.Reset));
        Assert.EndsWith(Path.Combine("out", "DataverseReadiness_managed.zip"), options.Solution);
        Assert.True(options.Samples is null || Directory.Exists(options.Samples));
    }

    [Fact]
    public void Every_option_is_read()
    {
        var options = CommandLine.Parse(["--urls", "http://localhost:1/", "--data=d", "--solution", "s.zip", "--samples", "t", "--reset"]).Options;

        Assert.Equal(
            ("http://localhost:1", Path.GetFullPath("d"), Path.GetFullPath("s.zip"), Path.GetFullPath("t"), true),
            (options.Url, options.DataFolder, options.Solution, options.Samples, options.Reset));
        Assert.Null(CommandLine.Parse(["--no-samples"]).Options.Samples);
        Assert.Equal((true, false), (CommandLine.Parse(["--audit"]).Options.Audit, options.Audit));
        Assert.True(CommandLine.Parse(["--reset", "--help"]).ShowHelp);
    }

    [Fact]
    public async Task Auditing_is_turned_on_at_start_and_stays_on()
    {
        using var folder = new TemporaryFolder();
        async Task<bool> IsOnAsync(bool audit)
        {
            await using var host = await SandboxHost.StartAsync(
                new SandboxOptions { Url = "http://127.0.0.1:0", DataFolder = folder.Path, Solution = null, Samples = null, Audit = audit });
            var row = ((RetrieveResponse)host.Organization.Execute(
                new RetrieveRequest { Target = new EntityReference("organization", host.Organization.Id), ColumnSet = new ColumnSet("isauditenabled") }, host.Organization.DefaultCaller)).Entity;
            return row.GetAttributeValue<bool>("isauditenabled");
        }

        Assert.Equal((false, true, true), (await IsOnAsync(audit: false), await IsOnAsync(audit: true), await IsOnAsync(audit: false)));
    }

    [Fact]
    public void A_bundle_to_replay_is_read() =>
        Assert.Equal((Path.GetFullPath("bundle.zip"), null), (CommandLine.Parse(["replay", "bundle.zip"]).Bundle, CommandLine.Parse([]).Bundle));

    [Theory]
    [InlineData("replay", "'replay' takes one file: replay FILE.")]
    [InlineData("replay a.zip b.zip", "'replay' takes one file: replay FILE.")]
    [InlineData("replay --reset", "'replay' takes one file: replay FILE.")]
    [InlineData("--url", "Unknown option '--url'. Did you mean '--urls'? Use --help to see them all.")]
    [InlineData("--nonsense", "Unknown option '--nonsense'. Use --help to see them all.")]
    [InlineData("solution.zip", "Unknown argument 'solution.zip'. Did you mean '--solution'? Use --help to see them all.")]
    [InlineData("--data", "Option '--data' needs a value.")]
    [InlineData("--data=", "Option '--data' needs a value.")]
    [InlineData("--data --reset", "Option '--data' needs a value.")]
    [InlineData("--reset=yes", "Option '--reset' takes no value.")]
    [InlineData("--audit=yes", "Option '--audit' takes no value.")]
    [InlineData("uninstall", "'uninstall' needs the unique name of one solution. Use --help to see more.")]
    [InlineData("uninstall One Two", "'uninstall' needs the unique name of one solution. Use --help to see more.")]
    [InlineData("uninstall One --reset", "'uninstall' takes the name of a solution, --data DIR and --yes, not '--reset'.")]
    public void What_makes_no_sense_is_said(string arguments, string problem) =>
        Assert.Equal(problem, CommandLine.Parse(arguments.Split(' ')).Problem);

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("https://localhost:5080")]
    [InlineData("http://localhost:5080/path")]
    [InlineData("http://user@localhost")]
    [InlineData("")]
    public void What_is_no_address_is_said(string url) => Assert.Equal(
        $"'{url}' is no address to listen on. Enter one such as http://localhost:5080.",
        Assert.Throws<StartException>(() => ServerAddress.Parse(url)).Message);

    [Theory]
    [InlineData("http://localhost:5080", "localhost:5080", true)]
    [InlineData("http://localhost:5080", "127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", "[::1]:5080", true)]
    [InlineData("http://localhost:5080", "evil.example:5080", false)]
    [InlineData("http://localhost:5080", "localhost.evil.example", false)]
    [InlineData("http://0.0.0.0:5080", "192.168.1.2:5080", true)]
    [InlineData("http://0.0.0.0:5080", "evil.example", false)]
    [InlineData("http://sandbox.test:5080", "sandbox.test:5080", true)]
    public void Only_hosts_that_cannot_be_rebound_are_answered(string url, string host, bool expected) =>
        Assert.Equal(expected, ServerAddress.Parse(url).Answers(new Microsoft.AspNetCore.Http.HostString(host)));

    [Fact]
    public void A_solution_to_delete_is_read_with_its_folder()
    {
        var command = CommandLine.Parse(["uninstall", "One", "--data", "there", "--yes"]);

        Assert.Equal(("One", true, Path.GetFullPath("there"), null), (command.Uninstall, command.IsConfirmed, command.Options.DataFolder, command.Problem));
        Assert.False(CommandLine.Parse(["uninstall", "One"]).IsConfirmed);
    }

    [Fact]
    public void What_goes_with_a_solution_is_said_before_it_is_deleted()
    {
        using var folder = new TemporaryFolder();
        var options = new SandboxOptions { DataFolder = folder.Path, Solution = null, Samples = null };
        using (var organization = Organization.Open(new OrganizationOptions { DataFolder = folder.Path }))
        {
            organization.Import(new MemoryStream(WebApiFixture.Solution()));
            organization.Execute(new CreateRequest { Target = new Entity("tst_parent") { ["tst_name"] = "A" } }, organization.DefaultCaller);
        }

        (int Code, string Output, string Error) Run(string solution, bool confirmed)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            return (UninstallCommand.Run(options, solution, confirmed, output, error), output.ToString(), error.ToString());
        }

        var unknown = Run("Nothing", confirmed: true);
        var first = Run("TestSolution", confirmed: false);
        var second = Run("TestSolution", confirmed: true);
        var third = Run("TestSolution", confirmed: true);

        Assert.Equal((1, "", "There is no solution 'Nothing'.\n"), unknown);
        Assert.Equal(0, first.Code);
        Assert.Contains("  table 'tst_parent': 1 rows\n", first.Output, StringComparison.Ordinal);
        Assert.Contains("  table 'tst_child': 0 rows\n", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed. Add --yes to delete it.\n", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, "Deleted."), (second.Code, second.Output.TrimEnd().Split('\n')[^1]));
        Assert.Equal((1, "There is no solution 'TestSolution'.\n"), (third.Code, third.Error));
    }
}
