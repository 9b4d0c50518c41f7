using Microsoft.Data.Sqlite;

namespace Sandbox.Store;

/// <summary>
/// Looks for damage in the structure of the database file. Every page is read, so a large one is checked beside the requests: from the moment that damage is found, none
/// is answered.
/// </summary>
internal sealed class DamageCheck : IDisposable
{
    /// <summary>Up to this size, in bytes, the check takes a fraction of a second and is made before anything else.</summary>
    private const long Small = 32 * 1024 * 1024;

    private readonly Connection? _connection;
    private readonly Task _task = Task.CompletedTask;
    private volatile string? _damage;

    /// <exception cref="DamagedDatabaseException">A small database is damaged.</exception>
    public DamageCheck(string file, Connection writer, Func<string, string> sentence)
    {
        if (new FileInfo(file).Length <= Small)
        {
            if (Verdict(writer) is { } verdict) throw new DamagedDatabaseException(sentence(verdict));
            return;
        }

        _connection = new Connection(file, readOnly: true);
        _task = Task.Factory.StartNew(() => Check(sentence), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What was found; null while nothing was.</summary>
    public string? Damage => _damage;

    public void Dispose()
    {
        _connection?.Interrupt();
        _task.Wait();
        _connection?.Dispose();
    }

    private void Check(Func<string, string> sentence)
    {
        try
        {
            _damage = Verdict(_connection!);
        }
        catch (SqliteException e)
        {
            if (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT) return;
            _damage = e.Message;
        }

        if (_damage is { } damage) Console.Error.WriteLine(sentence(damage));
    }

    private static string? Verdict(Connection connection) => connection.Text("PRAGMA quick_check(1)") is var verdict && verdict == "ok" ? null : verdict ?? "no verdict";
}
