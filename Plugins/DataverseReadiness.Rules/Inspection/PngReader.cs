using System;
using System.Globalization;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Verifies a PNG through to its last byte: chunks, their order and checksums, and the image data inside.</summary>
/// <remarks>The order of checks is the order of the file, so the first damage found is the one nearest to the cause.</remarks>
internal sealed class PngReader
{
    private const long MaxLength = int.MaxValue;

    private static readonly byte[] Signature = { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A };

    private readonly ByteSource _source;
    private long _width;
    private long _height;
    private PngHeader? _header;
    private Message? _damage;
    private bool _hasPalette;
    private bool _hasData;

    // The chunk being read.
    private string _name = "";
    private long _offset;
    private long _length;
    private long _left;
    private uint _crc;
    private bool _pushedBack;

    private PngReader(ByteSource source)
    {
        _source = source;
    }

    public static bool IsPng(byte[] start) => start.Length >= 4 && start[0] == 0x89 && start[1] == 'P' && start[2] == 'N' && start[3] == 'G';

    public static ImageHead Read(ByteSource source)
    {
        var reader = new PngReader(source);
        reader.ReadAll();
        return new ImageHead("PNG", reader._width, reader._height, reader._damage);
    }

    private void ReadAll()
    {
        var signature = _source.Read(Signature.Length);
        for (var i = 0; i < Signature.Length; i++)
        {
            if (signature is null || signature[i] != Signature[i])
            {
                Fail("image.png.signature");
                return;
            }
        }

        while (NextChunk())
        {
            if (_header is null && _name != "IHDR")
                Fail("image.png.first", _name);
            else if (_name == "IHDR")
                ReadHeader();
            else if (_name == "PLTE")
                ReadPalette();
            else if (_name == "IDAT")
                ReadData();
            else if (_name == "IEND")
            {
                ReadEnd();
                return;
            }
            else if (char.IsUpper(_name[0]))
                Fail("image.png.critical", _name, Bytes.Text(_offset));
            else
                SkipChunk();
        }
    }

