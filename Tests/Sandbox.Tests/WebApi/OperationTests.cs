namespace Sandbox.Tests.WebApi;

[Collection(WebApiCollection.Name)]
public sealed class OperationTests(WebApiFixture api)
{
    [Fact]
    public async Task WhoAmI_says_who_calls()
    {
        var answer = await api.SendAsync("GET", "WhoAmI");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(api.Host.Organization.DefaultCaller.UserId, (Guid)answer.Json["UserId"]!);
        Assert.Equal(api.Host.Organization.Id, (Guid)answer.Json["OrganizationId"]!);
        Assert.EndsWith("$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse", (string)answer.Json["@odata.context"]!);
        Assert.Equal(200, (await api.SendAsync("GET", "WhoAmI()")).Status);
    }

    [Fact]
    public async Task The_organization_says_what_it_is_and_where_it_answers()
    {
        var answer = await api.SendAsync("GET", "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')");

        Assert.True(answer.Status == 200, answer.Text);
        var detail = answer.Json["Detail"]!;
        Assert.Equal(api.Host.Organization.Id, (Guid)detail["OrganizationId"]!);
        Assert.Equal(("9.2.0.0", "Enabled", "Developer"), ((string)detail["OrganizationVersion"]!, (string)detail["State"]!, (string)detail["OrganizationType"]!));
        Assert.Equal(
            $$"""{"Count":1,"IsReadOnly":false,"Keys":["WebApplication"],"Values":["{{api.Host.BaseAddress}}"]}""", detail["Endpoints"]!.ToJsonString());
        Assert.Equal(200, (await api.SendAsync("GET", "RetrieveCurrentOrganization(AccessType=@p)?@p=Microsoft.Dynamics.CRM.EndpointAccessType'Internet'")).Status);
        Assert.Equal(400, (await api.SendAsync("GET", "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Moon')")).Status);
    }

    [Fact]
    public async Task Languages_are_those_of_the_solutions()
    {
        var answer = await api.SendAsync("GET", "RetrieveProvisionedLanguages");

        Assert.Equal("[1033,1053]", answer.Json["RetrieveProvisionedLanguages"]!.ToJsonString());
    }

