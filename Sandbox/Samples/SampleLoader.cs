using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;

namespace Sandbox.Samples;

/// <summary>Loads rows and files from <c>data.json</c> through the same requests that a client sends.</summary>
/// <remarks>
/// <c>{ "records": [ { "table", "id", "values": { column: value }, "files": { column: path }, "actions": [ name ] } ] }</c>, in order. A choice is its number,
/// choices are an array of numbers, a lookup is <c>{ "table", "id" }</c>, a date an ISO text. What exists already is left alone.
/// The actions are bound to the row and called after its files are uploaded, as a form does it.
/// Beside the records: <c>"users": [ { "id", "name", "language", "roles": [ name ] } ]</c>, made before them, and
/// <c>"schedule": [ { "api", "everyMinutes", "repeatWhile", "faultsInto" } ]</c>, custom APIs that run by themselves (<see cref="ScheduledApi"/>).
/// </remarks>
public static class SampleLoader
{
    private const int BlockSize = 4 * 1024 * 1024;

    /// <summary>Loads each folder of the root that has a <c>data.json</c>, by name, and schedules what all of them want; says how many rows were made.</summary>
    /// <exception cref="SampleException">A sample is not as it should be, or the organization refused it.</exception>
    public static int LoadAll(Organization organization, string root)
    {
        var plan = new List<ScheduledApi>();
        var rows = Directory.EnumerateDirectories(root).Where(folder => File.Exists(Path.Combine(folder, "data.json")))
            .Order(StringComparer.Ordinal).Sum(folder => Load(organization, folder, plan));
        try
        {
            organization.Schedule(plan);
        }
        catch (ArgumentException e)
        {
            throw new SampleException($"'{root}': {e.Message}", e);
        }

        return rows;
    }

