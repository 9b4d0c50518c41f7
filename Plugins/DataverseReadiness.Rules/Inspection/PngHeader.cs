namespace DataverseReadiness.Rules.Inspection;

/// <summary>The thirteen bytes of IHDR.</summary>
internal sealed class PngHeader
{
    private PngHeader(long width, long height, int bitsPerPixel, bool usesPalette, bool isGrey, int depth, bool isInterlaced)
    {
        Width = width;
        Height = height;
        BitsPerPixel = bitsPerPixel;
        UsesPalette = usesPalette;
        IsGrey = isGrey;
        Depth = depth;
        IsInterlaced = isInterlaced;
    }

    public long Width { get; }

    public long Height { get; }

    public int BitsPerPixel { get; }

    public bool UsesPalette { get; }

    public bool IsGrey { get; }

    public int Depth { get; }

    public bool IsInterlaced { get; }

    /// <summary>Reads the header; <paramref name="damage"/> names the first field that cannot be.</summary>
    public static PngHeader? Read(byte[] data, out long width, out long height, out Message? damage)
    {
        width = Bytes.Big32(data, 0);
        height = Bytes.Big32(data, 4);
        int depth = data[8], colour = data[9];
        damage = null;
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            damage = new Message("image.png.ihdr.size", Bytes.Text(width), Bytes.Text(height));
        else if (!IsAllowed(depth, colour))
            damage = new Message("image.png.ihdr.colour", Bytes.Text(depth), Bytes.Text(colour));
        else if (data[10] != 0)
            damage = new Message("image.png.ihdr.compression", Bytes.Text(data[10]));
        else if (data[11] != 0)
            damage = new Message("image.png.ihdr.filter", Bytes.Text(data[11]));
        else if (data[12] > 1)
            damage = new Message("image.png.ihdr.interlace", Bytes.Text(data[12]));
        if (damage is not null)
            return null;
        var channels = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        return new PngHeader(width, height, channels * depth, colour == 3, colour is 0 or 4, depth, data[12] == 1);
    }

    private static bool IsAllowed(int depth, int colour) => colour switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        3 => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };
}
