using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Environments;

/// <summary>The rows of an offer's folder as the environment has them: what people fill in, and which files are stored.</summary>
internal sealed class EnvironmentState(WebApiClient client)
{
    private const int IdsAtOnce = 40;

    /// <summary>What tells whether the plug-ins have looked at a file.</summary>
    private static readonly Dictionary<string, string[]> Looks = new()
    {
        [Offer.Table] = [Offer.PackageFacts, Offer.CheckerFacts],
        [MarketingAsset.Table] = [MarketingAsset.Sha256, MarketingAsset.Format],
    };

    /// <summary>The rows of a table that belong to some offers, and those of some ids, with their versions, in the order in which they were made.</summary>
    public async Task<List<(Entity Row, string Etag)>> Read(string table, IReadOnlyCollection<Guid> offers, IReadOnlyCollection<Guid> ids)
    {
        var rows = table is Offer.Table or OwnRequirement.Table ? [] : await Read(table, "_" + Trial.OfferId + "_value", offers);
        rows.AddRange(await Read(table, table + "id", [.. ids.Except(rows.Select(row => row.Row.Id))]));
        return rows;
    }

    /// <summary>Every row of a table.</summary>
    public Task<List<(Entity Row, string Etag)>> All(string table) => Query(table, "");

    /// <summary>Whether two rows have the alternate key of a team's requirement in common.</summary>
    public static bool IsSameRequirement(Entity one, Entity other) =>
        one.Text(OwnRequirement.Key) == other.Text(OwnRequirement.Key) && one.Choice<int>(OwnRequirement.Scope) == other.Choice<int>(OwnRequirement.Scope);

    /// <summary>Whether a file is stored in the column.</summary>
    public static bool HasFile(Entity row, string column) => row.Id(Stored(column)) is not null;

    private async Task<List<(Entity Row, string Etag)>> Read(string table, string column, IReadOnlyCollection<Guid> values)
    {
        var rows = new List<(Entity Row, string Etag)>();
        foreach (var some in values.Chunk(IdsAtOnce))
        {
            rows.AddRange(await Query(table, "&$filter=" + string.Join(" or ", some.Select(value => $"{column} eq {value:D}"))));
        }

        return rows;
    }

    private async Task<List<(Entity Row, string Etag)>> Query(string table, string filter)
    {
        var form = FolderSchema.Find(table)!;
        var columns = form.Columns.Keys.Concat(form.Files.Select(Stored)).Concat(Looks.GetValueOrDefault(table) ?? []);
        var rows = new List<(Entity Row, string Etag)>();
        await foreach (var row in client.Rows($"{EnvironmentRow.SetOf(table)}?$select={EnvironmentRow.Select(columns)}{filter}&$orderby=createdon,{table}id"))
        {
            rows.Add((EnvironmentRow.Read(table, row), (string)row["@odata.etag"]!));
        }

        return rows;
    }

    private static string Stored(string column) => column == MarketingAsset.Image ? MarketingAsset.ImageId : column;
}
