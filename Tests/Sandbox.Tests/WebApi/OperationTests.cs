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
