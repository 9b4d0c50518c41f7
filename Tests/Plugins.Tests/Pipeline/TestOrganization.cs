using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>An organization of its own with the managed zip imported, and a record of what the plug-ins ask of it.</summary>
internal sealed class TestOrganization : IDisposable
{
    private static readonly Lazy<string> Imported = new(Import);

    private readonly string _folder = Directory.CreateTempSubdirectory("readiness-").FullName;
    private readonly List<OrganizationRequest> _requests = [];

    public TestOrganization(Func<OrganizationOptions, OrganizationOptions>? change = null)
    {
        foreach (var file in Directory.GetFiles(Imported.Value, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(Imported.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var options = Options(_folder) with { PluginRequest = Record };
        Organization = Organization.Open(change?.Invoke(options) ?? options);
    }

    public Organization Organization { get; }

    /// <summary>What plug-ins asked since the last <see cref="Count"/>: message, table and for an Update the number of related rows.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests.Select(Describe)];
            }
        }
    }

    /// <summary>Runs something and tells what the plug-ins asked meanwhile.</summary>
    public IReadOnlyList<string> Count(Action action)
    {
        lock (_requests)
        {
            _requests.Clear();
        }

        action();
        return Requests;
    }

    public OrganizationResponse Execute(OrganizationRequest request) =>
        Organization.Execute(request, Organization.DefaultCaller);

    public Guid Create(string table, params (string Column, object? Value)[] values) =>
        ((CreateResponse)Execute(new CreateRequest { Target = Row(table, Guid.Empty, values) })).id;

    public void Update(string table, Guid id, params (string Column, object? Value)[] values) =>
        Execute(new UpdateRequest { Target = Row(table, id, values) });

    public void Delete(string table, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(table, id) });

    public Entity Read(string table, Guid id) =>
        (Entity)Execute(new RetrieveRequest { Target = new EntityReference(table, id), ColumnSet = new ColumnSet(true) })["Entity"];

    public IReadOnlyList<Entity> Query(string table, string? column = null, object? value = null)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        if (column != null)
        {
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        }

        return [.. ((EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"]).Entities];
    }

    public IReadOnlyDictionary<string, Entity> Items(Guid offer) =>
        Query(ChecklistItem.Table, ChecklistItem.OfferId, offer).ToDictionary(item => (string)item[ChecklistItem.Key]);

    /// <summary>An offer with its checklist, under rule set 2018-12 where nothing else is said.</summary>
    public Guid CreateOffer(params (string Column, object? Value)[] values) =>
        Create(Offer.Table, [(Offer.Name, "Fabrikam Fleet"), (Offer.RuleSet, new OptionSetValue((int)RuleSetChoice.December2018)), .. values]);

    public Guid CreateChild(string table, Guid offer, params (string Column, object? Value)[] values) =>
        Create(table, [(Trial.Name, "One"), (Trial.OfferId, new EntityReference(Offer.Table, offer)), .. values]);

    /// <summary>Stores bytes as a client does that sends them in blocks.</summary>
    public void Upload(string table, Guid id, string column, string name, byte[] bytes)
    {
        var token = Execute(new OrganizationRequest("InitializeFileBlocksUpload")
        {
            ["Target"] = new EntityReference(table, id),
            ["FileAttributeName"] = column,
            ["FileName"] = name,
        })["FileContinuationToken"];
        var block = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        Execute(new OrganizationRequest("UploadBlock") { ["BlockId"] = block, ["BlockData"] = bytes, ["FileContinuationToken"] = token });
        Execute(new OrganizationRequest("CommitFileBlocksUpload")
        {
            ["BlockList"] = new[] { block },
            ["FileName"] = name,
            ["MimeType"] = "application/octet-stream",
            ["FileContinuationToken"] = token,
        });
    }

    /// <summary>Changes the database without any event.</summary>
    public void SetBehindTheBack(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "organization.db")}");
        connection.Open();

        // Indexes of text are brought along; no test changes a text on which their order rests.
        connection.CreateCollation("DATAVERSE", (left, right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase));
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    /// <summary>The message of the refusal.</summary>
    public static string Refusal(Action action) => Assert.Throws<OrganizationFault>(action).Message;

    public void Dispose()
    {
        Organization.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static Entity Row(string table, Guid id, params (string Column, object? Value)[] values)
    {
        var row = new Entity(table, id);
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return row;
    }

    private static OrganizationOptions Options(string folder) => new() { DataFolder = folder, RunAsyncSteps = false };

    private static string Import()
    {
        var folder = Directory.CreateTempSubdirectory("readiness-imported-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var organization = Organization.Open(Options(folder));
        using var zip = File.OpenRead(RepositoryFolder.PathOf("out", "DataverseReadiness_managed.zip"));
        organization.Import(zip);
        return folder;
    }

    private static string Describe(OrganizationRequest request) => request switch
    {
        UpdateRequest { Target.RelatedEntities.Count: > 0 } update => $"Update {update.Target.LogicalName} with {update.Target.RelatedEntities.Values.Sum(rows => rows.Entities.Count)} items",
        UpdateRequest update when update.Target.Contains(Offer.Lock) => "Lock",
        UpdateRequest update => $"Update {update.Target.LogicalName}",
        CreateRequest create => $"Create {create.Target.LogicalName}",
        RetrieveRequest retrieve => $"Retrieve {retrieve.Target.LogicalName}",
        RetrieveMultipleRequest { Query: QueryExpression query } => $"Query {query.EntityName}",
        _ => request.RequestName,
    };

    private void Record(OrganizationRequest request)
    {
        lock (_requests)
        {
            _requests.Add(request);
        }
    }
}
