using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>An upload in blocks, kept in memory until it is committed.</summary>
/// <param name="table">Table of the row.</param>
/// <param name="column">The image or file column.</param>
/// <param name="row">The row.</param>
/// <param name="user">Who began it; nobody else may go on with it.</param>
internal sealed class Upload(TableSchema table, ColumnSchema column, Guid row, Guid user)
{
    private readonly Dictionary<string, byte[]> _blocks = new(StringComparer.Ordinal);
    private readonly Lock _sync = new();
    private long _size;

    public TableSchema Table { get; } = table;

    public ColumnSchema Column { get; } = column;

    public Guid Row { get; } = row;

    public Guid User { get; } = user;

    public DateTime LastUsed { get; private set; } = DateTime.UtcNow;

    public void Add(string id, byte[] block)
    {
        lock (_sync)
        {
            var replaced = _blocks.TryGetValue(id, out var before) ? before.Length : 0;
            Binaries.CheckSize(Table, Column, _size - replaced + block.Length);
            _blocks[id] = block;
            _size += block.Length - replaced;
            LastUsed = DateTime.UtcNow;
        }
    }

    /// <summary>The blocks one after the other.</summary>
    public byte[] Join(IReadOnlyList<string> ids)
    {
        lock (_sync)
        {
            var blocks = ids.Select(id => _blocks.TryGetValue(id, out var block) ? block
                : throw Faults.Invalid($"The block '{id}' was not uploaded.")).ToList();
            Binaries.CheckSize(Table, Column, blocks.Sum(block => (long)block.Length));
            var content = new byte[blocks.Sum(block => block.Length)];
            var at = 0;
            foreach (var block in blocks)
            {
                block.CopyTo(content, at);
                at += block.Length;
            }

            return content;
        }
    }
}
