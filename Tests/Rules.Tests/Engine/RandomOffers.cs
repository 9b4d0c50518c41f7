using System.Reflection;
using DataverseReadiness.Rules.Inspection;
using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests.Engine;

/// <summary>Offers on which much ages: dates near the present in every column that holds one, probes, waivers, and dated own requirements.</summary>
internal sealed class RandomOffers(int seed)
{
    private readonly Random _random = new(seed);

    public OfferFacts Next()
    {
        var offer = Given.Offer();
        offer.RuleSet = Half() ? RuleSetChoice.December2018 : RuleSetChoice.Current;
        offer.Now = Given.Now.AddMinutes(_random.Next(-5000, 5000));
        offer.TestDrive = Half() ? YesNo.Yes : YesNo.No;
        if (Half())
            offer.Trials = [.. offer.Trials, new TrialFact { Id = Given.IdOf(60), Name = "Drive", Kind = TrialKind.TestDrive, TenantId = Offers.Technical(null, 0).AppId, TenantName = "contoso.onmicrosoft.com", AppId = Offers.Technical(null, 0).AppId, AppKeyEntered = YesNo.Yes }];
        offer.Plans = [new PlanFact { Id = Given.IdOf(61), Name = "Standard" }];
        offer.PackageUrl = $"https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&se={Near():yyyy-MM-dd'T'HH:mm:ss'Z'}&sr=b&sig=removed";
        Vary(offer);
        foreach (var trial in offer.Trials)
            Vary(trial);
        foreach (var plan in offer.Plans)
            Vary(plan);
        foreach (var link in offer.SupportLinks)
            Vary(link);

        offer.Package = PackageFacts.FromJson(Packages.Complete);
        if (offer.Package is { } package && Half())
        {
            var input = package.Input.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            input["StartDate"] = Near().ToString("MM/dd/yyyy", System.Globalization.CultureInfo.InvariantCulture);
            input["EndDate"] = Near().ToString("MM/dd/yyyy", System.Globalization.CultureInfo.InvariantCulture);
            package.Input = input;
        }

        offer.Probes = [.. Given.Probes(offer, ProbeOutcome.Reached, offer.Now).Where(_ => _random.Next(4) > 0)];
        foreach (var probe in offer.Probes)
        {
            probe.Outcome = (ProbeOutcome)((int)ProbeOutcome.Reached + (Half() ? 0 : _random.Next(4)));
            probe.CheckedOn = offer.Now.AddMinutes(-_random.Next(0, 14_400));
            probe.CertificateEnds = Half() ? Near().Date : null;
        }

        offer.TeamRequirements = [.. Enumerable.Range(0, _random.Next(4)).Select(Own)];
        offer.Judgements = [.. OfferEvaluation.Of(offer).Items
            .Where(item => item.Fingerprint.Length > 0 && Half())
            .Select(item => Given.Judge(item, (JudgementVerdict)((int)JudgementVerdict.Confirmed + _random.Next(3)), Near().Date))];
        return offer;
    }

    public DateTime Near() => Given.Now.AddMinutes(_random.Next(-30_000, 30_000));

    private TeamRequirementFact Own(int number) => new()
    {
        Id = Given.IdOf(200 + number),
        Key = Half() ? "TEAM-" + number : RuleSet.December2018.All[_random.Next(90)].Key,
        Severity = Severity.Blocking,
        Guidance = "Ask Ada.",
        AppliesFrom = Half() ? Near().Date : null,
        EndsOn = Half() ? Near().Date : null,
    };

    private void Vary(object facts)
    {
        foreach (var field in facts.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            var plain = Nullable.GetUnderlyingType(field.FieldType);
            if (plain == typeof(DateTime) && Half())
                field.SetValue(facts, Half() ? Near() : Near().Date);
            else if (plain?.IsEnum == true && field.Name is not (nameof(OfferFacts.RuleSet) or nameof(TrialFact.Kind) or nameof(OfferFacts.TestDrive)) && _random.Next(8) == 0)
                field.SetValue(facts, Enum.GetValues(plain).GetValue(_random.Next(Enum.GetValues(plain).Length)));
        }
    }

    private bool Half() => _random.Next(2) == 0;
}
