using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>Many-to-many relationships of a solution, through the SDK and the Web API, for two roles.</summary>
public sealed class ManyToManyTests(ManyToManyTests.Served served) : IClassFixture<ManyToManyTests.Served>
{
    private const string Pairs = "tst_parent_child_pairs";
    private const string Kin = "tst_parent_parent";
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000e001");
    private static readonly Guid Reader = new("0d5a7e00-0000-4000-8000-00000000e002");

    private int _number;

    [Fact]
    public void Rows_are_tied_and_parted_from_either_side_and_never_twice()
    {
        var (parent, other, child) = (Parent("A"), Parent("B"), Child());

        Tie("tst_parent", parent, Pairs, null, Ref("tst_child", child));
        Tie("tst_child", child, Pairs, null, Ref("tst_parent", other));
        Assert.Equal([parent, other], Rows(Pairs, "tst_childid", child, "tst_parentid"));

        var twice = Fault(() => Tie("tst_child", child, Pairs, null, Ref("tst_parent", parent)));
        Assert.Equal((ErrorCodes.DuplicateRecord, "Cannot insert duplicate key."), (twice.Code, twice.Message));

        Part("tst_child", child, Pairs, null, Ref("tst_parent", parent));
        Part("tst_child", child, Pairs, null, Ref("tst_parent", parent));
        Assert.Equal([other], Rows(Pairs, "tst_childid", child, "tst_parentid"));
    }

