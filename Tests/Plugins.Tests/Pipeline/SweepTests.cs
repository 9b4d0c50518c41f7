using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>A sweep in which the save of one offer faults, and with it the transaction of its page.</summary>
public sealed class SweepTests : IDisposable
{
    private static readonly DateTime Start = new(2027, 3, 3, 9, 0, 0, DateTimeKind.Utc);

    private readonly MovableClock _clock = MovableClock.StandingAt(Start);
    private readonly HashSet<Guid> _faulting = [];
    private readonly TestOrganization _organization;
    private bool _canBePutOff = true;

    public SweepTests() => _organization = new TestOrganization(options => options with { Clock = _clock, PluginRequest = Spoil });

    [Theory]
    [InlineData(100)]
    [InlineData(1)]
    public void It_is_named_and_handed_back_it_is_put_off_while_the_others_are_evaluated(int size)
    {
        var offers = DueOffers(3);
        _faulting.Add(offers[0]);

        var fault = TestOrganization.Refusal(() => Sweep(size));
        var evaluated = 0;
        var failed = new List<string>();
        OrganizationResponse page;
        do
        {
            page = Sweep(size, fault);
            evaluated += (int)page[CustomApi.Evaluated];
            failed.AddRange(((string)page[CustomApi.FailedOffers]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(((string)page[CustomApi.FailedOffers]).Length > 0 ? 1 : 0, page[CustomApi.Failed]);
        }
        while ((bool)page[CustomApi.Remaining]);

        Assert.StartsWith($"The offer \"Fabrikam Fleet\" ({offers[0]:D}) could not be swept, so nothing of this page was saved.", fault, StringComparison.Ordinal);
        Assert.Equal(2, evaluated);
        Assert.Equal($"{offers[0]:D} Fabrikam Fleet", Assert.Single(failed));
        Assert.All(offers, offer => Assert.Equal(_clock.GetUtcNow().UtcDateTime, Read(offer, Offer.EvaluatedOn)));
        Assert.Equal(_clock.GetUtcNow().UtcDateTime.AddDays(1), Read(offers[0], Offer.ReevaluateOn));
    }

    [Fact]
    public void Nothing_of_its_page_is_stored()
    {
        var offers = DueOffers(3);
        _faulting.Add(offers[2]);

        TestOrganization.Refusal(() => Sweep());

        Assert.All(offers, offer => Assert.Equal(Start, Read(offer, Offer.EvaluatedOn)));
    }

    [Fact]
    public void Put_off_it_stops_no_sweep_for_a_day()
    {
        var offers = DueOffers(2);
        _faulting.Add(offers[0]);
        Sweep(100, TestOrganization.Refusal(() => Sweep()));
        _clock.Move(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        var quiet = Sweep();
        _clock.Move(TimeSpan.FromSeconds(1));
        var due = TestOrganization.Refusal(() => Sweep());
        _faulting.Clear();

        Assert.Equal((0, 0), (quiet[CustomApi.Evaluated], quiet[CustomApi.Failed]));
        Assert.Contains(offers[0].ToString("D"), due, StringComparison.Ordinal);
        Assert.Equal(1, Sweep()[CustomApi.Evaluated]);
    }

    [Fact]
    public void Where_putting_it_off_faults_as_well_it_is_left_alone()
    {
        var offers = DueOffers(3);
        _faulting.Add(offers[0]);
        _canBePutOff = false;

        var first = TestOrganization.Refusal(() => Sweep());
        var second = TestOrganization.Refusal(() => Sweep(100, first));
        var page = Sweep(100, first + "\n" + second);

        Assert.Equal((2, 1, false), (page[CustomApi.Evaluated], page[CustomApi.Failed], page[CustomApi.Remaining]));
        Assert.Equal(Start, Read(offers[0], Offer.EvaluatedOn));
    }

    [Fact]
    public async Task A_change_of_a_teams_requirement_goes_around_several()
    {
        var offers = DueOffers(4);
        _faulting.UnionWith([offers[0], offers[2]]);

        _organization.Create(OwnRequirement.Table, (OwnRequirement.Key, "TEAM-1"), (OwnRequirement.Name, "Approved by legal"), (OwnRequirement.Severity, new OptionSetValue((int)Severity.Blocking)));
        await _organization.Organization.Async.DrainAsync();

        Assert.Equal([false, true, false, true], offers.Select(offer => _organization.Items(offer).ContainsKey("TEAM-1")));
    }

    public void Dispose() => _organization.Dispose();

    /// <summary>Offers in which a waiver has ended.</summary>
    private List<Guid> DueOffers(int count)
    {
        var offers = Enumerable.Range(0, count).Select(_ => _organization.CreateOffer()).ToList();
        foreach (var offer in offers)
        {
            _organization.Create(
                Judgement.Table, (Judgement.OfferId, new EntityReference(Offer.Table, offer)), (Judgement.Key, "D365-18-T-03"),
                (Judgement.Verdict, new OptionSetValue((int)JudgementVerdict.Waived)), (Judgement.Note, "Later."), (Judgement.EndsOn, Start.Date.AddDays(1)));
        }

        _clock.Move(TimeSpan.FromDays(2));
        return offers;
    }

    private OrganizationResponse Sweep(int size = 100, string? passOver = null) =>
        _organization.Execute(new OrganizationRequest(CustomApi.SweepOffers) { [CustomApi.PageSize] = size, [CustomApi.PassOver] = passOver });

    private object Read(Guid offer, string column) => _organization.Read(Offer.Table, offer)[column];

    /// <summary>Makes the organization itself refuse the write.</summary>
    private void Spoil(OrganizationRequest request)
    {
        if (request is UpdateRequest { Target: { LogicalName: Offer.Table } offer } && _faulting.Contains(offer.Id) && offer.Contains(Offer.EvaluatedOn) && (!_canBePutOff || offer.RelatedEntities.Count > 0))
        {
            offer[Offer.Score] = -4711;
        }
    }
}
