using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>A zip read in memory within a budget. Nothing is written to disk, so a path can do no harm; it is named all the same.</summary>
internal sealed class BoundedZip : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly ZipBudget _budget;

    private BoundedZip(ZipArchive archive, ZipBudget budget)
    {
        _archive = archive;
        _budget = budget;
        Entries = archive.Entries.ToList();
    }

    /// <summary>All entries, those of folders included.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries { get; }

    /// <summary>Opens a zip; null with the reason when it cannot be read or is beyond the budget.</summary>
    /// <param name="stream">A seekable stream. It is not closed.</param>
    /// <param name="name">Name of the zip for the reason.</param>
    /// <param name="budget">Shared by nested zips.</param>
    /// <param name="damage">Why it is not opened.</param>
    public static BoundedZip? Open(Stream stream, string name, ZipBudget budget, out Message? damage)
    {
        damage = null;
        try
        {
            var directory = ZipDirectory.Read(stream, ZipBudget.MaxEntries);
            if (directory.Entries > ZipBudget.MaxEntries)
                damage = new Message("package.zip.entries", name, Bytes.Text(ZipBudget.MaxEntries));
            else if (directory.Encrypted is { } encrypted)
                damage = new Message("package.zip.encrypted", name, encrypted);
            if (damage is not null)
                return null;

            stream.Position = 0;
            var zip = new BoundedZip(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), budget);
            damage = zip.Check(name, stream.Length);
            if (damage is null)
                return zip;
            zip.Dispose();
            return null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            damage = new Message("package.zip.unreadable", name);
            return null;
        }
    }

    /// <summary>Unpacks one entry; null with the reason when it cannot be or is beyond the budget.</summary>
    public byte[]? Read(ZipArchiveEntry entry, out Message? damage)
    {
        var buffer = new ByteBuffer(step: 1);
        return Read(entry, buffer, out damage) ? buffer.Data : null;
    }

    /// <summary>Unpacks one entry into a buffer; false with the reason when it cannot be or is beyond the budget.</summary>
    public bool Read(ZipArchiveEntry entry, ByteBuffer buffer, out Message? damage)
    {
        damage = null;
        try
        {
            // The sizes were checked against each other when the zip was opened, so that a small file cannot ask for much.
            if (entry.Length > _budget.Left)
            {
                damage = TooLarge(entry);
                return false;
            }

            using var packed = Open(entry);
            buffer.Resize(entry.Length);
            var count = 0;
            for (int read; count < buffer.Length && (read = packed.Read(buffer.Data, count, buffer.Length - count)) > 0;)
                count += read;
            if (count == buffer.Length && packed.ReadByte() < 0)
                return true;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            // Named below: the same as an entry that ends too early.
        }

        damage = _budget.Left < 0 ? TooLarge(entry) : new Message("package.zip.entry", entry.FullName);
        return false;
    }

    /// <summary>The unpacked bytes of one entry as they are asked for; ends with an exception where the budget does.</summary>
    public Stream Open(ZipArchiveEntry entry) => new BudgetStream(entry.Open(), _budget);

    public void Dispose() => _archive.Dispose();

    public static bool IsUnreadable(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException or ObjectDisposedException;

    private static Message TooLarge(ZipArchiveEntry entry) => new Message("package.zip.size", entry.FullName, Bytes.Text(ZipBudget.MaxBytes));

    private Message? Check(string name, long zipBytes)
    {
        // The runtime may have found another directory than ours.
        if (Entries.Count > ZipBudget.MaxEntries)
            return new Message("package.zip.entries", name, Bytes.Text(ZipBudget.MaxEntries));

        decimal total = 0;
        foreach (var entry in Entries)
        {
            total += entry.Length;
            if (entry.Length > ZipBudget.RatioFree && entry.Length / Math.Max(1, entry.CompressedLength) > ZipBudget.MaxRatio)
                return new Message("package.zip.ratio", entry.FullName, Bytes.Text(ZipBudget.MaxRatio));
            if (total > ZipBudget.MaxBytes || entry.Length < 0)
                return TooLarge(entry);
            if (entry.CompressedLength > zipBytes)
                return new Message("package.zip.entry", entry.FullName);
        }

        return null;
    }
}
