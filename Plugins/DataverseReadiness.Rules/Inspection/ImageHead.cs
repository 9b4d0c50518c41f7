namespace DataverseReadiness.Rules.Inspection;

/// <summary>What one format's reader found.</summary>
internal struct ImageHead
{
    public ImageHead(string format, long width, long height, Message? damage)
    {
        Format = format;
        Width = width is > 0 and <= int.MaxValue ? (int)width : 0;
        Height = height is > 0 and <= int.MaxValue ? (int)height : 0;
        Damage = damage;
    }

    public string Format { get; }

    public int Width { get; }

    public int Height { get; }

    public Message? Damage { get; set; }
}
