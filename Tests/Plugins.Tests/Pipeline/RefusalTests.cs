using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Plugins.Tests.Cases;

namespace Plugins.Tests.Pipeline;

/// <summary>What a save, a submission and a judgement are refused for, and that nothing is left of them.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly TestOrganization Shared = new();

    private readonly TestOrganization _organization = new();

    public static TheoryData<string> Values => [.. RefusedValues.All().Select(value => value.Name)];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_can_never_be_right_is_refused_and_nothing_is_stored(string name)
    {
        var value = RefusedValues.All().Single(value => value.Name == name);

        var message = TestOrganization.Refusal(() => Shared.Create(value.Table, (Trial.Name, "x"), (value.Column, value.Value)));

        Assert.Equal(value.Message, message);
        Assert.Empty(Shared.Query(value.Table));
    }

    [Fact]
    public void Ready_to_submit_is_refused_while_mandatory_items_are_open()
    {
        var offer = _organization.CreateOffer();

        var message = TestOrganization.Refusal(() => _organization.Update(Offer.Table, offer, (Offer.StatusCode, new OptionSetValue(OfferStatus.ReadyToSubmit))));

        var open = _organization.Items(offer).Values.Where(item => (bool)item[ChecklistItem.IsOpen]).OrderBy(item => (int)item[ChecklistItem.Sequence]).ToArray();
        var lines = message.Split('\n');
        Assert.Equal($"The offer cannot be Ready to submit: {open.Length} mandatory items are open.", lines[0]);
        Assert.Equal(open.Take(5).Select(item => $"{item[ChecklistItem.Key]}: {item[ChecklistItem.Name]}"), lines[1..6]);
        Assert.Equal($"... and {open.Length - 5} more.", lines[6]);
        Assert.Equal(OfferStatus.Draft, _organization.Read(Offer.Table, offer).GetAttributeValue<OptionSetValue>(Offer.StatusCode).Value);
    }

    [Fact]
    public void Ready_to_submit_is_refused_on_creation_too()
    {
        TestOrganization.Refusal(() => _organization.CreateOffer((Offer.StatusCode, new OptionSetValue(OfferStatus.ReadyToSubmit))));

        Assert.Empty(_organization.Query(Offer.Table));
        Assert.Empty(_organization.Query(ChecklistItem.Table));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ready_to_submit_is_refused_whether_or_not_the_platform_splits_the_save(bool split)
    {
        using var organization = new TestOrganization(options => options with { SplitSpecialUpdates = split });
        var offer = organization.CreateOffer();

        TestOrganization.Refusal(() => organization.Update(
            Offer.Table, offer, (Offer.Summary, "New"), (Offer.StatusCode, new OptionSetValue(OfferStatus.ReadyToSubmit))));

        Assert.Null(organization.Read(Offer.Table, offer).GetAttributeValue<string>(Offer.Summary));
    }

    [Fact]
    public void A_child_stays_with_its_offer()
    {
        var offer = _organization.CreateOffer();
        var other = _organization.CreateOffer();
        var trial = _organization.CreateChild(Trial.Table, offer);

        var message = TestOrganization.Refusal(() => _organization.Update(Trial.Table, trial, (Trial.OfferId, new EntityReference(Offer.Table, other))));
        _organization.Update(Trial.Table, trial, (Trial.OfferId, new EntityReference(Offer.Table, offer)), (Trial.Name, "Still here"));

        Assert.StartsWith("Offer: cannot be changed once the row exists.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judgement_counts_until_a_value_it_rests_on_changes()
    {
        var offer = _organization.CreateOffer((Offer.PrivacyUrl, "https://contoso.com/privacy"));
        var requests = _organization.Count(() => Judge(offer, "D365-18-B-19", "Read it."));
        var judged = _organization.Items(offer)["D365-18-B-19"];

        _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, "https://contoso.com/other"));

        var voided = _organization.Items(offer)["D365-18-B-19"];
        Assert.Equal(["Lock", "Retrieve rdy_offer", "Query rdy_requirement", "Retrieve rdy_offer", "Create rdy_itemchange"], requests.Take(5));
        Assert.InRange(requests.Count, 6, 7);
        Assert.Equal((int)ItemStatus.Confirmed, judged.GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
        Assert.Equal("Read it.", judged[ChecklistItem.JudgedNote]);
        Assert.NotNull(judged.GetAttributeValue<string>(ChecklistItem.JudgedBy));
        Assert.Equal((int)ItemStatus.Undecided, voided.GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
        Assert.True((bool)voided[ChecklistItem.JudgementVoid]);
        Assert.Single(_organization.Query(Judgement.Table));
    }

    [Fact]
    public void A_judgement_is_refused_without_a_note_on_a_decided_item_and_when_it_changes()
    {
        var offer = _organization.CreateOffer((Offer.PrivacyUrl, "https://contoso.com/privacy"));
        var judgement = Judge(offer, "D365-18-B-19", "Read it.");

        Assert.StartsWith("A judgement needs a note", TestOrganization.Refusal(() => Judge(offer, "D365-18-B-19", " ")), StringComparison.Ordinal);
        Assert.StartsWith("D365-18-S-14", TestOrganization.Refusal(() => Judge(offer, "D365-18-S-14", "Fine.")), StringComparison.Ordinal);
        Assert.StartsWith("A judgement is never changed.", TestOrganization.Refusal(() => _organization.Update(Judgement.Table, judgement, (Judgement.Note, "Other"))), StringComparison.Ordinal);
        Assert.Single(_organization.Query(Judgement.Table));
    }

    [Fact]
    public void A_refusal_speaks_the_language_of_the_person()
    {
        _organization.Update("usersettings", _organization.Organization.DefaultCaller.UserId, ("uilanguageid", 1053));

        var message = TestOrganization.Refusal(() => _organization.CreateOffer((Offer.PrivacyUrl, "http://contoso.com")));

        Assert.StartsWith("Sekretesspolicy: 'http://contoso.com' kan inte lagras.", message, StringComparison.Ordinal);
    }

    public void Dispose() => _organization.Dispose();

    private Guid Judge(Guid offer, string key, string note) => _organization.Create(
        Judgement.Table,
        (Judgement.OfferId, new EntityReference(Offer.Table, offer)),
        (Judgement.Key, key),
        (Judgement.Verdict, new OptionSetValue((int)JudgementVerdict.Confirmed)),
        (Judgement.Note, note));
}
