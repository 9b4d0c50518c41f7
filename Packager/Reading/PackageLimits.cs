namespace Packager.Reading;

/// <summary>How much of a package is read at most: whoever sends one decides nothing about our memory.</summary>
internal static class PackageLimits
{
    public const int ZipBytes = 128 * 1024 * 1024;
    public const int Entries = 10_000;
    public const int EntryBytes = 64 * 1024 * 1024;
    public const long TotalBytes = 256L * 1024 * 1024;

    /// <summary>An entry above one megabyte may not be more than this many times its packed size.</summary>
    public const int Ratio = 200;

    /// <summary>Smallest entry for which the ratio says anything: small XML packs very well.</summary>
    public const int RatioFloor = 1024 * 1024;

    public const int XmlDepth = 200;
    public const long XmlCharacters = 64L * 1024 * 1024;
}
