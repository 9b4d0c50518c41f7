using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sandbox.Store;

/// <summary>The SQLite database of an organization: one writer behind a gate, any number of readers beside it.</summary>
internal sealed class Database : IDisposable
{
    // "DVSB", so that another program's database is not mistaken for ours.
    private const int ApplicationId = 0x44565342;
    private const string Advice = "Start with --reset to make a new one, or put a backup in its place.";
    private const int VersionReserve = 1_000_000;

    // Raised when an older sandbox could not read what this one writes.
    private const long Format = 1;

    private readonly string _file;
    private readonly FileStream _lock;
    private readonly DamageCheck _check;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentBag<Connection> _readers = [];
    private long _rowVersion;
    private long _reserved;
    private Action<string>? _told;

    private Database(string file, FileStream lockFile, Connection writer, DamageCheck check, bool isNew)
    {
        (_file, _lock, Writer, _check, IsNew) = (file, lockFile, writer, check, isNew);
        Changes = writer.Watch(new Connection(file, readOnly: true));
    }

    /// <summary>The one connection that writes; only for whoever holds the gate.</summary>
    public Connection Writer { get; private set; }

    /// <summary>What was changed lately; only for whoever holds the gate.</summary>
    public ChangeLog Changes { get; }

    /// <summary>Whether the database was made just now.</summary>
    public bool IsNew { get; }

    /// <summary>A sentence about damage that was found since the database was opened, without its place; null while none was.</summary>
    public string? Damage => _check.Damage is { } verdict ? $"The organization's database is damaged. {Advice} {verdict}" : null;

    /// <summary>How many bytes the database has.</summary>
    public long Size => (Writer.Number("PRAGMA page_count") ?? 0) * (Writer.Number("PRAGMA page_size") ?? 0);

    public static Database Open(string folder)
    {
        var file = Path.Combine(folder, "organization.db");
        FileStream lockFile;
        try
        {
            Directory.CreateDirectory(folder);
            lockFile = new FileStream(Path.Combine(folder, "organization.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DamagedDatabaseException($"The data folder '{folder}' cannot be used: another process has it open, or it is not writable.", e);
        }

        Connection? writer = null;
        DamageCheck? check = null;
        try
        {
            Batteries_V2.Init();
            var isNew = !File.Exists(file) || new FileInfo(file).Length == 0;
            writer = new Connection(file, readOnly: false);
            if (isNew)
            {
                writer.Run($"PRAGMA application_id = {ApplicationId}");
                writer.Run("CREATE TABLE \"$meta\" (name TEXT NOT NULL PRIMARY KEY, value TEXT) STRICT");
                writer.Run("CREATE TABLE \"$solution\" (uniquename TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, zip BLOB NOT NULL) STRICT");
                writer.Run("CREATE TABLE \"$blob\" (id TEXT NOT NULL PRIMARY KEY, thumbnail BLOB, content BLOB, name TEXT, mime TEXT) STRICT");
            }
            else if (writer.Number("PRAGMA application_id") != ApplicationId)
            {
                throw new DamagedDatabaseException($"The file '{file}' is not a database of this sandbox.");
            }

            if (writer.Number("SELECT CAST(value AS INTEGER) FROM \"$meta\" WHERE name = 'format'") is { } format and > Format)
            {
                throw new DamagedDatabaseException(
                    FormattableString.Invariant($"The database '{file}' was made by a newer sandbox (format {format}, and this one reads up to {Format}); update the sandbox, or start with another --data folder."));
            }

            check = new DamageCheck(file, writer, verdict => $"{Damaged(file)} {verdict}");
            var database = new Database(file, lockFile, writer, check, isNew);
            database.SetMeta("format", Format.ToString(CultureInfo.InvariantCulture));
            database.CheckTextRules();
            return database;
        }
        catch (SqliteException e)
        {
            check?.Dispose();
            writer?.Dispose();
            lockFile.Dispose();
            throw new DamagedDatabaseException(Damaged(file), e);
        }
        catch
        {
            check?.Dispose();
            writer?.Dispose();
            lockFile.Dispose();
            throw;
        }
    }

    /// <summary>The next row version; only for whoever holds the gate.</summary>
    public long NextRowVersion() => ++_rowVersion;

    /// <summary>Waits for the turn to write.</summary>
    public void EnterGate()
    {
        _gate.Wait();
        if (_rowVersion + (VersionReserve / 2) > _reserved) ReserveRowVersions(_rowVersion);
    }

    /// <summary>Lets the next one write.</summary>
    public void LeaveGate() => _gate.Release();

    /// <summary>Takes a connection for reading; give it back.</summary>
    public Connection RentReader() => _readers.TryTake(out var reader) ? reader : NewReader();

    public void Return(Connection reader) => _readers.Add(reader);

    /// <summary>Drops prepared statements of idle readers after a schema change.</summary>
    public void ForgetReaders()
    {
        while (_readers.TryTake(out var reader)) reader.Dispose();
    }

    /// <summary>Tells each statement that requests run from now on, its values in it: how benchmarks record them.</summary>
    public void Listen(Action<string> told)
    {
        _told = told;
        Writer.Listen(told);
        ForgetReaders();
    }

    public string? Meta(string name) => Writer.Text("SELECT value FROM \"$meta\" WHERE name = ?", name);

    public void SetMeta(string name, string value) =>
        Writer.Run("INSERT INTO \"$meta\" (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);

    private Connection NewReader()
    {
        var reader = new Connection(_file, readOnly: true);
        if (_told is { } told) reader.Listen(told);
        return reader;
    }

    // None is ever given twice, whatever happens to the process.
    private void ReserveRowVersions(long from)
    {
        _rowVersion = from;
        _reserved = from + VersionReserve;
        SetMeta("rowversion", _reserved.ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _check.Dispose();
        ForgetReaders();
        Changes.Dispose();
        Writer.Dispose();
        _lock.Dispose();
        _gate.Dispose();
    }

    // Indexes on text are sorted by the rules of the machine they were made on.
    private void CheckTextRules()
    {
        if (Meta("textrules") is { } rules && rules != TextRules.Version) Writer.Run("REINDEX " + TextRules.Collation);
        SetMeta("textrules", TextRules.Version);
        ReserveRowVersions(long.Parse(Meta("rowversion") ?? "1000", CultureInfo.InvariantCulture));
    }

    private static string Damaged(string file) => $"The database '{file}' is damaged. {Advice}";
}
