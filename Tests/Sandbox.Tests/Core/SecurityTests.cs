using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Business units, teams, shares and what rows inherit: who gets at which rows, beside the plain depth of a role.</summary>
public sealed class SecurityTests : IDisposable
{
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000d001");
    private static readonly Guid Other = new("0d5a7e00-0000-4000-8000-00000000d002");
    private static readonly Guid Nobody = new("0d5a7e00-0000-4000-8000-00000000d003");
    private static readonly Guid SecretsProfile = new("e15a9500-e811-505e-a1e6-c228189700fd");
    private static readonly Guid AuthorRole = new("2db97432-5734-589c-b5a7-1f071b61ce6f");

    private readonly TestOrganization _organization = new(
        options => options with
        {
            Users = [new SeedUser(Author, "Author", 1033, ["Test Author"]), new SeedUser(Other, "Other", 1033, ["Test Author"]), new SeedUser(Nobody, "Nobody", 1033, [])],
        },
        new StepSpec("post", "Create", "tst_parent", 40));

    [Theory]
    [InlineData("Basic", "Own")]
    [InlineData("Local", "Own, Beside")]
    [InlineData("Deep", "Own, Beside, Below, Far below")]
    [InlineData("Global", "Above, Own, Beside, Below, Far below")]
    public void Each_depth_reads_the_rows_of_its_part_of_the_business_units(string depth, string seen)
    {
        SetLevel("prvReadtst_Parent", depth);
        var middle = Unit("Middle", Root());
        var below = Unit("Below", middle);
        var farBelow = Unit("Far below", below);
        Move(Author, middle);
        OwnedRow("Above", Root());
        OwnedRow("Beside", middle);
        OwnedRow("Below", below);
        OwnedRow("Far below", farBelow);
        Create(Author, "tst_parent", ("tst_name", "Own"));

        var expected = seen.Split(", ");
        Assert.Equal(expected.Order(), Names(Author).Order());
        foreach (var row in _organization.Query(new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") }).Entities)
        {
            if (expected.Contains((string)row["tst_name"])) Read(Author, row.Id);
            else Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Read(Author, row.Id)).Code);
        }

        // A linked table's rows are limited too: out of reach, they are as if they were not there.
        SetLevel("prvReadtst_Child", "Global");
        foreach (var row in _organization.Query(new QueryExpression("tst_parent")).Entities)
            _organization.Create("tst_child", ("tst_number", row.Id.ToString("N")[..8] + Guid.NewGuid().ToString("N")[..8]), ("tst_parentid", new EntityReference("tst_parent", row.Id)));
        var linked = new QueryExpression("tst_child");
        linked.AddLink("tst_parent", "tst_parentid", "tst_parentid");
        Assert.Equal(expected.Length, _organization.Query(linked, new Caller(Author)).Entities.Count);
        var outer = new QueryExpression("tst_child");
        var link = outer.AddLink("tst_parent", "tst_parentid", "tst_parentid", JoinOperator.LeftOuter);
        link.EntityAlias = "p";
        link.Columns = new ColumnSet("tst_name");
        var found = _organization.Query(outer, new Caller(Author)).Entities;
        Assert.Equal((5, expected.Length), (found.Count, found.Count(row => row.Contains("p.tst_name"))));
    }

