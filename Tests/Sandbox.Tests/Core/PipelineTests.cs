using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

public sealed class PipelineTests
{
    [Fact]
    public void Steps_run_by_stage_and_then_by_rank()
    {
        using var organization = new TestOrganization(
            new StepSpec("post", "Create", "tst_parent", 40),
            new StepSpec("late", "Create", "tst_parent", 20) { Rank = 7 },
            new StepSpec("early", "Create", "tst_parent", 20) { Rank = 3 },
            new StepSpec("validate", "Create", "tst_parent", 10));

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal(["validate 10 d1", "early 20 d1", "late 20 d1", "post 40 d1"], organization.Log);
    }

    [Fact]
    public void Only_stage_10_of_the_outermost_request_runs_outside_of_the_transaction()
    {
        var seen = new List<string>();
        using var organization = new TestOrganization(
            new StepSpec("validate", "Create", "tst_parent", 10),
            new StepSpec("post", "Create", "tst_parent", 40),
            new StepSpec("child", "Create", "tst_child", 10));
        organization.On("validate", call => seen.Add($"validate {call.Context.IsInTransaction}"));
        organization.On("post", call =>
        {
            seen.Add($"post {call.Context.IsInTransaction}");
            call.User.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C"), ("tst_parentid", new EntityReference("tst_parent", call.Context.PrimaryEntityId))));
        });
        organization.On("child", call => seen.Add($"child {call.Context.IsInTransaction} {call.Context.Depth} {call.Context.ParentContext.MessageName}"));

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal(["validate False", "post True", "child True 2 Create"], seen);
    }