    /// <summary>Reads length and type of the next chunk; false after damage.</summary>
    private bool NextChunk()
    {
        if (_damage is not null)
            return false;
        if (_pushedBack)
        {
            _pushedBack = false;
            return true;
        }

        _offset = _source.Offset;
        if (_source.Available == 0)
            return Fail("image.png.end", Bytes.Text(_offset));
        var start = _source.Read(8);
        if (start is null)
            return Fail("image.png.cut", Bytes.Text(_offset), Bytes.Text(_source.Length));
        _length = Bytes.Big32(start, 0);
        _name = Encoding.ASCII.GetString(start, 4, 4);
        for (var i = 4; i < 8; i++)
        {
            if (!(start[i] is >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z'))
                return Fail("image.png.type", Bytes.Text(_offset), BitConverter.ToString(start, 4, 4));
        }

        if (_length > MaxLength)
            return Fail("image.png.length", _name, Bytes.Text(_offset), Bytes.Text(_length));
        _left = _length;
        _crc = Crc32.Add(Crc32.Start, start, 4, 4);
        return true;
    }

    private void ReadHeader()
    {
        if (_header is not null)
        {
            Fail("image.png.twice", _name, Bytes.Text(_offset));
            return;
        }

        if (_length != 13)
        {
            Fail("image.png.ihdr.length", Bytes.Text(_length));
            return;
        }

        var data = ReadChunk();
        if (data is null)
            return;
        _header = PngHeader.Read(data, out _width, out _height, out var damage);
        _damage = damage;
    }

    private void ReadPalette()
    {
        if (_hasPalette)
            Fail("image.png.twice", _name, Bytes.Text(_offset));
        else if (_hasData)
            Fail("image.png.plte.late", Bytes.Text(_offset));
        else if (_header!.IsGrey)
            Fail("image.png.plte.grey", Bytes.Text(_offset));
        else if (_length == 0 || _length > 768 || _length % 3 != 0)
            Fail("image.png.plte.length", Bytes.Text(_offset), Bytes.Text(_length));
        else if (_header.UsesPalette && _length / 3 > 1 << _header.Depth)
            Fail("image.png.plte.entries", Bytes.Text(_offset), Bytes.Text(_length / 3), Bytes.Text(1 << _header.Depth));
        else
            SkipChunk();
        _hasPalette = true;
    }

    private void ReadData()
    {
        if (_hasData)
        {
            Fail("image.png.idat.apart", Bytes.Text(_offset));
            return;
        }

        _hasData = true;
        if (_header!.UsesPalette && !_hasPalette)
        {
            Fail("image.png.plte.missing", Bytes.Text(_offset));
            return;
        }

        var found = Unpack();
        // The rest of the data chunks: when one of them has the wrong checksum, that is the cause of whatever was found.
        long extra = 0;
        while (NextDataByte() >= 0)
            extra++;
        if (found is null && extra > 0)
            found = new Message("image.png.idat.extra", Bytes.Text(extra));
        _damage ??= found;
    }

    private Message? Unpack()
    {
        var start = _source.Offset;
        int method = NextDataByte(), flags = NextDataByte();
        if (flags < 0)
            return new Message("image.png.data.short", "0", Bytes.Text(new PngScanlines(_header!).Promised));
        if ((method & 15) != 8 || method >> 4 > 7 || ((method << 8) | flags) % 31 != 0 || (flags & 0x20) != 0)
            return new Message("image.png.zlib", Bytes.Text(start), BitConverter.ToString(new[] { (byte)method, (byte)flags }));
        var lines = new PngScanlines(_header!);
        var inflater = new Inflater(NextDataByte, lines.Add);
        switch (inflater.Run())
        {
            case InflateResult.Stopped:
                return lines.Damage;
            case InflateResult.Corrupt:
                return new Message("image.png.inflate", Bytes.Text(_source.Offset));
            case InflateResult.EndsEarly:
                return lines.AtEnd() ?? new Message("image.png.inflate.end");
        }

        var damage = lines.AtEnd();
        if (damage is not null)
            return damage;
        long stored = 0;
        for (var i = 0; i < 4; i++)
        {
            var value = inflater.NextByte();
            if (value < 0)
                return new Message("image.png.inflate.end");
            stored = (stored << 8) | (uint)value;
        }

        return stored == lines.Checksum ? null : new Message("image.png.adler", Hex(stored), Hex(lines.Checksum));
    }

    /// <summary>The next byte of the joined IDAT chunks; -1 when the next chunk is another one, or after damage.</summary>
    private int NextDataByte()
    {
        while (_left == 0 && !_pushedBack && _damage is null)
        {
            if (!EndChunk() || !NextChunk())
                return -1;
            if (_name != "IDAT")
            {
                _pushedBack = true;
                return -1;
            }
        }

        if (_pushedBack || _damage is not null)
            return -1;
        var value = _source.ReadByte();
        if (value < 0)
        {
            Cut();
            return -1;
        }

        _crc = Crc32.Add(_crc, (byte)value);
        _left--;
        return value;
    }

    private void ReadEnd()
    {
        if (!_hasData)
            Fail("image.png.idat.missing", Bytes.Text(_offset));
        else if (_length != 0)
            Fail("image.png.iend.length", Bytes.Text(_offset), Bytes.Text(_length));
        else if (EndChunk())
        {
            var end = _source.Offset;
            _source.Finish();
            if (_source.Length > end)
                Fail("image.png.trailing", Bytes.Text(_source.Length - end), Bytes.Text(end));
        }
    }

    private byte[]? ReadChunk()
    {
        var data = _source.Read((int)_length);
        if (data is null)
        {
            Cut();
            return null;
        }

        _left = 0;
        _crc = Crc32.Add(_crc, data, 0, data.Length);
        return EndChunk() ? data : null;
    }

    private void SkipChunk()
    {
        while (_left > 0)
        {
            var step = (int)Math.Min(_left, _source.Available);
            if (step == 0)
            {
                Cut();
                return;
            }

            _crc = Crc32.Add(_crc, _source.Buffer, _source.Position, step);
            _source.Consume(step);
            _left -= step;
        }

        EndChunk();
    }

    private bool EndChunk()
    {
        var stored = _source.Read(4);
        if (stored is null)
            return Cut();
        var value = Bytes.Big32(stored, 0);
        return value == Crc32.End(_crc) || Fail("image.png.crc", _name, Bytes.Text(_offset), Hex(value), Hex(Crc32.End(_crc)));
    }

    private bool Cut() => Fail("image.png.truncated", _name, Bytes.Text(_offset), Bytes.Text(_offset + 12 + _length), Bytes.Text(_source.Length));

    private bool Fail(string key, params string[] arguments)
    {
        _damage ??= new Message(key, arguments);
        return false;
    }

    private static string Hex(long value) => value.ToString("X8", CultureInfo.InvariantCulture);
}
