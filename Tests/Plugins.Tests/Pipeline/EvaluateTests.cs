using System.Diagnostics;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Plugins.Tests.Pipeline;

/// <summary>The checklist after every kind of save, and what each save asks of the organization.</summary>
public sealed class EvaluateTests : IDisposable
{
    private const string Address = "https://contoso.com/support";

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
        Assert.Equal(RuleSet.December2018.Version, row[Offer.RuleSetVersion]);
        Assert.All(items.Values, item => Assert.Equal(row.GetAttributeValue<EntityReference>(Offer.OwnerId), item.GetAttributeValue<EntityReference>(ChecklistItem.OwnerId)));
    }

    [Fact]
    public void A_first_evaluation_asks_once_for_each_item_and_ends_soon()
    {
        _organization.CreateOffer();
        var clock = Stopwatch.StartNew();

        var requests = _organization.Count(() => _organization.CreateOffer());

        Assert.Equal(
            [
                "Retrieve organization", "Retrieve rdy_offer", "Query rdy_requirement",
                .. Enumerable.Repeat("Create rdy_checklistitem", RuleSet.December2018.All.Count), "Create rdy_snapshot", "Update rdy_offer",
            ],
            requests);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void A_child_save_locks_reads_and_writes_when_a_verdict_changes_and_writes_nothing_when_none_does()
    {
        var offer = _organization.CreateOffer();

        var created = _organization.Count(() => Link(offer, LinkPurpose.Support, Address));
        var other = Link(offer, LinkPurpose.Other, "https://contoso.com/blog");
        var renamed = _organization.Count(() => _organization.Update(SupportLink.Table, other, (SupportLink.Name, "Blog")));

        AssertPlan(["Lock", "Retrieve rdy_offer", "Query rdy_requirement"], created);
        Assert.Equal(["Lock", "Retrieve rdy_offer", "Query rdy_requirement"], renamed);
    }

    [Fact]
    public void An_offer_save_reads_and_writes_when_a_verdict_changes_and_writes_nothing_when_none_does()
    {
        var offer = _organization.CreateOffer();

        var changed = _organization.Count(() => _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, "https://contoso.com/privacy")));
        var same = _organization.Count(() => _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, "https://contoso.com/privacy")));

        AssertPlan(["Retrieve rdy_offer", "Query rdy_requirement"], changed);
        Assert.Equal(["Retrieve rdy_offer", "Query rdy_requirement"], same);
    }

    [Fact]
    public void A_child_deletion_asks_for_the_offer_before_all_that_a_save_asks()
    {
        var offer = _organization.CreateOffer();
        var support = Link(offer, LinkPurpose.Support, Address);
        var other = Link(offer, LinkPurpose.Other, "https://contoso.com/blog");

        var none = _organization.Count(() => _organization.Delete(SupportLink.Table, other));
        var changed = _organization.Count(() => _organization.Delete(SupportLink.Table, support));

        Assert.Equal(["Query rdy_offer", "Lock", "Retrieve rdy_offer", "Query rdy_requirement"], none);
        AssertPlan(["Query rdy_offer", "Lock", "Retrieve rdy_offer", "Query rdy_requirement"], changed);
    }

    [Fact]
    public void Only_active_children_count()
    {
        var offer = _organization.CreateOffer();
        var before = Verdict(offer, "D365-18-T-06");
        var link = Link(offer, LinkPurpose.Support, Address);
        var with = Verdict(offer, "D365-18-T-06");

        _organization.Update(SupportLink.Table, link, (SupportLink.StateCode, new OptionSetValue(1)), (SupportLink.StatusCode, new OptionSetValue(2)));

        Assert.NotEqual(before, with);
        Assert.Equal(before, Verdict(offer, "D365-18-T-06"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deleting_an_offer_takes_everything_with_it_in_whatever_order_the_events_come(bool childrenFirst)
    {
        using var organization = new TestOrganization(options => options with
        {
            CascadeOrder = childrenFirst ? Sandbox.CascadeOrder.ChildrenFirst : Sandbox.CascadeOrder.ChildrenInMainOperation,
        });
        var offer = organization.CreateOffer();
        organization.CreateChild(SupportLink.Table, offer);
        organization.CreateChild(Trial.Table, offer);
        organization.CreateChild(MarketingAsset.Table, offer);

        var requests = organization.Count(() => organization.Delete(Offer.Table, offer));

        Assert.DoesNotContain("Lock", requests);
        Assert.Empty(organization.Query(Offer.Table));
        Assert.Empty(organization.Query(ChecklistItem.Table));
        Assert.Empty(organization.Query(SupportLink.Table));
    }

    [Fact]
    public void Children_saved_at_the_same_time_leave_what_serial_saves_would_have_left()
    {
        var offer = _organization.CreateOffer();

        Parallel.For(0, 8, number => Link(offer, (LinkPurpose)((int)LinkPurpose.Support + (number % 5)), Address + number));

        var requests = _organization.Count(() => Evaluate(offer));
        Assert.Equal(["Query rdy_offer", "Lock", "Retrieve rdy_offer", "Query rdy_requirement", "Update rdy_offer"], requests);
    }

    [Fact]
    public void The_lock_is_the_first_write_of_every_path()
    {
        var offer = _organization.CreateOffer();
        var trial = Guid.Empty;
        var paths = new Dictionary<string, IReadOnlyList<string>>
        {
            ["create"] = _organization.Count(() => trial = _organization.CreateChild(Trial.Table, offer, (Trial.Kind, Choice(TrialKind.FreeTrial)))),
            ["update"] = _organization.Count(() => _organization.Update(Trial.Table, trial, (Trial.Period, 30), (Trial.PeriodUnit, Choice(PeriodUnit.Days)))),
            ["deactivate"] = _organization.Count(() => _organization.Update(Trial.Table, trial, (Trial.StateCode, new OptionSetValue(1)), (Trial.StatusCode, new OptionSetValue(2)))),
            ["delete"] = _organization.Count(() => _organization.Delete(Trial.Table, trial)),
            ["asset"] = _organization.Count(() => _organization.CreateChild(MarketingAsset.Table, offer, (MarketingAsset.Kind, Choice(AssetKind.Screenshot)))),
            ["evaluate"] = _organization.Count(() => Evaluate(offer)),
        };

        Assert.All(paths, path => Assert.Equal("Lock", path.Value.First(request => !request.StartsWith("Query ", StringComparison.Ordinal) && !request.StartsWith("Retrieve ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Five_hundred_children_in_one_request_end_with_the_right_checklist()
    {
        var offer = _organization.CreateOffer();
        var rows = new EntityCollection { EntityName = SupportLink.Table };
        for (var i = 0; i < 500; i++)
        {
            rows.Entities.Add(TestOrganization.Row(
                SupportLink.Table, Guid.Empty, (SupportLink.Name, $"Link {i}"), (SupportLink.OfferId, new EntityReference(Offer.Table, offer)), (SupportLink.Url, Address + i), (SupportLink.Purpose, Choice(LinkPurpose.Support))));
        }

        var clock = Stopwatch.StartNew();
        _organization.Execute(new CreateMultipleRequest { Targets = rows });
        clock.Stop();

        Assert.Equal(500, _organization.Query(SupportLink.Table).Count);
        Assert.DoesNotContain(_organization.Count(() => Evaluate(offer)), request => request.Contains("items", StringComparison.Ordinal));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void An_offer_is_evaluated_at_the_current_time_when_asked()
    {
        var offer = _organization.CreateOffer();

        var answer = Evaluate(offer);

        var row = _organization.Read(Offer.Table, offer);
        Assert.Equal("NotReady", answer[CustomApi.Readiness]);
        Assert.Equal(row[Offer.Score], answer[CustomApi.Score]);
        Assert.Equal(row[Offer.OpenItems], answer[CustomApi.OpenItems]);
    }

    [Fact]
    public void An_offer_that_is_ready_goes_back_to_review_when_a_mandatory_item_opens()
    {
        var offer = _organization.CreateOffer();
        _organization.SetBehindTheBack($"UPDATE rdy_offer SET statuscode = {OfferStatus.ReadyToSubmit}");

        var requests = _organization.Count(() => Link(offer, LinkPurpose.Other, Address));

        var row = _organization.Read(Offer.Table, offer);
        Assert.Equal(OfferStatus.InReview, row.GetAttributeValue<OptionSetValue>(Offer.StatusCode).Value);
        Assert.StartsWith("Set back to In review because ", (string)row[Offer.StatusNote], StringComparison.Ordinal);
        AssertPlan(["Lock", "Retrieve rdy_offer", "Query rdy_requirement"], requests);
    }

    [Fact]
    public void A_lookup_to_an_offer_that_does_not_exist_is_refused_and_stores_nothing()
    {
        TestOrganization.Refusal(() => _organization.CreateChild(Trial.Table, Guid.NewGuid()));

        Assert.Empty(_organization.Query(Trial.Table));
    }

    public void Dispose() => _organization.Dispose();

    /// <summary>After what is always asked: a row of history for each item that turned, and one write of all that changed.</summary>
    private static void AssertPlan(IReadOnlyList<string> always, IReadOnlyList<string> requests)
    {
        Assert.Equal(always, requests.Take(always.Count));
        Assert.All(requests.Skip(always.Count).SkipLast(1), request => Assert.Equal("Create rdy_itemchange", request));
        Assert.StartsWith("Update rdy_offer with ", requests[^1], StringComparison.Ordinal);
    }

    private static OptionSetValue Choice(Enum value) => new(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));

    private Guid Link(Guid offer, LinkPurpose purpose, string address) =>
        _organization.CreateChild(SupportLink.Table, offer, (SupportLink.Purpose, Choice(purpose)), (SupportLink.Url, address));

    private int Verdict(Guid offer, string key) => _organization.Items(offer)[key].GetAttributeValue<OptionSetValue>(ChecklistItem.Verdict).Value;

    private OrganizationResponse Evaluate(Guid offer) =>
        _organization.Execute(new OrganizationRequest(CustomApi.EvaluateOffer) { ["Target"] = new EntityReference(Offer.Table, offer) });
}
