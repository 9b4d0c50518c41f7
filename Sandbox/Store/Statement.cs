using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sandbox.Store;

/// <summary>A prepared statement of one connection. Bind, step, read, and it is reset by the next use.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _handle;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    public void Bind(int index, object? value)
    {
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_handle, index),
            string text => raw.sqlite3_bind_text(_handle, index, text),
            long number => raw.sqlite3_bind_int64(_handle, index, number),
            int number => raw.sqlite3_bind_int64(_handle, index, number),
            double number => raw.sqlite3_bind_double(_handle, index, number),
            ReadOnlyMemory<byte> text => raw.sqlite3_bind_text(_handle, index, text.Span),
            byte[] bytes => raw.sqlite3_bind_blob(_handle, index, bytes),
            Guid id => raw.sqlite3_bind_text(_handle, index, id.ToString("D", CultureInfo.InvariantCulture)),
            bool flag => raw.sqlite3_bind_int64(_handle, index, flag ? 1 : 0),
            _ => throw new ArgumentException($"A value of type {value.GetType()} cannot be bound.", nameof(value)),
        });
    }

    /// <summary>Goes to the next row; false when there is none, and then the statement is free again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE)
        {
            Reset();
            return false;
        }

        try
        {
            Check(code);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Frees the statement for its next use, read to the end or not.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(_handle);
        _ = raw.sqlite3_clear_bindings(_handle);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(_handle, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long Number(int column) => raw.sqlite3_column_int64(_handle, column);

    public double Real(int column) => raw.sqlite3_column_double(_handle, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_handle, column).ToArray();

    /// <summary>How many columns a row of it has.</summary>
    public int Columns => raw.sqlite3_column_count(_handle);

    public string Name(int column) => raw.sqlite3_column_name(_handle, column).utf8_to_string();

    /// <summary>The value as it is stored, to be bound again: a number, a text's UTF-8, bytes or nothing.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(_handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Number(column),
        raw.SQLITE_FLOAT => Real(column),
        raw.SQLITE_BLOB => Bytes(column),
        _ => new ReadOnlyMemory<byte>(Bytes(column)),
    };

    public Guid Id(int column) => Guid.ParseExact(Text(column), "D");

    public void Dispose() => _handle.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
