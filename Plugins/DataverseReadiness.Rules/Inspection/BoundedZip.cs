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
            if (DeclaredEntries(stream) > ZipBudget.MaxEntries)
            {
                damage = new Message("package.zip.entries", name, Bytes.Text(ZipBudget.MaxEntries));
                return null;
            }

            stream.Position = 0;
            var zip = new BoundedZip(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), budget);
            damage = zip.Check(name);
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
        damage = null;
        try
        {
            using var packed = entry.Open();
            using var unpacked = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int count;
            while ((count = packed.Read(buffer, 0, buffer.Length)) > 0)
            {
                _budget.Left -= count;
                unpacked.Write(buffer, 0, count);
                if (_budget.Left < 0 || unpacked.Length > entry.Length)
                {
                    damage = new Message("package.zip.size", entry.FullName, Bytes.Text(ZipBudget.MaxBytes));
                    return null;
                }
            }

            if (unpacked.Length == entry.Length)
                return unpacked.ToArray();
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            // Named below: the same as an entry that ends too early.
        }

        damage = new Message("package.zip.entry", entry.FullName);
        return null;
    }

    public void Dispose() => _archive.Dispose();

    private static bool IsUnreadable(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException or ObjectDisposedException;

    private Message? Check(string name)
    {
        if (Entries.Count > ZipBudget.MaxEntries)
            return new Message("package.zip.entries", name, Bytes.Text(ZipBudget.MaxEntries));
        decimal total = 0;
        foreach (var entry in Entries)
        {
            total += entry.Length;
            if (entry.Length > ZipBudget.RatioFree && entry.Length / Math.Max(1, entry.CompressedLength) > ZipBudget.MaxRatio)
                return new Message("package.zip.ratio", entry.FullName, Bytes.Text(ZipBudget.MaxRatio));
            if (total > ZipBudget.MaxBytes || entry.Length < 0)
                return new Message("package.zip.size", entry.FullName, Bytes.Text(ZipBudget.MaxBytes));
        }

        return null;
    }

    /// <summary>The number of entries in the end-of-central-directory record, before anything is allocated for them.</summary>
    private static int DeclaredEntries(Stream stream)
    {
        var tail = new byte[(int)Math.Min(stream.Length, 22 + 65535)];
        stream.Position = stream.Length - tail.Length;
        var count = 0;
        for (int read; count < tail.Length && (read = stream.Read(tail, count, tail.Length - count)) > 0;)
            count += read;
        for (var i = tail.Length - 22; i >= 0; i--)
        {
            if (Bytes.Has(tail, i, "PK\u0005\u0006"))
                return Bytes.Little16(tail, i + 10);
        }

        throw new InvalidDataException();
    }
}
