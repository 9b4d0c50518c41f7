using System.Text.Json.Nodes;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Environments;

/// <summary>
/// Writes what a folder says into an environment, by the ids of its rows. Only what differs is written, so that a run goes on where
/// another one ended; columns, files and rows that the folder does not name stay as they are.
/// </summary>
internal sealed class FolderPush(WebApiClient client, FolderReader reader, IReadOnlyList<FolderRow> rows, Terminal terminal)
{
    // Each row has the checklist evaluated, and the platform ends a change set after two minutes.
    private const int RowsAtOnce = 25;

    private static readonly string[] Status = [Offer.StateCode, Offer.StatusCode];

    // The plug-ins write these on a judgement themselves.
    private static readonly string[] Recorded = [.. ColumnLists.JudgementResults.Split(','), Judgement.Name];

    private readonly FileTransfer _files = new(client);
    private readonly Dictionary<Guid, (Entity Row, string Etag)> _there = [];

    public int Created { get; private set; }

    public int Changed { get; private set; }

    public int Uploaded { get; private set; }

    /// <summary>Rows of the folder's offers that the folder does not have.</summary>
    public int Others { get; private set; }

    /// <summary>Rows that the environment has taken so far.</summary>
    public int Written { get; private set; }

    /// <summary>Whether anything has been written so far.</summary>
    public bool HasWritten => Written + Uploaded > 0;

    public async Task Run()
    {
        await Look();

        // A judgement is made on what is there then, and a status may close a row.
        var judgements = rows.Where(row => row.Entity.LogicalName == Judgement.Table).ToList();
        var others = rows.Except(judgements).OrderBy(row => row.Entity.LogicalName is not (Offer.Table or OwnRequirement.Table)).ToList();
        using var progress = new ProgressLine(terminal, rows.Count + rows.Sum(row => row.Files.Count));
        foreach (var stage in new[] { others, judgements })
        {
            await Write([.. stage.Select(ValuesOf).OfType<RowWrite>()]);
            foreach (var row in stage)
            {
                progress.Step(NameOf(row));
                foreach (var file in row.Files)
                {
                    await Send(row, file);
                    progress.Step(file.Shown);
                }
            }
        }

        await Write([.. rows.Select(StatusOf).OfType<RowWrite>()]);
    }

    private async Task Look()
    {
        var state = new EnvironmentState(client);
        var offers = rows.Where(row => row.Entity.LogicalName == Offer.Table).Select(row => row.Entity.Id).ToList();
        foreach (var table in rows.GroupBy(row => row.Entity.LogicalName, row => row.Entity.Id))
        {
            var there = await state.Read(table.Key, offers, [.. table]);
            there.ForEach(row => _there[row.Row.Id] = row);
            Others += there.Count(row => !table.Contains(row.Row.Id));
        }

        // A team's requirement may have been made in each environment; its key says that it is the same.
        var requirements = rows.Where(row => row.Entity.LogicalName == OwnRequirement.Table && !_there.ContainsKey(row.Entity.Id)).ToList();
        foreach (var there in requirements.Count > 0 ? await state.All(OwnRequirement.Table) : [])
        {
            if (requirements.Find(row => EnvironmentState.IsSameRequirement(row.Entity, there.Row)) is { } same)
            {
                _there[same.Entity.Id] = there;
            }
        }
    }

    private async Task Write(List<RowWrite> writes)
    {
        foreach (var some in writes.Chunk(RowsAtOnce))
        {
            await client.Write(some);
            Written += some.Length;
        }
    }

