using System.Security.Cryptography;
using System.Text;
using Sandbox.Store;

namespace Sandbox.Tests.Fuzzing;

/// <summary>A digest of everything that an organization stores, read beside it.</summary>
internal sealed class StoreDigest(string folder) : IDisposable
{
    private readonly Connection _connection = new(Path.Combine(folder, "organization.db"), readOnly: true);
    private long? _version;
    private string _digest = "";

    /// <summary>The digest of the present content; worked out only when something was committed since.</summary>
    public string Current()
    {
        var version = _connection.Number("PRAGMA data_version");
        if (version == _version) return _digest;
        _version = version;
        return _digest = Compute();
    }

    private string Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _connection.ForgetStatements();
        foreach (var (name, sql) in Tables())
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{sql}\n"));
            var rows = _connection.Prepare($"SELECT * FROM {ColumnSchema.Quote(name)}");
            while (rows.Step())
            {
                for (var column = 0; column < rows.Columns; column++) hash.AppendData(Encoding.UTF8.GetBytes((rows.TextOrNull(column) ?? "\0") + "\u001f"));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // What is reserved ahead of use is no content, and what is logged about a refusal outlives it.
    private List<(string Name, string Sql)> Tables()
    {
        var tables = new List<(string, string)>();
        var statement = _connection.Prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('$meta', 'plugintracelog', 'importjob', 'asyncoperation') AND name NOT LIKE 'sqlite_stat%' ORDER BY name");
        while (statement.Step()) tables.Add((statement.Text(0), statement.Text(1)));
        return tables;
    }

    public void Dispose() => _connection.Dispose();
}
