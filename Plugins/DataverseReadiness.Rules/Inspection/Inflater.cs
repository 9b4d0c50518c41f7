using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Unpacks one DEFLATE stream (RFC 1951) through a window of fixed size.</summary>
/// <remarks>
/// System.IO.Compression.DeflateStream reads past the end of the data and treats a stream that stops early differently on
/// .NET Framework, Mono and modern .NET. A picture must get the same verdict on all three, so this is our own.
/// It is as strict as zlib: incomplete or over-subscribed codes are refused.
/// </remarks>
internal sealed class Inflater
{
    private const int WindowSize = 64 * 1024;
    private const int Reach = 32 * 1024;
    private const int FastBits = 9;
    private const int MaxBits = 15;

    private static readonly int[] LengthBase = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258 };
    private static readonly int[] LengthExtra = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };
    private static readonly int[] DistanceBase = { 1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577 };
    private static readonly int[] DistanceExtra = { 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13 };
    private static readonly int[] CodeLengthOrder = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };

    private readonly Func<int> _next;
    private readonly Func<byte[], int, int, bool> _sink;
    private readonly byte[] _window = new byte[WindowSize];
    private readonly Code _literals = new Code(288);
    private readonly Code _distances = new Code(32);
    private readonly byte[] _lengths = new byte[320];
    private int _written;
    private int _flushed;
    private bool _wrapped;
    private ulong _bits;
    private int _bitCount;

    /// <summary>Creates an inflater over a source of bytes (-1 at its end) and a sink that may stop the work by returning false.</summary>
    public Inflater(Func<int> next, Func<byte[], int, int, bool> sink)
    {
        _next = next;
        _sink = sink;
    }

    /// <summary>Unpacks to the end of the stream, or as far as it goes.</summary>
    public InflateResult Run()
    {
        var result = Blocks();
        return Flush() ? result : InflateResult.Stopped;
    }

    /// <summary>The next whole byte after the stream (of its checksum, for instance), or -1.</summary>
    public int NextByte()
    {
        Take(_bitCount & 7);
        return Need(8) ? Take(8) : -1;
    }

    private InflateResult Blocks()
    {
        while (true)
        {
            if (!Need(3))
                return InflateResult.EndsEarly;
            var last = Take(1) == 1;
            InflateResult result;
            switch (Take(2))
            {
                case 0:
                    result = Stored();
                    break;
                case 1:
                    FixedCodes();
                    result = Compressed();
                    break;
                case 2:
                    result = DynamicCodes();
                    if (result == InflateResult.Complete)
                        result = Compressed();
                    break;
                default:
                    return InflateResult.Corrupt;
            }

            if (last || result != InflateResult.Complete)
                return result;
        }
    }

    private bool Need(int count)
    {
        while (_bitCount < count)
        {
            var value = _next();
            if (value < 0)
                return false;
            _bits |= (ulong)(uint)value << _bitCount;
            _bitCount += 8;
        }

        return true;
    }

    private int Take(int count)
    {
        var value = (int)(_bits & ((1UL << count) - 1));
        _bits >>= count;
        _bitCount -= count;
        return value;
    }

    private InflateResult Stored()
    {
        Take(_bitCount & 7);
        if (!Need(32))
            return InflateResult.EndsEarly;
        var length = Take(16);
        if (Take(16) != (length ^ 0xFFFF))
            return InflateResult.Corrupt;
        for (; length > 0; length--)
        {
            if (!Need(8))
                return InflateResult.EndsEarly;
            if (!Put((byte)Take(8)))
                return InflateResult.Stopped;
        }

        return InflateResult.Complete;
    }

    private void FixedCodes()
    {
        for (var i = 0; i < 288; i++)
            _lengths[i] = (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        _literals.Build(_lengths, 0, 288, allowSingle: false);
        for (var i = 0; i < 32; i++)
            _lengths[i] = 5;
        _distances.Build(_lengths, 0, 32, allowSingle: false);
    }

    private InflateResult DynamicCodes()
    {
        if (!Need(14))
            return InflateResult.EndsEarly;
        var literals = Take(5) + 257;
        var distances = Take(5) + 1;
        var lengths = Take(4) + 4;
        if (literals > 286 || distances > 30)
            return InflateResult.Corrupt;
        Array.Clear(_lengths, 0, _lengths.Length);
        for (var i = 0; i < lengths; i++)
        {
            if (!Need(3))
                return InflateResult.EndsEarly;
            _lengths[CodeLengthOrder[i]] = (byte)Take(3);
        }

        if (!_literals.Build(_lengths, 0, 19, allowSingle: false))
            return InflateResult.Corrupt;
        Array.Clear(_lengths, 0, _lengths.Length);
        for (var i = 0; i < literals + distances;)
        {
            var symbol = Decode(_literals);
            if (symbol < 0)
                return symbol == Code.EndsEarly ? InflateResult.EndsEarly : InflateResult.Corrupt;
            if (symbol < 16)
            {
                _lengths[i++] = (byte)symbol;
                continue;
            }

            var extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
            if (!Need(extra))
                return InflateResult.EndsEarly;
            var repeat = Take(extra) + (symbol == 18 ? 11 : 3);
            if (i + repeat > literals + distances || (symbol == 16 && i == 0))
                return InflateResult.Corrupt;
            var value = symbol == 16 ? _lengths[i - 1] : (byte)0;
            for (; repeat > 0; repeat--)
                _lengths[i++] = value;
        }

        return _lengths[256] != 0
            && _literals.Build(_lengths, 0, literals, allowSingle: true)
            && _distances.Build(_lengths, literals, distances, allowSingle: true)
            ? InflateResult.Complete
            : InflateResult.Corrupt;
    }

    private InflateResult Compressed()
    {
        while (true)
        {
            var symbol = Decode(_literals);
            if (symbol < 0)
                return symbol == Code.EndsEarly ? InflateResult.EndsEarly : InflateResult.Corrupt;
            if (symbol < 256)
            {
                if (!Put((byte)symbol))
                    return InflateResult.Stopped;
                continue;
            }

            if (symbol == 256)
                return InflateResult.Complete;
            symbol -= 257;
            if (symbol >= LengthBase.Length)
                return InflateResult.Corrupt;
            if (!Need(LengthExtra[symbol]))
                return InflateResult.EndsEarly;
            var length = LengthBase[symbol] + Take(LengthExtra[symbol]);
            symbol = Decode(_distances);
            if (symbol < 0)
                return symbol == Code.EndsEarly ? InflateResult.EndsEarly : InflateResult.Corrupt;
            if (symbol >= DistanceBase.Length)
                return InflateResult.Corrupt;
            if (!Need(DistanceExtra[symbol]))
                return InflateResult.EndsEarly;
            var distance = DistanceBase[symbol] + Take(DistanceExtra[symbol]);
            if (!_wrapped && distance > _written)
                return InflateResult.Corrupt;
            if (!Repeat(distance, length))
                return InflateResult.Stopped;
        }
    }

    private int Decode(Code code)
    {
        if (_bitCount < MaxBits)
            Need(MaxBits);
        var symbol = code.Lookup((int)_bits & ((1 << MaxBits) - 1), out var length);
        if (symbol < 0)
            return _bitCount < MaxBits ? Code.EndsEarly : Code.Corrupt;
        if (length > _bitCount)
            return Code.EndsEarly;
        Take(length);
        return symbol;
    }

    /// <summary>Copies from what was unpacked before, in runs that end neither in the middle of the window nor beyond it.</summary>
    private bool Repeat(int distance, int length)
    {
        while (length > 0)
        {
            var from = (_written - distance) & (WindowSize - 1);
            var run = Math.Min(length, Math.Min(Reach - (_written - _flushed), WindowSize - from));
            length -= run;
            var window = _window;
            var to = _written;
            for (var end = to + run; to < end; to++, from++)
                window[to] = window[from];
            _written = to;
            if (!Turn())
                return false;
        }

        return true;
    }

    private bool Put(byte value)
    {
        _window[_written++] = value;
        return Turn();
    }

    /// <summary>Hands over what is due, and starts again at the beginning of the window at its end.</summary>
    private bool Turn()
    {
        if (_written - _flushed < Reach)
            return true;
        if (!Flush())
            return false;
        if (_written == WindowSize)
        {
            _written = 0;
            _flushed = 0;
            _wrapped = true;
        }

        return true;
    }

    private bool Flush()
    {
        var count = _written - _flushed;
        var start = _flushed;
        _flushed = _written;
        return count == 0 || _sink(_window, start, count);
    }

    /// <summary>A canonical Huffman code: a table for the short codes, a walk along the counts for the long ones.</summary>
    private sealed class Code
    {
        public const int EndsEarly = -1;
        public const int Corrupt = -2;

        private readonly short[] _fast = new short[1 << FastBits];
        private readonly short[] _symbols;
        private readonly int[] _counts = new int[MaxBits + 1];
        private readonly int[] _offsets = new int[MaxBits + 2];

        public Code(int size)
        {
            _symbols = new short[size];
        }

        /// <summary>Builds the code; false when it is over-subscribed or incomplete. As zlib has it, no symbol at all or a single one of one bit may stand.</summary>
        public bool Build(byte[] lengths, int offset, int count, bool allowSingle)
        {
            Array.Clear(_counts, 0, _counts.Length);
            for (var i = 0; i < count; i++)
                _counts[lengths[offset + i]]++;
            var symbols = count - _counts[0];
            _counts[0] = 0;
            var left = 1;
            for (var length = 1; length <= MaxBits; length++)
            {
                left = (left << 1) - _counts[length];
                if (left < 0)
                    return false;
                _offsets[length + 1] = _offsets[length] + _counts[length];
            }

            var place = (int[])_offsets.Clone();
            for (var i = 0; i < count; i++)
            {
                if (lengths[offset + i] != 0)
                    _symbols[place[lengths[offset + i]]++] = (short)i;
            }

            FillFast();
            return left == 0 || (allowSingle && (symbols == 0 || (symbols == 1 && _counts[1] == 1)));
        }

        /// <summary>The symbol whose code the bits start with, first bit lowest; negative when there is none.</summary>
        public int Lookup(int bits, out int length)
        {
            var entry = _fast[bits & ((1 << FastBits) - 1)];
            if (entry != 0)
            {
                length = entry & 15;
                return (entry >> 4) & 511;
            }

            int code = 0, first = 0, index = 0;
            for (length = 1; length <= MaxBits; length++)
            {
                code |= (bits >> (length - 1)) & 1;
                var count = _counts[length];
                if (code - count < first)
                    return _symbols[index + code - first];
                index += count;
                first = (first + count) << 1;
                code <<= 1;
            }

            return Corrupt;
        }

        private void FillFast()
        {
            Array.Clear(_fast, 0, _fast.Length);
            var code = 0;
            var index = 0;
            for (var length = 1; length <= FastBits; length++)
            {
                for (var i = 0; i < _counts[length]; i++, code++, index++)
                {
                    var reversed = 0;
                    for (var bit = 0; bit < length; bit++)
                        reversed |= ((code >> bit) & 1) << (length - 1 - bit);
                    for (var slot = reversed; slot < _fast.Length; slot += 1 << length)
                        _fast[slot] = (short)((_symbols[index] << 4) | length);
                }

                code <<= 1;
            }
        }
    }
}
