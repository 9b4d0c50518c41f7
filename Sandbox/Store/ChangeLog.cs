using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sandbox.Store;

/// <summary>
/// What the last transactions changed, with the rows as they were before: how the database of a while ago is made again. SQLite tells which rows a transaction
/// touches; the rows themselves are read just before the commit on a connection beside the writer's, which still sees what was.
/// </summary>
/// <remarks>The hooks run on the thread that writes, which holds the gate; so does whoever asks.</remarks>
internal sealed class ChangeLog : IDisposable
{
    private const int MostRows = 20_000;
    private const int MostReadings = 300;
    private const long MostBytes = 32 * 1024 * 1024;

    // SQLite's codes of the three kinds of change.
    private const int Delete = 9;
    private const int Insert = 18;

    private readonly Connection _before;
    private readonly Dictionary<(string Table, long Row), (int First, int Last)> _pending = [];
    private readonly LinkedList<Transaction> _transactions = new();
    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);
    private int _rows;
    private long _bytes;
    private long? _schema;
    private bool _overflow;

    // Kept so that the collector leaves alone what SQLite calls.
    private readonly strdelegate_update _updated;
    private readonly delegate_commit _committing;
    private readonly delegate_rollback _rolledBack;

    public ChangeLog(sqlite3 writer, Connection before)
    {
        _before = before;
        _updated = (_, kind, _, table, row) => Note(kind, table, row);
        _committing = _ => Keep();
        _rolledBack = _ => Drop();
        raw.sqlite3_update_hook(writer, _updated, null);
        raw.sqlite3_commit_hook(writer, _committing, null);
        raw.sqlite3_rollback_hook(writer, _rolledBack, null);
    }

    /// <summary>How many transactions there were; what is read now can be read again as long as the log goes back that far.</summary>
    public long Mark { get; private set; }

    /// <summary>What the running transaction has changed so far, by table.</summary>
    public IReadOnlyList<(string Table, int Created, int Updated, int Deleted)> Pending() =>
        [.. _pending.GroupBy(change => change.Key.Table, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (
            group.Key,
            group.Count(change => change.Value is { First: Insert, Last: not Delete }),
            group.Count(change => change.Value is { First: not Insert, Last: not Delete }),
            group.Count(change => change.Value is { First: not Insert, Last: Delete })))];

    /// <summary>Whether <see cref="Undo"/> can go back to a mark.</summary>
    public bool Reaches(long mark) => mark >= Mark - _transactions.Count && !(_schema is { } known && known != SchemaVersion(_before));

    /// <summary>Turns a copy of the present database back to what it was at a mark.</summary>
    public void Undo(Connection copy, long mark)
    {
        var (transaction, at) = (_transactions.Last, Mark);
        for (; at > mark; at--, transaction = transaction!.Previous)
        {
            foreach (var row in transaction!.Value.Rows)
                copy.Run($"DELETE FROM {ColumnSchema.Quote(row.Table)} WHERE rowid = ?", row.Id);
            foreach (var row in transaction.Value.Rows)
            {
                if (row.Values is not { } values) continue;
                var names = string.Concat(row.Names!.Select(name => ", " + ColumnSchema.Quote(name)));
                var marks = string.Concat(Enumerable.Repeat(", ?", values.Length));
                copy.Run($"INSERT INTO {ColumnSchema.Quote(row.Table)} (rowid{names}) VALUES (?{marks})", [row.Id, .. values]);
            }
        }
    }

    public void Dispose() => _before.Dispose();

    private void Note(int kind, string table, long row)
    {
        if (_overflow) return;
        if (_pending.Count == MostRows)
        {
            _overflow = true;
            return;
        }

        _pending[(table, row)] = _pending.TryGetValue((table, row), out var known) ? (known.First, kind) : (kind, kind);
    }

    private int Keep()
    {
        var looking = false;
        try
        {
            var schema = SchemaVersion(_before);
            if (_schema != schema || _overflow) Forget();
            _schema = schema;
            var rows = new List<Row>(_pending.Count);
            var bytes = 0L;
            if (!_overflow)
            {
                _before.Run("BEGIN"); // One look at the file for all rows.
                looking = true;
                foreach (var ((table, row), (first, _)) in _pending)
                {
                    var kept = first == Insert ? new Row(table, row, null, null) : Read(table, row);
                    rows.Add(kept);
                    bytes += kept.Bytes;
                }

                _before.Run("COMMIT");
                looking = false;
            }

            Mark++;
            if (_overflow) _transactions.Clear();
            else Add(new Transaction(rows, bytes));
        }
        catch (SqliteException)
        {
            // Nothing is lost but the way back.
            Mark++;
            Forget();
            if (looking) _before.Run("ROLLBACK");
        }

        Drop();
        return 0;
    }

    private void Add(Transaction transaction)
    {
        _transactions.AddLast(transaction);
        _rows += transaction.Rows.Count;
        _bytes += transaction.Bytes;
        while (_transactions.First is { } oldest && (_rows > MostRows || _bytes > MostBytes))
        {
            _transactions.RemoveFirst();
            _rows -= oldest.Value.Rows.Count;
            _bytes -= oldest.Value.Bytes;
        }
    }

    private Row Read(string table, long row)
    {
        if (!_readings.TryGetValue(table, out var reading))
        {
            if (_readings.Count == MostReadings) ForgetReadings();
            var all = _before.Prepare($"SELECT * FROM {ColumnSchema.Quote(table)} WHERE rowid = ?");
            _readings[table] = reading = new Reading(all, [.. Enumerable.Range(0, all.Columns).Select(all.Name)]);
        }

        var statement = reading.Statement;
        statement.Reset();
        statement.Bind(1, row);
        if (!statement.Step()) return new Row(table, row, null, null);
        var values = new object?[reading.Names.Length];
        for (var column = 0; column < values.Length; column++) values[column] = statement.Value(column);
        statement.Reset();
        return new Row(table, row, reading.Names, values);
    }

    private void Drop()
    {
        _pending.Clear();
        _overflow = false;
    }

    private void Forget()
    {
        _transactions.Clear();
        (_rows, _bytes) = (0, 0);
        ForgetReadings();
    }

    private void ForgetReadings()
    {
        _readings.Clear();
        _before.ForgetStatements();
    }

    private static long SchemaVersion(Connection connection) => connection.Number("PRAGMA schema_version") ?? 0;

    private sealed record Reading(Statement Statement, string[] Names);

    private sealed record Transaction(IReadOnlyList<Row> Rows, long Bytes);

    private sealed record Row(string Table, long Id, string[]? Names, object?[]? Values)
    {
        public long Bytes { get; } = 64 + (Values?.Sum(value => value switch { ReadOnlyMemory<byte> text => text.Length, byte[] bytes => bytes.Length, _ => 16 }) ?? 0);
    }
}
