namespace DataverseReadiness.Rules.Inspection;

/// <summary>What the bytes of a document say about it.</summary>
public sealed class FileInspection
{
    /// <summary>Creates the facts; <paramref name="format"/> is empty when the bytes are of no known format.</summary>
    public FileInspection(string format, int width, int height, long bytes, string sha256, Message? damage)
    {
        Format = format;
        Width = width;
        Height = height;
        Bytes = bytes;
        Sha256 = sha256;
        Damage = damage;
    }

    /// <summary>PDF, DOCX, ZIP or one of the image formats of <see cref="ImageInspection.Format"/>; empty when unknown.</summary>
    public string Format { get; }

    /// <summary>Width in pixels for an image, else 0.</summary>
    public int Width { get; }

    /// <summary>Height in pixels for an image, else 0.</summary>
    public int Height { get; }

    /// <summary>Number of bytes read.</summary>
    public long Bytes { get; }

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>What is wrong with the bytes; null when nothing was found.</summary>
    public Message? Damage { get; }

    /// <summary>Whether the format is known and no damage was found.</summary>
    public bool IsIntact => Format.Length > 0 && Damage is null;
}
