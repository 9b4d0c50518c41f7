using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Sandbox.Tests.WebApi;

[Collection(WebApiCollection.Name)]
public sealed class DocumentTests(WebApiFixture api)
{
    [Fact]
    public async Task The_metadata_document_is_the_approved_one()
    {
        var answer = await api.SendAsync("GET", "$metadata");

        Assert.Equal((200, "application/xml"), (answer.Status, answer.Headers["Content-Type"]));
        Approve(Ours(answer.Text));
    }

    [Fact]
    public async Task The_metadata_document_is_read_by_a_library_that_knows_nothing_of_us()
    {
        using var reader = XmlReader.Create(new StringReader((await api.SendAsync("GET", "$metadata")).Text));

        var isRead = CsdlReader.TryParse(reader, out var model, out var errors);

        Assert.True(isRead, string.Join('\n', errors.Select(error => error.ErrorMessage)));
        Assert.True(model.Validate(out errors), string.Join('\n', errors.Select(error => error.ErrorMessage)));
        Assert.NotNull(model.EntityContainer.FindEntitySet("tst_parents"));
        Assert.Single(model.FindOperations("Microsoft.Dynamics.CRM.tst_Evaluate"));
    }

    [Fact]
    public async Task The_service_document_is_the_approved_one()
    {
        var answer = await api.SendAsync("GET", "");

        Assert.Equal((200, "application/json; odata.metadata=minimal"), (answer.Status, answer.Headers["Content-Type"]));
        Approve(answer.Text.Replace(api.Client.BaseAddress!.ToString(), "http://host/api/data/v9.2/", StringComparison.Ordinal).Replace("},{", "},\n{", StringComparison.Ordinal) + "\n");
    }

    [Fact]
    public async Task A_table_definition_has_names_and_labels()
    {
        var table = (await api.SendAsync("GET", "EntityDefinitions(LogicalName='tst_parent')?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName")).Json;

        Assert.Equal(
            ("tst_parent", "tst_parents", "tst_parentid", "tst_name"),
            ((string)table["LogicalName"]!, (string)table["EntitySetName"]!, (string)table["PrimaryIdAttribute"]!, (string)table["PrimaryNameAttribute"]!));
        Assert.Equal("Parent", (string)table["DisplayName"]!["UserLocalizedLabel"]!["Label"]!);
        Assert.Contains(table["DisplayName"]!["LocalizedLabels"]!.AsArray(), label => (int)label!["LanguageCode"]! == 1053);
        Assert.False(table.AsObject().ContainsKey("SchemaName"));
    }

    [Fact]
    public async Task Column_definitions_have_types_limits_and_options()
    {
        var column = (await api.SendAsync("GET", "EntityDefinitions(LogicalName='tst_parent')/Attributes(LogicalName='tst_kind')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet")).Json;
        var expanded = (await api.SendAsync("GET", "EntityDefinitions(LogicalName='tst_parent')?$select=LogicalName&$expand=Attributes($select=LogicalName,AttributeType,MaxLength)")).Json;
        var texts = (await api.SendAsync("GET", "EntityDefinitions(LogicalName='tst_parent')/Attributes/Microsoft.Dynamics.CRM.StringAttributeMetadata?$select=LogicalName")).Json;
        var found = (await api.SendAsync("GET", "EntityDefinitions?$select=LogicalName&$filter=LogicalName eq 'tst_child'")).Json;

        Assert.Equal("#Microsoft.Dynamics.CRM.PicklistAttributeMetadata", (string)column["@odata.type"]!);
        Assert.Equal([(543210000, "Inside"), (543210001, "Outside")], column["OptionSet"]!["Options"]!.AsArray().Select(option => ((int)option!["Value"]!, (string)option["Label"]!["UserLocalizedLabel"]!["Label"]!)));
        var name = expanded["Attributes"]!.AsArray().Single(each => (string)each!["LogicalName"]! == "tst_name")!;
        Assert.Equal(("String", 100), ((string)name["AttributeType"]!, (int)name["MaxLength"]!));
        Assert.Contains("tst_website", texts["value"]!.AsArray().Select(each => (string)each!["LogicalName"]!));
        Assert.DoesNotContain("tst_summary", texts["value"]!.AsArray().Select(each => (string)each!["LogicalName"]!));
        Assert.Equal("tst_child", (string)Assert.Single(found["value"]!.AsArray())!["LogicalName"]!);
    }

    [Theory]
    [InlineData("EntityDefinitions(LogicalName='nope')", 404, "Could not find an entity with name nope")]
    [InlineData("EntityDefinitions(LogicalName='tst_parent')/Attributes(LogicalName='nope')", 404, "Could not find an attribute with name nope of the entity tst_parent")]
    [InlineData("EntityDefinitions?$filter=contains(SchemaName,'x')", 501, "The function 'contains' in $filter of definitions is not supported by the sandbox.")]
    [InlineData("EntityDefinitions?$filter=SchemaName eq", 400, "The $filter of definitions ends too soon.")]
    [InlineData("EntityDefinitions?$filter=ObjectTypeCode eq 1", 501, "The property 'ObjectTypeCode' of 'Microsoft.Dynamics.CRM.EntityMetadata' is not supported by the sandbox.")]
    [InlineData("EntityDefinitions?$select=ObjectTypeCode", 501, "The property 'ObjectTypeCode' of 'Microsoft.Dynamics.CRM.EntityMetadata' is not supported by the sandbox.")]
    [InlineData("EntityDefinitions(LogicalName='tst_parent')?$expand=Nope", 400, "Could not find a property named 'Nope' on type 'Microsoft.Dynamics.CRM.EntityMetadata'.")]
    [InlineData("RelationshipDefinitions(SchemaName='nope')", 404, "Could not find 'RelationshipDefinitions(SchemaName='nope')' of 'RelationshipDefinitions(SchemaName='nope')'")]
    [InlineData("EntityDefinitions?$expand=Attributes(", 400, "The bracket of $expand of 'Attributes' is not closed.")]
    [InlineData("EntityDefinitions?$filter=((((((((((((((((((((((((((((((((((((((((((((((((((((", 400, "The $filter is nested more than 50 deep.")]
    [InlineData("EntityDefinitions?LabelLanguages=en", 400, "'en' names no languages: 'LabelLanguages' takes numbers such as 1033.")]
    [InlineData("EntityDefinitions?$top=1", 400, "The query option '$top' cannot be used on this resource.")]
    public async Task A_definition_that_is_not_there_is_refused(string path, int status, string message)
    {
        var error = (await api.SendAsync("GET", path)).Error;

        Assert.Equal((status, message), (error.Status, error.Message));
    }

