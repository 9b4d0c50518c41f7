using System.Text.Json;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>With the environment's auditing on, people's changes are kept; what the plug-ins work out is not.</summary>
public sealed class AuditTests : IDisposable
{
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000d001");

    private readonly TestOrganization _organization = new(options => options with { Users = [new SeedUser(Author, "Ada Author", 1033, ["Readiness Author"])] });

    [Fact]
    public void A_persons_save_of_an_offer_leaves_what_the_person_changed_and_nothing_that_is_not_audited()
    {
        var offer = ((CreateResponse)As(new CreateRequest { Target = TestOrganization.Row(Offer.Table, Guid.Empty, (Offer.Name, "Fabrikam Fleet")) })).id;
        _organization.Update("organization", _organization.Organization.Id, ("isauditenabled", true));

        var requests = _organization.Count(() =>
            As(new UpdateRequest { Target = TestOrganization.Row(Offer.Table, offer, (Offer.PrivacyUrl, "https://contoso.com/privacy"), (Offer.Summary, "Plans routes.")) }));

        Assert.Contains(requests, request => request.StartsWith("Update rdy_offer", StringComparison.Ordinal)); // The evaluation wrote, too.
        var audits = _organization.Query("audit", "objectid", offer);
        var own = Assert.Single(audits);
        Assert.Equal((Author, (2, 2)), (own.GetAttributeValue<EntityReference>("userid").Id, (Number(own, "action"), Number(own, "operation"))));
        Assert.Equal([Offer.PrivacyUrl, Offer.Summary], Changes(own).Order());
        Assert.All(_organization.Query("audit").Where(audit => (string)audit["objecttypecode"] != "organization"), audit =>
        {
            Assert.Equal(own["transactionid"], audit["transactionid"]);
            Assert.All(Changes(audit), column => Assert.True(IsAudited((string)audit["objecttypecode"], column), column));
        });
    }

    [Fact]
    public void The_lock_of_a_child_save_is_not_audited()
    {
        var offer = _organization.CreateOffer();
        _organization.Update("organization", _organization.Organization.Id, ("isauditenabled", true));

        var requests = _organization.Count(() => _organization.Create(SupportLink.Table, (SupportLink.Name, "Support"), (SupportLink.OfferId, new EntityReference(Offer.Table, offer))));

        Assert.Contains("Lock", requests);
        Assert.DoesNotContain(_organization.Query("audit").SelectMany(Changes), column => column == Offer.Lock);
        Assert.Single(_organization.Query("audit", "objecttypecode", SupportLink.Table));
    }

    public void Dispose() => _organization.Dispose();

    private OrganizationResponse As(OrganizationRequest request) => _organization.Organization.Execute(request, new Caller(Author));

    private static int Number(Entity audit, string column) => audit.GetAttributeValue<OptionSetValue>(column).Value;

    private bool IsAudited(string table, string column) => _organization.Organization.Model.Tables[table].Columns[column].IsAudited;

    private static IEnumerable<string> Changes(Entity audit)
    {
        using var data = JsonDocument.Parse(audit.GetAttributeValue<string>("changedata"));
        return [.. data.RootElement.GetProperty("changedAttributes").EnumerateArray().Select(change => change.GetProperty("logicalName").GetString()!)];
    }
}
