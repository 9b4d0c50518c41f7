using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using SQLitePCL;

namespace Sandbox.Tests.Core;

/// <summary>Which rows of <c>audit</c> are written.</summary>
public sealed class AuditTests
{
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000b001");
    private static readonly Guid Other = new("0d5a7e00-0000-4000-8000-00000000b002");

    [Fact]
    public void Auditing_is_off_until_the_administrator_turns_it_on_and_both_are_audited()
    {
        using var organization = Open();
        organization.Create("tst_parent", ("tst_name", "Before"));
        Assert.False(organization.Retrieve("organization", organization.Inner.Id, "isauditenabled").GetAttributeValue<bool>("isauditenabled"));
        Assert.Equal(0, organization.Count("audit"));

        Assert.Equal(ErrorCodes.PrivilegeDenied, organization.Fault(() => organization.SetAuditing(true, new Caller(Author))).Code);
        organization.SetAuditing(true);
        organization.SetAuditing(true);
        organization.Create("tst_parent", ("tst_name", "Between"));
        organization.SetAuditing(false);
        organization.Create("tst_parent", ("tst_name", "After"));

        Assert.Equal(["Audit Enabled isauditenabled", "Audit Disabled isauditenabled"], organization.Events("organization"));
        Assert.Single(organization.Audits("tst_parent"));
    }

    [Fact]
    public void The_switch_outlives_a_restart()
    {
        using var organization = Open();
        organization.SetAuditing(true);

        organization.Reopen();
        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Single(organization.Audits("tst_parent"));
    }

