using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Packager.Reading;

namespace Sandbox.Tests.Core;

/// <summary>Steps on messages that do what others do: Assign, SetState, Associate, GrantAccess and their like.</summary>
public sealed class MessageEventTests
{
    private static readonly Guid Other = new("0d5a7e00-0000-4000-8000-00000000f001");

    [Fact]
    public void Assign_encloses_the_update_of_the_owner_and_has_both_images()
    {
        using var organization = Organization(false,
            new StepSpec("validate", "Assign", "tst_parent", 10), new StepSpec("assign", "Assign", "tst_parent", 20), new StepSpec("update", "Update", "tst_parent", 20) { Filter = "ownerid" },
            new StepSpec("assigned", "Assign", "tst_parent", 40) { Pre = "ownerid", Post = "ownerid" }, new StepSpec("later", "Assign", "tst_parent", 40) { IsAsync = true });
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        var seen = new List<string>();
        organization.On("assign", call => seen.Add($"{call.Context.PrimaryEntityId == row} {((EntityReference)call.Context.InputParameters["Target"]).Id == row} {((EntityReference)call.Context.InputParameters["Assignee"]).Id == Other}"));
        organization.On("assigned", call => seen.Add(string.Join(' ', new[] { call.Context.PreEntityImages["pre"], call.Context.PostEntityImages["post"] }.Select(image => image.GetAttributeValue<EntityReference>("ownerid").Id == Other))));

        organization.Execute(Assign(row));

        Assert.Equal(["validate 10 d1", "assign 20 d1", "update 20 d1", "assigned 40 d1"], organization.Log);
        Assert.Equal(["True True True", "False True"], seen);
        Assert.Equal(Other, organization.Retrieve("tst_parent", row, "ownerid").GetAttributeValue<EntityReference>("ownerid").Id);
    }

    [Fact]
    public void A_step_can_change_whom_a_row_is_assigned_to_and_one_that_throws_leaves_it()
    {
        using var organization = Organization(false, new StepSpec("assign", "Assign", "tst_parent", 20), new StepSpec("assigned", "Assign", "tst_parent", 40));
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.On("assign", call => call.Context.InputParameters["Assignee"] = new EntityReference("systemuser", organization.Inner.DefaultCaller.UserId));
        organization.Execute(Assign(row));
        Assert.Equal(organization.Inner.DefaultCaller.UserId, Owner());

        organization.On("assign", _ => { }).On("assigned", _ => throw new InvalidPluginExecutionException("Not to them."));
        Assert.Equal("Not to them.", organization.Fault(() => organization.Execute(Assign(row))).Message);
        Assert.Equal(organization.Inner.DefaultCaller.UserId, Owner());

        Guid Owner() => organization.Retrieve("tst_parent", row, "ownerid").GetAttributeValue<EntityReference>("ownerid").Id;
    }

