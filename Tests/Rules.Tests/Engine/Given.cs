using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests.Engine;

/// <summary>Offers, probes, judgements and own requirements, for the tests of the engine.</summary>
internal static class Given
{
    public static readonly DateTime Now = new(2019, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static readonly Guid User = new("aaaaaaaa-0000-0000-0000-000000000001");

    public static readonly Guid Other = new("aaaaaaaa-0000-0000-0000-000000000002");

    /// <summary>All that data can say is right, with an id for each row.</summary>
    public static OfferFacts Offer()
    {
        var offer = Offers.Complete();
        var number = 0;
        foreach (var link in offer.SupportLinks)
            link.Id = IdOf(++number);
        foreach (var trial in offer.Trials)
            trial.Id = IdOf(++number);
        foreach (var asset in offer.Assets)
            asset.Id = IdOf(++number);
        return offer;
    }

    public static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>A probe of each address the offer has, with this outcome.</summary>
    public static ProbeFact[] Probes(OfferFacts offer, ProbeOutcome outcome, DateTime on) =>
    [
        .. ProbePlan.Of(offer).Select(address => new ProbeFact
        {
            Target = address.Target.ToString(),
            Kind = address.Kind,
            Url = address.Url,
            Outcome = outcome,
            Status = outcome == ProbeOutcome.Reached ? 200 : 404,
            CheckedOn = on,
        }),
    ];

    public static EvaluatedItem Item(OfferFacts offer, string key) =>
        OfferEvaluation.Of(offer).Items.Single(item => item.Requirement.Key == key);

    public static JudgementFact Judge(EvaluatedItem item, JudgementVerdict verdict, DateTime? endsOn = null) => new()
    {
        Id = Guid.NewGuid(),
        Key = item.Requirement.Key,
        Verdict = verdict,
        Fingerprint = item.Fingerprint,
        JudgedOn = Now,
        JudgedBy = "Reviewer",
        EndsOn = endsOn,
    };

    public static TeamRequirementFact Own(RequirementTest? test, string? table = null, string? column = null, string? value = null) => new()
    {
        Id = IdOf(100),
        Key = "TEAM-1",
        Name = "Ours",
        Severity = Severity.Blocking,
        Test = test,
        Table = table,
        Column = column,
        Value = value,
    };

    /// <summary>One industry more than the store takes.</summary>
    public static OfferFacts Industrious(this OfferFacts offer)
    {
        offer.Industries = [Industry.Agriculture, Industry.Automotive, Industry.Education];
        return offer;
    }

    /// <summary>Key, and arguments.</summary>
    public static string Said(Verdict verdict) => verdict.Kind + " " + verdict.Reason;
}
