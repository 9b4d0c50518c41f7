namespace DataverseReadiness.Rules.Inspection;

/// <summary>What the bytes of an image say about it. Nothing here comes from a file name or a declared type.</summary>
public sealed class ImageInspection
{
    /// <summary>Creates the facts; <paramref name="format"/> is empty when the bytes are of no known image format.</summary>
    public ImageInspection(string format, int width, int height, long bytes, string sha256, Message? damage)
    {
        Format = format;
        Width = width;
        Height = height;
        Bytes = bytes;
        Sha256 = sha256;
        Damage = damage;
    }

    /// <summary>PNG, JPEG, GIF, BMP, TIFF, WebP or SVG; empty when the bytes are none of these.</summary>
    public string Format { get; }

    /// <summary>Width in pixels as the file declares it; 0 when it does not say.</summary>
    public int Width { get; }

    /// <summary>Height in pixels as the file declares it; 0 when it does not say.</summary>
    public int Height { get; }

    /// <summary>Number of bytes read.</summary>
    public long Bytes { get; }

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>What is wrong with the bytes, naming the place; null when nothing was found.</summary>
    public Message? Damage { get; }

    /// <summary>Whether the bytes start as a known image format does.</summary>
    public bool IsImage => Format.Length > 0;

    /// <summary>Whether it is an image and no damage was found.</summary>
    public bool IsIntact => IsImage && Damage is null;

    /// <summary>Whether an image column can hold the format: GIF, JPEG, TIFF, BMP or PNG.</summary>
    public bool IsStorable => Format is "GIF" or "JPEG" or "TIFF" or "BMP" or "PNG";
}