    [Fact]
    public async Task Labels_come_in_the_languages_that_are_asked_for()
    {
        var choice = (await api.SendAsync(
            "GET", "EntityDefinitions(LogicalName='tst_parent')/Attributes(LogicalName='tst_kind')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata/OptionSet?$select=Options&LabelLanguages=1053")).Json;

        Assert.Equal(
            [(1053, "Insida"), (1053, "Utsida")],
            choice["Options"]!.AsArray().Select(option => Assert.Single(option!["Label"]!["LocalizedLabels"]!.AsArray())!)
                .Select(label => ((int)label["LanguageCode"]!, (string)label["Label"]!)));
    }

    [Theory]
    [InlineData("EntityDefinitions?$filter=PrimaryNameAttribute eq 'tst_name' or SchemaName eq 'tst_Child'", "LogicalName", "tst_child tst_parent")]
    [InlineData("EntityDefinitions?$filter=IsCustomEntity eq true and not (LogicalName eq 'tst_child')", "LogicalName", "tst_parent")]
    [InlineData("EntityDefinitions(LogicalName='tst_parent')/Attributes?$filter=RequiredLevel/Value eq Microsoft.Dynamics.CRM.AttributeRequiredLevel'ApplicationRequired'", "LogicalName", "tst_name")]
    [InlineData("EntityDefinitions(LogicalName='tst_parent')/Attributes?$filter=MaxLength gt 100 and MaxLength le 200", "LogicalName", "tst_website")]
    [InlineData("EntityDefinitions(LogicalName='tst_parent')/OneToManyRelationships", "SchemaName", "tst_parent_child")]
    [InlineData("EntityDefinitions(LogicalName='tst_child')/ManyToOneRelationships?$filter=ReferencedEntity eq 'tst_parent'", "SchemaName", "tst_parent_child")]
    [InlineData("RelationshipDefinitions/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata", "SchemaName", "systemuserprofiles_association systemuserroles_association teammembership_association teamprofiles_association teamroles_association")]
    [InlineData("GlobalOptionSetDefinitions?$filter=IsGlobal eq true and Name eq 'tst_kind'", "Name", "tst_kind")]
    public async Task Definitions_are_found(string path, string property, string expected)
    {
        var answer = await api.SendAsync("GET", path);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(expected, string.Join(' ', answer.Json["value"]!.AsArray().Select(each => (string)each![property]!).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("tst_/html/checklist.html", "text/html; charset=utf-8")]
    [InlineData("tst_/scripts/parent.js", "text/javascript; charset=utf-8")]
    [InlineData("tst_/icons/record.svg", "image/svg+xml")]
    public async Task Web_resources_are_served_under_their_names(string name, string type)
    {
        var answer = await api.SendAsync("GET", "/WebResources/" + name);

        Assert.Equal((200, type, "nosniff"), (answer.Status, answer.Headers["Content-Type"], answer.Headers["X-Content-Type-Options"]));
        Assert.Contains("default-src 'self'", answer.Headers["Content-Security-Policy"]);
        Assert.Equal(304, (await api.SendAsync("GET", "/WebResources/" + name, null, ("If-None-Match", answer.Headers["ETag"]))).Status);
    }

    [Fact]
    public async Task A_web_resource_that_is_not_there_is_not_found() =>
        Assert.Equal(404, (await api.SendAsync("GET", "/WebResources/tst_/nope.js")).Status);

    /// <summary>The types and operations of the sample, and what they stand on; the platform's own tables would drown them.</summary>
    private static string Ours(string csdl)
    {
        var document = XDocument.Parse(csdl);
        foreach (var element in document.Descendants().Where(IsForeign).ToArray())
            element.Remove();
        return document.ToString().ReplaceLineEndings("\n") + "\n";

        static bool IsForeign(XElement element) => element.Name.LocalName is "EntityType" or "EntitySet"
            && (string)element.Attribute("Name")! is var name
            && !name.StartsWith("tst_", StringComparison.Ordinal) && name is not ("crmbaseentity" or "principal");
    }

    private static void Approve(string received, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var folder = Path.Combine(
            typeof(DocumentTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
                .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
            "Tests", "Sandbox.Tests", "WebApi");
        var approved = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{test}.approved.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        var mismatch = Path.ChangeExtension(approved, null).Replace(".approved", ".received", StringComparison.Ordinal) + ".txt";
        if (received != expected)
            File.WriteAllText(mismatch, received);
        else
            File.Delete(mismatch);
        Assert.Equal(expected, received);
    }
}
