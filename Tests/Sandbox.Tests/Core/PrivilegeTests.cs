using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Roles count for whoever calls, whatever the message is.</summary>
public sealed class PrivilegeTests
{
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000a001");
    private static readonly Guid Other = new("0d5a7e00-0000-4000-8000-00000000a002");
    private static readonly Guid Nobody = new("0d5a7e00-0000-4000-8000-00000000a003");

    [Fact]
    public void A_custom_api_asks_for_its_privilege()
    {
        using var organization = Open();

        organization.Execute(new OrganizationRequest("tst_Sweep"), new Caller(Author));

        var fault = organization.Fault(() => organization.Execute(new OrganizationRequest("tst_Sweep"), new Caller(Nobody)));
        Assert.Equal((ErrorCodes.PrivilegeDenied, $"Principal user (Id={Nobody:D}, type=8) is missing prvWritetst_Parent privilege."), (fault.Code, fault.Message));
    }

    [Fact]
    public void A_custom_apis_service_of_the_caller_has_the_callers_rights()
    {
        using var organization = Open();
        organization.Create("tst_parent", ("tst_name", "pending")); // The administrator's: the author's roles reach only the author's own.

        Assert.Equal(ErrorCodes.AccessDenied, organization.Fault(() => organization.Execute(new OrganizationRequest("tst_Sweep"), new Caller(Author))).Code);
    }

    [Fact]
    public void A_steps_service_of_the_caller_has_the_callers_rights_and_that_of_nobody_has_all()
    {
        using var organization = Open(new StepSpec("post", "Create", "tst_parent", 40));
        var foreign = Guid.Empty;
        var asCaller = false;
        organization.On("post", call =>
        {
            if (foreign != Guid.Empty) (asCaller ? call.User : call.System).Update(TestOrganization.Row("tst_parent", foreign, ("tst_score", 1)));
        });
        var first = organization.Create("tst_parent", ("tst_name", "A"));
        foreign = first;

        Create(organization, Author, "tst_parent", ("tst_name", "B"));
        asCaller = true;

        Assert.Equal(ErrorCodes.AccessDenied, organization.Fault(() => Create(organization, Author, "tst_parent", ("tst_name", "C"))).Code);
    }

    [Fact]
    public void Pointing_at_a_row_takes_Append_on_the_one_and_Append_To_on_the_other()
    {
        using var organization = Open();
        var own = Create(organization, Author, "tst_parent", ("tst_name", "Own"));
        var foreign = organization.Create("tst_parent", ("tst_name", "Administrator's"));

        var child = Create(organization, Author, "tst_child", ("tst_number", "1"), ("tst_parentid", new EntityReference("tst_parent", own)));

        var onCreate = organization.Fault(() => Create(organization, Author, "tst_child", ("tst_number", "2"), ("tst_parentid", new EntityReference("tst_parent", foreign))));
        var onUpdate = organization.Fault(() => organization.Execute(new UpdateRequest
        {
            Target = TestOrganization.Row("tst_child", child, ("tst_parentid", new EntityReference("tst_parent", foreign))),
        }, new Caller(Author)));
        Assert.All([onCreate, onUpdate], fault => Assert.Equal(
            (ErrorCodes.AccessDenied, $"Principal with id {Author:D} does not have AppendToAccess right(s) for record with id {foreign:D} of entity tst_parent"),
            (fault.Code, fault.Message)));
    }

    [Fact]
    public void Whoever_lacks_Append_can_create_but_not_point()
    {
        using var organization = Open(privileges => privileges.RemoveAll(name => name == "prvAppendtst_Child"));
        var own = Create(organization, Author, "tst_parent", ("tst_name", "Own"));

        Create(organization, Author, "tst_child", ("tst_number", "1"));

        var fault = organization.Fault(() => Create(organization, Author, "tst_child", ("tst_number", "2"), ("tst_parentid", new EntityReference("tst_parent", own))));
        Assert.Equal($"Principal user (Id={Author:D}, type=8) is missing prvAppendtst_Child privilege.", fault.Message);
    }

