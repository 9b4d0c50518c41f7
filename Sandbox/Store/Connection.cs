using Microsoft.Data.Sqlite;

namespace Sandbox.Store;

/// <summary>One SQLite connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private const int StatementLimit = 400;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public Connection(string file, bool readOnly)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        try
        {
            _connection.Open();
            TextRules.Register(_connection);
            Query.UserTime.Register(_connection);
            Run("PRAGMA busy_timeout = 10000");
            if (!readOnly)
            {
                Run("PRAGMA journal_mode = WAL");
                Run("PRAGMA wal_autocheckpoint = 8000"); // Most pages are written again and again: copy them back seldom.
            }

            Run("PRAGMA synchronous = FULL");
            Run("PRAGMA temp_store = MEMORY");
            Run("PRAGMA cache_size = -16000");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Notes what this connection changes from now on.</summary>
    /// <param name="before">A connection of its own, which sees what is committed.</param>
    public ChangeLog Watch(Connection before) => new(_connection.Handle!, before);

    /// <summary>Tells each statement that runs from now on, its values in it.</summary>
    public void Listen(Action<string> told) => SQLitePCL.raw.sqlite3_trace(_connection.Handle, (_, sql) => told(sql.utf8_to_string()), null);

    /// <summary>Copies the database, page by page, into a new file.</summary>
    public void CopyTo(string file)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        copy.Open();
        _connection.BackupDatabase(copy);
    }

    /// <summary>The prepared statement of the text; prepared once.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        if (_statements.Count >= StatementLimit) ForgetStatements();
        statement = new Statement(_connection.Handle!, sql);
        _statements.Add(sql, statement);
        return statement;
    }

    /// <summary>Runs a statement to its end.</summary>
    public void Run(string sql)
    {
        var statement = Prepare(sql);
        while (statement.Step()) { }
    }

    /// <summary>Runs a statement with parameters to its end and says how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Prepare(sql, parameters);
        while (statement.Step()) { }
        return SQLitePCL.raw.sqlite3_changes(_connection.Handle);
    }

    /// <summary>Prepares and binds.</summary>
    public Statement Prepare(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Prepare(sql);
        statement.Reset();
        for (var index = 0; index < parameters.Length; index++) statement.Bind(index + 1, parameters[index]);
        return statement;
    }

    /// <summary>Whether the query has a row.</summary>
    public bool Any(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Prepare(sql, parameters);
        var any = statement.Step();
        statement.Reset();
        return any;
    }

    /// <summary>The number in the first column of the first row; null for none.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Prepare(sql, parameters);
        long? number = statement.Step() && !statement.IsNull(0) ? statement.Number(0) : null;
        statement.Reset();
        return number;
    }

    /// <summary>The text in the first column of the first row; null for none.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Prepare(sql, parameters);
        var text = statement.Step() ? statement.TextOrNull(0) : null;
        statement.Reset();
        return text;
    }

    /// <summary>Ends what the connection is doing; the one call that another thread may make.</summary>
    public void Interrupt() => SQLitePCL.raw.sqlite3_interrupt(_connection.Handle);

    /// <summary>Drops the prepared statements, as schema changes want it.</summary>
    public void ForgetStatements()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }

    public void Dispose()
    {
        ForgetStatements();
        _connection.Dispose();
    }
}
