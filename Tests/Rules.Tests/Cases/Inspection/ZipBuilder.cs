using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Builds an AppSource package in memory; a case changes one file of it.</summary>
public sealed class ZipBuilder
{
    private readonly List<KeyValuePair<string, byte[]>> _files = new List<KeyValuePair<string, byte[]>>();

    /// <summary>A package that is complete: one anchor solution, one language.</summary>
    public static ZipBuilder Package() => new ZipBuilder()
        .With("input.xml", Input())
        .With("[Content_Types].xml", Types)
        .With("logo.png", PngBuilder.Image(32, 32))
        .With("terms.html", "<h1>Terms</h1><p>Use it as you like.</p>")
        .With("package.zip", Inner().Bytes());

    /// <summary>The inner zip of a complete package.</summary>
    public static ZipBuilder Inner() => new ZipBuilder()
        .With("[Content_Types].xml", Types)
        .With("Deploy.dll", "MZ")
        .With("PkgFolder/ImportConfig.xml", Config)
        .With("PkgFolder/App_managed.zip", Solution().Bytes());

    /// <summary>A managed solution of the name App.</summary>
    public static ZipBuilder Solution() => new ZipBuilder()
        .With("solution.xml", Manifest)
        .With("customizations.xml", "<ImportExportXml/>");

    public const string Manifest =
        "<?xml version=\"1.0\"?><ImportExportXml><SolutionManifest><UniqueName>App</UniqueName>" +
        "<LocalizedNames><LocalizedName description=\"App\" languagecode=\"1033\" /></LocalizedNames><Version>1.2.3.4</Version><Managed>1</Managed></SolutionManifest></ImportExportXml>";

    public const string Config =
        "<?xml version=\"1.0\"?><configdatastorage><solutions><configsolutionfile solutionpackagefilename=\"App_managed.zip\" /></solutions></configdatastorage>";

    public const string Types =
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
        "<Default Extension=\"xml\" ContentType=\"application/octet-stream\" /><Default Extension=\"zip\" ContentType=\"application/octet-stream\" />" +
        "<Default Extension=\"dll\" ContentType=\"application/octet-stream\" /><Default Extension=\"png\" ContentType=\"application/octet-stream\" />" +
        "<Default Extension=\"html\" ContentType=\"application/octet-stream\" /></Types>";

    public static string Input(string? element = null, string value = "", string? locales = null)
    {
        var values = new[]
        {
            new[] { "ProviderName", "Contoso" }, new[] { "PackageFile", "package.zip" }, new[] { "SolutionAnchorName", "App_managed.zip" }, new[] { "StartDate", "12/20/2018" },
            new[] { "EndDate", "12/20/2028" }, new[] { "SupportedCountries", "SE,US,GB" }, new[] { "LearnMoreLink", "https://contoso.com/app" },
        };
        return "<?xml version=\"1.0\"?><PvsPackageData>" +
            string.Join("", values.Select(pair => "<" + pair[0] + ">" + (pair[0] == element ? value : pair[1]) + "</" + pair[0] + ">").ToArray()) +
            "<Locales>" + (locales ?? Locale("1033")) + "</Locales></PvsPackageData>";
    }

    public static string Locale(string code, string isDefault = "true", string logo = "<Logo>logo.png</Logo>", string terms = "<Terms><PackageTerm File=\"terms.html\" /></Terms>") =>
        "<PackageLocale Code=\"" + code + "\" IsDefault=\"" + isDefault + "\">" + logo + terms + "</PackageLocale>";

    public ZipBuilder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a file, or replaces the one of the same path.</summary>
    public ZipBuilder With(string path, byte[] bytes)
    {
        var index = _files.FindIndex(file => file.Key == path);
        if (index >= 0)
            _files[index] = new KeyValuePair<string, byte[]>(path, bytes);
        else
            _files.Add(new KeyValuePair<string, byte[]>(path, bytes));
        return this;
    }