    [Fact]
    public void A_row_out_of_reach_cannot_be_assigned()
    {
        using var organization = Open();
        var own = Create(organization, Author, "tst_parent", ("tst_name", "Own"));
        var foreign = organization.Create("tst_parent", ("tst_name", "Administrator's"));

        organization.Execute(Assign(own), new Caller(Author));

        Assert.Equal(ErrorCodes.AccessDenied, organization.Fault(() => organization.Execute(Assign(foreign), new Caller(Author))).Code);

        static OrganizationRequest Assign(Guid row) => new("Assign")
        {
            ["Target"] = new EntityReference("tst_parent", row),
            ["Assignee"] = new EntityReference("systemuser", Other),
        };
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    [InlineData("Upsert")]
    [InlineData("CreateMultiple")]
    [InlineData("UpdateMultiple")]
    [InlineData("UpsertMultiple")]
    [InlineData("Assign")]
    [InlineData("SetState")]
    [InlineData("GrantAccess")]
    [InlineData("ModifyAccess")]
    [InlineData("RevokeAccess")]
    [InlineData("RetrievePrincipalAccess")]
    [InlineData("RetrieveSharedPrincipalsAndAccess")]
    [InlineData("Associate")]
    [InlineData("Disassociate")]
    [InlineData("Retrieve")]
    [InlineData("RetrieveMultiple")]
    [InlineData("tst_Evaluate")]
    [InlineData("InitializeFileBlocksUpload")]
    [InlineData("InitializeFileBlocksDownload")]
    public void Without_a_role_no_message_gets_at_a_row(string message)
    {
        using var organization = Open();
        var parent = organization.Create("tst_parent", ("tst_name", "A"));
        var child = organization.Create("tst_child", ("tst_number", "1"), ("tst_parentid", new EntityReference("tst_parent", parent)));
        var reference = new EntityReference("tst_parent", parent);
        var row = TestOrganization.Row("tst_parent", parent, ("tst_score", 1));
        var request = new OrganizationRequest(message);
        switch (message)
        {
            case "Create" or "Update" or "Upsert":
                request["Target"] = row;
                break;
            case "CreateMultiple" or "UpdateMultiple" or "UpsertMultiple":
                request["Targets"] = new EntityCollection([row]) { EntityName = "tst_parent" };
                break;
            case "Assign":
                request["Target"] = reference;
                request["Assignee"] = new EntityReference("systemuser", Nobody);
                break;
            case "GrantAccess" or "ModifyAccess":
                request["Target"] = reference;
                request["PrincipalAccess"] = new PrincipalAccess(new EntityReference("systemuser", Nobody), AccessRights.ReadAccess);
                break;
            case "RevokeAccess":
                request["Target"] = reference;
                request["Revokee"] = new EntityReference("systemuser", Nobody);
                break;
            case "RetrievePrincipalAccess":
                request["Target"] = reference;
                request["Principal"] = new EntityReference("systemuser", Nobody);
                break;
            case "SetState":
                request["EntityMoniker"] = reference;
                request["State"] = new OptionSetValue(1);
                request["Status"] = new OptionSetValue(2);
                break;
            case "Associate" or "Disassociate":
                request["Target"] = reference;
                request["Relationship"] = new Relationship("tst_parent_child");
                request["RelatedEntities"] = new EntityReferenceCollection([new EntityReference("tst_child", child)]);
                break;
            case "RetrieveMultiple":
                request["Query"] = new QueryExpression("tst_parent");
                break;
            case "InitializeFileBlocksUpload" or "InitializeFileBlocksDownload":
                request["Target"] = new EntityReference("tst_child", child);
                request["FileAttributeName"] = "tst_picture";
                request["FileName"] = "a.png";
                break;
            default:
                request["Target"] = reference;
                if (message == "Retrieve") request["ColumnSet"] = new ColumnSet("tst_name");
                break;
        }

        Assert.Equal(ErrorCodes.PrivilegeDenied, organization.Fault(() => organization.Execute(request, new Caller(Nobody))).Code);
    }

    private static TestOrganization Open(params StepSpec[] steps) => new(WithUsers, steps);

    private static TestOrganization Open(Action<List<string>> change)
    {
        var organization = new TestOrganization(WithUsers);
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.0.0.1", folder => TestSolution.Edit(folder, "Roles/Test Author.xml", role =>
        {
            var all = role.Descendants("RolePrivilege").ToList();
            var kept = all.Select(privilege => (string)privilege.Attribute("name")!).ToList();
            change(kept);
            foreach (var privilege in all.Where(privilege => !kept.Contains((string)privilege.Attribute("name")!))) privilege.Remove();
        }))));
        return organization;
    }

    private static OrganizationOptions WithUsers(OrganizationOptions options) => options with
    {
        Users = [new SeedUser(Author, "Author", 1033, ["Test Author"]), new SeedUser(Other, "Other", 1033, ["Test Author"]), new SeedUser(Nobody, "Nobody", 1033, [])],
    };

    private static Guid Create(TestOrganization organization, Guid user, string table, params (string Column, object? Value)[] values) =>
        ((CreateResponse)organization.Execute(new CreateRequest { Target = TestOrganization.Row(table, Guid.Empty, values) }, new Caller(user))).id;
}
