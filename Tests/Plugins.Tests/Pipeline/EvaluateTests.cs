using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace Plugins.Tests.Pipeline;

public sealed class EvaluateTests : IDisposable
{
    private readonly TestOrganization _organization = new();

    [Fact]
    public void A_new_offer_has_its_checklist()
    {
        var offer = _organization.CreateOffer();

        var items = _organization.Items(offer);
        var row = _organization.Read(Offer.Table, offer);
        Assert.Equal(RuleSet.December2018.All.Select(requirement => requirement.Key).Order(), items.Keys.Order());
        Assert.Equal((int)Readiness.NotReady, row.GetAttributeValue<OptionSetValue>(Offer.Readiness).Value);
        Assert.Equal(items.Values.Count(item => (bool)item[ChecklistItem.IsOpen]), row[Offer.OpenItems]);
        Assert.Equal(1033, row[Offer.BaseLanguage]);
        Assert.Equal("2018-12.1", row[Offer.RuleSetVersion]);
    }

    public void Dispose() => _organization.Dispose();
}
