using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Input;

/// <summary>An offer as it was handed to the command: its rows, as the app would store them, and where they are written.</summary>
internal sealed class SubmittedOffer
{
    private readonly IReadOnlyList<TeamRequirementFact> _requirements;
    private readonly Dictionary<(Guid Row, string Column), DataPlace> _places;

    public SubmittedOffer(
        Entity row, IReadOnlyList<TeamRequirementFact> requirements, DataPlace place, Dictionary<(Guid Row, string Column), DataPlace> places, IReadOnlyList<SubmittedFile> files)
    {
        Row = row;
        Place = place;
        Files = files;
        _requirements = requirements;
        _places = places;
    }

    /// <summary>The offer's row, its children related to it.</summary>
    public Entity Row { get; }

    public Guid Id => Row.Id;

    public string Name => Row.Text(Offer.Name) is { Length: > 0 } name ? name : Id.ToString("D");

    /// <summary>Where its record begins.</summary>
    public DataPlace Place { get; }

    public IReadOnlyList<SubmittedFile> Files { get; private set; }

    /// <summary>A package was handed over and nothing else: only what is asked of packages is asked.</summary>
    public bool IsPackageAlone { get; init; }

    /// <summary>The offer and its children.</summary>
    public IEnumerable<Entity> Rows => Row.RelatedEntities.Values.SelectMany(rows => rows.Entities).Prepend(Row);

    /// <summary>Puts a package in the place of any that the folder names.</summary>
    /// <exception cref="TroubleException">It cannot be read.</exception>
    public void SetPackage(string path, int language)
    {
        var file = PackageFile.Inspect(Row, path, language);
        _places[(Id, Offer.Package)] = new DataPlace(file.Shown, 0);
        Files = [.. Files.Where(other => other.Column != Offer.Package), file];
    }

    /// <summary>The most precise place of a target: its value, its row, the offer.</summary>
    public DataPlace PlaceOf(FixTarget target)
    {
        if (target.RecordId is not { } id)
        {
            return Place;
        }

        return _places.TryGetValue((id, target.Column), out var place) || _places.TryGetValue((id, ""), out place) ? place : Place;
    }

    /// <summary>The facts at a moment. A judgement of the folder that names no fingerprint is taken as made now, on what is there.</summary>
    public OfferFacts Facts(DateTime now)
    {
        var facts = FactsReader.Of(Row, _requirements, now);
        foreach (var judgement in facts.Judgements.Where(judgement => judgement.Fingerprint is null))
        {
            judgement.Fingerprint = ItemOf(judgement, facts)?.Fingerprint;
            judgement.JudgedOn ??= now;
        }

        return facts;
    }

    /// <summary>The judgements of the folder that the app would not take, with the reason.</summary>
    public IEnumerable<InputProblem> RefusedJudgements(DateTime now, int language)
    {
        var facts = FactsReader.Of(Row, _requirements, now);
        foreach (var judgement in facts.Judgements.Where(judgement => judgement.Fingerprint is null))
        {
            if (RefusalOf(judgement, facts, now, language) is { } sentence)
            {
                var place = _places[(judgement.Id, "")];
                yield return new InputProblem(place.File, place.Line, sentence);
            }
        }
    }

    private static string? RefusalOf(JudgementFact judgement, OfferFacts facts, DateTime now, int language)
    {
        if (string.IsNullOrWhiteSpace(judgement.Note))
        {
            return PluginTexts.Render("judge.note", language);
        }

        if (judgement.Verdict is not { } verdict)
        {
            return PluginTexts.Render("judge.verdict", language);
        }

        if (ItemOf(judgement, facts) is not { } item)
        {
            return PluginTexts.Render("judge.unknown", language, judgement.Key ?? "");
        }

        // A folder is read again and again: a waiver without an end would never end.
        if (verdict == JudgementVerdict.Waived && judgement.EndsOn is null)
        {
            return CliTexts.Say("input.waiver.end", language, judgement.Key!);
        }

        // What was judged and has been decided or ended since stands in the folder as it does in the app: it no longer counts.
        var refusal = JudgementRules.Refusal(item, verdict, judgement.EndsOn, now, enteredAloneByJudge: false, fourEyes: false);
        return refusal is null || refusal.Key is "judgement.past" or "judgement.settled" or "judgement.notmet" ? null : Texts.Render(refusal, language);
    }

    // What was judged under one rule set counts for the same requirement of another.
    private static EvaluatedItem? ItemOf(JudgementFact judgement, OfferFacts facts)
    {
        return Find(facts) ?? RuleSet.Every.Select(ruleSet => Find(facts.Under(ruleSet.Choice))).FirstOrDefault(item => item is not null);

        EvaluatedItem? Find(OfferFacts under) => OfferEvaluation.Of(under).Items.FirstOrDefault(item => item.Requirement.Key == judgement.Key);
    }
}