    [Fact]
    public void What_is_written_in_the_transaction_that_turns_it_on_is_audited()
    {
        using var organization = Open();

        organization.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                new UpdateRequest { Target = TestOrganization.Row("organization", organization.Inner.Id, ("isauditenabled", true)) },
                new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A")) },
            ],
        });

        Assert.Single(organization.Audits("tst_parent"));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Neither_a_table_nor_a_column_that_is_not_audited_leaves_rows(bool table, bool column)
    {
        using var organization = Open();
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.0.0.1", folder => TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", entity =>
        {
            entity.Descendants("entity").Single().SetElementValue("IsAuditEnabled", table ? 1 : 0);
            entity.Descendants("attribute").Single(each => (string?)each.Attribute("PhysicalName") == "tst_Score").SetElementValue("IsAuditEnabled", column ? 1 : 0);
        }))));
        var row = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 1));
        organization.SetAuditing(true);

        organization.Update("tst_parent", row, ("tst_score", 2));
        organization.Update("tst_parent", row, ("tst_score", 3), ("tst_name", "B"));
        organization.Delete("tst_parent", row);

        if (table)
        {
            Assert.Equal(["Update tst_name", "Delete"], organization.Events("tst_parent").Select(text => text.StartsWith("Delete", StringComparison.Ordinal) ? "Delete" : text));
            Assert.DoesNotContain(organization.Audits("tst_parent").SelectMany(audit => audit.Changes()), change => change.Column == "tst_score");
        }
        else
        {
            Assert.Empty(organization.Audits("tst_parent"));
        }
    }

    [Fact]
    public void A_change_has_the_documented_columns()
    {
        var clock = MovableClock.StandingAt(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));
        using var organization = Open(options => options with { Clock = clock });
        var row = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 1));
        organization.SetAuditing(true);

        organization.Update("tst_parent", row, ("tst_name", "B"), ("tst_score", 1));

        var audit = Assert.Single(organization.Audits("tst_parent"));
        Assert.Equal(new EntityReference("tst_parent", row), audit["objectid"]);
        Assert.Equal(("tst_parent", 2, 2), (audit["objecttypecode"], ((OptionSetValue)audit["action"]).Value, ((OptionSetValue)audit["operation"]).Value));
        Assert.Equal(("Update", "Update"), (audit.FormattedValues["action"], audit.FormattedValues["operation"]));
        Assert.Equal(organization.Inner.DefaultCaller.UserId, audit.GetAttributeValue<EntityReference>("userid").Id);
        Assert.False(audit.Contains("callinguserid") || audit.Contains("regardingobjectid"));
        Assert.Equal(new DateTime(2031, 2, 3, 4, 5, 6, DateTimeKind.Utc), audit["createdon"]);
        Assert.NotEqual(Guid.Empty, audit["transactionid"]);
        Assert.Equal("""{"changedAttributes":[{"logicalName":"tst_name","oldValue":"A","newValue":"B"}]}""", audit["changedata"]);
        var columns = organization.Inner.Model.Tables["tst_parent"].Columns.Keys.ToList();
        Assert.Equal((columns.IndexOf("tst_name") + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), audit["attributemask"]);
    }

    [Fact]
    public void Create_and_Delete_tell_every_audited_value()
    {
        using var organization = Open();
        organization.SetAuditing(true);

        var row = organization.Create("tst_parent", ("tst_name", "A"), ("tst_summary", "Text"));
        organization.Delete("tst_parent", row);

        var (created, deleted) = (organization.Audits("tst_parent")[0], organization.Audits("tst_parent")[1]);
        Assert.Equal((1, 1, 3, 3), (Action(created), Operation(created), Action(deleted), Operation(deleted)));
        Assert.All(created.Changes(), change => Assert.True(change is { Old: null, New: not null }));
        Assert.Equal(created.Changes().Select(change => (change.Column, change.New)), deleted.Changes().Select(change => (change.Column, change.Old)));
        Assert.Contains(("tst_summary", null, "Text"), created.Changes());
        Assert.DoesNotContain(created.Changes(), change => change.Column is "createdon" or "modifiedon" or "tst_parentid");
    }

    [Theory]
    [InlineData("tst_name", "A", "B", "A", "B")]
    [InlineData("tst_score", 1, 2, "1", "2")]
    [InlineData("tst_rate", "1.50", "2.25", "1.5", "2.25")]
    [InlineData("tst_islisted", false, true, "False", "True")]
    [InlineData("tst_name", "A", "", "A", null)]
    [InlineData("tst_summary", null, "T", null, "T")]
    public void A_value_is_told_as_it_is_stored(string column, object? before, object? after, string? old, string? changed)
    {
        using var organization = Open();
        object? Value(object? value) => column == "tst_rate" ? decimal.Parse((string)value!, System.Globalization.CultureInfo.InvariantCulture) : value;
        var row = organization.Create("tst_parent", ("tst_name", "A"), (column, Value(before)));
        organization.SetAuditing(true);

        organization.Update("tst_parent", row, (column, Value(after)));

        Assert.Equal([(column, old, changed)], Assert.Single(organization.Audits("tst_parent")).Changes());
    }

    [Theory]
    [InlineData("tst_name", "A")]
    [InlineData("tst_score", 1)]
    [InlineData("tst_summary", "")]
    public void An_update_that_changes_nothing_leaves_no_row(string column, object value)
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 1));
        organization.SetAuditing(true);

        organization.Update("tst_parent", row, (column, value));

        Assert.Empty(organization.Audits("tst_parent"));
    }

    [Theory]
    [InlineData(5000, 5000, "")]
    [InlineData(5001, 5000, "…")]
    public void A_large_text_is_cut(int length, int kept, string end)
    {
        using var organization = Open();
        TakeLongTexts(organization);
        organization.SetAuditing(true);
        var text = new string('a', length);

        organization.Create("tst_parent", ("tst_name", "A"), ("tst_summary", text));

        Assert.Equal(text[..kept] + end, Assert.Single(organization.Audits("tst_parent")).Changes().Single(change => change.Column == "tst_summary").New);
    }

    [Fact]
    public void A_large_text_that_differs_behind_the_cut_is_a_change_and_no_character_is_cut_in_two()
    {
        using var organization = Open();
        TakeLongTexts(organization);
        var text = new string('a', 4999) + "😀";
        var row = organization.Create("tst_parent", ("tst_name", "A"), ("tst_summary", text));
        organization.SetAuditing(true);

        organization.Update("tst_parent", row, ("tst_summary", text + "b"));

        Assert.Equal([("tst_summary", text[..4999] + "…", text[..4999] + "…")], Assert.Single(organization.Audits("tst_parent")).Changes());
    }

    [Fact]
    public void Assign_and_state_changes_are_events_of_their_own()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.SetAuditing(true);

        organization.Update("tst_parent", row, ("tst_name", "B"), ("ownerid", new EntityReference("systemuser", Author)), ("statecode", new OptionSetValue(1)));

        var rows = organization.Audits("tst_parent");
        Assert.Equal(["Update tst_name", "Assign ownerid", "Set State statecode, statuscode"], organization.Events("tst_parent"));
        Assert.Equal(("ownerid", $"systemuser,{organization.Inner.DefaultCaller.UserId:D}", $"systemuser,{Author:D}"), rows[1].Changes()[0]);
        Assert.Single(rows.Select(audit => audit["transactionid"]).Distinct());
    }

    [Fact]
    public void A_cascade_leaves_rows_of_each_row_in_one_transaction()
    {
        using var organization = Open();
        var parent = organization.Create("tst_parent", ("tst_name", "A"));
        var reference = new EntityReference("tst_parent", parent);
        organization.Create("tst_child", ("tst_number", "1"), ("tst_parentid", reference));
        organization.Create("tst_child", ("tst_number", "2"), ("tst_parentid", reference));
        organization.SetAuditing(true);

        organization.Delete("tst_parent", parent);

        var rows = organization.Audits("tst_child").Concat(organization.Audits("tst_parent")).ToList();
        Assert.Equal([3, 3, 3], rows.ConvertAll(Action));
        Assert.Single(rows.Select(audit => audit["transactionid"]).Distinct());
    }

    [Fact]
    public void A_link_that_a_delete_removes_is_a_change()
    {
        using var organization = Open();
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "1.0.0.1", folder =>
            TestSolution.Edit(folder, "Other/Relationships/tst_Parent.xml", file => file.Descendants("CascadeDelete").First().Value = "RemoveLink"))));
        var parent = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("tst_child", ("tst_number", "1"), ("tst_parentid", new EntityReference("tst_parent", parent)));
        organization.SetAuditing(true);

        organization.Delete("tst_parent", parent);

        Assert.Equal([("tst_parentid", $"tst_parent,{parent:D}", null)], Assert.Single(organization.Audits("tst_child")).Changes());
    }

    [Fact]
    public void A_bulk_message_leaves_one_row_for_each_of_its_rows_and_a_rolled_back_one_leaves_none()
    {
        using var organization = Open();
        var parent = new EntityReference("tst_parent", organization.Create("tst_parent", ("tst_name", "A")));
        organization.SetAuditing(true);
        Entity Child(string number) => TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", number), ("tst_parentid", parent));

        organization.Execute(new CreateMultipleRequest { Targets = new EntityCollection([Child("1"), Child("2"), Child("3")]) { EntityName = "tst_child" } });
        organization.Fault(() => organization.Execute(new CreateMultipleRequest { Targets = new EntityCollection([Child("4"), Child("1")]) { EntityName = "tst_child" } }));

        var rows = organization.Audits("tst_child");
        Assert.Equal([1, 1, 1], rows.Select(Action));
        Assert.Single(rows.Select(audit => audit["transactionid"]).Distinct());
    }

    [Fact]
    public void Two_requests_are_two_transactions()
    {
        using var organization = Open();
        organization.SetAuditing(true);

        organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("tst_parent", ("tst_name", "B"));

        Assert.Equal(2, organization.Audits("tst_parent").Select(audit => audit["transactionid"]).Distinct().Count());
    }

    [Fact]
    public void What_a_plug_in_writes_bears_the_user_it_acts_as_and_a_refusal_takes_all_rows_back()
    {
        using var organization = Open(options => options, new StepSpec("post", "Update", "tst_parent", 40) { Filter = "tst_name" });
        var refuse = false;
        organization.On("post", call =>
        {
            call.User.Update(TestOrganization.Row("tst_parent", call.Context.PrimaryEntityId, ("tst_score", 7)));
            call.System.Update(TestOrganization.Row("tst_parent", call.Context.PrimaryEntityId, ("tst_summary", "S")));
            if (refuse) throw new InvalidPluginExecutionException("No.");
        });
        var row = Create(organization, Author);
        organization.SetAuditing(true);

        void Rename(string name) => organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", row, ("tst_name", name)) }, new Caller(Author));
        Rename("B");
        refuse = true;
        organization.Fault(() => Rename("C"));

        var rows = organization.Audits("tst_parent");
        Assert.Equal(["Update tst_name", "Update tst_score", "Update tst_summary"], organization.Events("tst_parent"));
        Assert.Equal([Author, Author, new("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a00")], rows.Select(audit => audit.GetAttributeValue<EntityReference>("userid").Id));
        Assert.Single(rows.Select(audit => audit["transactionid"]).Distinct());
    }

    [Fact]
    public void What_somebody_does_on_behalf_of_another_bears_both()
    {
        using var organization = Open();
        var row = Create(organization, Author);
        organization.SetAuditing(true);

        organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", row, ("tst_score", 1)) }, new Caller(Author) { ImpersonatorId = organization.Inner.DefaultCaller.UserId });

        var audit = Assert.Single(organization.Audits("tst_parent"));
        Assert.Equal((Author, organization.Inner.DefaultCaller.UserId),
            (audit.GetAttributeValue<EntityReference>("userid").Id, audit.GetAttributeValue<EntityReference>("callinguserid").Id));
    }

    [Fact]
    public void Shares_are_events_and_an_equal_one_is_none()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.SetAuditing(true);
        var principal = new EntityReference("systemuser", Author);
        OrganizationRequest Share(string message, AccessRights rights) =>
            new(message) { ["Target"] = new EntityReference("tst_parent", row), ["PrincipalAccess"] = new PrincipalAccess(principal, rights) };

        organization.Execute(Share("GrantAccess", AccessRights.ReadAccess));
        organization.Execute(Share("GrantAccess", AccessRights.ReadAccess));
        organization.Execute(Share("ModifyAccess", AccessRights.ReadAccess | AccessRights.WriteAccess));
        organization.Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = new EntityReference("tst_parent", row), ["Revokee"] = principal });

        Assert.Equal(["Share", "Modify Share", "Unshare"], organization.Events("tst_parent"));
        Assert.Equal(
            [$$"""{"principal":"systemuser,{{Author:D}}","oldPrivileges":0,"newPrivileges":1}""", $$"""{"principal":"systemuser,{{Author:D}}","oldPrivileges":1,"newPrivileges":3}""",
                $$"""{"principal":"systemuser,{{Author:D}}","oldPrivileges":3,"newPrivileges":0}"""],
            organization.Audits("tst_parent").Select(audit => audit["changedata"]));
    }

    [Fact]
    public void Roles_and_memberships_are_told_of_the_user_and_the_team()
    {
        using var organization = Open();
        var team = organization.Create("team", ("name", "Authors"));
        var role = organization.Inner.Model.Roles.Values.Single(each => each.Name == "Test Author").Id;
        organization.SetAuditing(true);
        void Tie(string message, string relationship, EntityReference target, EntityReference other) => organization.Execute(new OrganizationRequest(message)
        {
            ["Target"] = target,
            ["Relationship"] = new Relationship(relationship),
            ["RelatedEntities"] = new EntityReferenceCollection([other]),
        });

        foreach (var message in new[] { "Associate", "Disassociate", "Disassociate" })
        {
            Tie(message, "systemuserroles_association", new EntityReference("systemuser", Author), new EntityReference("role", Guid.Parse("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a10")));
            Tie(message, "teamroles_association", new EntityReference("role", role), new EntityReference("team", team));
            Tie(message, "teammembership_association", new EntityReference("team", team), new EntityReference("systemuser", Author));
        }

        Assert.Equal(["Assign Role To User", "Remove Role From User"], organization.Events("systemuser"));
        Assert.Equal(["Assign Role To Team", "Associate Entities", "Remove Role From Team", "Disassociate Entities"], organization.Events("team"));
        Assert.Equal($$"""{"relationshipName":"teamroles_association","targetRecords":["role,{{role:D}}"]}""", organization.Audits("team")[0]["changedata"]);
    }

    [Fact]
    public void Users_that_move_and_organizations_that_are_renamed_are_audited_while_it_is_on()
    {
        using var organization = Open();
        var root = organization.Retrieve("systemuser", Author, "businessunitid").GetAttributeValue<EntityReference>("businessunitid");
        var unit = organization.Create("businessunit", ("name", "North"), ("parentbusinessunitid", root));
        organization.Update("organization", organization.Inner.Id, ("schemanameprefix", "one"));
        organization.SetAuditing(true);

        organization.Update("systemuser", Author, ("businessunitid", new EntityReference("businessunit", unit)));
        organization.Update("organization", organization.Inner.Id, ("schemanameprefix", "two"));

        Assert.Equal([("businessunitid", $"businessunit,{root.Id:D}", $"businessunit,{unit:D}")], Assert.Single(organization.Audits("systemuser")).Changes());
        Assert.Equal(["Audit Enabled isauditenabled", "Update schemanameprefix"], organization.Events("organization"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bytes_are_told_by_their_id_and_files_by_their_name_too(bool raises)
    {
        using var organization = Open(options => options with { BlockUploadRaisesUpdate = raises });
        var row = organization.Create("tst_child", ("tst_number", "1"));
        organization.SetAuditing(true);

        var file = Upload(organization, row, "tst_document", "a.txt");
        organization.Execute(new OrganizationRequest("DeleteFile") { ["FileId"] = file });
        var image = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        organization.Update("tst_child", row, ("tst_picture", image));

        var pictureId = organization.Retrieve("tst_child", row, "tst_pictureid")["tst_pictureid"].ToString();
        Assert.Equal(
            [[("tst_document", null, file.ToString()), ("tst_document_name", null, "a.txt")], [("tst_document", file.ToString(), null), ("tst_document_name", "a.txt", null)], [("tst_pictureid", null, pictureId)]],
            organization.Audits("tst_child").Select(audit => audit.Changes()));
        var history = (AuditDetailCollection)organization.Execute(new OrganizationRequest("RetrieveAttributeChangeHistory")
        {
            ["Target"] = new EntityReference("tst_child", row),
            ["AttributeLogicalName"] = "tst_document",
        })["AuditDetailCollection"];
        Assert.Equal([null, "a.txt"], history.AuditDetails.Cast<AttributeAuditDetail>().Select(detail => detail.NewValue.GetAttributeValue<string>("tst_document_name")));
    }

    [Fact]
    public void Notes_and_the_other_tables_of_the_platform_are_not_audited()
    {
        using var organization = Open();
        organization.SetAuditing(true);

        var row = organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("annotation", ("subject", "S"), ("objectid", new EntityReference("tst_parent", row)));

        Assert.Empty(organization.Audits("annotation"));
    }

    [Fact]
    public void With_auditing_off_a_save_reads_and_writes_what_it_did()
    {
        using var organization = Open();
        var row = organization.Create("tst_parent", ("tst_name", "A"));

        List<string> Statements(bool on)
        {
            organization.SetAuditing(on);
            organization.Update("tst_parent", row, ("tst_name", $"Warm {on}"));
            var statements = new List<string>();
            var writer = Handle(organization);
            raw.sqlite3_trace(writer, (_, sql) => statements.Add(sql), null);
            organization.Update("tst_parent", row, ("tst_name", $"Counted {on}"));
            raw.sqlite3_trace(writer, (strdelegate_trace?)null, null);
            return statements;
        }

        var off = Statements(on: false);
        var on = Statements(on: true);

        // With it on, two looks at the row and one row of audit more.
        Assert.DoesNotContain(off, statement => statement.Contains("audit", StringComparison.Ordinal));
        Assert.Single(on, statement => statement.Contains("INSERT INTO audit", StringComparison.Ordinal));
        Assert.Equal(3, on.Count - off.Count);
    }

    [Fact]
    public void An_upgrade_without_the_table_takes_its_audit_rows_along()
    {
        using var organization = Open();
        organization.SetAuditing(true);
        organization.Create("tst_parent", ("tst_name", "A"));
        organization.Create("team", ("name", "T"));

        organization.Inner.Uninstall("TestSolution");

        Assert.Equal(["organization", "team"], organization.Query(new QueryExpression("audit") { ColumnSet = new ColumnSet("objecttypecode") }).Entities.Select(row => row["objecttypecode"]).Order());
    }

    private static void TakeLongTexts(TestOrganization organization) => organization.Inner.Import(new MemoryStream(TestSolution.Pack(
        organization.Key, [], "1.0.0.1", folder => TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", entity =>
            entity.Descendants("attribute").Single(each => (string?)each.Attribute("PhysicalName") == "tst_Summary").SetElementValue("MaxLength", 10000)))));

    private static sqlite3 Handle(TestOrganization organization)
    {
        var connection = typeof(Store.Connection).GetField("_connection", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(organization.Inner.Engine.Database.Writer);
        return ((SqliteConnection)connection!).Handle!;
    }

    private static int Action(Entity audit) => audit.GetAttributeValue<OptionSetValue>("action").Value;

    private static int Operation(Entity audit) => audit.GetAttributeValue<OptionSetValue>("operation").Value;

    private static Guid Create(TestOrganization organization, Guid user) =>
        ((CreateResponse)organization.Execute(new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A")) }, new Caller(user))).id;

    private static Guid Upload(TestOrganization organization, Guid row, string column, string name)
    {
        var token = organization.Execute(new OrganizationRequest("InitializeFileBlocksUpload")
        {
            ["Target"] = new EntityReference("tst_child", row),
            ["FileAttributeName"] = column,
            ["FileName"] = name,
        })["FileContinuationToken"];
        organization.Execute(new OrganizationRequest("UploadBlock") { ["BlockId"] = "1", ["BlockData"] = new byte[] { 1, 2, 3 }, ["FileContinuationToken"] = token });
        return (Guid)organization.Execute(new OrganizationRequest("CommitFileBlocksUpload")
        {
            ["FileName"] = name,
            ["MimeType"] = "text/plain",
            ["BlockList"] = new[] { "1" },
            ["FileContinuationToken"] = token,
        })["FileId"];
    }

    private static TestOrganization Open() => Open(options => options);

    private static TestOrganization Open(Func<OrganizationOptions, OrganizationOptions> configure, params StepSpec[] steps) => new(options => configure(options) with
    {
        Users = [new SeedUser(Author, "Author", 1033, ["Test Author"]), new SeedUser(Other, "Other", 1033, [])],
    }, steps);
}
