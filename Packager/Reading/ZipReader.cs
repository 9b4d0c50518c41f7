using System.IO.Compression;

namespace Packager.Reading;

/// <summary>Reads a solution zip within fixed bounds.</summary>
internal sealed class ZipReader
{
    private const string SolutionXml = "solution.xml";
    private const string CustomizationsXml = "customizations.xml";
    private const string ContentTypesXml = "[Content_Types].xml";

    private readonly PackageContent _content = new();
    private long _total;

    public PackageContent Read(Stream stream)
    {
        try
        {
            using var bounded = Bounded(stream);
            if (bounded == null) return _content;
            using var zip = new ZipArchive(bounded, ZipArchiveMode.Read);
            ReadEntries(zip);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            Report(FindingCodes.ZipDamaged, "", $"The zip is damaged or cut off: {e.Message}");
        }

        return _content;
    }

    private MemoryStream? Bounded(Stream stream)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (copy.Length + count > PackageLimits.ZipBytes)
            {
                Report(FindingCodes.ZipLimit, "", $"The zip is larger than {PackageLimits.ZipBytes} bytes.");
                copy.Dispose();
                return null;
            }

            copy.Write(buffer, 0, count);
        }

        copy.Position = 0;
        return copy;
    }

    private void ReadEntries(ZipArchive zip)
    {
        if (zip.Entries.Count > PackageLimits.Entries)
        {
            Report(FindingCodes.ZipLimit, "", $"The zip has {zip.Entries.Count} entries; {PackageLimits.Entries} are read at most.");
            return;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            if (!HasSafeName(entry)) continue;
            if (!seen.Add(entry.FullName))
                Report(FindingCodes.ZipEntryTwice, entry.FullName, $"The zip has the entry '{entry.FullName}' more than once.");
            else if (!entry.FullName.EndsWith('/') && Bytes(entry) is { } bytes)
                Keep(entry.FullName, bytes);
        }

        foreach (var name in new[] { SolutionXml, CustomizationsXml, ContentTypesXml })
        {
            if (seen.Contains(name) && zip.GetEntry(name) != null) continue;
            var deeper = zip.Entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
            Report(FindingCodes.RootFileMissing, "", deeper == null
                ? $"The zip has no '{name}' at its root."
                : $"The zip has no '{name}' at its root, but '{deeper.FullName}'.");
        }
    }

    private bool HasSafeName(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var parts = name.TrimEnd('/').Split('/');
        if (name.Length > 0 && !name.Any(c => c is '\\' or ':' || char.IsControl(c)) && parts.All(part => part is not ("" or "." or "..")))
            return true;
        Report(FindingCodes.ZipEntryName, "", $"The entry name '{Printable(name)}' is not a relative path parted with '/'.");
        return false;
    }

    private byte[]? Bytes(ZipArchiveEntry entry)
    {
        if (entry.Length > PackageLimits.EntryBytes || _total + entry.Length > PackageLimits.TotalBytes)
        {
            Report(FindingCodes.ZipLimit, entry.FullName,
                $"The entry unpacks to {entry.Length} bytes; {PackageLimits.EntryBytes} an entry and {PackageLimits.TotalBytes} in all are read at most.");
            return null;
        }

        if (entry.Length > PackageLimits.RatioFloor && entry.Length / PackageLimits.Ratio > entry.CompressedLength)
        {
            Report(FindingCodes.ZipLimit, entry.FullName,
                $"The entry unpacks to more than {PackageLimits.Ratio} times its packed size.");
            return null;
        }

        try
        {
            var bytes = new byte[entry.Length];
            using var stream = entry.Open();
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count == bytes.Length && stream.ReadByte() < 0 && Crc32.Of(bytes) == entry.Crc32)
            {
                _total += bytes.Length;
                return bytes;
            }

            Report(FindingCodes.ZipDamaged, entry.FullName, "The entry's size or checksum is not the one the zip promises.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            Report(FindingCodes.ZipDamaged, entry.FullName, $"The entry cannot be unpacked: {e.Message}");
        }

        return null;
    }

    private void Keep(string name, byte[] bytes)
    {
        switch (name)
        {
            case SolutionXml:
                _content.Solution = SafeXml.Load(bytes, name, _content.Findings);
                break;
            case CustomizationsXml:
                _content.Customizations = SafeXml.Load(bytes, name, _content.Findings);
                break;
            case ContentTypesXml:
                _content.ContentTypes = SafeXml.Load(bytes, name, _content.Findings);
                break;
            default:
                _content.Add(new(name, name, bytes));
                break;
        }
    }

    private void Report(string code, string entry, string message) => _content.Findings.Add(new(code, entry, 0, message));

    private static string Printable(string name) => string.Concat(name.Take(200).Select(c => char.IsControl(c) ? '?' : c));
}
