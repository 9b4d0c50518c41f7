using System.Reflection;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Plugins.Tests.Cases;

namespace Plugins.Tests.Pipeline;

/// <summary>What every organization must do that has the solution: asked of the sandbox here and of a tenant in Tests/Live.Tests.</summary>
internal static class SmokeCases
{
    public static IReadOnlyList<(string Name, Action<SmokeOrganization> Run)> All { get; } =
    [
        ("It says who asks", organization => Assert.NotEqual(Guid.Empty, organization.UserId)),
        ("The solution is installed in this version", organization =>
        {
            var version = typeof(PluginBase).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version;

            var solution = Assert.Single(organization.Query("solution", "uniquename", "DataverseReadiness"));

            Assert.Equal(version, solution["version"]);
        }
        ),
        ("A new offer has the checklist that the rules give", organization =>
        {
            var offer = organization.Create(NewOffer());

            var items = organization.Query(ChecklistItem.Table, ChecklistItem.OfferId, offer);
            Assert.Equal(RuleSet.December2018.All.Select(requirement => requirement.Key).Order(), items.Select(item => (string)item[ChecklistItem.Key]).Order());
            organization.AssertEvaluated(offer);
        }
        ),
        ("A value that can never be right is refused with our sentence", organization =>
        {
            var offer = organization.Create(NewOffer());
            var change = new Entity(Offer.Table, offer) { [Offer.PrivacyUrl] = "http://contoso.com" };
            var expected = new FakeStep(organization.CopyOf(offer), "Update", Offer.Table, offer, 10).With(Offer.PrivacyUrl, "http://contoso.com").Refusal(new Validate());

            var refusal = SmokeOrganization.Refusal(() => organization.Update(change));

            Assert.Contains(expected, refusal);
            Assert.False(organization.Row(offer).Contains(Offer.PrivacyUrl));
        }
        ),
        ("Saving a child evaluates its offer", organization =>
        {
            var offer = organization.Create(NewOffer());
            var before = Verdicts(organization, offer);

            organization.Create(new Entity(SupportLink.Table)
            {
                [SupportLink.Name] = "Support",
                [SupportLink.OfferId] = new EntityReference(Offer.Table, offer),
                [SupportLink.Purpose] = new OptionSetValue((int)LinkPurpose.Support),
                [SupportLink.Url] = "https://contoso.com/support",
            });

            Assert.NotEqual(before, Verdicts(organization, offer));
            organization.AssertEvaluated(offer);
        }
        ),
        ("Guard refuses Ready to submit while mandatory items are open", organization =>
        {
            var offer = organization.Create(NewOffer());
            var ready = new OptionSetValue(OfferStatus.ReadyToSubmit);
            var expected = new FakeStep(organization.CopyOf(offer), "Update", Offer.Table, offer, 40).With(Offer.StatusCode, ready).Refusal(new Guard());

            var refusal = SmokeOrganization.Refusal(() => organization.Update(new Entity(Offer.Table, offer) { [Offer.StatusCode] = ready }));

            Assert.Contains(expected, refusal);
            Assert.Equal(OfferStatus.Draft, organization.Row(offer).GetAttributeValue<OptionSetValue>(Offer.StatusCode).Value);
        }
        ),
        ("The sample that fails gets the verdicts that the rules give", organization =>
        {
            Guid? offer = null;
            foreach (var row in SmokeSample.Rows())
            {
                var id = organization.Create(row);
                offer ??= id;
            }

            organization.AssertEvaluated(offer!.Value);
        }
        ),
        ("Deleting an offer leaves none of its rows", organization =>
        {
            var offer = organization.Create(NewOffer());
            organization.Create(new Entity(Plan.Table) { [Plan.Name] = "Plan", [Plan.OfferId] = new EntityReference(Offer.Table, offer) });

            organization.Delete(offer);

            Assert.Empty(organization.Query(Offer.Table, Offer.Id, offer));
            Assert.Empty(SmokeOrganization.Children.SelectMany(table => organization.Query(table, Trial.OfferId, offer)));
        }
        ),
    ];

    private static Entity NewOffer() => new(Offer.Table)
    {
        [Offer.Name] = "Smoke test of Dataverse Readiness",
        [Offer.RuleSet] = new OptionSetValue((int)RuleSetChoice.December2018),
    };

    private static string Verdicts(SmokeOrganization organization, Guid offer) =>
        string.Join('\n', organization.Query(ChecklistItem.Table, ChecklistItem.OfferId, offer)
            .Select(item => $"{item[ChecklistItem.Key]} {item.GetAttributeValue<OptionSetValue>(ChecklistItem.Verdict).Value}").Order());
}
