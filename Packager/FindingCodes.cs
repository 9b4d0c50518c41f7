namespace Packager;

/// <summary>The kinds of findings. A name, once shipped, keeps its meaning.</summary>
internal static class FindingCodes
{
    // The container.
    public const string ZipDamaged = nameof(ZipDamaged);
    public const string ZipLimit = nameof(ZipLimit);
    public const string ZipEntryName = nameof(ZipEntryName);
    public const string ZipEntryTwice = nameof(ZipEntryTwice);
    public const string RootFileMissing = nameof(RootFileMissing);
    public const string ContentType = nameof(ContentType);
    public const string StrayFile = nameof(StrayFile);
    public const string MapFile = nameof(MapFile);
    public const string MapTarget = nameof(MapTarget);
    public const string MergePart = nameof(MergePart);
    public const string BodyMissing = nameof(BodyMissing);

    // XML as such.
    public const string XmlMalformed = nameof(XmlMalformed);
    public const string XmlDtd = nameof(XmlDtd);
    public const string XmlLimit = nameof(XmlLimit);
}
