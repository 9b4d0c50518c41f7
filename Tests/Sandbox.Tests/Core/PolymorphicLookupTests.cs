using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Sandbox.Tests.Core;

/// <summary>A lookup that may lead to rows of several tables, and owners, as the Web API shows and takes them.</summary>
public sealed class PolymorphicLookupTests(PolymorphicLookupTests.Served served) : IClassFixture<PolymorphicLookupTests.Served>
{
    private const string ToParent = "tst_PartyId_tst_parent";
    private const string ToChild = "tst_PartyId_tst_child";
    private static readonly (string, string) Annotated = ("Prefer", "odata.include-annotations=\"*\"");

    private int _number;

    [Fact]
    public async Task The_value_says_which_table_and_which_navigation_property_it_leads_by()
    {
        var (parent, other) = (await ParentAsync("A"), await ChildAsync());
        var row = await ChildAsync($$"""{"{{ToParent}}@odata.bind":"/tst_parents({{parent}})"}""");

        Assert.Equal((parent, "tst_parent", ToParent), Party(await ReadAsync(row)));
        await served.SendAsync(204, "PATCH", $"tst_children({row})", $$"""{"{{ToChild}}@odata.bind":"tst_children({{other}})"}""");
        Assert.Equal((other, "tst_child", ToChild), Party(await ReadAsync(row)));
        await served.SendAsync(204, "PATCH", $"tst_children({row})", $$"""{"{{ToChild}}@odata.bind":null}""");
        Assert.Null((await ReadAsync(row))["_tst_partyid_value"]);
        await served.SendAsync(400, "PATCH", $"tst_children({row})", $$"""{"{{ToChild}}@odata.bind":"tst_parents({{parent}})"}""");
        await served.SendAsync(400, "PATCH", $"tst_children({row})", $$"""{"tst_PartyId@odata.bind":"tst_parents({{parent}})"}""");

        static (string?, string?, string?) Party(JsonNode row) => ((string?)row["_tst_partyid_value"],
            (string?)row["_tst_partyid_value@Microsoft.Dynamics.CRM.lookuplogicalname"], (string?)row["_tst_partyid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]);
    }

    [Fact]
    public async Task Each_navigation_property_is_expanded_followed_and_filtered_by_for_its_own_table_alone()
    {
        var (parent, other) = (await ParentAsync("Followed"), await ChildAsync());
        var byParent = await ChildAsync($$"""{"{{ToParent}}@odata.bind":"/tst_parents({{parent}})"}""");
        var byChild = await ChildAsync($$"""{"{{ToChild}}@odata.bind":"/tst_children({{other}})"}""");
        var number = (string?)(await ReadAsync(other))["tst_number"];

        var expanded = await served.SendAsync(200, "GET", $"tst_children({byParent})?$select=tst_number&$expand={ToParent}($select=tst_name),{ToChild}($select=tst_number)");
        Assert.Equal("Followed", (string?)expanded![ToParent]!["tst_name"]);
        Assert.Null(expanded[ToChild]);
        Assert.Equal("Followed", (string?)(await served.SendAsync(200, "GET", $"tst_children({byParent})/{ToParent}?$select=tst_name"))!["tst_name"]);
        Assert.Null(await served.SendAsync(204, "GET", $"tst_children({byParent})/{ToChild}"));

        Assert.Equal([byParent], await FoundAsync($"{ToParent}/tst_name eq 'Followed'"));
        Assert.Equal([byChild], await FoundAsync($"{ToChild}/tst_number eq '{number}'"));
        Assert.Equal([byChild], await FoundAsync($"_tst_partyid_value eq {other}"));
        Assert.Equal([byParent], (await served.SendAsync(200, "GET", $"tst_parents({parent})/tst_child_party_parent"))!["value"]!.AsArray().Select(row => (string)row!["tst_childid"]!));
        Assert.Equal([other], (await served.SendAsync(200, "GET", $"tst_children?$filter=tst_child_party_child/any(c:c/tst_childid eq {byChild})"))!["value"]!.AsArray().Select(row => (string)row!["tst_childid"]!));
    }

    [Fact]
    public async Task A_row_of_either_table_is_created_within_another_and_a_reference_is_set_and_removed()
    {
        var row = await ChildAsync($$"""{"{{ToParent}}":{"tst_name":"Within"} }""");
        Assert.Equal("Within", (string?)(await served.SendAsync(200, "GET", $"tst_children({row})/{ToParent}?$select=tst_name"))!["tst_name"]);

        var other = await ChildAsync();
        await served.SendAsync(204, "PUT", $"tst_children({row})/{ToChild}/$ref", $$"""{"@odata.id":"{{served.Root}}tst_children({{other}})"}""");
        Assert.Equal(other, (string?)(await ReadAsync(row))["_tst_partyid_value"]);
        await served.SendAsync(204, "DELETE", $"tst_children({row})/{ToChild}/$ref");
        Assert.Null((await ReadAsync(row))["_tst_partyid_value"]);
    }

    [Fact]
    public async Task Owners_lead_by_the_properties_of_their_kind()
    {
        var parent = await ParentAsync("Owned");

        var row = await served.SendAsync(200, "GET", $"tst_parents({parent})?$select=tst_name,_ownerid_value&$expand=owninguser($select=fullname),owningteam($select=name)", null, Annotated);
        Assert.Equal(("systemuser", "ownerid"), ((string?)row!["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"], (string?)row["_ownerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]));
        Assert.NotNull(row["owninguser"]!["fullname"]);
        Assert.Null(row["owningteam"]);
        Assert.Equal(parent, (string?)Assert.Single((await served.SendAsync(200, "GET", $"tst_parents?$filter=owninguser/systemuserid eq {served.Organization.DefaultCaller.UserId} and tst_name eq 'Owned'"))!["value"]!.AsArray())!["tst_parentid"]);
        var team = await TeamAsync();
        await served.SendAsync(204, "PATCH", $"tst_parents({parent})", $$"""{"ownerid@odata.bind":"/teams({{team}})"}""");
        Assert.Equal(team, (string?)(await served.SendAsync(200, "GET", $"tst_parents({parent})?$expand=owningteam($select=name)"))!["owningteam"]!["teamid"]);
    }

    [Fact]
    public void A_lookup_that_may_lead_to_another_table_from_now_on_keeps_what_it_holds()
    {
        using var organization = new TestOrganization();
        Import("1.0.0.1", folder => AddParty(folder, ("tst_child_party_child", "tst_Child", ToChild)));
        var other = organization.Create("tst_child", ("tst_number", "up-1"), ("tst_parentid", new EntityReference("tst_parent", organization.Create("tst_parent", ("tst_name", "A")))));
        var row = organization.Create("tst_child", ("tst_number", "up-2"), ("tst_parentid", new EntityReference("tst_parent", organization.Create("tst_parent", ("tst_name", "B")))), ("tst_partyid", new EntityReference("tst_child", other)));

        Import("1.0.0.2", AddParty);

        var party = organization.Retrieve("tst_child", row, "tst_partyid").GetAttributeValue<EntityReference>("tst_partyid");
        Assert.Equal(("tst_child", other, "up-1"), (party.LogicalName, party.Id, party.Name));

        void Import(string version, Action<string> change) => organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], version, change)));
    }

    private async Task<string> TeamAsync()
    {
        var team = (string)(await served.SendAsync(201, "POST", "teams", """{"name":"Party"}""", ("Prefer", "return=representation")))!["teamid"]!;
        await served.SendAsync(204, "POST", $"teams({team})/teamroles_association/$ref", $$"""{"@odata.id":"{{served.Root}}roles(2db97432-5734-589c-b5a7-1f071b61ce6f)"}""");
        return team;
    }

    private Task<string> ParentAsync(string name) => served.CreateAsync("tst_parents", $$"""{"tst_name":"{{name}}"}""");

    private Task<string> ChildAsync(string json = "{}")
    {
        var row = JsonNode.Parse(json)!.AsObject();
        row["tst_number"] = $"{++_number:D2}-{Guid.NewGuid().ToString("N")[..12]}";
        return served.CreateAsync("tst_children", row.ToJsonString());
    }

    private async Task<JsonNode> ReadAsync(string row) => (await served.SendAsync(200, "GET", $"tst_children({row})?$select=tst_number,_tst_partyid_value", null, Annotated))!;

    private async Task<IEnumerable<string>> FoundAsync(string filter) =>
        (await served.SendAsync(200, "GET", $"tst_children?$select=tst_childid&$filter={filter}"))!["value"]!.AsArray().Select(row => (string)row!["tst_childid"]!);

    private static void AddParty(string folder) => AddParty(folder, ("tst_child_party_parent", "tst_Parent", ToParent), ("tst_child_party_child", "tst_Child", ToChild));

    private static void AddParty(string folder, params (string Name, string Table, string Navigation)[] targets)
    {
        TestSolution.Edit(folder, "Entities/tst_Child/Entity.xml", table =>
        {
            var known = table.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_ParentId");
            var party = new XElement(known);
            party.SetAttributeValue("PhysicalName", "tst_PartyId");
            party.SetElementValue("Name", "tst_partyid");
            party.SetElementValue("LogicalName", "tst_partyid");
            party.SetElementValue("RequiredLevel", "none");
            known.AddAfterSelf(party);
        });
        TestSolution.Edit(folder, "Other/Relationships.xml", list => list.Root!.Add(targets.Select(target => new XElement("EntityRelationship", new XAttribute("Name", target.Name)))));
        TestSolution.Edit(folder, "Other/Relationships/tst_Parent.xml", list =>
        {
            var known = list.Root!.Elements().First();
            list.Root.Add(targets.Select(target => To(known, target.Name, target.Table, target.Navigation)));
        });
    }

    private static XElement To(XElement known, string name, string table, string navigation)
    {
        var relationship = new XElement(known);
        relationship.SetAttributeValue("Name", name);
        relationship.SetElementValue("ReferencedEntityName", table);
        relationship.SetElementValue("ReferencingAttributeName", "tst_PartyId");
        foreach (var cascade in relationship.Elements().Where(element => element.Name.LocalName.StartsWith("Cascade", StringComparison.Ordinal)))
            cascade.Value = cascade.Name == "CascadeDelete" ? "RemoveLink" : "NoCascade";
        var names = relationship.Descendants("NavigationPropertyName").ToList();
        (names[0].Value, names[1].Value) = (navigation, name);
        return relationship;
    }

    /// <summary>The organization with a lookup from children to parents or children.</summary>
    public sealed class Served() : ServedSolution(AddParty);
}
