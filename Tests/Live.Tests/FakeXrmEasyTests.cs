using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Plugins.Tests.Cases;

namespace Live.Tests;

/// <summary>Steps of the shipped assembly on FakeXrmEasy, a second opinion on what our own fake answers them.</summary>
public sealed class FakeXrmEasyTests
{
    private static readonly Guid OfferId = Guid.NewGuid();

    private static readonly Dictionary<string, Action<TwoFakes>> Cases = new()
    {
        ["Evaluate writes the items of a new offer"] = fakes =>
        {
            fakes.Run<Evaluate>("Create", 40, new Entity(Offer.Table, OfferId));

            Assert.Equal(RuleSet.December2018.All.Count, fakes.Count(ChecklistItem.Table));
            fakes.AssertSame(
                ChecklistItem.Table, ChecklistItem.Key, ChecklistItem.Name, ChecklistItem.Sequence, ChecklistItem.Verdict, ChecklistItem.Status, ChecklistItem.IsOpen,
                ChecklistItem.ReasonKey, ChecklistItem.ReasonArgs, ChecklistItem.FixKey, ChecklistItem.FixArgs, ChecklistItem.OfferId, ChecklistItem.OwnerId);
            fakes.AssertSame(Snapshot.Table, Snapshot.Day, Snapshot.Score, Snapshot.OpenItems);
            fakes.AssertSame(Offer.Table, Offer.Readiness, Offer.Score, Offer.OpenItems, Offer.RuleSetVersion, Offer.StatusCode);
        },
        ["Validate refuses a value that can never be right"] = fakes =>
        {
            var refusal = fakes.Run<Validate>("Update", 10, new Entity(Offer.Table, OfferId) { [Offer.PrivacyUrl] = "http://contoso.com" });

            Assert.Contains("'http://contoso.com'", refusal);
        },
        ["Validate stores an address in its normal form"] = fakes =>
        {
            var target = new Entity(Offer.Table, OfferId) { [Offer.PrivacyUrl] = " HTTPS://Contoso.COM./privacy " };

            Assert.Null(fakes.Run<Validate>("Update", 20, target));
            Assert.Equal("https://contoso.com/privacy", target[Offer.PrivacyUrl]);
        },
        ["Guard refuses Ready to submit"] = fakes =>
        {
            var refusal = fakes.Run<Guard>("Update", 40, new Entity(Offer.Table, OfferId) { [Offer.StatusCode] = new OptionSetValue(OfferStatus.ReadyToSubmit) });

            Assert.StartsWith("The offer cannot be Ready to submit:", refusal);
        },
        ["LockOffer writes to the offer before a child is created"] = fakes =>
        {
            fakes.Run<LockOffer>("Create", 20, new Entity(Trial.Table, Guid.NewGuid()) { [Trial.OfferId] = new EntityReference(Offer.Table, OfferId) });

            fakes.AssertSame(Offer.Table, Offer.Lock);
        },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Needs(TwoFakes.License)]
    [MemberData(nameof(Names))]
    public void Same_on_both(string name) => Cases[name](new TwoFakes(new Entity(Offer.Table, OfferId)
    {
        [Offer.Name] = "Fabrikam",
        [Offer.StatusCode] = new OptionSetValue(OfferStatus.Draft),
        [Offer.OwnerId] = new EntityReference("systemuser", Guid.NewGuid()),
        [Offer.ModifiedOn] = FakeStep.Present,
    }));
}
