using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Samples;

namespace Sandbox.Tests.Core;

/// <summary>Custom APIs that run by themselves, by the organization's clock.</summary>
public sealed class SchedulerTests
{
    private static readonly DateTime Start = new(2027, 3, 3, 8, 0, 0, DateTimeKind.Utc);

    private readonly MovableClock _clock = MovableClock.StandingAt(Start);

    [Fact]
    public async Task It_runs_as_SYSTEM_once_its_time_has_come_and_not_before()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "pending"));
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 60)]);

        _clock.Move(TimeSpan.FromMinutes(59));
        await organization.Inner.Async.DrainAsync();
        Assert.Equal("pending", NameOf(organization, row));

        _clock.Move(TimeSpan.FromMinutes(1));
        await organization.Inner.Async.DrainAsync();
        Assert.Equal("done", NameOf(organization, row));
        var system = organization.Query(new QueryExpression("systemuser") { ColumnSet = new ColumnSet("fullname") }).Entities.Single(user => (string)user["fullname"] == "SYSTEM").Id;
        Assert.Equal($"{system} 2027-03-03 09:00:00Z", organization.Retrieve("tst_parent", row, "tst_summary")["tst_summary"]);
    }

    [Fact]
    public async Task Each_run_is_a_system_job_and_so_is_the_next_one_that_waits()
    {
        using var organization = Open();
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 60)]);
        _clock.Move(TimeSpan.FromDays(30)); // However many times passed, one run makes up for them.
        await organization.Inner.Async.DrainAsync();

        var jobs = Jobs(organization);
        Assert.Equal([30, 10], jobs.Select(job => job.GetAttributeValue<OptionSetValue>("statuscode").Value));
        Assert.All(jobs, job => Assert.Equal(("tst_Sweep", "FREQ=MINUTELY;INTERVAL=60"), ((string)job["name"], (string)job["recurrencepattern"])));
        Assert.Equal(Start.AddDays(30), jobs[0].GetAttributeValue<DateTime>("completedon"));
        Assert.Equal(Start.AddDays(30).AddHours(1), jobs[1].GetAttributeValue<DateTime>("postponeuntil"));
    }

    [Fact]
    public async Task It_is_called_again_while_its_answer_says_so()
    {
        using var organization = Open();
        var rows = Enumerable.Range(0, 3).Select(_ => organization.Create("tst_parent", ("tst_name", "pending"))).ToList();
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 5, "More")]);

        _clock.Move(TimeSpan.FromMinutes(5));
        await organization.Inner.Async.DrainAsync();

        Assert.All(rows, row => Assert.Equal("done", NameOf(organization, row)));
    }

    [Fact]
    public async Task What_made_it_fault_is_handed_back_so_that_it_goes_around()
    {
        using var organization = Open();
        organization.Create("tst_parent", ("tst_name", "broken"));
        organization.Create("tst_parent", ("tst_name", "broken"));
        var row = organization.Create("tst_parent", ("tst_name", "pending"));
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 5, null, "Around")]);

        _clock.Move(TimeSpan.FromMinutes(5));
        await organization.Inner.Async.DrainAsync();

        Assert.Equal("done", NameOf(organization, row));
        Assert.Equal([30, 10], Jobs(organization).Select(job => job.GetAttributeValue<OptionSetValue>("statuscode").Value));
    }

    [Fact]
    public async Task A_run_that_fails_is_noted_and_the_next_one_comes()
    {
        using var organization = Open();
        var broken = organization.Create("tst_parent", ("tst_name", "broken"));
        var row = organization.Create("tst_parent", ("tst_name", "pending"));
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 5)]);

        _clock.Move(TimeSpan.FromMinutes(5));
        await organization.Inner.Async.DrainAsync();
        organization.Delete("tst_parent", broken);
        _clock.Move(TimeSpan.FromMinutes(5));
        await organization.Inner.Async.DrainAsync();

        var jobs = Jobs(organization);
        Assert.Equal([31, 30, 10], jobs.Select(job => job.GetAttributeValue<OptionSetValue>("statuscode").Value));
        Assert.Equal("There is a broken row: " + broken, jobs[0]["message"]);
        Assert.Equal("done", NameOf(organization, row));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_stop_it()
    {
        using var organization = Open();
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 5)]);
        _clock.Move(TimeSpan.FromDays(100));
        await organization.Inner.Async.DrainAsync();
        var row = organization.Create("tst_parent", ("tst_name", "pending"));

        _clock.Set(Start);
        await organization.Inner.Async.DrainAsync();
        Assert.Equal("pending", NameOf(organization, row));
        _clock.Move(TimeSpan.FromMinutes(5));
        await organization.Inner.Async.DrainAsync();

        Assert.Equal("done", NameOf(organization, row));
    }

    [Fact]
    public async Task It_survives_a_restart_and_is_replaced_by_what_is_scheduled_next()
    {
        using var organization = Open();
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 60)]);
        organization.Reopen();
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 10)]);

        var waiting = Assert.Single(Jobs(organization));
        Assert.Equal(Start.AddMinutes(10), waiting.GetAttributeValue<DateTime>("postponeuntil"));
        organization.Inner.Schedule([]);
        _clock.Move(TimeSpan.FromDays(1));
        await organization.Inner.Async.DrainAsync();

        Assert.Empty(Jobs(organization));
    }

    [Fact]
    public void Moving_the_clock_wakes_it()
    {
        using var organization = Open(runs: true);
        var row = organization.Create("tst_parent", ("tst_name", "pending"));
        organization.Inner.Schedule([new ScheduledApi("tst_Sweep", 60)]);

        _clock.Move(TimeSpan.FromHours(1));

        Assert.True(SpinWait.SpinUntil(() => NameOf(organization, row) == "done", TimeSpan.FromSeconds(8)));
    }

    [Theory]
    [InlineData("tst_Evaluate", 5, null, "'tst_Evaluate' cannot be scheduled: it is no custom API without a table.")]
    [InlineData("tst_Nothing", 5, null, "'tst_Nothing' cannot be scheduled: it is no custom API without a table.")]
    [InlineData("tst_Sweep", 0, null, "'tst_Sweep' cannot be scheduled every 0 minutes.")]
    [InlineData("tst_Sweep", 5, "Less", "'tst_Sweep' cannot be repeated while 'Less': it has no such Boolean response property.")]
    [InlineData("tst_Sweep", 5, "More", "'tst_Sweep' cannot be handed its faults in 'More': it has no such String request parameter.", "More")]
    public void What_cannot_be_scheduled_is_said(string api, int minutes, string? repeatWhile, string message, string? faultsInto = null)
    {
        using var organization = Open();

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => organization.Inner.Schedule([new ScheduledApi(api, minutes, repeatWhile, faultsInto)])).Message);
    }

    [Fact]
    public void A_sample_folder_brings_users_and_a_schedule()
    {
        using var organization = Open();
        var samples = Directory.CreateDirectory(Path.Combine(organization.Folder, "samples", "team")).FullName;
        var user = Guid.NewGuid();
        File.WriteAllText(Path.Combine(samples, "data.json"), $$"""
            { "users": [ { "id": "{{user}}", "name": "Ada Author", "language": 1053, "roles": [ "Test Author" ] } ],
              "schedule": [ { "api": "tst_Sweep", "everyMinutes": 15, "repeatWhile": "More" } ] }
            """);

        Assert.Equal(0, SampleLoader.LoadAll(organization.Inner, Path.Combine(organization.Folder, "samples")));

        var profile = organization.Inner.UserOf(new Caller(user));
        Assert.Equal(("Ada Author", 1053, "Test Author"), (profile.FullName, profile.Language, profile.Roles.Single().Name));
        Assert.Equal("FREQ=MINUTELY;INTERVAL=15", Assert.Single(Jobs(organization))["recurrencepattern"]);
        File.WriteAllText(Path.Combine(samples, "data.json"), """{ "users": [ { "id": "0d5a7e00-0000-4000-8000-00000000aaaa", "name": "A", "roles": [ "Nobody" ] } ] }""");
        Assert.EndsWith("The organization has no security role 'Nobody'.",
            Assert.Throws<SampleException>(() => SampleLoader.LoadAll(organization.Inner, Path.Combine(organization.Folder, "samples"))).Message, StringComparison.Ordinal);
    }

    private TestOrganization Open(bool runs = false) => new(options => options with { Clock = _clock, RunAsyncSteps = runs });

    private static string NameOf(TestOrganization organization, Guid row) => (string)organization.Retrieve("tst_parent", row, "tst_name")["tst_name"];

    private static List<Entity> Jobs(TestOrganization organization) =>
    [
        .. organization.Query(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet(true), Orders = { new OrderExpression("createdon", OrderType.Ascending) } })
            .Entities.OrderBy(job => job.Id),
    ];
}