    /// <summary>Adds a file even when there is one of the same path.</summary>
    public ZipBuilder And(string path, string text)
    {
        _files.Add(new KeyValuePair<string, byte[]>(path, Encoding.UTF8.GetBytes(text)));
        return this;
    }

    public ZipBuilder Without(string path)
    {
        _files.RemoveAll(file => file.Key == path);
        return this;
    }

    public ZipBuilder Renamed(string path, string name)
    {
        var index = _files.FindIndex(file => file.Key == path);
        _files[index] = new KeyValuePair<string, byte[]>(name, _files[index].Value);
        return this;
    }

    public ZipBuilder InFolder(string folder)
    {
        for (var i = 0; i < _files.Count; i++)
            _files[i] = new KeyValuePair<string, byte[]>(folder + _files[i].Key, _files[i].Value);
        return this;
    }

    /// <param name="isSeekable">Whether lengths are written before the data, as where a writer can go back.</param>
    public byte[] Bytes(bool isSeekable = true)
    {
        using (var stream = new MemoryStream())
        {
            using (var zip = new ZipArchive(isSeekable ? stream : new OneWay(stream), ZipArchiveMode.Create, true))
            {
                foreach (var file in _files)
                {
                    using (var entry = zip.CreateEntry(file.Key, CompressionLevel.Optimal).Open())
                        entry.Write(file.Value, 0, file.Value.Length);
                }
            }

            return stream.ToArray();
        }
    }

    /// <summary>The same zip, the first entry of its directory marked as encrypted.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        var marked = (byte[])zip.Clone();
        marked[Directory(zip) + 8] |= 1;
        return marked;
    }

    /// <summary>The same zip with its directory found through a record of Zip64.</summary>
    /// <param name="isMasked">Whether the place of the directory refers to the record. If not, the number of entries does, and the place is a wrong one.</param>
    public static byte[] Zip64(byte[] zip, bool isMasked)
    {
        var end = zip.Length - 22;
        var count = BitConverter.GetBytes((long)BitConverter.ToUInt16(zip, end + 10));
        var record = new List<byte> { (byte)'P', (byte)'K', 6, 6 };
        record.AddRange(BitConverter.GetBytes(44L));
        record.AddRange(new byte[] { 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
        record.AddRange(count);
        record.AddRange(count);
        record.AddRange(BitConverter.GetBytes((long)BitConverter.ToUInt32(zip, end + 12)));
        record.AddRange(BitConverter.GetBytes((long)Directory(zip)));
        record.AddRange(new byte[] { (byte)'P', (byte)'K', 6, 7, 0, 0, 0, 0 });
        record.AddRange(BitConverter.GetBytes((long)end));
        record.AddRange(new byte[] { 1, 0, 0, 0 });
        var tail = zip.Skip(end).ToArray();
        for (var i = 8; i < 12; i++)
            tail[i] = 255;
        BitConverter.GetBytes(isMasked ? uint.MaxValue : (uint)end).CopyTo(tail, 16);
        return zip.Take(end).Concat(record).Concat(tail).ToArray();
    }

    /// <summary>A zip of one file, named so many times by its directory.</summary>
    public static byte[] Repeated(byte[] zip, ushort times)
    {
        int start = Directory(zip), end = zip.Length - 22;
        var tail = zip.Skip(end).ToArray();
        BitConverter.GetBytes(times).CopyTo(tail, 8);
        BitConverter.GetBytes(times).CopyTo(tail, 10);
        BitConverter.GetBytes((uint)((end - start) * times)).CopyTo(tail, 12);
        var header = zip.Skip(start).Take(end - start).ToArray();
        return zip.Take(start).Concat(Enumerable.Repeat(header, times).SelectMany(bytes => bytes)).Concat(tail).ToArray();
    }

    private static int Directory(byte[] zip) => (int)BitConverter.ToUInt32(zip, zip.Length - 22 + 16);

    private sealed class OneWay : Stream
    {
        private readonly Stream _stream;

        public OneWay(Stream stream) => _stream = stream;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => _stream.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _stream.Write(buffer, offset, count);
    }
}
