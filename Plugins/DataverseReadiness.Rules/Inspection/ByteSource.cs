using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads a stream forward once through one small buffer, counting and hashing every byte.</summary>
internal sealed class ByteSource : IDisposable
{
    private const int BufferSize = 32 * 1024;

    private readonly Stream _stream;
    private readonly SHA256 _hash = SHA256.Create();
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _position;
    private int _end;
    private long _read;
    private bool _atEnd;
    private string? _sha256;

    public ByteSource(Stream stream)
    {
        _stream = stream;
    }

    /// <summary>Offset of the next byte.</summary>
    public long Offset => _read - (_end - _position);

    /// <summary>Number of bytes read so far; all of them after <see cref="Finish"/>.</summary>
    public long Length => _read;

    /// <summary>The buffer; the next bytes are at <see cref="Position"/>, <see cref="Available"/> of them.</summary>
    public byte[] Buffer => _buffer;

    public int Position => _position;

    /// <summary>Number of buffered bytes, filled again when empty; 0 at the end of the stream.</summary>
    public int Available
    {
        get
        {
            if (_position == _end)
                Fill(1);
            return _end - _position;
        }
    }

    public void Consume(int count) => _position += count;

    /// <summary>The next bytes without consuming them: at most <paramref name="count"/>, fewer at the end of the stream.</summary>
    public byte[] Peek(int count)
    {
        Fill(count);
        var bytes = new byte[Math.Min(count, _end - _position)];
        Array.Copy(_buffer, _position, bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>The next byte, or -1 at the end of the stream.</summary>
    public int ReadByte() => Available == 0 ? -1 : _buffer[_position++];

    /// <summary>Consumes exactly <paramref name="count"/> bytes (at most the size of the buffer); null when the stream ends before.</summary>
    public byte[]? Read(int count)
    {
        var bytes = Peek(count);
        _position += bytes.Length;
        return bytes.Length == count ? bytes : null;
    }

    /// <summary>Consumes up to <paramref name="count"/> bytes; false when the stream ends before.</summary>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            var step = (int)Math.Min(count, Available);
            if (step == 0)
                return false;
            _position += step;
            count -= step;
        }

        return true;
    }

    /// <summary>Reads the rest; may be called again. Returns the SHA-256 of everything in lower-case hexadecimal.</summary>
    public string Finish()
    {
        if (_sha256 is not null)
            return _sha256;
        while (Available > 0)
            _position = _end;
        _hash.TransformFinalBlock(_buffer, 0, 0);
        var text = new StringBuilder(64);
        foreach (var value in _hash.Hash!)
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return _sha256 = text.ToString();
    }

    public void Dispose() => _hash.Dispose();

    private void Fill(int wanted)
    {
        if (_end - _position >= wanted || _atEnd)
            return;
        System.Buffer.BlockCopy(_buffer, _position, _buffer, 0, _end - _position);
        _end -= _position;
        _position = 0;
        while (_end < wanted)
        {
            var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            if (count <= 0)
            {
                _atEnd = true;
                return;
            }

            _hash.TransformBlock(_buffer, _end, count, null, 0);
            _end += count;
            _read += count;
        }
    }
}