    /// <summary>What of the row has to be written; null for nothing.</summary>
    private RowWrite? ValuesOf(FolderRow row)
    {
        var isNew = !_there.TryGetValue(row.Entity.Id, out var there);
        var values = new JsonObject();
        foreach (var column in Columns(row, isNew))
        {
            if (column == Trial.OfferId)
            {
                if (there.Row?.Reference(column)?.Id != row.Offer)
                {
                    values["rdy_OfferId@odata.bind"] = EnvironmentRow.PathOf(Offer.Table, row.Offer!.Value);
                }
            }
            else if (!EnvironmentRow.IsSame(row.Entity.GetAttributeValue<object>(column), there.Row?.GetAttributeValue<object>(column)))
            {
                values[column] = EnvironmentRow.Write(row.Entity[column]);
            }
        }

        if (!isNew && values.Count == 0)
        {
            return null;
        }

        Created += isNew ? 1 : 0;
        Changed += isNew ? 0 : 1;
        return new RowWrite(PathOf(row), isNew ? null : there.Etag, values);
    }

    // A row that is made gets the defaults of what the folder leaves out; one that is there keeps what it has.
    private IEnumerable<string> Columns(FolderRow row, bool isNew)
    {
        var columns = FolderSchema.Find(row.Entity.LogicalName)!.Columns.Keys.Except(Status);
        if (row.Entity.LogicalName == Judgement.Table)
        {
            columns = columns.Except(Recorded);
        }

        return isNew ? columns.Where(column => row.Entity.Contains(column) || column == Trial.OfferId) : columns.Intersect(Named(row));
    }

    private IEnumerable<string> Named(FolderRow row) => reader.PlacesOf(row).Select(place => place.Key.Column);

    /// <summary>The status that the folder names where the row has another; null where it has not.</summary>
    private RowWrite? StatusOf(FolderRow row)
    {
        var isNew = !_there.TryGetValue(row.Entity.Id, out var there);
        var values = new JsonObject();
        foreach (var (column, first) in new[] { (Offer.StateCode, 0), (Offer.StatusCode, OfferStatus.Draft) })
        {
            if (row.Entity.Choice<int>(column) is { } wanted && wanted != (isNew ? first : there.Row.Choice<int>(column)))
            {
                values[column] = wanted;
            }
        }

        Changed += values.Count > 0 && !isNew ? 1 : 0;
        return values.Count > 0 ? new RowWrite(PathOf(row), "*", values) : null;
    }

    private async Task Send(FolderRow row, SubmittedFile file)
    {
        var table = row.Entity.LogicalName;
        var there = _there.GetValueOrDefault(row.Entity.Id).Row;
        var content = Bytes(file);
        var name = Path.GetFileName(file.Path);
        if (there is null || !EnvironmentState.HasFile(there, file.Column) || !await _files.IsStored(table, there.Id, file.Column, content, file.Column == MarketingAsset.Image ? null : name))
        {
            await _files.Upload(table, row.Entity.Id, file.Column, name, content);
            Uploaded++;
        }
        else if (IsInspected(there, file))
        {
            return;
        }

        // The form has a file looked at after its upload, and so does this.
        if (table is Offer.Table or MarketingAsset.Table)
        {
            var action = table == Offer.Table ? CustomApi.InspectPackage : CustomApi.InspectAsset;
            await client.Call($"{PathOf(row)}/Microsoft.Dynamics.CRM.{action}", new JsonObject { [CustomApi.Column] = file.Column }, isRepeatable: true);
        }
    }

    private static bool IsInspected(Entity there, SubmittedFile file) => file.Column switch
    {
        Offer.Package => there.Text(Offer.PackageFacts)?.Contains(file.Sha256, StringComparison.Ordinal) == true,
        Offer.CheckerReport => there.Text(Offer.CheckerFacts) is not null,
        Judgement.Evidence => true,
        _ => there.Text(MarketingAsset.Sha256) == file.Sha256,
    };

    private static byte[] Bytes(SubmittedFile file)
    {
        try
        {
            return File.ReadAllBytes(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"The file '{file.Shown}' cannot be read: {OutputFile.Reason(e)} Check the path and its permissions.", e);
        }
    }

    private string PathOf(FolderRow row) => EnvironmentRow.PathOf(row.Entity.LogicalName, _there.GetValueOrDefault(row.Entity.Id).Row?.Id ?? row.Entity.Id);

    private static string NameOf(FolderRow row) => row.Entity.Text(Offer.Name) ?? row.Entity.LogicalName;
}
