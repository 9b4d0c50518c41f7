using System.Text;
using System.Text.Json.Nodes;
using Sandbox.WebApi;

namespace Sandbox.Tests.WebApi;

public sealed class ErrorBodyTests
{
    private static readonly OrganizationFault Refused = new(
        ErrorCodes.IsvAborted, "Sign-in URL: 'x' cannot be stored.", new Dictionary<string, string> { ["SubErrorCode"] = "7" });

    [Fact]
    public void A_refusal_is_a_code_and_a_sentence()
    {
        var answer = WebApiResponse.Of(Refused, Preferences.Parse(""));

        Assert.Equal(400, answer.Status);
        Assert.Equal("""{"error":{"code":"0x80040265","message":"Sign-in URL: 'x' cannot be stored."}}""", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public void Details_come_where_annotations_are_wanted()
    {
        var error = JsonNode.Parse(WebApiResponse.Of(Refused, Preferences.Parse("odata.include-annotations=\"*\"")).Body.Span)!["error"]!;

        Assert.Equal("7", (string)error["@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode"]!);
        Assert.EndsWith("error=Microsoft.Crm.CrmException%3a80040265&client=platform", (string)error["@Microsoft.PowerApps.CDS.HelpLink"]!);
        Assert.Equal("Sign-in URL: 'x' cannot be stored.", (string)error["@Microsoft.PowerApps.CDS.InnerError.Message"]!);
    }

    [Fact]
    public void Only_those_details_come_that_are_wanted()
    {
        var answer = WebApiResponse.Of(Refused, Preferences.Parse("odata.include-annotations=\"OData.Community.Display.V1.FormattedValue,Microsoft.PowerApps.CDS.ErrorDetails*\""));

        Assert.Equal(
            ["code", "message", "@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode"],
            JsonNode.Parse(answer.Body.Span)!["error"]!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData(ErrorCodes.CannotDeleteDueToAssociation, 405)]
    [InlineData(ErrorCodes.ObjectDoesNotExist, 404)]
    [InlineData(ErrorCodes.RecordNotFoundByEntityKey, 404)]
    [InlineData(ErrorCodes.PrivilegeDenied, 403)]
    [InlineData(ErrorCodes.ConcurrencyVersionMismatch, 412)]
    [InlineData(ErrorCodes.DuplicateRecordEntityKey, 412)]
    [InlineData(ErrorCodes.IsvUnexpected, 500)]
    [InlineData(ErrorCodes.NotSupported, 501)]
    [InlineData(ErrorCodes.StringLengthTooLong, 400)]
    public void A_code_has_its_status(int code, int status) =>
        Assert.Equal(status, WebApiResponse.Of(new OrganizationFault(code, "a"), Preferences.Parse("")).Status);

    [Fact]
    public void A_lone_surrogate_in_a_message_breaks_no_answer() => Assert.Equal(
        "a\uFFFDb", (string)JsonNode.Parse(WebApiResponse.Of(new OrganizationFault(1, "a\ud800b"), Preferences.Parse("")).Body.Span)!["error"]!["message"]!);
}
