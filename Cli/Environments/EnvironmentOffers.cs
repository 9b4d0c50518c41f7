using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Reads offers as the environment has them, results of the plug-ins included.</summary>
internal sealed class EnvironmentOffers(WebApiClient client)
{
    private static readonly (string Table, string Relationship, string Columns)[] Children =
    [
        (Trial.Table, Relationships.Trials, ColumnLists.TrialAll), (SupportLink.Table, Relationships.SupportLinks, ColumnLists.SupportLinkAll),
        (MarketingAsset.Table, Relationships.Assets, ColumnLists.AssetAll + "," + MarketingAsset.FileName), (Plan.Table, Relationships.Plans, ColumnLists.PlanAll),
        (Judgement.Table, Relationships.Judgements, ColumnLists.JudgementContent), (StoredProbe.Table, Relationships.Probes, ColumnLists.ProbeAll),
        (ChecklistItem.Table, Relationships.Items, string.Join(',', ChecklistItem.OfferId, ChecklistItem.Key, ChecklistItem.Status)),
    ];

    /// <summary>Every active offer, or the one of a name or id, whether active or not.</summary>
    /// <exception cref="TroubleException">There is none of that name.</exception>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Find(string? wanted)
    {
        var offers = await Rows(Offer.Table, [Offer.Name, Offer.StateCode], null);
        string NameOf(Entity offer) => offer.Text(Offer.Name) ?? "";
        if (wanted is null)
        {
            return [.. offers.Where(IsActive).Select(offer => (offer.Id, NameOf(offer)))];
        }

        var found = offers.Where(offer => NameOf(offer) == wanted || string.Equals(offer.Id.ToString("D"), wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return found switch
        {
            [var one] => [(one.Id, NameOf(one))],
            [] => throw new TroubleException($"{client.Host} has no offer '{wanted}' that you may read.{Closest.Suggestion(wanted, offers.Select(NameOf))} Name one by its name or its id."),
            _ => throw new TroubleException($"{client.Host} has several offers '{wanted}'. Name one by its id: {string.Join(", ", found.Select(offer => offer.Id.ToString("D")))}."),
        };
    }

    /// <summary>Reads offers with their active rows, in the order in which the plug-ins read them.</summary>
    public async Task<IReadOnlyList<SubmittedOffer>> Read(IReadOnlyList<(Guid Id, string Name)> wanted)
    {
        var ids = wanted.Select(offer => offer.Id).ToHashSet();
        Guid? only = ids.Count == 1 ? ids.Single() : null;
        var offers = (await Rows(Offer.Table, ColumnLists.OfferAll.Split(','), only is { } one ? $"{Offer.Id} eq {one:D}" : null)).Where(offer => ids.Contains(offer.Id)).ToList();
        var rows = new List<(string Relationship, Entity Row)>();
        foreach (var (table, relationship, columns) in Children)
        {
            rows.AddRange((await Rows(table, columns.Split(','), ActiveOf(only))).Select(row => (relationship, row)));
        }

        var requirements = OwnRequirements.Of(new EntityCollection([.. await Rows(OwnRequirement.Table, ColumnLists.RequirementAll.Split(','), "statecode eq 0")]));
        var children = rows.ToLookup(row => row.Row.Reference(Trial.OfferId)?.Id ?? Guid.Empty);
        return [.. offers.Select(offer => Submitted(offer, [.. children[offer.Id]], requirements))];
    }

    /// <summary>Rows in the order in which they were made.</summary>
    /// <exception cref="RefusedException">The solution is not there, or another version of it.</exception>
    public async Task<List<Entity>> Rows(string table, IEnumerable<string> columns, string? filter)
    {
        var rows = new List<Entity>();
        await foreach (var row in client.Rows($"{EnvironmentRow.SetOf(table)}?$select={EnvironmentRow.Select(columns)}{(filter is null ? "" : "&$filter=" + filter)}&$orderby=createdon,{table}id"))
        {
            rows.Add(EnvironmentRow.Read(table, row));
        }

        return rows;
    }

    private static bool IsActive(Entity row) => row.Choice<int>("statecode") is 0;

    private static string ActiveOf(Guid? offer) => "statecode eq 0" + (offer is { } id ? $" and _{Trial.OfferId}_value eq {id:D}" : "");

    private SubmittedOffer Submitted(Entity offer, List<(string Relationship, Entity Row)> children, IReadOnlyList<TeamRequirementFact> requirements)
    {
        foreach (var relationship in children.GroupBy(child => child.Relationship, child => child.Row))
        {
            offer.RelatedEntities[new Relationship(relationship.Key)] = new EntityCollection([.. relationship]);
        }

        var places = children.Where(child => child.Relationship is not (Relationships.Items or Relationships.Probes)).Select(child => child.Row).Prepend(offer)
            .ToDictionary(row => (row.Id, ""), PlaceOf);
        return new SubmittedOffer(offer, requirements, PlaceOf(offer), places, []);
    }

    // Where a person opens it.
    private DataPlace PlaceOf(Entity row) => new(new Uri(client.Environment, $"/main.aspx?pagetype=entityrecord&etn={row.LogicalName}&id={row.Id:D}").AbsoluteUri, 0);
}
