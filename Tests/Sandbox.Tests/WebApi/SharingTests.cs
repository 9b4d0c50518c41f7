namespace Sandbox.Tests.WebApi;

/// <summary>Users, roles, teams and shares as clients of the Web API keep them.</summary>
[Collection(WebApiCollection.Name)]
public sealed class SharingTests(WebApiFixture api)
{
    private const string Role = "2db97432-5734-589c-b5a7-1f071b61ce6f";

    [Fact]
    public async Task A_role_is_given_and_taken_by_its_relationship_and_a_row_is_shared_and_no_longer_shared()
    {
        var user = await api.CreateAsync("systemusers", """{"fullname":"Ada Author"}""");
        var team = await api.CreateAsync("teams", """{"name":"Authors"}""");
        var row = await api.CreateAsync("tst_parents", """{"tst_name":"Shared"}""");
        var caller = ("MSCRMCallerID", user.ToString());
        async Task<int> WriteAsync() => (await api.SendAsync("PATCH", $"tst_parents({row})", """{"tst_score":1}""", caller, ("If-Match", "*"))).Status;
        async Task TieAsync(string path, string other) =>
            Assert.Equal(204, (await api.SendAsync("POST", path + "/$ref", $$"""{"@odata.id":"{{api.Client.BaseAddress}}{{other}}"}""")).Status);

        Assert.Equal("0x80040220", (await api.SendAsync("GET", "tst_parents", null, caller)).Error.Code);
        await TieAsync($"systemusers({user})/systemuserroles_association", $"roles({Role})");
        Assert.Equal(200, (await api.SendAsync("GET", "tst_parents", null, caller)).Status);
        Assert.Equal(403, await WriteAsync());

        await TieAsync($"teams({team})/teammembership_association", $"systemusers({user})");
        await TieAsync($"teams({team})/teamroles_association", $"roles({Role})");
        Assert.Equal(204, (await api.SendAsync("POST", "GrantAccess", Access(row, $$"""{"@odata.type":"Microsoft.Dynamics.CRM.team","teamid":"{{team}}"}""", "ReadAccess,WriteAccess"))).Status);
        Assert.Equal(204, await WriteAsync());
        var secret = await api.SendAsync("PATCH", $"tst_parents({row})", """{"tst_secret":"no profile"}""", caller, ("If-Match", "*"));
        Assert.Equal((403, "0x8004f507"), (secret.Status, secret.Error.Code));
        Assert.Equal(204, (await api.SendAsync("POST", "RevokeAccess", $$"""
            {"Target":{"@odata.type":"Microsoft.Dynamics.CRM.tst_parent","tst_parentid":"{{row}}"},"Revokee":{"@odata.type":"Microsoft.Dynamics.CRM.team","teamid":"{{team}}"} }
            """)).Status);
        Assert.Equal("0x80048306", (await api.SendAsync("PATCH", $"tst_parents({row})", """{"tst_score":1}""", caller, ("If-Match", "*"))).Error.Code);

        Assert.Equal(204, (await api.SendAsync("DELETE", $"teams({team})/teammembership_association({user})/$ref")).Status);
        Assert.Equal(204, (await api.SendAsync("DELETE", $"systemusers({user})/systemuserroles_association({Role})/$ref")).Status);
        Assert.Equal("0x80040220", (await api.SendAsync("GET", "tst_parents", null, caller)).Error.Code);
    }

    [Theory]
    [InlineData("EverythingAccess")]
    [InlineData("")]
    public async Task Unknown_rights_are_refused(string mask)
    {
        var row = await api.CreateAsync("tst_parents", """{"tst_name":"Shared"}""");
        var principal = $$"""{"@odata.type":"Microsoft.Dynamics.CRM.systemuser","systemuserid":"{{api.Host.Organization.DefaultCaller.UserId}}"}""";

        Assert.Equal((400, "0x80048d19"), (await api.SendAsync("POST", "GrantAccess", Access(row, principal, mask))) switch { var answer => (answer.Status, answer.Error.Code) });
    }

    private static string Access(Guid row, string principal, string mask) => $$"""
        {"Target":{"@odata.type":"Microsoft.Dynamics.CRM.tst_parent","tst_parentid":"{{row}}"},"PrincipalAccess":{"Principal":{{principal}},"AccessMask":"{{mask}}"} }
        """;
}
