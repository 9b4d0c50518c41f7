using System.Text.Json.Nodes;

namespace Sandbox.Tests.WebApi;

/// <summary>Auditing as clients of the Web API see it; an organization of its own, since it is turned on.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private static readonly (string, string) Annotated = ("Prefer", "odata.include-annotations=\"*\"");
    private readonly WebApiFixture _api = new();

    public async Task InitializeAsync()
    {
        await _api.InitializeAsync();
        var on = await _api.SendAsync("PATCH", $"organizations({_api.Host.Organization.Id})", """{"isauditenabled":true}""");
        Assert.True(on.Status == 204, on.Text);
    }

    public Task DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Audit_rows_are_read_by_set_by_user_and_by_FetchXML()
    {
        var row = await _api.CreateAsync("tst_parents", """{"tst_name":"A"}""");
        Assert.Equal(204, (await _api.SendAsync("DELETE", $"tst_parents({row})")).Status);
        var user = _api.Host.Organization.DefaultCaller.UserId;
        const string options = "$select=_objectid_value,objecttypecode,createdon,_userid_value,operation&$orderby=createdon desc&$filter=operation eq 3 and objecttypecode eq 'tst_parent'";
        const string fetch = "<fetch><entity name='audit'><attribute name='objectid' /><attribute name='changedata' /><filter><condition attribute='operation' operator='eq' value='3' /></filter></entity></fetch>";

        foreach (var path in new[] { $"audits?{options} and _userid_value eq {user}", $"systemusers({user})/lk_audit_userid?{options}", $"audits?fetchXml={Uri.EscapeDataString(fetch)}" })
        {
            var answer = await _api.SendAsync("GET", path, null, Annotated);
            Assert.True(answer.Status == 200, answer.Text);
            var audit = Assert.Single(answer.Json["value"]!.AsArray())!;
            Assert.Equal((row, "tst_parent"), ((Guid)audit["_objectid_value"]!, (string)audit["_objectid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]!));
        }
    }

    [Theory]
    [InlineData("POST", "audits", "{\"useradditionalinfo\":\"A\"}")]
    [InlineData("PATCH", "audits(11111111-1111-4111-8111-111111111111)", "{\"useradditionalinfo\":\"A\"}")]
    [InlineData("DELETE", "audits(11111111-1111-4111-8111-111111111111)", null)]
    public async Task Writing_them_is_refused_by_name(string method, string path, string? json) =>
        Assert.Equal((501, "0x80040800", "Writing rows of 'audit' is not supported by the sandbox."), (await _api.SendAsync(method, path, json)).Error);

    [Fact]
    public async Task Details_have_the_documented_form()
    {
        var row = await _api.CreateAsync("tst_parents", """{"tst_name":"A"}""");
        await _api.SendAsync("PATCH", $"tst_parents({row})", """{"tst_name":"B","tst_islisted":true}""");
        var audit = (Guid)(await _api.SendAsync("GET", "audits?$select=auditid&$filter=action eq 2 and objecttypecode eq 'tst_parent'")).Json["value"]![0]!["auditid"]!;

        foreach (var call in new[] { "RetrieveAuditDetails", "RetrieveAuditDetails()" })
        {
            var answer = await _api.SendAsync("GET", $"audits({audit})/Microsoft.Dynamics.CRM.{call}", null, Annotated);

            Assert.True(answer.Status == 200, answer.Text);
            Assert.EndsWith("$metadata#Microsoft.Dynamics.CRM.RetrieveAuditDetailsResponse", (string)answer.Json["@odata.context"]!);
            Same("""
                {
                  "@odata.type": "#Microsoft.Dynamics.CRM.AttributeAuditDetail", "InvalidNewValueAttributes": [], "LocLabelLanguageCode": 0,
                  "DeletedAttributes": { "Count": 0, "Keys": [], "Values": [] },
                  "OldValue": {
                    "@odata.type": "#Microsoft.Dynamics.CRM.tst_parent",
                    "tst_islisted@OData.Community.Display.V1.FormattedValue": "No", "tst_islisted": false, "tst_name": "A"
                  },
                  "NewValue": {
                    "@odata.type": "#Microsoft.Dynamics.CRM.tst_parent",
                    "tst_islisted@OData.Community.Display.V1.FormattedValue": "Yes", "tst_islisted": true, "tst_name": "B"
                  }
                }
                """, answer.Json["AuditDetail"]!);
        }
    }

    [Fact]
    public async Task A_history_is_asked_for_as_the_documentation_writes_it()
    {
        var row = await _api.CreateAsync("tst_parents", """{"tst_name":"A"}""");
        foreach (var name in new[] { "B", "it's" }) await _api.SendAsync("PATCH", $"tst_parents({row})", $$"""{"tst_name":"{{name}}"}""");
        var target = Uri.EscapeDataString($"{{ '@odata.id':'tst_parents({row})'}}");
        var paging = Uri.EscapeDataString("""{ "PageNumber": 1, "Count": 1, "ReturnTotalRecordCount": true }""");

        var whole = await _api.SendAsync("GET", $"RetrieveRecordChangeHistory(Target=@target,PagingInfo=@paginginfo)?@target={target}&@paginginfo={paging}");
        var column = await _api.SendAsync("GET",
            $"RetrieveAttributeChangeHistory(Target=@target,AttributeLogicalName=@attributeLogicalName,PagingInfo=@paginginfo)?@target={target}&@attributeLogicalName='tst_name'&@paginginfo={paging}");

        foreach (var answer in new[] { whole, column })
        {
            Assert.True(answer.Status == 200, answer.Text);
            var history = answer.Json["AuditDetailCollection"]!;
            Assert.Equal((true, 3), ((bool)history["MoreRecords"]!, (int)history["TotalRecordCount"]!));
            Assert.Contains("<cookie", (string)history["PagingCookie"]!, StringComparison.Ordinal);
            Same("""{ "@odata.type": "#Microsoft.Dynamics.CRM.tst_parent", "tst_name": "it's" }""", Assert.Single(history["AuditDetails"]!.AsArray())!["NewValue"]!);
        }
    }

    [Fact]
    public async Task A_share_has_details_of_its_own()
    {
        var user = _api.Host.Organization.DefaultCaller.UserId;
        var row = await _api.CreateAsync("tst_parents", """{"tst_name":"A"}""");
        var principal = $$"""{"@odata.type":"Microsoft.Dynamics.CRM.systemuser","systemuserid":"{{user}}"}""";
        Assert.Equal(204, (await _api.SendAsync("POST", "GrantAccess",
            $$"""{"Target":{"@odata.type":"Microsoft.Dynamics.CRM.tst_parent","tst_parentid":"{{row}}"},"PrincipalAccess":{"Principal":{{principal}},"AccessMask":"ReadAccess, WriteAccess"} }""")).Status);

        var history = await _api.SendAsync("GET", $"RetrieveRecordChangeHistory(Target=@t,PagingInfo=null)?@t={{'@odata.id':'tst_parents({row})'}}");

        Assert.True(history.Status == 200, history.Text);
        Same($$"""
            {
              "@odata.type": "#Microsoft.Dynamics.CRM.ShareAuditDetail", "OldPrivileges": "None", "NewPrivileges": "ReadAccess, WriteAccess",
              "Principal": { "@odata.type": "#Microsoft.Dynamics.CRM.systemuser", "systemuserid": "{{user}}" }
            }
            """, history.Json["AuditDetailCollection"]!["AuditDetails"]![0]!);
    }

    [Fact]
    public async Task A_history_is_deleted_by_the_documented_action()
    {
        var row = await _api.CreateAsync("tst_parents", """{"tst_name":"A"}""");

        var answer = await _api.SendAsync("POST", "DeleteRecordChangeHistory", $$"""{"Target":{"@odata.type":"Microsoft.Dynamics.CRM.tst_parent","tst_parentid":"{{row}}"} }""");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(1, (int)answer.Json["DeletedEntriesCount"]!);
        Assert.Empty((await _api.SendAsync("GET", "audits?$filter=objecttypecode eq 'tst_parent'")).Json["value"]!.AsArray());
    }

    [Theory]
    [InlineData("{\"PageNumber\":\"one\"}")]
    [InlineData("{\"Page\":1}")]
    public async Task Paging_that_makes_no_sense_is_refused(string paging)
    {
        var row = await _api.CreateAsync("tst_parents", """{"tst_name":"A"}""");

        var error = (await _api.SendAsync("GET", $"RetrieveRecordChangeHistory(Target=@t,PagingInfo=@p)?@t={{'@odata.id':'tst_parents({row})'}}&@p={Uri.EscapeDataString(paging)}")).Error;

        Assert.Equal((400, "Cannot convert the value of the parameter 'PagingInfo' of 'RetrieveRecordChangeHistory' to the expected type 'PagingInfo'."), (error.Status, error.Message));
    }

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