    private static int Load(Organization organization, string folder, List<ScheduledApi> plan)
    {
        var file = Path.Combine(folder, "data.json");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            if (root.TryGetProperty("users", out var users)) organization.AddUsers([.. users.EnumerateArray().Select(user => UserOf(organization, user))]);
            if (root.TryGetProperty("schedule", out var schedule)) plan.AddRange(schedule.EnumerateArray().Select(PlanOf));
            return root.TryGetProperty("records", out var records) ? records.EnumerateArray().Count(record => LoadRecord(organization, folder, record)) : 0;
        }
        catch (OrganizationFault fault)
        {
            throw new SampleException($"'{file}': {fault.Message}", fault);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException)
        {
            throw new SampleException($"'{file}': {e.Message}", e);
        }
    }

    private static SeedUser UserOf(Organization organization, JsonElement user)
    {
        var roles = user.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!).ToList();
        if (roles.Find(name => organization.Model.Roles.Values.All(role => role.Name != name)) is { } unknown)
            throw new FormatException($"The organization has no security role '{unknown}'.");
        var language = user.TryGetProperty("language", out var lcid) ? lcid.GetInt32() : organization.Model.BaseLanguage;
        return new SeedUser(user.GetProperty("id").GetGuid(), user.GetProperty("name").GetString()!, language, roles);
    }

    private static ScheduledApi PlanOf(JsonElement entry) => new(
        entry.GetProperty("api").GetString()!,
        entry.GetProperty("everyMinutes").GetInt32(),
        entry.TryGetProperty("repeatWhile", out var output) ? output.GetString() : null,
        entry.TryGetProperty("faultsInto", out var input) ? input.GetString() : null);

    private static bool LoadRecord(Organization organization, string folder, JsonElement record)
    {
        var name = record.GetProperty("table").GetString()!;
        var id = record.GetProperty("id").GetGuid();
        if (!organization.Model.Tables.TryGetValue(name, out var table)) throw new FormatException($"The organization has no table '{name}'.");
        var files = record.TryGetProperty("files", out var given)
            ? given.EnumerateObject().ToDictionary(file => file.Name, file => PathOf(folder, file.Value.GetString()!), StringComparer.Ordinal)
            : [];

        var exists = Find(organization, table, id, table.PrimaryId) is not null;
        if (!exists) Create(organization, table, id, record, files);
        var isNew = !exists;
        foreach (var (column, path) in files)
        {
            var stored = table.Columns.ContainsKey(column + "id") ? column + "id" : column;
            if (Find(organization, table, id, stored)?.Contains(stored) == true) continue;
            Upload(organization, new EntityReference(name, id), column, path);
            isNew = true;
        }

        if (isNew && record.TryGetProperty("actions", out var actions))
        {
            foreach (var action in actions.EnumerateArray())
                organization.Execute(new OrganizationRequest(action.GetString()!) { ["Target"] = new EntityReference(name, id) }, organization.DefaultCaller);
        }

        return !exists;
    }

    private static void Create(Organization organization, TableModel table, Guid id, JsonElement record, Dictionary<string, string> files)
    {
        var row = new Entity(table.LogicalName, id);
        var closing = new Entity(table.LogicalName, id);
        if (record.TryGetProperty("values", out var values))
        {
            foreach (var property in values.EnumerateObject())
            {
                if (!table.Columns.TryGetValue(property.Name, out var column))
                    throw new FormatException($"The table '{table.LogicalName}' has no column '{property.Name}'.");
                var value = Value(column, property.Value);
                // A row is made in its first state and leaves it afterwards, as a client would do it.
                (IsLaterState(column, value) ? closing : row)[property.Name] = value;
            }
        }

        if (table.PrimaryImage is { } image && files.TryGetValue(image, out var path)) row[image] = File.ReadAllBytes(path);
        organization.Execute(new CreateRequest { Target = row }, organization.DefaultCaller);
        if (closing.Attributes.Count > 0) organization.Execute(new UpdateRequest { Target = closing }, organization.DefaultCaller);
    }

    private static bool IsLaterState(ColumnModel column, object? value) => value is OptionSetValue option
        && (column.Type == ColumnType.State ? option.Value != 0
            : column.Type == ColumnType.Status && column.Choice?.Options.Any(status => status.Value == option.Value && status.State is > 0) == true);

    private static Entity? Find(Organization organization, TableModel table, Guid id, string column)
    {
        var query = new QueryExpression(table.LogicalName) { ColumnSet = new ColumnSet(column), TopCount = 1 };
        query.Criteria.AddCondition(table.PrimaryId, ConditionOperator.Equal, id);
        var response = (RetrieveMultipleResponse)organization.Execute(new RetrieveMultipleRequest { Query = query }, organization.DefaultCaller);
        return response.EntityCollection.Entities.FirstOrDefault();
    }

    private static void Upload(Organization organization, EntityReference target, string column, string path)
    {
        var name = Path.GetFileName(path);
        var token = organization.Execute(new OrganizationRequest("InitializeFileBlocksUpload")
        {
            ["Target"] = target,
            ["FileAttributeName"] = column,
            ["FileName"] = name,
        }, organization.DefaultCaller)["FileContinuationToken"];
        var blocks = new List<string>();
        foreach (var block in File.ReadAllBytes(path).Chunk(BlockSize))
        {
            blocks.Add(Convert.ToBase64String(BitConverter.GetBytes(blocks.Count)));
            organization.Execute(new OrganizationRequest("UploadBlock")
            {
                ["FileContinuationToken"] = token,
                ["BlockId"] = blocks[^1],
                ["BlockData"] = block,
            }, organization.DefaultCaller);
        }

        organization.Execute(new OrganizationRequest("CommitFileBlocksUpload")
        {
            ["FileContinuationToken"] = token,
            ["FileName"] = name,
            ["MimeType"] = MimeOf(name),
            ["BlockList"] = blocks.ToArray(),
        }, organization.DefaultCaller);
    }

    private static object? Value(ColumnModel column, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => value.GetString(),
        ColumnType.Integer => value.GetInt32(),
        ColumnType.BigInteger => value.GetInt64(),
        ColumnType.Decimal => value.GetDecimal(),
        ColumnType.Money => new Money(value.GetDecimal()),
        ColumnType.Float => value.GetDouble(),
        ColumnType.Boolean => value.GetBoolean(),
        ColumnType.DateTime => Store.Values.Utc(value.GetDateTime()),
        ColumnType.UniqueIdentifier or ColumnType.PrimaryKey => value.GetGuid(),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue(value.GetInt32()),
        ColumnType.Choices => new OptionSetValueCollection([.. value.EnumerateArray().Select(option => new OptionSetValue(option.GetInt32()))]),
        ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer =>
            new EntityReference(value.GetProperty("table").GetString(), value.GetProperty("id").GetGuid()),
        _ => throw new FormatException($"A value for the column '{column.LogicalName}' of type '{column.TypeName}' belongs into 'files'."),
    };

    private static string PathOf(string folder, string relative)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, relative));
        return path.StartsWith(root, StringComparison.Ordinal) ? path : throw new FormatException($"The file '{relative}' lies outside of the sample.");
    }

    private static string MimeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".pdf" => "application/pdf",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