    [Fact]
    public void All_rows_are_tied_or_none()
    {
        var (parent, child) = (Parent("A"), Child());

        Assert.Equal(ErrorCodes.ObjectDoesNotExist, Fault(() => Tie("tst_parent", parent, Pairs, null, Ref("tst_child", child), Ref("tst_child", Guid.NewGuid()))).Code);
        Assert.Empty(Rows(Pairs, "tst_parentid", parent, "tst_childid"));
        Assert.Contains("not of 'tst_parent'", Fault(() => Tie("tst_parent", parent, Pairs, null, Ref("tst_parent", parent))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relationship_of_a_table_to_itself_takes_the_role_of_its_target()
    {
        var (first, second) = (Parent("First"), Parent("Second"));

        Tie("tst_parent", first, Kin, EntityRole.Referencing, Ref("tst_parent", second));
        Assert.Equal([second], Rows(Kin, "tst_parentidone", first, "tst_parentidtwo"));
        Tie("tst_parent", first, Kin, EntityRole.Referenced, Ref("tst_parent", second));
        Assert.Equal([first], Rows(Kin, "tst_parentidone", second, "tst_parentidtwo"));
        Part("tst_parent", second, Kin, EntityRole.Referenced, Ref("tst_parent", first));
        Assert.Empty(Rows(Kin, "tst_parentidone", first, "tst_parentidtwo"));
        Assert.Contains("PrimaryEntityRole", Fault(() => Tie("tst_parent", first, Kin, null, Ref("tst_parent", second))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_auditing_is_on_a_pair_is_told_of_the_row_of_the_first_table_from_whichever_side_it_was_tied()
    {
        var (parent, child) = (Parent("A"), Child());
        Audit(true);

        Tie("tst_child", child, Pairs, null, Ref("tst_parent", parent));
        Part("tst_parent", parent, Pairs, null, Ref("tst_child", child));
        Part("tst_parent", parent, Pairs, null, Ref("tst_child", child));
        Audit(false);

        var told = new QueryExpression("audit")
        {
            ColumnSet = new ColumnSet("action", "changedata"),
            Criteria = { Conditions = { new ConditionExpression("objectid", ConditionOperator.Equal, parent) } },
            Orders = { new OrderExpression("versionnumber", OrderType.Ascending) },
        };
        var data = $$"""{"relationshipName":"{{Pairs}}","targetRecords":["tst_child,{{child:D}}"]}""";
        Assert.Equal(
            [("Associate Entities", data), ("Disassociate Entities", data)],
            Query(told).Select(row => (row.FormattedValues["action"], row.GetAttributeValue<string>("changedata"))));

        void Audit(bool on) => Run(new UpdateRequest { Target = new Entity("organization", served.Organization.Id) { ["isauditenabled"] = on } });
    }

    [Fact]
    public void What_ties_a_row_to_others_goes_with_it()
    {
        var (parent, child) = (Parent("A"), Child());
        Tie("tst_parent", parent, Pairs, null, Ref("tst_child", child));
        Tie("tst_parent", parent, Kin, EntityRole.Referenced, Ref("tst_parent", Parent("B")));

        Run(new DeleteRequest { Target = Ref("tst_parent", parent) });

        Assert.Empty(Rows(Pairs, "tst_childid", child, "tst_parentid"));
        Assert.Empty(Rows(Kin, "tst_parentidtwo", parent, "tst_parentidone"));
    }

    [Fact]
    public void Queries_go_through_the_table_between_in_both_directions()
    {
        var (parent, child) = (Parent("Walked"), Child());
        var number = Run<RetrieveResponse>(new RetrieveRequest { Target = Ref("tst_child", child), ColumnSet = new ColumnSet("tst_number") }).Entity.GetAttributeValue<string>("tst_number");
        Tie("tst_parent", parent, Pairs, null, Ref("tst_child", child));

        var expression = new QueryExpression("tst_parent");
        expression.AddLink(Pairs, "tst_parentid", "tst_parentid").AddLink("tst_child", "tst_childid", "tst_childid").LinkCriteria.AddCondition("tst_number", ConditionOperator.Equal, number);
        Assert.Equal(parent, Assert.Single(Query(expression)).Id);

        var fetched = Assert.Single(Query(new FetchExpression($"""
            <fetch><entity name='tst_child'><attribute name='tst_number' />
              <link-entity name='{Pairs}' from='tst_childid' to='tst_childid' intersect='true'>
                <link-entity name='tst_parent' from='tst_parentid' to='tst_parentid' alias='p'><attribute name='tst_name' /><filter><condition attribute='tst_name' operator='eq' value='Walked' /></filter></link-entity>
              </link-entity></entity></fetch>
            """)));
        Assert.Equal((child, "Walked"), (fetched.Id, fetched.GetAttributeValue<AliasedValue>("p.tst_name").Value));
    }

    [Fact]
    public void Related_rows_are_created_with_a_row_and_read_with_it()
    {
        var row = new Entity("tst_parent") { ["tst_name"] = "With children" };
        row.RelatedEntities[new Relationship(Pairs)] = new EntityCollection([new Entity("tst_child") { ["tst_number"] = "rel-1" }, new Entity("tst_child") { ["tst_number"] = "rel-2" }]);
        var id = Run<CreateResponse>(new CreateRequest { Target = row }).id;

        var change = new Entity("tst_parent", id);
        change.RelatedEntities[new Relationship(Pairs)] = new EntityCollection([new Entity("tst_child") { ["tst_number"] = "rel-3" }]);
        Run(new UpdateRequest { Target = change });

        var read = Run<RetrieveResponse>(new RetrieveRequest
        {
            Target = Ref("tst_parent", id),
            ColumnSet = new ColumnSet("tst_name"),
            RelatedEntitiesQuery = new RelationshipQueryCollection { { new Relationship(Pairs), new QueryExpression("tst_child") { ColumnSet = new ColumnSet("tst_number"), Orders = { new OrderExpression("tst_number", OrderType.Descending) } } } },
        }).Entity;
        Assert.Equal(["rel-3", "rel-2", "rel-1"], read.RelatedEntities[new Relationship(Pairs)].Entities.Select(child => child.GetAttributeValue<string>("tst_number")));
    }

    [Fact]
    public void The_rows_of_the_table_between_are_written_by_no_other_message()
    {
        var fault = Fault(() => Run(new CreateRequest { Target = new Entity(Pairs) { ["tst_parentid"] = Parent("A"), ["tst_childid"] = Child() } }));

        Assert.Equal((ErrorCodes.NotSupported, $"Writing rows of '{Pairs}' is not supported by the sandbox."), (fault.Code, fault.Message));
    }

    [Fact]
    public async Task To_tie_and_to_part_takes_append_on_both_rows()
    {
        var author = new Caller(Author);
        var reader = new Caller(Reader);
        var (parent, child) = (Parent("A", author), Child(author));
        var (foreignParent, foreignChild) = (Parent("B", reader), Child(reader));
        var tied = new AssociateRequest { Target = Ref("tst_parent", parent), Relationship = new Relationship(Pairs), RelatedEntities = [Ref("tst_child", child)] };

        Run(tied, author);
        Assert.Equal(ErrorCodes.AccessDenied, Fault(() => Run(Associate(parent, foreignChild), author)).Code);

        // The other role has Append on parents alone.
        var missing = Fault(() => Run(Associate(foreignParent, foreignChild), reader));
        Assert.Equal((ErrorCodes.PrivilegeDenied, true), (missing.Code, missing.Message.Contains("prvAppendtst_Child", StringComparison.Ordinal)));
        Run(Associate(foreignParent, foreignChild));
        var parting = new DisassociateRequest { Target = Ref("tst_child", foreignChild), Relationship = tied.Relationship, RelatedEntities = [Ref("tst_parent", foreignParent)] };
        Assert.Equal(ErrorCodes.PrivilegeDenied, Fault(() => Run(parting, reader)).Code);
        Assert.Equal(ErrorCodes.AccessDenied, Fault(() => Run(parting, author)).Code);

        var header = ("MSCRMCallerID", Reader.ToString());
        Assert.Equal("0x80040220", (string?)(await served.SendAsync(403, "POST", $"tst_parents({foreignParent})/{Pairs}/$ref", Address($"tst_children({foreignChild})"), header))!["error"]!["code"]);
        Assert.Equal("0x80048306", (string?)(await served.SendAsync(403, "POST", $"tst_parents({parent})/{Pairs}/$ref", Address($"tst_children({foreignChild})"), ("MSCRMCallerID", Author.ToString())))!["error"]!["code"]);
        await served.SendAsync(204, "DELETE", $"tst_parents({parent})/{Pairs}({child})/$ref", null, ("MSCRMCallerID", Author.ToString()));
        Assert.Empty(Rows(Pairs, "tst_parentid", parent, "tst_childid"));

        AssociateRequest Associate(Guid one, Guid two) => new() { Target = Ref("tst_parent", one), Relationship = new Relationship(Pairs), RelatedEntities = [Ref("tst_child", two)] };
    }

    [Fact]
    public async Task The_web_api_ties_reads_counts_and_parts()
    {
        var (parent, child, second) = (Parent("A"), Child(), Child());

        await served.SendAsync(204, "POST", $"tst_parents({parent})/{Pairs}/$ref", Address($"tst_children({child})"));
        await served.SendAsync(204, "POST", $"tst_children({second})/{Pairs}/$ref", Address($"tst_parents({parent})"));
        var twice = await served.SendAsync(412, "POST", $"tst_parents({parent})/{Pairs}/$ref", Address($"tst_children({child})"));
        Assert.Equal(("0x80040237", "Cannot insert duplicate key."), ((string?)twice!["error"]!["code"], (string?)twice["error"]!["message"]));

        var rows = await served.SendAsync(200, "GET", $"tst_parents({parent})/{Pairs}?$select=tst_number&$orderby=tst_number");
        Assert.Equal([child.ToString(), second.ToString()], rows!["value"]!.AsArray().Select(row => (string?)row!["tst_childid"]));
        Assert.Equal(2, (int)(await served.SendAsync(200, "GET", $"tst_parents({parent})/{Pairs}/$count"))!);
        Assert.Equal(2, (await served.SendAsync(200, "GET", $"tst_parents({parent})/{Pairs}/$ref"))!["value"]!.AsArray().Count);
        Assert.Equal(2, (await served.SendAsync(200, "GET", $"{Pairs}set?$filter=tst_parentid eq {parent}"))!["value"]!.AsArray().Count);

        await served.SendAsync(204, "DELETE", $"tst_parents({parent})/{Pairs}({child})/$ref");
        await served.SendAsync(204, "DELETE", $"tst_parents({parent})/{Pairs}/$ref?$id={served.Root}tst_children({second})");
        await served.SendAsync(400, "DELETE", $"tst_parents({parent})/{Pairs}/$ref");
        await served.SendAsync(400, "GET", $"tst_parents({parent})?$id=tst_children({second})");
        Assert.Empty((await served.SendAsync(200, "GET", $"tst_parents({parent})/{Pairs}"))!["value"]!.AsArray());
    }

    [Fact]
    public async Task The_web_api_expands_with_options_and_asks_whether_any_or_all()
    {
        var (high, low, none) = (Parent("High"), Parent("Low"), Parent("None"));
        var (one, nine) = (Child(), Child());
        var name = Run<RetrieveResponse>(new RetrieveRequest { Target = Ref("tst_child", nine), ColumnSet = new ColumnSet("tst_number") }).Entity.GetAttributeValue<string>("tst_number");
        Tie("tst_parent", high, Pairs, null, Ref("tst_child", one), Ref("tst_child", nine));
        Tie("tst_parent", low, Pairs, null, Ref("tst_child", nine));
        var mine = $"Microsoft.Dynamics.CRM.In(PropertyName='tst_parentid',PropertyValues=['{high}','{low}','{none}'])";

        var expanded = await served.SendAsync(200, "GET", $"tst_parents?$select=tst_name&$orderby=tst_name&$filter={mine}&$expand={Pairs}($select=tst_number;$orderby=tst_number desc)");
        Assert.Equal(
            [("High", $"{nine},{one}"), ("Low", $"{nine}"), ("None", "")],
            expanded!["value"]!.AsArray().Select(row => ((string)row!["tst_name"]!, string.Join(',', row[Pairs]!.AsArray().Select(child => (string?)child!["tst_childid"])))));
        var limited = await served.SendAsync(200, "GET", $"tst_parents({high})?$select=tst_name&$expand={Pairs}($select=tst_number;$filter=tst_number eq '{name}';$top=1)");
        Assert.Equal(nine.ToString(), (string?)Assert.Single(limited![Pairs]!.AsArray())!["tst_childid"]);

        Assert.Equal("High Low", await NamesAsync($"{Pairs}/any(c:c/tst_number eq '{name}')"));
        Assert.Equal("None", await NamesAsync($"not {Pairs}/any()"));
        Assert.Equal("Low None", await NamesAsync($"{Pairs}/all(c:c/tst_number eq '{name}')"));
        Assert.Equal("High", await NamesAsync($"not {Pairs}/all(c:c/tst_number eq '{name}')"));

        async Task<string> NamesAsync(string filter) => string.Join(' ', (await served.SendAsync(200, "GET", $"tst_parents?$select=tst_name&$orderby=tst_name&$filter={mine} and {filter}"))!
            ["value"]!.AsArray().Select(row => (string?)row!["tst_name"]));
    }

    [Fact]
    public async Task The_web_api_creates_tied_rows_within_another_and_knows_both_sides_of_a_table_tied_to_itself()
    {
        var created = await served.SendAsync(201, "POST", $"tst_parents?$select=tst_name&$expand={Kin}($select=tst_name)",
            $$"""{"tst_name":"Elder","{{Kin}}":[{"tst_name":"Younger"}],"{{Pairs}}":[{"tst_number":"deep-1"}]}""", ("Prefer", "return=representation"));
        var elder = (string)created!["tst_parentid"]!;
        var younger = (string)Assert.Single(created[Kin]!.AsArray())!["tst_parentid"]!;

        Assert.Equal(elder, (string?)Assert.Single((await served.SendAsync(200, "GET", $"tst_parents({younger})/{Kin}_referenced"))!["value"]!.AsArray())!["tst_parentid"]);
        Assert.Empty((await served.SendAsync(200, "GET", $"tst_parents({younger})/{Kin}"))!["value"]!.AsArray());
        Assert.Equal("deep-1", (string?)Assert.Single((await served.SendAsync(200, "GET", $"tst_parents({elder})/{Pairs}"))!["value"]!.AsArray())!["tst_number"]);
        var uncle = (string)(await served.SendAsync(201, "POST", "tst_parents?$select=tst_name", $$"""{"tst_name":"Uncle","{{Kin}}@odata.bind":["tst_parents({{younger}})"]}""", ("Prefer", "return=representation")))!["tst_parentid"]!;
        Assert.Equal([elder, uncle], (await served.SendAsync(200, "GET", $"tst_parents({younger})/{Kin}_referenced"))!["value"]!.AsArray().Select(row => (string)row!["tst_parentid"]!));
        await served.SendAsync(204, "DELETE", $"tst_parents({younger})/{Kin}_referenced({elder})/$ref");
        Assert.Empty((await served.SendAsync(200, "GET", $"tst_parents({elder})/{Kin}"))!["value"]!.AsArray());
    }

    [Fact]
    public async Task Definitions_and_metadata_name_both_ends()
    {
        var many = (await served.SendAsync(200, "GET", "EntityDefinitions(LogicalName='tst_child')/ManyToManyRelationships"))!["value"]!.AsArray();
        var definition = Assert.Single(many)!;
        Assert.Equal(
            "tst_parent_child_pairs tst_parent tst_parentid tst_child tst_childid tst_parent_child_pairs tst_parent_child_pairs",
            string.Join(' ', new[] { "SchemaName", "Entity1LogicalName", "Entity1IntersectAttribute", "Entity2LogicalName", "Entity2IntersectAttribute", "IntersectEntityName", "Entity2NavigationPropertyName" }
                .Select(name => (string?)definition[name])));
        var kin = await served.SendAsync(200, "GET", $"RelationshipDefinitions(SchemaName='{Kin}')/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata?$select=Entity1IntersectAttribute,Entity2IntersectAttribute,Entity2NavigationPropertyName");
        Assert.Equal(("tst_parentidone", "tst_parentidtwo", Kin + "_referenced"), ((string?)kin!["Entity1IntersectAttribute"], (string?)kin["Entity2IntersectAttribute"], (string?)kin["Entity2NavigationPropertyName"]));
        Assert.True((bool)(await served.SendAsync(200, "GET", $"EntityDefinitions(LogicalName='{Pairs}')?$select=IsIntersect"))!["IsIntersect"]!);

        var metadata = await served.TextAsync("$metadata");
        Assert.Contains($"<NavigationProperty Name=\"{Pairs}\" Type=\"Collection(Microsoft.Dynamics.CRM.tst_child)\"", metadata, StringComparison.Ordinal);
        Assert.Contains($"<NavigationProperty Name=\"{Pairs}\" Type=\"Collection(Microsoft.Dynamics.CRM.tst_parent)\"", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void An_upgrade_without_the_relationship_says_how_many_pairs_go()
    {
        using var organization = new TestOrganization();
        Import(organization, "1.0.0.1", ManyToMany);
        var (parent, child) = (organization.Create("tst_parent", ("tst_name", "A")), organization.Create("tst_child", ("tst_number", "up-1")));
        organization.Execute(new AssociateRequest { Target = Ref("tst_parent", parent), Relationship = new Relationship(Pairs), RelatedEntities = [Ref("tst_child", child)] });
        Import(organization, "1.0.0.2", ManyToMany);
        Assert.Equal(1, organization.Count(Pairs));

        var result = Import(organization, "1.0.0.3", null);

        Assert.Contains($"relationship '{Pairs}'", result.Removed);
        Assert.Contains($"table '{Pairs}': 1 rows", result.Lost.Select(lost => lost.ToString()));
        Assert.Equal(ErrorCodes.NoEntity, organization.Fault(() => organization.Count(Pairs)).Code);
        Assert.Equal((1, 1), (organization.Count("tst_parent"), organization.Count("tst_child")));

        static ImportResult Import(TestOrganization organization, string version, Action<string>? change) =>
            organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], version, change)), ImportMode.Upgrade);
    }

    /// <summary>Adds both relationships and a role that lacks Append on children.</summary>
    private static void ManyToMany(string folder)
    {
        TestSolution.Edit(folder, "Other/Relationships.xml", list => list.Root!.Add(
            new XElement("EntityRelationship", new XAttribute("Name", Pairs)), new XElement("EntityRelationship", new XAttribute("Name", Kin))));
        TestSolution.Edit(folder, "Other/Relationships/tst_Parent.xml", list => list.Root!.Add(Relationship(Pairs, "tst_Parent", "tst_Child"), Relationship(Kin, "tst_Parent", "tst_Parent")));
        var role = XDocument.Load(Path.Combine(folder, "Roles", "Test Author.xml"));
        role.Root!.SetAttributeValue("id", "{2db97432-5734-589c-b5a7-1f071b61ce70}");
        role.Root.SetAttributeValue("name", "Test Reader");
        role.Descendants("RolePrivilege").Single(privilege => (string?)privilege.Attribute("name") == "prvAppendtst_Child").Remove();
        role.Save(Path.Combine(folder, "Roles", "Test Reader.xml"));
        TestSolution.Edit(folder, "Other/Solution.xml", manifest => manifest.Descendants("RootComponent").Single(root => (string?)root.Attribute("type") == "20")
            .AddAfterSelf(new XElement("RootComponent", new XAttribute("type", 20), new XAttribute("id", "{2db97432-5734-589c-b5a7-1f071b61ce70}"), new XAttribute("behavior", 0))));
    }

    private static XElement Relationship(string name, string first, string second) => XElement.Parse($"""
        <EntityRelationship Name="{name}">
          <EntityRelationshipType>ManyToMany</EntityRelationshipType>
          <IsCustomizable>1</IsCustomizable>
          <IntroducedVersion>1.0.0.0</IntroducedVersion>
          <IsHierarchical>0</IsHierarchical>
          <FirstEntityName>{first}</FirstEntityName>
          <SecondEntityName>{second}</SecondEntityName>
          <IntersectEntityName>{name}</IntersectEntityName>
          <RelationshipDescription><Descriptions><Description description="" languagecode="1033" /></Descriptions></RelationshipDescription>
          <EntityRelationshipRoles>
            <EntityRelationshipRole>
              <NavPaneDisplayOption>UseCollectionName</NavPaneDisplayOption>
              <NavPaneArea>Details</NavPaneArea>
              <NavPaneOrder>10000</NavPaneOrder>
              <NavigationPropertyName>{name}</NavigationPropertyName>
              <AssociationRoleOrdinal>1</AssociationRoleOrdinal>
            </EntityRelationshipRole>
            <EntityRelationshipRole>
              <NavPaneDisplayOption>UseCollectionName</NavPaneDisplayOption>
              <NavPaneArea>Details</NavPaneArea>
              <NavPaneOrder>10000</NavPaneOrder>
              <NavigationPropertyName>{name}</NavigationPropertyName>
              <AssociationRoleOrdinal>2</AssociationRoleOrdinal>
            </EntityRelationshipRole>
          </EntityRelationshipRoles>
        </EntityRelationship>
        """);

    private Guid Parent(string name, Caller? caller = null) => Run<CreateResponse>(new CreateRequest { Target = new Entity("tst_parent") { ["tst_name"] = name } }, caller).id;

    private Guid Child(Caller? caller = null) =>
        Run<CreateResponse>(new CreateRequest { Target = new Entity("tst_child") { ["tst_number"] = $"{++_number:D2}-{Guid.NewGuid().ToString("N")[..12]}" } }, caller).id;

    private void Tie(string table, Guid id, string relationship, EntityRole? role, params EntityReference[] related) =>
        Run(new AssociateRequest { Target = Ref(table, id), Relationship = new Relationship(relationship) { PrimaryEntityRole = role }, RelatedEntities = [.. related] });

    private void Part(string table, Guid id, string relationship, EntityRole? role, params EntityReference[] related) =>
        Run(new DisassociateRequest { Target = Ref(table, id), Relationship = new Relationship(relationship) { PrimaryEntityRole = role }, RelatedEntities = [.. related] });

    private IEnumerable<Guid> Rows(string table, string column, Guid id, string other) =>
        Query(new QueryExpression(table) { ColumnSet = new ColumnSet(other), Criteria = { Conditions = { new ConditionExpression(column, ConditionOperator.Equal, id) } } })
            .Select(row => row.GetAttributeValue<Guid>(other));

    private DataCollection<Entity> Query(QueryBase query) => Run<RetrieveMultipleResponse>(new RetrieveMultipleRequest { Query = query }).EntityCollection.Entities;

    private OrganizationResponse Run(OrganizationRequest request, Caller? caller = null) => served.Organization.Execute(request, caller ?? served.Organization.DefaultCaller);

    private T Run<T>(OrganizationRequest request, Caller? caller = null)
        where T : OrganizationResponse => (T)Run(request, caller);

    private static OrganizationFault Fault(Action action) => Assert.Throws<OrganizationFault>(action);

    private static EntityReference Ref(string table, Guid id) => new(table, id);

    private string Address(string row) => $$"""{"@odata.id":"{{served.Root}}{{row}}"}""";

    /// <summary>The organization with both relationships and two users, one of whom lacks Append on children.</summary>
    public sealed class Served() : ServedSolution(ManyToMany, new SeedUser(Author, "Author", 1033, ["Test Author"]), new SeedUser(Reader, "Reader", 1033, ["Test Reader"]));
}
