using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Who reads and deletes audit rows, and what the messages make of them.</summary>
public sealed class AuditHistoryTests
{
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000c001");

    [Fact]
    public void The_history_of_a_row_comes_with_the_newest_change_first_in_values_of_their_types()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.SetAuditing(true);
        organization.Update("tst_parent", row, ("tst_name", "B"), ("tst_score", 5), ("tst_rate", 1.5m), ("tst_islisted", true), ("tst_kind", new OptionSetValue(543210000)),
            ("tst_tags", new OptionSetValueCollection([new(543210000), new(543210001)])), ("tst_dueon", new DateTime(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc)));
        organization.Update("tst_parent", row, ("ownerid", new EntityReference("systemuser", Author)));

        var history = History(organization, row);

        Assert.Equal([13, 2], history.AuditDetails.Select(detail => detail.AuditRecord.GetAttributeValue<OptionSetValue>("action").Value));
        var assigned = Assert.IsType<AttributeAuditDetail>(history.AuditDetails[0]);
        Assert.Equal(new EntityReference("systemuser", Author), assigned.NewValue["ownerid"]);
        Assert.Equal(("Sandbox Administrator", "Author"), (assigned.OldValue.FormattedValues["ownerid"], assigned.NewValue.FormattedValues["ownerid"]));
        var updated = Assert.IsType<AttributeAuditDetail>(history.AuditDetails[1]);
        Assert.Equal(("tst_parent", row), (updated.NewValue.LogicalName, updated.NewValue.Id));
        Assert.Equal(("A", "B"), (updated.OldValue["tst_name"], updated.NewValue["tst_name"]));
        Assert.Equal((5, 1.5m, true), (updated.NewValue["tst_score"], updated.NewValue["tst_rate"], updated.NewValue["tst_islisted"]));
        Assert.Equal(543210000, updated.NewValue.GetAttributeValue<OptionSetValue>("tst_kind").Value);
        Assert.Equal([543210000, 543210001], updated.NewValue.GetAttributeValue<OptionSetValueCollection>("tst_tags").Select(option => option.Value));
        Assert.Equal(new DateTime(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc), updated.NewValue["tst_dueon"]);
        Assert.False(updated.OldValue.Contains("tst_score"));
        Assert.Equal((0, 0, 0), (updated.InvalidNewValueAttributes.Count, updated.DeletedAttributes.Count, updated.LocLabelLanguageCode));
    }

    [Fact]
    public void A_history_is_read_in_pages()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        var row = organization.Create("tst_parent", ("tst_name", "0"));
        foreach (var name in new[] { "1", "2", "3", "4" }) organization.Update("tst_parent", row, ("tst_name", name));

        var first = History(organization, row, new PagingInfo { PageNumber = 1, Count = 3, ReturnTotalRecordCount = true });
        var second = History(organization, row, new PagingInfo { PageNumber = 2, Count = 3, PagingCookie = first.PagingCookie });

        Assert.Equal(["4", "3", "2"], first.AuditDetails.Select(NewName));
        Assert.Equal(["1", "0"], second.AuditDetails.Select(NewName));
        Assert.Equal((true, 5, false, -1), (first.MoreRecords, first.TotalRecordCount, second.MoreRecords, second.TotalRecordCount));
    }

    [Fact]
    public void The_history_of_a_column_has_its_changes_alone()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Update("tst_parent", row, ("tst_score", 1));
        organization.Update("tst_parent", row, ("tst_score", 2), ("tst_name", """B "logicalName":"tst_score" """));
        organization.Update("tst_parent", row, ("tst_name", """C "logicalName":"tst_score" """));

        var history = ((AuditDetailCollection)organization.Execute(new OrganizationRequest("RetrieveAttributeChangeHistory")
        {
            ["Target"] = new EntityReference("tst_parent", row),
            ["AttributeLogicalName"] = "tst_score",
        })["AuditDetailCollection"]).AuditDetails.Cast<AttributeAuditDetail>().ToList();

        Assert.Equal([(1, 2), (null, 1)], history.ConvertAll(detail => (detail.OldValue.GetAttributeValue<int?>("tst_score"), detail.NewValue.GetAttributeValue<int?>("tst_score"))));
        Assert.All(history, detail => Assert.False(detail.NewValue.Contains("tst_name")));
        Assert.Equal(ErrorCodes.NoAttribute, organization.Fault(() => organization.Execute(new OrganizationRequest("RetrieveAttributeChangeHistory")
        {
            ["Target"] = new EntityReference("tst_parent", row),
            ["AttributeLogicalName"] = "tst_none",
        })).Code);
    }

    [Fact]
    public void Shares_and_memberships_have_details_of_their_own()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.SetAuditing(true);
        organization.Execute(new OrganizationRequest("GrantAccess")
        {
            ["Target"] = new EntityReference("tst_parent", row),
            ["PrincipalAccess"] = new PrincipalAccess(new EntityReference("systemuser", Author), AccessRights.ReadAccess),
        });
        organization.Execute(new OrganizationRequest("Associate")
        {
            ["Target"] = new EntityReference("systemuser", Author),
            ["Relationship"] = new Relationship("systemuserroles_association"),
            ["RelatedEntities"] = new EntityReferenceCollection([new EntityReference("role", Guid.Parse("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a10"))]),
        });

        var share = Assert.IsType<ShareAuditDetail>(Assert.Single(History(organization, row).AuditDetails));
        Assert.Equal(("Author", AccessRights.None, AccessRights.ReadAccess), (share.Principal.Name, share.OldPrivileges, share.NewPrivileges));
        var role = Assert.IsType<RelationshipAuditDetail>(organization.Execute(new OrganizationRequest("RetrieveAuditDetails")
        {
            ["AuditId"] = Assert.Single(organization.Audits("systemuser")).Id,
        })["AuditDetail"]);
        Assert.Equal(("systemuserroles_association", "Basic User"), (role.RelationshipName, Assert.Single(role.TargetRecords).Name));
    }

    [Fact]
    public void A_column_that_is_gone_is_named_among_the_deleted_ones()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.SetAuditing(true);
        organization.Update("tst_parent", row, ("tst_name", "B"), ("tst_tags", new OptionSetValueCollection([new(543210000)])));
        var number = organization.Inner.Model.Tables["tst_parent"].Columns.Keys.ToList().IndexOf("tst_tags") + 1;

        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "2.0.0.0", folder => TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", entity =>
            entity.Descendants("attribute").Single(each => (string?)each.Attribute("PhysicalName") == "tst_Tags").Remove()))));

        var detail = Assert.IsType<AttributeAuditDetail>(Assert.Single(History(organization, row).AuditDetails));
        Assert.Equal([new KeyValuePair<int, string>(number, "tst_tags")], detail.DeletedAttributes);
        Assert.Equal("B", detail.NewValue["tst_name"]);
    }

    [Fact]
    public void Reading_audit_rows_takes_prvReadAuditSummary()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        organization.Create("tst_parent", ("tst_name", "A"));
        var audit = organization.Audits("tst_parent")[0].Id;
        var details = new OrganizationRequest("RetrieveAuditDetails") { ["AuditId"] = audit };
        var query = new QueryExpression("systemuser");
        query.AddLink("audit", "systemuserid", "userid");

        foreach (var refused in new Action[]
        {
            () => organization.Query(new QueryExpression("audit"), new Caller(Author)),
            () => organization.Query(query, new Caller(Author)),
            () => organization.Execute(new RetrieveRequest { Target = new EntityReference("audit", audit), ColumnSet = new ColumnSet("action") }, new Caller(Author)),
            () => organization.Execute(details, new Caller(Author)),
        })
        {
            var fault = organization.Fault(refused);
            Assert.Equal((ErrorCodes.PrivilegeDenied, $"Principal user (Id={Author:D}, type=8) is missing prvReadAuditSummary privilege."), (fault.Code, fault.Message));
        }

        Grant(organization, "prvReadAuditSummary");
        Assert.NotEmpty(organization.Query(new QueryExpression("audit"), new Caller(Author)).Entities);
        Assert.NotEmpty(organization.Query(query, new Caller(Author)).Entities);
        Assert.IsType<AttributeAuditDetail>(organization.Execute(details, new Caller(Author))["AuditDetail"]);
    }

    [Fact]
    public void The_history_of_a_row_takes_prvReadRecordAuditHistory_and_the_row()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        var own = ((CreateResponse)organization.Execute(new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A")) }, new Caller(Author))).id;
        var foreign = organization.Create("tst_parent", ("tst_name", "B"));
        OrganizationRequest Of(Guid row) => new("RetrieveRecordChangeHistory") { ["Target"] = new EntityReference("tst_parent", row) };

        Assert.Equal($"Principal user (Id={Author:D}, type=8) is missing prvReadRecordAuditHistory privilege.",
            organization.Fault(() => organization.Execute(Of(own), new Caller(Author))).Message);
        Grant(organization, "prvReadRecordAuditHistory", read: "Basic");

        Assert.Single(((AuditDetailCollection)organization.Execute(Of(own), new Caller(Author))["AuditDetailCollection"]).AuditDetails);
        Assert.Equal(ErrorCodes.AccessDenied, organization.Fault(() => organization.Execute(Of(foreign), new Caller(Author))).Code);
        organization.Delete("tst_parent", foreign);
        Assert.Equal($"Principal user (Id={Author:D}, type=8) is missing prvReadAuditSummary privilege.",
            organization.Fault(() => organization.Execute(Of(foreign), new Caller(Author))).Message);
        Assert.Equal(2, History(organization, foreign).AuditDetails.Count);
    }

    [Fact]
    public void A_secured_column_is_left_out_for_whoever_may_not_read_it()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        var own = ((CreateResponse)organization.Execute(new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A")) }, new Caller(Author))).id;
        organization.Update("tst_parent", own, ("tst_secret", "S"));
        Grant(organization, "prvReadRecordAuditHistory");

        AttributeAuditDetail Last(Guid user) => (AttributeAuditDetail)((AuditDetailCollection)organization.Execute(
            new OrganizationRequest("RetrieveRecordChangeHistory") { ["Target"] = new EntityReference("tst_parent", own) }, new Caller(user))["AuditDetailCollection"]).AuditDetails[0];

        Assert.Equal("S", Last(organization.Inner.DefaultCaller.UserId).NewValue["tst_secret"]);
        Assert.False(Last(Author).NewValue.Contains("tst_secret"));
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    public void Nobody_writes_audit_rows(string message)
    {
        using var organization = Open();
        organization.SetAuditing(true);
        var audit = organization.Audits("organization")[0].Id;
        object target = message == "Delete" ? new EntityReference("audit", audit) : TestOrganization.Row("audit", audit, ("useradditionalinfo", "A"));

        var fault = organization.Fault(() => organization.Execute(new OrganizationRequest(message) { ["Target"] = target }));

        Assert.Equal("Writing rows of 'audit' is not supported by the sandbox.", fault.Message);
    }

    [Fact]
    public void A_rows_history_is_deleted_by_whoever_has_the_privilege_and_no_other_rows()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Update("tst_parent", row, ("tst_name", "B"));
        organization.Create("tst_parent", ("tst_name", "C"));
        var request = new OrganizationRequest("DeleteRecordChangeHistory") { ["Target"] = new EntityReference("tst_parent", row) };

        Assert.Equal($"Principal user (Id={Author:D}, type=8) is missing prvDeleteRecordChangeHistory privilege.",
            organization.Fault(() => organization.Execute(request, new Caller(Author))).Message);

        Assert.Equal(2, organization.Execute(request)["DeletedEntriesCount"]);
        Assert.Equal(0, organization.Execute(request)["DeletedEntriesCount"]);
        Assert.Single(organization.Audits("tst_parent"));
    }

    [Theory]
    [InlineData("BulkDelete")]
    [InlineData("DeleteAuditData")]
    [InlineData("RetrieveAuditPartitionList")]
    public void What_is_not_there_faults_by_name(string message)
    {
        using var organization = Open();

        Assert.Equal($"The message '{message}' is not supported by the sandbox.", organization.Fault(() => organization.Execute(new OrganizationRequest(message))).Message);
    }

    private static string? NewName(AuditDetail detail) => ((AttributeAuditDetail)detail).NewValue.GetAttributeValue<string>("tst_name");

    private static AuditDetailCollection History(TestOrganization organization, Guid row, PagingInfo? paging = null)
    {
        var request = new OrganizationRequest("RetrieveRecordChangeHistory") { ["Target"] = new EntityReference("tst_parent", row) };
        if (paging is not null) request["PagingInfo"] = paging;
        return (AuditDetailCollection)organization.Execute(request)["AuditDetailCollection"];
    }

    private static void Grant(TestOrganization organization, string privilege, string read = "Global") => organization.Inner.Import(new MemoryStream(TestSolution.Pack(
        organization.Key, [], "1.0.0.1", folder => TestSolution.Edit(folder, "Roles/Test Author.xml", role =>
        {
            role.Descendants("RolePrivilege").Single(each => (string?)each.Attribute("name") == "prvReadtst_Parent").SetAttributeValue("level", read);
            var last = role.Descendants("RolePrivilege").Last();
            last.AddAfterSelf(new System.Xml.Linq.XElement(last.Name, new System.Xml.Linq.XAttribute("name", privilege), new System.Xml.Linq.XAttribute("level", "Global")));
        }))));

    private static TestOrganization Open() => new(options => options with
    {
        Users = [new SeedUser(Author, "Author", 1033, ["Test Author"])],
    });
}
