using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Bulk messages and the merged pipelines of single and bulk steps.</summary>
public sealed class BulkTests
{
    [Fact]
    public void A_step_on_the_single_message_runs_for_each_row_and_one_on_the_bulk_message_once()
    {
        using var organization = new TestOrganization(
            new StepSpec("one", "Create", "tst_parent", 20),
            new StepSpec("all", "CreateMultiple", "tst_parent", 20),
            new StepSpec("done", "CreateMultiple", "tst_parent", 40));
        IReadOnlyList<Guid>? output = null;
        organization.On("done", call => output = (Guid[])call.Context.OutputParameters["Ids"]);

        var ids = Create(organization, "A", "B", "C");

        Assert.Equal(["all 20 d1", "one 20 d1", "one 20 d1", "one 20 d1", "done 40 d1"], organization.Log);
        Assert.Equal(ids, output);
    }

    [Fact]
    public void A_single_create_raises_the_bulk_event_of_one_row()
    {
        using var organization = new TestOrganization(new StepSpec("all", "CreateMultiple", "tst_parent", 40));
        var seen = 0;
        organization.On("all", call =>
        {
            var targets = (EntityCollection)call.Context.InputParameters["Targets"];
            seen += targets.Entities.Count;
            Assert.Equal(("tst_parent", "CreateMultiple", Guid.Empty), (targets.EntityName, call.Context.MessageName, call.Context.PrimaryEntityId));
            Assert.Equal("A", targets.Entities[0]["tst_name"]);
            Assert.Contains("createdon", targets.Entities[0].Attributes.Keys);
        });

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal(1, seen);
    }

    [Fact]
    public void What_a_bulk_step_changes_is_stored_and_seen_by_the_single_steps()
    {
        using var organization = new TestOrganization(
            new StepSpec("all", "CreateMultiple", "tst_parent", 20),
            new StepSpec("one", "Create", "tst_parent", 40));
        var seen = new List<object>();
        organization.On("all", call =>
        {
            foreach (var target in ((EntityCollection)call.Context.InputParameters["Targets"]).Entities) target["tst_score"] = 7;
        });
        organization.On("one", call => seen.Add(call.Target["tst_score"]));

        var ids = Create(organization, "A", "B");

        Assert.Equal([7, 7], seen);
        Assert.All(ids, id => Assert.Equal(7, organization.Retrieve("tst_parent", id, "tst_score")["tst_score"]));
    }

    [Fact]
    public void Images_of_a_bulk_step_are_in_step_with_its_targets()
    {
        using var organization = new TestOrganization(
            new StepSpec("all", "UpdateMultiple", "tst_parent", 40) { Pre = "tst_name,tst_score", Post = "tst_score" });
        var ids = Create(organization, "A", "B");
        var seen = new List<(object, object)>();
        organization.On("all", call =>
        {
            Assert.Empty(call.Context.PreEntityImages);
            seen.AddRange(call.Context.PreEntityImagesCollection.Zip(call.Context.PostEntityImagesCollection, (pre, post) => (pre["pre"]["tst_name"], post["post"]["tst_score"])));
        });

        organization.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([.. ids.Select((id, index) => TestOrganization.Row("tst_parent", id, ("tst_score", index + 1)))]) { EntityName = "tst_parent" },
        });

        Assert.Equal([("A", 1), ("B", 2)], seen);
    }

    [Fact]
    public void A_bulk_step_runs_when_one_of_the_rows_has_a_column_it_waits_for()
    {
        using var organization = new TestOrganization(new StepSpec("all", "UpdateMultiple", "tst_parent", 40) { Filter = "tst_score" });
        var ids = Create(organization, "A", "B");

        organization.Update("tst_parent", ids[0], ("tst_name", "C"));
        Assert.Empty(organization.Log);
        organization.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([TestOrganization.Row("tst_parent", ids[0], ("tst_name", "D")), TestOrganization.Row("tst_parent", ids[1], ("tst_score", 1))]) { EntityName = "tst_parent" },
        });

        Assert.Equal(["all 40 d1"], organization.Log);
    }

    [Fact]
    public void A_bulk_step_that_throws_leaves_no_row()
    {
        using var organization = new TestOrganization(new StepSpec("all", "CreateMultiple", "tst_parent", 40));
        organization.On("all", _ => throw new InvalidPluginExecutionException("None of them."));

        Assert.Equal("None of them.", organization.Fault(() => Create(organization, "A", "B")).Message);

        Assert.Equal(0, organization.Count("tst_parent"));
    }

    [Fact]
    public async Task An_asynchronous_bulk_step_gets_its_targets_and_images_after_a_restart()
    {
        using var organization = new TestOrganization(new StepSpec("all", "UpdateMultiple", "tst_parent", 40) { IsAsync = true, Pre = "tst_name" });
        var ids = Create(organization, "A", "B");
        var seen = new List<object>();
        organization.On("all", call => seen.AddRange(call.Context.PreEntityImagesCollection.Select(images => images["pre"]["tst_name"])));
        organization.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([.. ids.Select(id => TestOrganization.Row("tst_parent", id, ("tst_score", 1)))]) { EntityName = "tst_parent" },
        });

        organization.Reopen();
        await organization.Inner.Async.DrainAsync();

        Assert.Equal(["A", "B"], seen);
    }

    private static Guid[] Create(TestOrganization organization, params string[] names) => ((CreateMultipleResponse)organization.Execute(new CreateMultipleRequest
    {
        Targets = new EntityCollection([.. names.Select(name => TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", name)))]) { EntityName = "tst_parent" },
    })).Ids;
}
