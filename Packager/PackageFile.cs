namespace Packager;

/// <summary>A file of a package other than its three XML files at the root.</summary>
/// <param name="Name">Name of the zip entry, parted with '/'.</param>
/// <param name="Source">The unpacked file it was read from, relative to the folder; for a zip the entry itself.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PackageFile(string Name, string Source, ReadOnlyMemory<byte> Content);
