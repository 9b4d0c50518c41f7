namespace DataverseReadiness.Rules.Inspection;

/// <summary>How much unpacking one inspection may do, nested zips included. A zip that wants more is refused by name.</summary>
internal sealed class ZipBudget
{
    /// <summary>Entries of one zip.</summary>
    public const int MaxEntries = 5000;

    /// <summary>Unpacked size of one entry, and of all entries that are read.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>Unpacked to packed size of an entry over one megabyte.</summary>
    public const int MaxRatio = 200;

    /// <summary>Size up to which the ratio does not matter.</summary>
    public const long RatioFree = 1024 * 1024;

    /// <summary>Bytes that may still be unpacked.</summary>
    public long Left { get; set; } = MaxBytes;
}