    [Theory]
    [InlineData("(EntityNames=['tst_parent','systemuser'])")]
    [InlineData("(EntityNames=@p)?@p=['tst_parent','systemuser']")]
    [InlineData("(EntityNames=@p)?@p=[\"tst_parent\",\"systemuser\"]")]
    public async Task Rows_are_counted_by_table(string call)
    {
        await api.CreateAsync("tst_parents", """{"tst_name":"Counted"}""");
        var expected = new[] { await CountAsync("tst_parents"), await CountAsync("systemusers") };

        var counts = (await api.SendAsync("GET", "RetrieveTotalRecordCount" + call)).Json["EntityRecordCountCollection"]!;

        Assert.Equal((2, """["tst_parent","systemuser"]"""), ((int)counts["Count"]!, counts["Keys"]!.ToJsonString()));
        Assert.Equal(expected, counts["Values"]!.AsArray().Select(count => (long)count!));
        Assert.Equal("0x80041102", (await api.SendAsync("GET", "RetrieveTotalRecordCount(EntityNames=['tst_none'])")).Error.Code);

        async Task<long> CountAsync(string set) => long.Parse((await api.SendAsync("GET", set + "/$count")).Text.TrimStart('\uFEFF'), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_users_privileges_are_those_of_the_roles_at_their_deepest()
    {
        var user = await api.CreateAsync("systemusers", """{"fullname":"Ada Asker"}""");
        async Task<IEnumerable<string>> HeldAsync(Guid id) => (await api.SendAsync("GET", $"systemusers({id})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges")).Json["RolePrivileges"]!.AsArray()
            .Select(privilege => $"{privilege!["PrivilegeName"]} {privilege["Depth"]}");
        Assert.Empty(await HeldAsync(user));
        Assert.Equal(204, (await api.SendAsync("POST", $"systemusers({user})/systemuserroles_association/$ref", $$"""{"@odata.id":"{{api.Client.BaseAddress}}roles(2db97432-5734-589c-b5a7-1f071b61ce6f)"}""")).Status);

        var held = (await HeldAsync(user)).ToList();

        Assert.Equal(16, held.Count);
        Assert.Contains("prvReadtst_Parent Local", held);
        Assert.Contains("prvWritetst_Child Basic", held);
        Assert.Contains("prvReadtst_Parent Global", await HeldAsync(api.Host.Organization.DefaultCaller.UserId));
        Assert.Equal("0x80040217", (await api.SendAsync("GET", $"systemusers({Guid.NewGuid()})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()")).Error.Code);
    }

    [Fact]
    public async Task Rows_are_created_in_bulk_or_not_at_all()
    {
        var mark = Guid.NewGuid().ToString("N");
        string Body(string second) =>
            $$"""{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.tst_parent","tst_name":"{{mark}}"},{"tst_name":"{{mark}}",{{second}}}]}""";

        var refused = await api.SendAsync("POST", "tst_parents/Microsoft.Dynamics.CRM.CreateMultiple", Body("\"tst_score\":101"));
        Assert.Equal(400, refused.Status);
        Assert.Equal("0", (await api.SendAsync("GET", $"tst_parents/$count?$filter=tst_name eq '{mark}'")).Text);

        var created = await api.SendAsync("POST", "tst_parents/Microsoft.Dynamics.CRM.CreateMultiple", Body("\"tst_score\":100"));
        Assert.True(created.Status == 200, created.Text);
        Assert.Equal(2, created.Json["Ids"]!.AsArray().Count);
        Assert.Equal("2", (await api.SendAsync("GET", $"tst_parents/$count?$filter=tst_name eq '{mark}'")).Text);
    }

    [Theory]
    [InlineData("POST", "WhoAmI", 404, "No HTTP resource was found that matches the request URI '{root}WhoAmI'.")]
    [InlineData("GET", "DeleteFile", 404, "No HTTP resource was found that matches the request URI '{root}DeleteFile'.")]
    [InlineData("POST", "DeleteFile", 400, "The parameter 'FileId' of 'DeleteFile' is missing.")]
    [InlineData("POST", "Nonsense", 404, "Resource not found for the segment 'Nonsense'.")]
    public async Task A_call_that_makes_no_sense_is_refused(string method, string path, int status, string message)
    {
        var error = (await api.SendAsync(method, path, method == "GET" ? null : "{}")).Error;

        Assert.Equal((status, message.Replace("{root}", api.Client.BaseAddress!.ToString(), StringComparison.Ordinal)), (error.Status, error.Message));
    }

    [Theory]
    [InlineData("""{"Nope":1}""", "The parameter 'Nope' in the request payload is not a valid parameter for the operation 'tst_Evaluate'.")]
    [InlineData("""{"Force":"yes"}""", "Cannot convert the value of the parameter 'Force' of 'tst_Evaluate' to the expected type 'Boolean'.")]
    public async Task Parameters_of_a_custom_api_are_checked(string json, string message)
    {
        var id = await api.CreateAsync("tst_parents", """{"tst_name":"a"}""");

        var error = (await api.SendAsync("POST", $"tst_parents({id})/Microsoft.Dynamics.CRM.tst_Evaluate", json)).Error;

        Assert.Equal((400, "0x80048d19", message), error);
    }

    [Fact]
    public async Task A_custom_api_is_called_on_a_row()
    {
        var id = await api.CreateAsync("tst_parents", """{"tst_name":"a"}""");

        var answer = await api.SendAsync("POST", $"tst_parents({id})/Microsoft.Dynamics.CRM.tst_Evaluate", """{"Force":true}""");

        Assert.Equal((200, $"{api.Client.BaseAddress}$metadata#Microsoft.Dynamics.CRM.tst_EvaluateResponse"), (answer.Status, (string)answer.Json["@odata.context"]!));
    }
}