    [Theory]
    [InlineData("SetState")]
    [InlineData("SetStateDynamicEntity")]
    public void Each_message_that_sets_a_state_raises_its_own_event(string message)
    {
        using var organization = Organization(false, new StepSpec("plain", "SetState", "tst_parent", 20), new StepSpec("dynamic", "SetStateDynamicEntity", "tst_parent", 20) { Pre = "statecode" });
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        var seen = "";
        foreach (var step in new[] { "plain", "dynamic" })
        {
            organization.On(step, call => seen = $"{((EntityReference)call.Context.InputParameters["EntityMoniker"]).Id == row} {((OptionSetValue)call.Context.InputParameters["State"]).Value} {((OptionSetValue)call.Context.InputParameters["Status"]).Value}");
        }

        organization.Execute(new OrganizationRequest(message)
        {
            Parameters = { ["EntityMoniker"] = new EntityReference("tst_parent", row), ["State"] = new OptionSetValue(1), ["Status"] = new OptionSetValue(-1) },
        });

        Assert.Equal([message == "SetState" ? "plain 20 d1" : "dynamic 20 d1"], organization.Log);
        Assert.Equal("True 1 -1", seen);
        Assert.Equal(1, organization.Retrieve("tst_parent", row, "statecode").GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Theory]
    [InlineData(false, "update 20 d1 | update 20 d1 | update 20 d1")]
    [InlineData(true, "update 20 d1 | assign 20 d1 | update 20 d1 | state 20 d1 | update 20 d1")]
    public void An_update_of_owner_and_state_raises_the_older_messages_where_the_switch_says_so(bool raises, string log)
    {
        using var organization = Organization(raises,
            new StepSpec("update", "Update", "tst_parent", 20), new StepSpec("assign", "Assign", "tst_parent", 20), new StepSpec("state", "SetState", "tst_parent", 20));
        var row = organization.Create("tst_parent", ("tst_name", "A"));

        organization.Update("tst_parent", row, ("tst_name", "B"), ("ownerid", new EntityReference("systemuser", Other)), ("statecode", new OptionSetValue(1)));
        Assert.Equal(log, string.Join(" | ", organization.Log));

        organization.Log.Clear();
        organization.Execute(Assign(row));
        Assert.Equal("assign 20 d1 | update 20 d1", string.Join(" | ", organization.Log));
    }

    [Fact]
    public async Task Associate_and_disassociate_raise_steps_that_name_no_table()
    {
        using var organization = Organization(false, new StepSpec("tie", "Associate", "", 20), new StepSpec("tied", "Associate", "", 40) { IsAsync = true }, new StepSpec("part", "Disassociate", "", 40), new StepSpec("update", "Update", "tst_child", 20));
        var parent = organization.Create("tst_parent", ("tst_name", "A"));
        var child = organization.Create("tst_child", ("tst_number", "ev-1"));
        var seen = new List<string>();
        foreach (var step in new[] { "tie", "tied", "part" })
        {
            organization.On(step, call => seen.Add(
                $"{((EntityReference)call.Context.InputParameters["Target"]).Id == parent} {(Relationship)call.Context.InputParameters["Relationship"]} {((EntityReferenceCollection)call.Context.InputParameters["RelatedEntities"]).Single().Id == child}"));
        }

        organization.Execute(new AssociateRequest { Target = new EntityReference("tst_parent", parent), Relationship = new Relationship("tst_parent_child"), RelatedEntities = [new EntityReference("tst_child", child)] });
        organization.Execute(new DisassociateRequest { Target = new EntityReference("tst_parent", parent), Relationship = new Relationship("tst_parent_child"), RelatedEntities = [new EntityReference("tst_child", child)] });
        await organization.Inner.Async.DrainAsync();

        Assert.Equal(["tie 20 d1", "update 20 d1", "update 20 d1", "part 40 d1", "tied 40 d1"], organization.Log);
        Assert.Equal(Enumerable.Repeat("True tst_parent_child True", 3), seen);
    }

    [Fact]
    public async Task Sharing_raises_grant_modify_and_revoke()
    {
        using var organization = Organization(false,
            new StepSpec("grant", "GrantAccess", "tst_parent", 20), new StepSpec("granted", "GrantAccess", "tst_parent", 40) { IsAsync = true }, new StepSpec("modify", "ModifyAccess", "tst_parent", 40), new StepSpec("revoke", "RevokeAccess", "tst_parent", 10));
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        var access = new PrincipalAccess(new EntityReference("systemuser", Other), AccessRights.ReadAccess | AccessRights.WriteAccess);
        var seen = new List<string>();
        foreach (var step in new[] { "grant", "granted", "modify" })
            organization.On(step, call => seen.Add($"{((PrincipalAccess)call.Context.InputParameters["PrincipalAccess"]).Principal.Id == Other} {((PrincipalAccess)call.Context.InputParameters["PrincipalAccess"]).AccessMask}"));
        organization.On("revoke", call => seen.Add($"{((EntityReference)call.Context.InputParameters["Revokee"]).Id == Other}"));

        foreach (var message in new[] { "GrantAccess", "ModifyAccess" })
            organization.Execute(new OrganizationRequest(message) { Parameters = { ["Target"] = new EntityReference("tst_parent", row), ["PrincipalAccess"] = access } });
        organization.Execute(new OrganizationRequest("RevokeAccess") { Parameters = { ["Target"] = new EntityReference("tst_parent", row), ["Revokee"] = access.Principal } });
        await organization.Inner.Async.DrainAsync();

        Assert.Equal(["grant 20 d1", "modify 40 d1", "revoke 10 d1", "granted 40 d1"], organization.Log);
        Assert.Equal(["True ReadAccess, WriteAccess", "True ReadAccess, WriteAccess", "True", "True ReadAccess, WriteAccess"], seen);
    }

    [Fact]
    public void A_step_on_upsert_is_refused_since_its_events_are_those_of_create_and_update()
    {
        var refusal = Assert.Throws<ImportFailedException>(() => Organization(false, new StepSpec("never", "Upsert", "tst_parent", 20)));

        Assert.Contains("on which the sandbox raises no steps", Assert.Single(refusal.Findings).Message, StringComparison.Ordinal);
        Assert.Null(PlatformMessages.Id("Upsert"));
    }

    private static OrganizationRequest Assign(Guid row) => new("Assign")
    {
        Parameters = { ["Target"] = new EntityReference("tst_parent", row), ["Assignee"] = new EntityReference("systemuser", Other) },
    };

    private static TestOrganization Organization(bool raises, params StepSpec[] steps) => new(
        options => options with { UpdateRaisesAssignAndSetState = raises, Users = [new SeedUser(Other, "Other", 1033, ["Test Author"])] }, steps);
}
