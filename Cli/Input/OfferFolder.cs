using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Input;

/// <summary>The offers of one folder.</summary>
internal sealed class OfferFolder
{
    /// <summary>The file that a folder is known by.</summary>
    public const string DataFile = "data.json";

    private static readonly (string Table, string Relationship)[] Children =
    [
        (Trial.Table, Relationships.Trials), (SupportLink.Table, Relationships.SupportLinks), (MarketingAsset.Table, Relationships.Assets),
        (Plan.Table, Relationships.Plans), (Judgement.Table, Relationships.Judgements),
    ];

    private OfferFolder(IReadOnlyList<SubmittedOffer> offers, IReadOnlyList<InputProblem> problems)
    {
        Offers = offers;
        Problems = problems;
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<SubmittedOffer> Offers { get; }

    /// <summary>What could not be read, or would be refused by the app.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <summary>Reads a folder and inspects its files.</summary>
    /// <param name="folder">As the person named it.</param>
    /// <param name="now">The present, for judgements.</param>
    /// <param name="language">Of the problems.</param>
    /// <exception cref="TroubleException">There is no folder, or no <c>data.json</c> that could be read.</exception>
    public static OfferFolder Read(string folder, DateTime now, int language, CancellationToken stop)
    {
        var reader = new FolderReader(folder, language, stop);
        var rows = reader.Read();
        var problems = reader.Problems;
        var requirements = OwnRequirements.Of(new EntityCollection([.. rows.Where(row => row.Entity.LogicalName == OwnRequirement.Table && IsActive(row.Entity)).Select(row => row.Entity)]));
        var offers = rows.Where(row => row.Entity.LogicalName == Offer.Table).Select(row => OfferOf(row, rows, requirements, reader)).ToList();
        problems.AddRange(offers.SelectMany(offer => offer.RefusedJudgements(now, language)));
        return new OfferFolder(offers, problems);
    }

    private static SubmittedOffer OfferOf(FolderRow offer, List<FolderRow> rows, IReadOnlyList<TeamRequirementFact> requirements, FolderReader reader)
    {
        var own = rows.Where(row => row.Offer == offer.Entity.Id && IsActive(row.Entity)).ToList();
        foreach (var (table, relationship) in Children)
        {
            offer.Entity.RelatedEntities[new Relationship(relationship)] =
                new EntityCollection([.. own.Where(row => row.Entity.LogicalName == table).Select(row => row.Entity)]);
        }

        var places = own.Prepend(offer).SelectMany(reader.PlacesOf).ToDictionary(place => place.Key, place => place.Value);
        return new SubmittedOffer(offer.Entity, requirements, offer.Place, places, [.. own.Prepend(offer).SelectMany(row => row.Files)]);
    }

    // A status alone brings its state along: of the tables here, 2 is the inactive one.
    private static bool IsActive(Entity row) =>
        row.Choice<int>("statecode") is null or 0 && row.Choice<int>("statuscode") is not 2;
}