    [Fact]
    public void The_name_of_a_row_that_a_lookup_points_at_is_shown_though_the_row_is_out_of_reach()
    {
        SetLevel("prvReadtst_Parent", "Basic");
        SetLevel("prvReadtst_Child", "Global");
        var parent = _organization.Create("tst_parent", ("tst_name", "Out of reach"));
        var child = _organization.Create("tst_child", ("tst_number", "N-1"), ("tst_parentid", new EntityReference("tst_parent", parent)));

        var row = ((RetrieveResponse)_organization.Execute(
            new RetrieveRequest { Target = new EntityReference("tst_child", child), ColumnSet = new ColumnSet("tst_parentid") }, new Caller(Author))).Entity;

        Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Read(Author, parent)).Code);
        Assert.Equal((parent, "Out of reach"), (row.GetAttributeValue<EntityReference>("tst_parentid").Id, row.GetAttributeValue<EntityReference>("tst_parentid").Name));
        Assert.Equal("Out of reach", row.FormattedValues["tst_parentid"]);
    }

    [Fact]
    public void A_user_who_reads_everything_is_asked_for_without_a_condition_and_others_with_one()
    {
        SetLevel("prvReadtst_Parent", "Global");
        Assert.Null(Messages.Access.ToRead(_organization.Inner.UserOf(new Caller(Author)))(Table("tst_parent"), "t0"));
        Assert.NotNull(Messages.Access.ToRead(_organization.Inner.UserOf(new Caller(Author)))(Table("tst_child"), "t0"));
        Assert.Null(Messages.Access.ToRead(_organization.Inner.UserOf(_organization.Inner.DefaultCaller))(Table("tst_child"), "t0"));
    }

    [Fact]
    public void Who_moves_to_another_business_unit_takes_the_rows_along_and_loses_the_roles()
    {
        var row = Create(Author, "tst_parent", ("tst_name", "A"));
        var unit = Unit("North", Root());

        _organization.Update("systemuser", Author, ("businessunitid", new EntityReference("businessunit", unit)));

        Assert.Equal(unit, _organization.Retrieve("tst_parent", row, "owningbusinessunit").GetAttributeValue<EntityReference>("owningbusinessunit").Id);
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => Read(Author, row)).Code);
        Assert.Equal([unit], TeamUnits(Author));
    }

    [Fact]
    public void Business_units_form_one_tree()
    {
        var north = Unit("North", Root());
        var far = Unit("Far north", north);

        Assert.Equal(ErrorCodes.InvalidArgument, _organization.Fault(() => _organization.Create("businessunit", ("name", "Loose"))).Code);
        Assert.Equal(ErrorCodes.BusinessUnitLoop, _organization.Fault(() =>
            _organization.Update("businessunit", north, ("parentbusinessunitid", new EntityReference("businessunit", far)))).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, _organization.Fault(() => _organization.Update("businessunit", north, ("parentbusinessunitid", null))).Code);
        Assert.Equal(ErrorCodes.CannotDeleteDueToAssociation, _organization.Fault(() => _organization.Delete("businessunit", north)).Code);
        _organization.Delete("businessunit", far);
        _organization.Delete("businessunit", north);
        Assert.Equal(ErrorCodes.CannotDeleteDueToAssociation, _organization.Fault(() => _organization.Delete("businessunit", Root())).Code);
    }

    [Fact]
    public void Users_of_a_disabled_business_unit_are_locked_out()
    {
        var north = Unit("North", Root());
        Move(Author, north);
        _organization.Update("businessunit", north, ("isdisabled", true));

        Assert.Equal(ErrorCodes.UserNotEnabled, _organization.Fault(() => Names(Author)).Code);
    }

    [Fact]
    public void A_default_team_follows_its_business_unit_and_nobody_joins_or_leaves_it_by_hand()
    {
        var team = DefaultTeam(Root());

        Assert.Equal(ErrorCodes.CannotAddMembersToDefaultTeam, _organization.Fault(() => Members("AddMembersTeam", team, Nobody)).Code);
        Assert.Equal(ErrorCodes.CannotRemoveMembersFromDefaultTeam, _organization.Fault(() => Members("RemoveMembersTeam", team, Author)).Code);
        Assert.Equal(ErrorCodes.CannotDeleteDefaultTeam, _organization.Fault(() => _organization.Delete("team", team)).Code);
        Assert.Contains(team, _organization.Inner.UserOf(new Caller(Nobody)).Teams);
    }

    [Fact]
    public void A_teams_roles_count_for_its_members_until_they_leave()
    {
        var team = Team("Authors");
        Tie("teamroles_association", new EntityReference("team", team), new EntityReference("role", AuthorRole));
        Members("AddMembersTeam", team, Nobody);

        var own = Create(Nobody, "tst_parent", ("tst_name", "Own"));
        Read(Nobody, own);

        Members("RemoveMembersTeam", team, Nobody);
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => Read(Nobody, own)).Code);
    }

    [Fact]
    public void A_role_with_team_privileges_only_reaches_what_the_team_owns_but_no_row_of_a_members_own()
    {
        Import(role =>
        {
            role.SetAttributeValue("isinherited", "0");
            foreach (var privilege in role.Descendants("RolePrivilege")) privilege.SetAttributeValue("level", "Basic");
        });
        var team = Team("Authors");
        Tie("teamroles_association", new EntityReference("team", team), new EntityReference("role", AuthorRole));
        Members("AddMembersTeam", team, Nobody);
        var reference = new EntityReference("team", team);

        Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Create(Nobody, "tst_parent", ("tst_name", "Own"))).Code);
        var row = Create(Nobody, "tst_parent", ("tst_name", "The team's"), ("ownerid", reference));
        _organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", row, ("tst_score", 3)) }, new Caller(Nobody));

        Assert.Equal(["The team's"], Names(Nobody));
        Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Read(Other, row)).Code);
        Assert.Equal(ErrorCodes.CannotDeleteTeamOwningRecords, _organization.Fault(() => _organization.Delete("team", team)).Code);
    }

    [Fact]
    public void A_teams_business_unit_level_reaches_the_teams_business_unit()
    {
        SetLevel("prvReadtst_Parent", "Local");
        var north = Unit("North", Root());
        OwnedRow("In the north", north);
        OwnedRow("In the root", Root());
        var team = Team("Northerners", ("businessunitid", new EntityReference("businessunit", north)));
        Tie("teamroles_association", new EntityReference("team", team), new EntityReference("role", AuthorRole));
        Members("AddMembersTeam", team, Nobody);

        Assert.Equal(["In the north"], Names(Nobody));
    }

    [Fact]
    public void An_access_team_owns_nothing_and_holds_no_roles_but_rows_can_be_shared_with_it()
    {
        var team = Team("Helpers", ("teamtype", new OptionSetValue(1)));
        Members("AddMembersTeam", team, Other);
        var row = Create(Author, "tst_parent", ("tst_name", "A"));

        Assert.Equal(ErrorCodes.CannotAssignRolesToAccessTeam, _organization.Fault(() =>
            Tie("teamroles_association", new EntityReference("team", team), new EntityReference("role", AuthorRole))).Code);
        Assert.Equal(ErrorCodes.CannotAssignToAccessTeam, _organization.Fault(() =>
            _organization.Update("tst_parent", row, ("ownerid", new EntityReference("team", team)))).Code);
        Share("GrantAccess", row, new EntityReference("team", team), AccessRights.ReadAccess | AccessRights.WriteAccess, Author);
        _organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", row, ("tst_score", 3)) }, new Caller(Other));
    }

    [Fact]
    public void Nobody_owns_or_is_shared_a_row_without_the_privilege_to_read_it()
    {
        var row = Create(Author, "tst_parent", ("tst_name", "A"));
        var team = Team("Idle");

        var assigned = _organization.Fault(() => _organization.Update("tst_parent", row, ("ownerid", new EntityReference("team", team))));
        var created = _organization.Fault(() => _organization.Create("tst_parent", ("tst_name", "B"), ("ownerid", new EntityReference("systemuser", Nobody))));
        var shared = _organization.Fault(() => Share("GrantAccess", row, new EntityReference("systemuser", Nobody), AccessRights.ReadAccess, Author));

        Assert.Equal((ErrorCodes.PrivilegeDenied, $"Principal team (Id={team:D}, type=9) is missing prvReadtst_Parent privilege."), (assigned.Code, assigned.Message));
        Assert.All([created, shared], fault => Assert.Equal(
            (ErrorCodes.PrivilegeDenied, $"Principal user (Id={Nobody:D}, type=8) is missing prvReadtst_Parent privilege."), (fault.Code, fault.Message)));
    }

    [Fact]
    public void A_share_opens_one_row_for_what_is_granted_until_it_is_revoked()
    {
        SetLevel("prvReadtst_Parent", "Basic");
        var row = Create(Author, "tst_parent", ("tst_name", "Shared"));
        Create(Author, "tst_parent", ("tst_name", "Not shared"));
        var other = new EntityReference("systemuser", Other);
        Assert.Empty(Names(Other));

        Share("GrantAccess", row, other, AccessRights.ReadAccess, Author);
        Assert.Equal(["Shared"], Names(Other));
        Assert.Equal(AccessRights.ReadAccess, Rights(row, other));
        Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Write(Other, row)).Code);
        Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Share("GrantAccess", row, other, AccessRights.WriteAccess, Other)).Code);

        Share("ModifyAccess", row, other, AccessRights.ReadAccess | AccessRights.WriteAccess | AccessRights.ShareAccess, Author);
        Write(Other, row);
        Assert.Equal(ErrorCodes.AccessDenied, _organization.Fault(() => Share("GrantAccess", row, other, AccessRights.DeleteAccess, Other)).Code); // Nobody passes on more than they have.
        Assert.Equal([(Other, AccessRights.ReadAccess | AccessRights.WriteAccess | AccessRights.ShareAccess)], Shares(row));

        _organization.Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = new EntityReference("tst_parent", row), ["Revokee"] = other }, new Caller(Author));
        Assert.Empty(Names(Other));
        Assert.Empty(Shares(row));
    }

    [Fact]
    public void Rows_below_are_shared_and_assigned_with_the_row_above_and_inherit_when_they_come_below_it()
    {
        SetLevel("prvReadtst_Parent", "Basic");
        SetLevel("prvReadtst_Child", "Basic");
        var other = new EntityReference("systemuser", Other);
        var parent = Create(Author, "tst_parent", ("tst_name", "A"));
        var early = Child(Author, "1", parent);
        Share("GrantAccess", parent, other, AccessRights.ReadAccess, Author);
        var late = Child(Author, "2", parent);
        var loose = Child(Author, "3", null);
        Assert.Equal([early, late], ChildrenSeenBy(Other));

        _organization.Update("tst_child", loose, ("tst_parentid", new EntityReference("tst_parent", parent)));
        _organization.Update("tst_child", late, ("tst_parentid", null));
        Assert.Equal([early, loose], ChildrenSeenBy(Other));

        _organization.Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = new EntityReference("tst_parent", parent), ["Revokee"] = other }, new Caller(Author));
        Assert.Empty(ChildrenSeenBy(Other));

        _organization.Execute(new OrganizationRequest("Assign") { ["Target"] = new EntityReference("tst_parent", parent), ["Assignee"] = other }, new Caller(Author));
        Assert.Equal([early, loose], ChildrenSeenBy(Other));
        Assert.Equal([late], ChildrenSeenBy(Author));

        // Whoever owns the row above gets at what others put below it.
        Share("GrantAccess", parent, new EntityReference("systemuser", Author), AccessRights.ReadAccess | AccessRights.AppendToAccess, Other);
        var put = Child(Author, "4", parent);
        Assert.Contains(put, ChildrenSeenBy(Other));
        _organization.Delete("tst_parent", parent);
        Assert.Empty(_organization.Query(new QueryExpression("principalobjectaccess")).Entities);
    }

    [Theory]
    [InlineData("NoCascade", false, false, false)]
    [InlineData("Cascade", true, true, true)]
    [InlineData("ActiveOnly", true, false, true)]
    [InlineData("UserOwned", true, true, false)]
    public void Assign_goes_on_to_the_rows_below_that_the_relationship_names(string behavior, bool own, bool inactive, bool foreign)
    {
        Import(null, folder => TestSolution.Edit(folder, "Other/Relationships/tst_Parent.xml", relationships =>
            relationships.Descendants("CascadeAssign").Single().Value = behavior));
        var parent = _organization.Create("tst_parent", ("tst_name", "A"), ("ownerid", new EntityReference("systemuser", Author)));
        Guid Below(string number, Guid owner) => _organization.Create(
            "tst_child", ("tst_number", number), ("ownerid", new EntityReference("systemuser", owner)), ("tst_parentid", new EntityReference("tst_parent", parent)));
        var rows = new[] { Below("1", Author), Below("2", Author), Below("3", _organization.Inner.DefaultCaller.UserId) };
        _organization.Update("tst_child", rows[1], ("statecode", new OptionSetValue(1)));

        _organization.Update("tst_parent", parent, ("ownerid", new EntityReference("systemuser", Other)));

        Assert.Equal([own, inactive, foreign], rows.Select(row => _organization.Retrieve("tst_child", row, "ownerid").GetAttributeValue<EntityReference>("ownerid").Id == Other));
    }

    [Fact]
    public void Who_acts_on_behalf_of_another_needs_a_privilege_of_their_own_and_gains_nothing_that_both_do_not_have()
    {
        Import(role => role.Element("RolePrivileges")!.Add(new XElement(
            "RolePrivilege", new XAttribute("name", "prvActOnBehalfOfAnotherUser"), new XAttribute("level", "Global"))));
        var team = Team("Delegates");
        Tie("teamroles_association", new EntityReference("team", team), new EntityReference("role", AuthorRole));
        Members("AddMembersTeam", team, Nobody);
        var administrator = _organization.Inner.DefaultCaller.UserId;

        var row = Create(new Caller(Author, administrator), "tst_parent", ("tst_name", "On behalf"));
        var stored = _organization.Retrieve("tst_parent", row, "createdby", "createdonbehalfby", "ownerid");
        Assert.Equal(
            (Author, administrator, Author),
            (stored.GetAttributeValue<EntityReference>("createdby").Id, stored.GetAttributeValue<EntityReference>("createdonbehalfby").Id,
                stored.GetAttributeValue<EntityReference>("ownerid").Id));
        Create(new Caller(Other, Author), "tst_parent", ("tst_name", "Both may"));

        // The administrator may write roles, the delegate may not.
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => _organization.Execute(
            new UpdateRequest { Target = TestOrganization.Row("role", AuthorRole, ("name", "Mine")) }, new Caller(administrator, Author))).Code);
        // A role of a team does not count.
        var fault = _organization.Fault(() => Create(new Caller(Other, Nobody), "tst_parent", ("tst_name", "No")));
        Assert.Equal($"Principal user (Id={Nobody:D}, type=8) is missing prvActOnBehalfOfAnotherUser privilege.", fault.Message);
    }

    [Fact]
    public void A_secured_column_is_empty_for_whoever_no_profile_lets_read_it_and_refused_where_it_is_written_or_asked_for()
    {
        var row = Create(Author, "tst_parent", ("tst_name", "A"));
        _organization.Update("tst_parent", row, ("tst_secret", "hidden"));

        Assert.Equal("hidden", _organization.Retrieve("tst_parent", row, "tst_secret")["tst_secret"]);
        Assert.Equal(("A", null), Seen(Author, row));
        Assert.Equal(ErrorCodes.SecuredUpdateDenied, _organization.Fault(() => SetSecret(Author, row)).Code);
        Assert.Equal(ErrorCodes.SecuredCreateDenied, _organization.Fault(() => Create(Author, "tst_parent", ("tst_name", "B"), ("tst_secret", "mine"))).Code);
        Action[] questions =
        [
            () => _organization.Query(new FetchExpression(
                "<fetch aggregate='true'><entity name='tst_parent'><attribute name='tst_secret' alias='s' aggregate='countcolumn' /></entity></fetch>"), new Caller(Author)),
            () => _organization.Query(new QueryExpression("tst_parent") { Orders = { new OrderExpression("tst_secret", OrderType.Ascending) } }, new Caller(Author)),
            () => _organization.Query(new QueryByAttribute("tst_parent") { Attributes = { "tst_secret" }, Values = { "hidden" } }, new Caller(Author)),
        ];
        Assert.All(questions, question => Assert.Equal(ErrorCodes.SecuredReadDenied, _organization.Fault(question).Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_field_security_profile_lets_its_users_and_teams_do_what_it_says(bool byTeam)
    {
        var row = Create(Author, "tst_parent", ("tst_name", "A"));
        var profile = new EntityReference("fieldsecurityprofile", SecretsProfile);
        var holder = byTeam ? new EntityReference("team", Team("Secret keepers")) : new EntityReference("systemuser", Author);
        if (byTeam) Tie("teammembership_association", holder, new EntityReference("systemuser", Author));
        Tie(byTeam ? "teamprofiles_association" : "systemuserprofiles_association", holder, profile);

        SetSecret(Author, row);
        Assert.Equal(("A", "mine"), Seen(Author, row));
        Create(Author, "tst_parent", ("tst_name", "B"), ("tst_secret", "mine"));
        Assert.Equal(2, _organization.Query(new QueryByAttribute("tst_parent") { Attributes = { "tst_secret" }, Values = { "mine" } }, new Caller(Author)).Entities.Count);
        Assert.Equal(ErrorCodes.SecuredUpdateDenied, _organization.Fault(() => SetSecret(Other, Create(Other, "tst_parent", ("tst_name", "C")))).Code);

        // A permission can be changed by rows too, and a solution's word counts again with its next import.
        var permission = Assert.Single(_organization.Query(new QueryByAttribute("fieldpermission") { ColumnSet = new ColumnSet("canupdate"), Attributes = { "fieldsecurityprofileid" }, Values = { SecretsProfile } }).Entities);
        Assert.Equal(4, permission.GetAttributeValue<OptionSetValue>("canupdate").Value);
        _organization.Update("fieldpermission", permission.Id, ("canupdate", new OptionSetValue(0)));
        Assert.Equal(ErrorCodes.SecuredUpdateDenied, _organization.Fault(() => SetSecret(Author, row)).Code);
        Assert.Equal(("A", "mine"), Seen(Author, row));
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => _organization.Query(new QueryExpression("fieldpermission"), new Caller(Author))).Code);
        Import(null, _ => { });
        SetSecret(Author, row);
    }

    [Fact]
    public void A_profile_goes_with_its_solution_and_a_user_who_lacks_rights_ties_nobody_to_it()
    {
        var profile = new EntityReference("fieldsecurityprofile", SecretsProfile);
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => _organization.Execute(new AssociateRequest
        {
            Target = profile,
            Relationship = new Relationship("systemuserprofiles_association"),
            RelatedEntities = [new EntityReference("systemuser", Author)],
        }, new Caller(Author))).Code);
        Tie("systemuserprofiles_association", profile, new EntityReference("systemuser", Author));
        Assert.Equal(1, _organization.Count("systemuserprofiles"));

        var gone = _organization.Inner.Uninstall("TestSolution");

        Assert.Contains(gone.Removed, name => name.StartsWith("field security profile 'Test secrets", StringComparison.Ordinal));
        Assert.Equal((0, 0, 0), (_organization.Count("systemuserprofiles"), _organization.Count("fieldpermission"), _organization.Count("fieldsecurityprofile")));
    }

    [Fact]
    public void The_platforms_own_roles_are_there_basic_user_has_nothing_on_a_solutions_tables_and_a_customizer_the_own_rows()
    {
        var roles = _organization.Inner.Model.Roles.Values.ToDictionary(role => role.Name);
        Tie("systemuserroles_association", new EntityReference("systemuser", Nobody), new EntityReference("role", roles["Basic User"].Id));
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => Names(Nobody)).Code);

        Tie("systemuserroles_association", new EntityReference("systemuser", Nobody), new EntityReference("role", roles["System Customizer"].Id));
        Create(Author, "tst_parent", ("tst_name", "Foreign"));
        Create(Nobody, "tst_parent", ("tst_name", "Own"));
        Assert.Equal(["Own"], Names(Nobody));

        var administrator = new EntityReference("systemuser", _organization.Inner.DefaultCaller.UserId);
        Assert.Equal(ErrorCodes.CannotRemoveFromSysAdmin, _organization.Fault(() => _organization.Execute(new DisassociateRequest
        {
            Target = administrator,
            Relationship = new Relationship("systemuserroles_association"),
            RelatedEntities = [new EntityReference("role", roles["System Administrator"].Id)],
        })).Code);
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => _organization.Execute(new AssociateRequest
        {
            Target = new EntityReference("systemuser", Nobody),
            Relationship = new Relationship("systemuserroles_association"),
            RelatedEntities = [new EntityReference("role", roles["System Administrator"].Id)],
        }, new Caller(Nobody))).Code);
    }

    [Fact]
    public void Operators_of_teams_mean_the_teams_of_the_caller()
    {
        var team = Team("Authors");
        Tie("teamroles_association", new EntityReference("team", team), new EntityReference("role", AuthorRole));
        Members("AddMembersTeam", team, Author);
        Create(Author, "tst_parent", ("tst_name", "Own"));
        Create(Author, "tst_parent", ("tst_name", "The team's"), ("ownerid", new EntityReference("team", team)));

        IEnumerable<string> Found(ConditionOperator condition)
        {
            var query = new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") };
            query.Criteria.AddCondition("ownerid", condition);
            return _organization.Query(query, new Caller(Author)).Entities.Select(row => (string)row["tst_name"]);
        }

        Assert.Equal(["The team's"], Found(ConditionOperator.EqualUserTeams));
        Assert.Equal(["Own", "The team's"], Found(ConditionOperator.EqualUserOrUserTeams));
        Assert.Equal(["Own"], Found(ConditionOperator.EqualUserId));
    }

    [Fact]
    public void Nobody_but_the_administrator_reads_who_got_at_which_rows()
    {
        Assert.Equal(ErrorCodes.PrivilegeDenied, _organization.Fault(() => _organization.Query(new QueryExpression("principalobjectaccess"), new Caller(Author))).Code);
        Assert.Empty(_organization.Query(new QueryExpression("principalobjectaccess")).Entities);
    }

    [Fact]
    public void A_download_token_of_ones_own_making_opens_nothing()
    {
        Assert.Equal(ErrorCodes.InvalidArgument, _organization.Fault(() => _organization.Execute(
            new OrganizationRequest("DownloadBlock") { ["FileContinuationToken"] = $"{Guid.NewGuid():D}:{Nobody:D}" }, new Caller(Nobody))).Code);
    }

    public void Dispose() => _organization.Dispose();

    private int _version;

    private void Import(Action<XElement>? changeRole, Action<string>? change = null) => _organization.Inner.Import(new MemoryStream(TestSolution.Pack(
        _organization.Key, [], FormattableString.Invariant($"1.0.1.{++_version}"), folder =>
        {
            if (changeRole is not null) TestSolution.Edit(folder, "Roles/Test Author.xml", role => changeRole(role.Root!));
            change?.Invoke(folder);
        })));

    private readonly Dictionary<string, string> _levels = [];

    private void SetLevel(string privilege, string level)
    {
        _levels[privilege] = level;
        Import(role =>
        {
            foreach (var (name, wanted) in _levels)
                role.Descendants("RolePrivilege").Single(element => (string?)element.Attribute("name") == name).SetAttributeValue("level", wanted);
        });
    }

    private Store.TableSchema Table(string name) => new Store.Schema(_organization.Inner.Model).Table(name);

    private Guid Root()
    {
        var query = new QueryExpression("businessunit");
        query.Criteria.AddCondition("parentbusinessunitid", ConditionOperator.Null);
        return _organization.Query(query).Entities.Single().Id;
    }

    private Guid Unit(string name, Guid parent) => _organization.Create("businessunit", ("name", name), ("parentbusinessunitid", new EntityReference("businessunit", parent)));

    private Guid Team(string name, params (string, object?)[] values) => _organization.Create("team", [("name", name), .. values]);

    private Guid DefaultTeam(Guid unit)
    {
        var query = new QueryExpression("team");
        query.Criteria.AddCondition("businessunitid", ConditionOperator.Equal, unit);
        query.Criteria.AddCondition("isdefault", ConditionOperator.Equal, true);
        return _organization.Query(query).Entities.Single().Id;
    }

    private IEnumerable<Guid> TeamUnits(Guid user) => _organization.Inner.UserOf(new Caller(user)).Teams
        .Select(team => _organization.Retrieve("team", team, "businessunitid").GetAttributeValue<EntityReference>("businessunitid").Id);

    private void Move(Guid user, Guid unit)
    {
        _organization.Update("systemuser", user, ("businessunitid", new EntityReference("businessunit", unit)));
        Tie("systemuserroles_association", new EntityReference("systemuser", user), new EntityReference("role", AuthorRole));
    }

    private void OwnedRow(string name, Guid unit)
    {
        var owner = _organization.Create("systemuser", ("fullname", name), ("businessunitid", new EntityReference("businessunit", unit)));
        Tie("systemuserroles_association", new EntityReference("systemuser", owner), new EntityReference("role", AuthorRole));
        _organization.Create("tst_parent", ("tst_name", name), ("ownerid", new EntityReference("systemuser", owner)));
    }

    private void Members(string message, Guid team, params Guid[] users) =>
        _organization.Execute(new OrganizationRequest(message) { ["TeamId"] = team, ["MemberIds"] = users });

    private void Tie(string relationship, EntityReference target, EntityReference other) => _organization.Execute(new AssociateRequest
    {
        Target = target,
        Relationship = new Relationship(relationship),
        RelatedEntities = [other],
    });

    private void Share(string message, Guid row, EntityReference principal, AccessRights rights, Guid by) => _organization.Execute(
        new OrganizationRequest(message) { ["Target"] = new EntityReference("tst_parent", row), ["PrincipalAccess"] = new PrincipalAccess(principal, rights) }, new Caller(by));

    private AccessRights Rights(Guid row, EntityReference principal) => (AccessRights)_organization.Execute(
        new OrganizationRequest("RetrievePrincipalAccess") { ["Target"] = new EntityReference("tst_parent", row), ["Principal"] = principal })["AccessRights"];

    private IEnumerable<(Guid, AccessRights)> Shares(Guid row) => ((PrincipalAccess[])_organization.Execute(
        new OrganizationRequest("RetrieveSharedPrincipalsAndAccess") { ["Target"] = new EntityReference("tst_parent", row) })["PrincipalAccesses"])
        .Select(share => (share.Principal.Id, share.AccessMask));

    private Guid Child(Guid user, string number, Guid? parent) => parent is { } id
        ? Create(user, "tst_child", ("tst_number", number), ("tst_parentid", new EntityReference("tst_parent", id)))
        : Create(user, "tst_child", ("tst_number", number));

    private IEnumerable<Guid> ChildrenSeenBy(Guid user) => _organization.Query(
        new QueryExpression("tst_child") { Orders = { new OrderExpression("tst_number", OrderType.Ascending) } }, new Caller(user)).Entities.Select(row => row.Id);

    private IEnumerable<string> Names(Guid user) => _organization.Query(
        new QueryExpression("tst_parent") { ColumnSet = new ColumnSet("tst_name") }, new Caller(user)).Entities.Select(row => (string)row["tst_name"]);

    private void Read(Guid user, Guid row, params string[] columns) => _organization.Execute(
        new RetrieveRequest { Target = new EntityReference("tst_parent", row), ColumnSet = new ColumnSet(columns) }, new Caller(user));

    private (string Name, string? Secret) Seen(Guid user, Guid row)
    {
        var seen = ((RetrieveResponse)_organization.Execute(new RetrieveRequest { Target = new EntityReference("tst_parent", row), ColumnSet = new ColumnSet(true) }, new Caller(user))).Entity;
        return (seen.GetAttributeValue<string>("tst_name"), seen.GetAttributeValue<string>("tst_secret"));
    }

    private void SetSecret(Guid user, Guid row) =>
        _organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", row, ("tst_secret", "mine")) }, new Caller(user));

    private void Write(Guid user, Guid row) =>
        _organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", row, ("tst_score", 2)) }, new Caller(user));

    private Guid Create(Guid user, string table, params (string, object?)[] values) => Create(new Caller(user), table, values);

    private Guid Create(Caller caller, string table, params (string Column, object? Value)[] values) =>
        ((CreateResponse)_organization.Execute(new CreateRequest { Target = TestOrganization.Row(table, Guid.Empty, values) }, caller)).id;
}