    [Fact]
    public void A_throwing_step_leaves_nothing_but_its_trace()
    {
        using var organization = new TestOrganization(new StepSpec("post", "Create", "tst_parent", 40));
        organization.On("post", call =>
        {
            call.Tracing.Trace("about to {0}", "refuse");
            call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C")));
            throw new InvalidPluginExecutionException(OperationStatus.Failed, 42, "Not like this.");
        });

        var fault = organization.Fault(() => organization.Create("tst_parent", ("tst_name", "A")));

        Assert.Equal(ErrorCodes.IsvAborted, fault.Code);
        Assert.Equal("Not like this.", fault.Message);
        Assert.Equal("42", fault.Details["SubErrorCode"]);
        Assert.Contains("about to refuse", fault.TraceText, StringComparison.Ordinal);
        Assert.Equal((0, 0), (organization.Count("tst_parent"), organization.Count("tst_child")));
        var trace = Assert.Single(organization.Query(new QueryExpression("plugintracelog") { ColumnSet = new ColumnSet(true) }).Entities);
        Assert.Contains("about to refuse", trace.GetAttributeValue<string>("messageblock"), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_exception_is_an_unexpected_error_of_the_plug_in()
    {
        using var organization = new TestOrganization(new StepSpec("pre", "Create", "tst_parent", 20));
        organization.On("pre", _ => throw new FormatException("Odd."));

        var fault = organization.Fault(() => organization.Create("tst_parent", ("tst_name", "A")));

        Assert.Equal(ErrorCodes.IsvUnexpected, fault.Code);
        Assert.Contains("Test.Plugins.Scripted: System.FormatException: Odd.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_a_plug_in_keeps_to_itself_ends_the_transaction()
    {
        using var organization = new TestOrganization(new StepSpec("pre", "Create", "tst_parent", 20));
        OrganizationFault? second = null;
        organization.On("pre", call =>
        {
            Assert.Throws<OrganizationFault>(() => call.System.Delete("tst_child", Guid.NewGuid()));
            second = Assert.Throws<OrganizationFault>(() => call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C"))));
        });

        var fault = organization.Fault(() => organization.Create("tst_parent", ("tst_name", "A")));

        Assert.Equal(ErrorCodes.NoActiveTransaction, second!.Code);
        Assert.Equal(ErrorCodes.TransactionCountReduced, fault.Code);
        Assert.Equal(0, organization.Count("tst_parent"));
    }

    [Fact]
    public void A_fault_caught_in_stage_10_ends_nothing()
    {
        using var organization = new TestOrganization(new StepSpec("validate", "Create", "tst_parent", 10));
        organization.On("validate", call => Assert.Throws<OrganizationFault>(() => call.System.Delete("tst_child", Guid.NewGuid())));

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal(1, organization.Count("tst_parent"));
    }

    [Fact]
    public void The_eighth_call_deep_runs_and_the_ninth_faults()
    {
        var deepest = 0;
        using var organization = new TestOrganization(new StepSpec("again", "Update", "tst_parent", 40) { Filter = "tst_score" });
        organization.On("again", call =>
        {
            deepest = Math.Max(deepest, call.Context.Depth);
            if (call.Context.Depth < 8) Next(call);
        });
        var id = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Update("tst_parent", id, ("tst_score", 1));
        Assert.Equal(8, deepest);

        organization.On("again", Next);
        var fault = organization.Fault(() => organization.Update("tst_parent", id, ("tst_score", 50)));

        Assert.Equal(ErrorCodes.MaxDepthExceeded, fault.Code);
        Assert.Equal(8, organization.Retrieve("tst_parent", id, "tst_score").GetAttributeValue<int>("tst_score"));

        static void Next(PluginCall call) => call.System.Update(TestOrganization.Row(
            "tst_parent", call.Context.PrimaryEntityId, ("tst_score", call.Context.Depth + 1)));
    }

    [Fact]
    public void A_filter_asks_whether_the_column_was_in_the_request()
    {
        using var organization = new TestOrganization(new StepSpec("score", "Update", "tst_parent", 40) { Filter = "tst_score,tst_website" });
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 5));

        organization.Update("tst_parent", id, ("tst_summary", "x"));
        Assert.Empty(organization.Log);
        organization.Update("tst_parent", id, ("tst_score", 5));

        Assert.Equal(["score 40 d1"], organization.Log);
    }

    [Fact]
    public void Images_show_the_row_before_and_after()
    {
        using var organization = new TestOrganization(
            new StepSpec("update", "Update", "tst_parent", 40) { Pre = "tst_score,tst_name", Post = "tst_score" },
            new StepSpec("delete", "Delete", "tst_parent", 40) { Pre = "tst_name" });
        Entity? pre = null, post = null, deleted = null;
        organization.On("update", call => (pre, post) = (call.Context.PreEntityImages["pre"], call.Context.PostEntityImages["post"]));
        organization.On("delete", call => deleted = call.Context.PreEntityImages["pre"]);
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 5), ("tst_website", "https://a.example"));

        organization.Update("tst_parent", id, ("tst_score", 6));
        organization.Delete("tst_parent", id);

        Assert.Equal((5, "A", false), (pre!.GetAttributeValue<int>("tst_score"), pre.GetAttributeValue<string>("tst_name"), pre.Contains("tst_website")));
        Assert.Equal((6, false), (post!.GetAttributeValue<int>("tst_score"), post.Contains("tst_name")));
        Assert.Equal("A", deleted!.GetAttributeValue<string>("tst_name"));
    }

    [Fact]
    public void What_stage_10_shares_is_found_in_the_parent_context_of_later_stages()
    {
        using var organization = new TestOrganization(
            new StepSpec("validate", "Create", "tst_parent", 10),
            new StepSpec("pre", "Create", "tst_parent", 20),
            new StepSpec("post", "Create", "tst_parent", 40));
        var found = new List<object?>();
        organization.On("validate", call => call.Context.SharedVariables["a"] = 1);
        organization.On("pre", call =>
        {
            found.Add(call.Context.ParentContext.SharedVariables["a"]);
            call.Context.SharedVariables["b"] = 2;
        });
        organization.On("post", call => found.Add(call.Context.SharedVariables["b"]));

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal([1, 2], found);
    }

    [Fact]
    public void Stage_20_changes_the_target_and_stage_40_the_output()
    {
        using var organization = new TestOrganization(
            new StepSpec("pre", "Create", "tst_parent", 20),
            new StepSpec("read", "Retrieve", "tst_parent", 40));
        organization.On("pre", call => call.Target["tst_summary"] = "filled in");
        organization.On("read", call => ((Entity)call.Context.OutputParameters["BusinessEntity"])["tst_website"] = "https://added.example");
        var id = organization.Create("tst_parent", ("tst_name", "A"));

        var row = organization.Retrieve("tst_parent", id, "tst_summary");

        Assert.Equal("filled in", row["tst_summary"]);
        Assert.Equal("https://added.example", row["tst_website"]);
    }

    [Fact]
    public void Users_and_ids_of_the_context_are_those_of_the_request()
    {
        using var organization = new TestOrganization(
            new StepSpec("outer", "Create", "tst_parent", 40),
            new StepSpec("inner", "Create", "tst_child", 40));
        var administrator = organization.Inner.DefaultCaller.UserId;
        var (outer, inner) = (default(IPluginExecutionContext4), default(IPluginExecutionContext4));
        organization.On("outer", call =>
        {
            outer = call.Context;
            call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C")));
        });
        organization.On("inner", call => inner = call.Context);

        var id = organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal((administrator, administrator, id), (outer!.UserId, outer.InitiatingUserId, outer.PrimaryEntityId));
        Assert.NotEqual(administrator, inner!.UserId);
        Assert.Equal(administrator, inner.InitiatingUserId);
        Assert.Equal(outer.CorrelationId, inner.CorrelationId);
        Assert.Equal(id, outer.OutputParameters["id"]);
    }

    [Fact]
    public void A_bulk_message_raises_the_single_event_for_each_row_in_one_transaction()
    {
        using var organization = new TestOrganization(new StepSpec("post", "Create", "tst_child", 40));
        organization.On("post", call =>
        {
            if (call.Target.GetAttributeValue<string>("tst_number") == "bad") throw new InvalidPluginExecutionException("No.");
        });
        EntityCollection Rows(params string[] names) =>
            new([.. names.Select(name => TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", name)))]) { EntityName = "tst_child" };

        var ids = ((CreateMultipleResponse)organization.Execute(new CreateMultipleRequest { Targets = Rows("a", "b") })).Ids;
        organization.Fault(() => organization.Execute(new CreateMultipleRequest { Targets = Rows("c", "bad", "d") }));

        Assert.Equal(2, ids.Length);
        Assert.Equal(2, organization.Count("tst_child"));
        Assert.Equal(4, organization.Log.Count);
    }

    [Theory]
    [InlineData(true, new[] { "ordinary", "state" })]
    [InlineData(false, new[] { "both" })]
    public void An_update_that_mixes_status_with_other_columns_is_split_when_told_to(bool split, string[] expected)
    {
        using var organization = new TestOrganization(
            options => options with { SplitSpecialUpdates = split }, new StepSpec("post", "Update", "tst_parent", 40));
        var seen = new List<string>();
        organization.On("post", call => seen.Add(
            call.Target.Contains("statuscode") ? call.Target.Contains("tst_score") ? "both" : "state" : "ordinary"));
        var id = organization.Create("tst_parent", ("tst_name", "A"));

        organization.Update("tst_parent", id, ("tst_score", 3), ("statuscode", new OptionSetValue(543210000)));

        Assert.Equal(expected, seen);
        var row = organization.Retrieve("tst_parent", id, "tst_score", "statuscode");
        Assert.Equal((3, 543210000), (row.GetAttributeValue<int>("tst_score"), row.GetAttributeValue<OptionSetValue>("statuscode").Value));
    }

    [Theory]
    [InlineData(CascadeOrder.ChildrenFirst, new[] { "child 40", "pre 20", "post 40" })]
    [InlineData(CascadeOrder.ChildrenInMainOperation, new[] { "pre 20", "child 40", "post 40" })]
    public void A_delete_takes_the_children_along_in_the_order_chosen(CascadeOrder order, string[] expected)
    {
        using var organization = new TestOrganization(
            options => options with { CascadeOrder = order },
            new StepSpec("pre", "Delete", "tst_parent", 20),
            new StepSpec("post", "Delete", "tst_parent", 40),
            new StepSpec("child", "Delete", "tst_child", 40));
        var parent = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("tst_child", ("tst_number", "C"), ("tst_parentid", new EntityReference("tst_parent", parent)));

        organization.Delete("tst_parent", parent);

        Assert.Equal(expected, organization.Log.Select(line => line[..line.LastIndexOf(' ')]));
        Assert.Equal((0, 0), (organization.Count("tst_parent"), organization.Count("tst_child")));
    }

    [Fact]
    public void A_custom_api_runs_its_plug_in_as_main_operation()
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_parent", ("tst_name", "A"));

        var response = organization.Execute(new OrganizationRequest("tst_Evaluate") { ["Target"] = new EntityReference("tst_parent", id), ["Force"] = true });

        Assert.Equal(30, response["OpenItems"]);
        Assert.Equal("forced", organization.Retrieve("tst_parent", id, "tst_summary")["tst_summary"]);
        Assert.Equal(ErrorCodes.InvalidArgument, organization.Fault(() => organization.Execute(new OrganizationRequest("tst_Evaluate"))).Code);
    }

    [Fact]
    public void After_the_time_limit_everything_is_rolled_back_and_every_later_call_faults()
    {
        using var released = new ManualResetEventSlim();
        using var returned = new ManualResetEventSlim();
        OrganizationFault? later = null;
        using var organization = new TestOrganization(
            options => options with { PluginTimeLimit = TimeSpan.FromMilliseconds(700), AbandonedThreadLimit = 1 },
            new StepSpec("slow", "Create", "tst_parent", 40));
        organization.On("slow", call =>
        {
            call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "C")));
            released.Wait();
            later = Assert.Throws<OrganizationFault>(() => call.System.Create(TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "D"))));
            returned.Set();
        });

        var fault = organization.Fault(() => organization.Create("tst_parent", ("tst_name", "A")));

        Assert.Equal(ErrorCodes.IsvUnexpected, fault.Code);
        Assert.Contains("Test.Plugins.Scripted", fault.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (organization.Count("tst_parent"), organization.Count("tst_child")));
        Assert.Equal(1, organization.Inner.AbandonedThreads);
        Assert.NotNull(organization.Inner.MustRestart);
        Assert.Equal(ErrorCodes.Unexpected, organization.Fault(() => organization.Create("tst_child", ("tst_number", "E"))).Code);

        released.Set();
        Assert.True(returned.Wait(TimeSpan.FromSeconds(20)));
        Assert.Contains("time", later!.Message, StringComparison.Ordinal);
        Assert.True(SpinWait.SpinUntil(() => organization.Inner.AbandonedThreads == 0, TimeSpan.FromSeconds(20)));
        organization.Create("tst_child", ("tst_number", "F"));
        Assert.Equal(1, organization.Count("tst_child"));
    }

    [Fact]
    public async Task Writers_wait_for_each_other_and_readers_see_what_is_committed()
    {
        using var organization = new TestOrganization(new StepSpec("post", "Update", "tst_parent", 40) { Filter = "tst_score" });
        using var inside = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 1));
        organization.On("post", call =>
        {
            if (call.Target.GetAttributeValue<int>("tst_score") != 2) return;
            inside.Set();
            release.Wait();
        });

        var first = Task.Run(() => organization.Update("tst_parent", id, ("tst_score", 2)));
        Assert.True(inside.Wait(TimeSpan.FromSeconds(20)));
        var second = Task.Run(() => organization.Update("tst_parent", id, ("tst_score", 3)));

        Assert.Equal(1, organization.Retrieve("tst_parent", id, "tst_score")["tst_score"]);
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(200))));
        release.Set();
        await first;
        await second;
        Assert.Equal(3, organization.Retrieve("tst_parent", id, "tst_score")["tst_score"]);
    }

    [Fact]
    public async Task An_asynchronous_step_runs_after_the_commit_and_survives_a_restart()
    {
        using var organization = new TestOrganization(
            new StepSpec("later", "Update", "tst_parent", 40) { IsAsync = true, Pre = "tst_score", Filter = "tst_score" });
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 1));
        organization.On("later", call => call.System.Update(TestOrganization.Row("tst_parent", id,
            ("tst_summary", $"{call.Context.PreEntityImages["pre"]["tst_score"]} to {call.Target["tst_score"]}, mode {call.Context.Mode}, {call.Context.IsInTransaction}"))));

        organization.Update("tst_parent", id, ("tst_score", 9));
        Assert.Empty(organization.Log);
        organization.Reopen();
        await organization.Inner.Async.DrainAsync();

        Assert.Equal("1 to 9, mode 1, False", organization.Retrieve("tst_parent", id, "tst_summary")["tst_summary"]);
        var job = Assert.Single(organization.Query(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("statuscode") }).Entities);
        Assert.Equal(30, job.GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public async Task A_failing_asynchronous_step_is_tried_again_only_when_it_asks()
    {
        using var organization = new TestOrganization(
            new StepSpec("retry", "Create", "tst_parent", 40) { IsAsync = true },
            new StepSpec("fail", "Create", "tst_child", 40) { IsAsync = true });
        organization.On("retry", _ => throw new InvalidPluginExecutionException(OperationStatus.Retry, 1, "Later."));
        organization.On("fail", _ => throw new InvalidPluginExecutionException("Never."));

        organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("tst_child", ("tst_number", "C"));
        await organization.Inner.Async.DrainAsync();

        Assert.Equal(4, organization.Log.Count(line => line.StartsWith("retry", StringComparison.Ordinal)));
        Assert.Equal(1, organization.Log.Count(line => line.StartsWith("fail", StringComparison.Ordinal)));
        var messages = organization.Query(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("message") }).Entities
            .Select(job => job["message"]).Order();
        Assert.Equal(["Later.", "Never."], messages);
    }

    [Fact]
    public void A_step_is_not_raised_for_a_row_that_did_not_come_to_be()
    {
        using var organization = new TestOrganization(new StepSpec("later", "Create", "tst_parent", 40) { IsAsync = true });

        organization.Fault(() => organization.Create("tst_parent", ("tst_name", "A"), ("tst_kind", new OptionSetValue(5))));

        Assert.Equal(0, organization.Count("asyncoperation"));
    }
}
