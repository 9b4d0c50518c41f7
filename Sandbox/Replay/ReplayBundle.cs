using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Replay;

/// <summary>
/// One operation with all it takes to run it again elsewhere: the organization's database as it was before, in which the imported solution zips lie, and the
/// request, its caller, the clock and the timeline.
/// </summary>
internal sealed record ReplayBundle(
    DateTime Clock, Guid Caller, string CallerName, OrganizationRequest Request, IReadOnlyList<TimelineLine> Lines, Func<OrganizationOptions, OrganizationOptions> Switches)
{
    private const string Format = "sandbox-replay";
    private const int Version = 1;
    private const string DescriptionName = "replay.json";
    private const string DatabaseName = "organization.db";
    private const long LargestDatabase = 256L * 1024 * 1024;
    private const long LargestDescription = 64L * 1024 * 1024;

    /// <summary>Writes the bundle of an operation.</summary>
    /// <exception cref="ReplayException">There is no way back to what was before it, or it is too large.</exception>
    public static void Write(Engine engine, OperationRecord record, Stream target)
    {
        if (record.Sent is not { } request)
        {
            throw new ReplayException(record.Origin == "request"
                ? "The request of this operation was too large to be kept; repeat a smaller one."
                : "What runs by itself cannot be replayed on its own; export the save that queued it.");
        }

        if (request.RequestName == "CommitFileBlocksUpload")
            throw new ReplayException("An upload in blocks cannot be replayed: its blocks came before it and are gone.");
        JsonObject sent;
        try
        {
            sent = RequestSerializer.Write(request);
        }
        catch (OrganizationFault problem)
        {
            throw new ReplayException("The request cannot be put into a file: " + problem.Message, problem);
        }

        var folder = Directory.CreateTempSubdirectory("sandbox-bundle-").FullName;
        try
        {
            var file = Path.Combine(folder, DatabaseName);
            CopyAsBefore(engine, record.Mark, file);
            var options = engine.Options;
            var description = new JsonObject
            {
                ["format"] = Format,
                ["version"] = Version,
                ["database"] = Hash(file),
                ["solutions"] = Solutions(engine, file),
                ["switches"] = new JsonObject
                {
                    ["cascadeOrder"] = (int)options.CascadeOrder,
                    ["blockUploadRaisesUpdate"] = options.BlockUploadRaisesUpdate,
                    ["imageBytesInTarget"] = options.ImageBytesInTarget,
                    ["splitSpecialUpdates"] = options.SplitSpecialUpdates,
                    ["pluginTimeLimit"] = options.PluginTimeLimit.TotalSeconds,
                },
                ["clock"] = record.Started,
                ["caller"] = record.UserId,
                ["callerName"] = record.User,
                ["request"] = sent,
                ["timeline"] = new JsonArray([.. Timeline.Of(record).Select(line => (JsonNode)new JsonObject { ["text"] = line.Text, ["ms"] = line.Milliseconds })]),
            };
            using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
            using (var entry = zip.CreateEntry(DescriptionName).Open()) JsonSerializer.Serialize(entry, description);
            zip.CreateEntryFromFile(file, DatabaseName);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads a bundle and lays its database into a folder.</summary>
    /// <exception cref="ReplayException">The file is none, or damaged.</exception>
    public static ReplayBundle Read(string path, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var description = Description(zip.GetEntry(DescriptionName) ?? throw Damaged(path, $"it holds no '{DescriptionName}'"));
            if ((string?)description["format"] != Format) throw Damaged(path, "it is no replay bundle");
            if ((int?)description["version"] is var version && version != Version)
                throw new ReplayException(FormattableString.Invariant($"The bundle '{path}' has the version {version}; this sandbox replays version {Version}."));
            var entry = zip.GetEntry(DatabaseName) ?? throw Damaged(path, $"it holds no '{DatabaseName}'");
            if (entry.Length > LargestDatabase) throw Damaged(path, $"its database is larger than {LargestDatabase / 1024 / 1024} MB");
            var file = Path.Combine(folder, DatabaseName);
            entry.ExtractToFile(file);
            if (Hash(file) != (string?)description["database"]) throw Damaged(path, "its database is not the one that was recorded");
            var switches = description["switches"]!;
            return new ReplayBundle(
                ((DateTime)description["clock"]!).ToUniversalTime(),
                (Guid)description["caller"]!,
                (string)description["callerName"]!,
                RequestSerializer.Read(description["request"]!),
                [.. description["timeline"]!.AsArray().Select(line => new TimelineLine((string)line!["text"]!, (double?)line["ms"]))],
                options => options with
                {
                    CascadeOrder = (CascadeOrder)(int)switches["cascadeOrder"]!,
                    BlockUploadRaisesUpdate = (bool)switches["blockUploadRaisesUpdate"]!,
                    ImageBytesInTarget = (bool)switches["imageBytesInTarget"]!,
                    SplitSpecialUpdates = (bool)switches["splitSpecialUpdates"]!,
                    PluginTimeLimit = TimeSpan.FromSeconds((double)switches["pluginTimeLimit"]!),
                });
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ReplayException($"There is no file '{path}'.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ReplayException($"The file '{path}' cannot be read: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or InvalidOperationException or FormatException or NullReferenceException
            or OverflowException or ArgumentException or InvalidCastException or KeyNotFoundException)
        {
            throw Damaged(path, "not all of it is there, or it was changed", problem);
        }
    }

    private static void CopyAsBefore(Engine engine, long mark, string file)
    {
        var database = engine.Database;
        database.EnterGate();
        try
        {
            if (!database.Changes.Reaches(mark))
                throw new ReplayException("What the organization held before this operation is not known any more; repeat it, and export it before much else happens.");
            if (database.Size > LargestDatabase)
                throw new ReplayException(FormattableString.Invariant($"The database has {database.Size / 1024 / 1024} MB; a bundle takes at most {LargestDatabase / 1024 / 1024} MB."));
            database.Writer.CopyTo(file);
            using var copy = new Connection(file, readOnly: false);
            copy.Run("BEGIN IMMEDIATE");
            database.Changes.Undo(copy, mark);
            copy.Run("COMMIT");
        }
        finally
        {
            database.LeaveGate();
        }

        // Traces may hold what belongs to this machine; a save does not depend on them.
        using var rest = new Connection(file, readOnly: false);
        rest.Run("DELETE FROM plugintracelog");
        rest.Run("VACUUM"); // Nothing of what was taken out stays in free pages.
        rest.Run("PRAGMA journal_mode = DELETE");
    }

    /// <summary>Which solutions the database holds, so that a reader need not open it.</summary>
    private static JsonArray Solutions(Engine engine, string file)
    {
        using var copy = new Connection(file, readOnly: true);
        var zips = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var statement = copy.Prepare("SELECT uniquename, zip FROM \"$solution\"");
        while (statement.Step()) zips[statement.Text(0)] = Convert.ToHexStringLower(SHA256.HashData(statement.Bytes(1)));
        return new JsonArray([.. engine.State.Model.Solutions.Select(solution => (JsonNode)new JsonObject
        {
            ["name"] = solution.UniqueName,
            ["version"] = solution.Version.ToString(),
            ["managed"] = solution.IsManaged,
            ["zip"] = zips.GetValueOrDefault(solution.UniqueName),
        })]);
    }

    private static JsonObject Description(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestDescription) throw new InvalidDataException("The description is too large.");
        using var stream = entry.Open();
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static ReplayException Damaged(string path, string why, Exception? problem = null) =>
        new($"The file '{path}' cannot be replayed: {why}. Export it again from the trace page of the sandbox.", problem);
}
