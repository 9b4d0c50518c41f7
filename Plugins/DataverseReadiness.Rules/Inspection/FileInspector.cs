using System;
using System.IO;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Tells what a document is from its bytes.</summary>
public static class FileInspector
{
    private const int PdfReach = 1024;

    /// <summary>Inspects bytes already in memory.</summary>
    public static FileInspection Inspect(byte[] bytes) => Inspect(new MemoryStream(bytes, false));

    /// <summary>Inspects a seekable stream from its start to its end. The stream is not closed.</summary>
    public static FileInspection Inspect(Stream stream)
    {
        var start = Part(stream, 0, PdfReach);
        if (Bytes.Has(start, 0, "PK\u0003\u0004") || Bytes.Has(start, 0, "PK\u0005\u0006"))
            return Described(stream, ZipFormat(stream, out var zipDamage), zipDamage);
        if (Ascii(start).Contains("%PDF-"))
        {
            var end = Part(stream, Math.Max(0, stream.Length - PdfReach), PdfReach);
            return Described(stream, "PDF", Ascii(end).Contains("%%EOF") ? null : new Message("file.pdf.end"));
        }

        stream.Position = 0;
        var image = ImageInspector.Inspect(stream);
        var damage = image.IsImage ? image.Damage
            : start.Length == 0 ? new Message("file.empty")
            : new Message("file.unknown", BitConverter.ToString(start, 0, Math.Min(8, start.Length)));
        return new FileInspection(image.Format, image.Width, image.Height, image.Bytes, image.Sha256, damage);
    }

    private static FileInspection Described(Stream stream, string format, Message? damage)
    {
        stream.Position = 0;
        using var source = new ByteSource(stream);
        var sha256 = source.Finish();
        return new FileInspection(format, 0, 0, source.Length, sha256, damage);
    }

    private static string ZipFormat(Stream stream, out Message? damage)
    {
        using var zip = BoundedZip.Open(stream, "ZIP", new ZipBudget(), out damage);
        if (zip is null)
            return "ZIP";
        var types = zip.Entries.FirstOrDefault(entry => entry.FullName == "[Content_Types].xml");
        var isWord = types is not null && zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal));
        if (!isWord)
            return "ZIP";
        var document = zip.Entries.FirstOrDefault(entry => entry.FullName == "word/document.xml");
        if (document is null)
            damage = new Message("file.docx.document");
        else if (zip.Read(types!, out damage) is not null)
            zip.Read(document, out damage);
        return "DOCX";
    }

    private static byte[] Part(Stream stream, long offset, int count)
    {
        stream.Position = offset;
        var bytes = new byte[(int)Math.Min(count, stream.Length - offset)];
        var length = 0;
        for (int read; length < bytes.Length && (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
            length += read;
        return bytes;
    }

    private static string Ascii(byte[] bytes) => Encoding.ASCII.GetString(bytes, 0, bytes.Length);
}
