using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

public sealed class ClockTests
{
    private static readonly DateTime Start = new(2027, 3, 3, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Every_time_of_the_organization_is_the_clocks()
    {
        var clock = MovableClock.StandingAt(Start);
        var told = new List<DateTime>();
        using var organization = new TestOrganization(
            options => options with { Clock = clock, TraceLog = TraceLogSetting.All },
            new StepSpec("post", "Create", "tst_parent", 40),
            new StepSpec("later", "Create", "tst_parent", 40) { IsAsync = true });
        organization.On("post", call => told.Add(call.Context.OperationCreatedOn));
        organization.On("later", call => told.Add(call.Context.OperationCreatedOn));

        var id = organization.Create("tst_parent", ("tst_name", "A"));
        clock.Move(TimeSpan.FromDays(2));
        organization.Update("tst_parent", id, ("tst_name", "B"));
        await organization.Inner.Async.DrainAsync();

        var row = organization.Retrieve("tst_parent", id, "createdon", "modifiedon");
        Assert.Equal(Start, row.GetAttributeValue<DateTime>("createdon"));
        Assert.Equal(Start.AddDays(2), row.GetAttributeValue<DateTime>("modifiedon"));
        Assert.Equal([Start, Start], told);
        var job = Assert.Single(organization.Query(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("createdon", "completedon") }).Entities);
        Assert.Equal(Start, job.GetAttributeValue<DateTime>("createdon"));
        Assert.Equal(Start.AddDays(2), job.GetAttributeValue<DateTime>("completedon"));
        var user = organization.Retrieve("systemuser", organization.Inner.DefaultCaller.UserId, "createdon");
        Assert.Equal(Start, user.GetAttributeValue<DateTime>("createdon"));
        Assert.All(
            organization.Query(new QueryExpression("plugintracelog") { ColumnSet = new ColumnSet("createdon") }).Entities,
            trace => Assert.InRange(trace.GetAttributeValue<DateTime>("createdon"), Start, Start.AddDays(2)));
    }

    [Fact]
    public void Operators_of_dates_mean_the_clocks_today()
    {
        var clock = MovableClock.StandingAt(Start);
        using var organization = new TestOrganization(options => options with { Clock = clock });
        organization.Create("tst_parent", ("tst_name", "A"));

        int CreatedToday()
        {
            var query = new QueryExpression("tst_parent");
            query.Criteria.AddCondition("createdon", ConditionOperator.Today);
            return organization.Query(query).Entities.Count;
        }

        Assert.Equal(1, CreatedToday());
        clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(0, CreatedToday());
        clock.Set(Start);
        Assert.Equal(1, CreatedToday());
    }

    [Fact]
    public void A_running_clock_goes_on_from_where_it_was_set()
    {
        var real = MovableClock.StandingAt(Start);
        var clock = new MovableClock(real);

        clock.Set(Start.AddDays(10));
        real.Move(TimeSpan.FromHours(1));

        Assert.Equal(Start.AddDays(10).AddHours(1), clock.GetUtcNow().UtcDateTime);
        Assert.Equal(TimeSpan.FromDays(10), clock.Offset);
    }

    [Fact]
    public void A_job_that_waits_for_another_try_gets_it_when_the_clock_is_moved()
    {
        var clock = MovableClock.StandingAt(Start);
        var runs = 0;
        using var organization = new TestOrganization(
            options => options with { Clock = clock, RunAsyncSteps = true },
            new StepSpec("later", "Create", "tst_parent", 40) { IsAsync = true });
        organization.On("later", _ =>
        {
            if (Interlocked.Increment(ref runs) == 1) throw new InvalidPluginExecutionException(OperationStatus.Retry, "Again.");
        });

        organization.Create("tst_parent", ("tst_name", "A"));
        Assert.True(SpinWait.SpinUntil(() => StateOf(organization) == 1, TimeSpan.FromSeconds(20)));
        clock.Move(TimeSpan.FromMinutes(1));

        Assert.True(SpinWait.SpinUntil(() => StateOf(organization) == 3, TimeSpan.FromSeconds(20)));
        Assert.Equal(2, runs);
    }

    private static int StateOf(TestOrganization organization) =>
        organization.Query(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("statecode") })
            .Entities.Single().GetAttributeValue<OptionSetValue>("statecode").Value;
}
