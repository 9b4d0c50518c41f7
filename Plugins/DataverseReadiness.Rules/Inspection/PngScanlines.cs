using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Takes the unpacked image data of a PNG piece by piece and checks it against the header: number of bytes, filter of each line.</summary>
internal sealed class PngScanlines
{
    /// <summary>How much image data is unpacked at most. A header may claim more; the data may not bring more.</summary>
    public const long Limit = 1L << 30;

    // Adam7: first column, first row, column step, row step. One pass over everything when not interlaced.
    private static readonly int[][] Interlaced =
    {
        new[] { 0, 0, 8, 8 }, new[] { 4, 0, 8, 8 }, new[] { 0, 4, 4, 8 }, new[] { 2, 0, 4, 4 }, new[] { 0, 2, 2, 4 }, new[] { 1, 0, 2, 2 }, new[] { 0, 1, 1, 2 },
    };

    private static readonly int[][] Plain = { new[] { 0, 0, 1, 1 } };

    private readonly PngHeader _header;
    private readonly int[][] _passes;
    private readonly Adler32 _adler = new Adler32();
    private int _pass = -1;
    private long _rowBytes;
    private long _rowsLeft;
    private long _leftInRow;
    private long _received;

    public PngScanlines(PngHeader header)
    {
        _header = header;
        _passes = header.IsInterlaced ? Interlaced : Plain;
        foreach (var pass in _passes)
            Promised += (decimal)RowBytes(pass) * Rows(pass);
        NextPass();
    }

    /// <summary>Number of bytes the header promises. A decimal, since 2^31 x 2^31 pixels of 64 bits exceed a long.</summary>
    public decimal Promised { get; }

    public Message? Damage { get; private set; }

    public uint Checksum => _adler.Value;

    /// <summary>Takes a piece; false when no more is wanted.</summary>
    public bool Add(byte[] bytes, int offset, int count)
    {
        _adler.Add(bytes, offset, count);
        while (count > 0 && Damage is null)
        {
            if (_rowsLeft == 0)
            {
                Damage = new Message("image.png.data.long", Bytes.Text(Promised));
                break;
            }

            if (_leftInRow == _rowBytes && bytes[offset] > 4)
            {
                Damage = new Message("image.png.data.filter", Bytes.Text(Rows(_passes[_pass]) - _rowsLeft + 1), Bytes.Text(_pass + 1), Bytes.Text(bytes[offset]));
                break;
            }

            var step = (int)Math.Min(count, _leftInRow);
            offset += step;
            count -= step;
            _received += step;
            _leftInRow -= step;
            if (_leftInRow == 0)
                NextRow();
        }

        if (Damage is null && _received > Limit)
            Damage = new Message("image.png.data.limit", Bytes.Text(Promised), Bytes.Text(Limit));
        return Damage is null;
    }

    /// <summary>What is missing once the data has ended; null when it is all there.</summary>
    public Message? AtEnd() => Damage ?? (_rowsLeft == 0 ? null : new Message("image.png.data.short", Bytes.Text(_received), Bytes.Text(Promised)));

    private void NextRow()
    {
        _leftInRow = _rowBytes;
        if (--_rowsLeft == 0)
            NextPass();
    }

    private void NextPass()
    {
        while (_rowsLeft == 0 && ++_pass < _passes.Length)
        {
            _rowBytes = RowBytes(_passes[_pass]);
            _rowsLeft = _rowBytes == 0 ? 0 : Rows(_passes[_pass]);
            _leftInRow = _rowBytes;
        }
    }

    // A pass without columns has no lines, hence no filter bytes either.
    private long RowBytes(int[] pass)
    {
        var columns = Steps(_header.Width, pass[0], pass[2]);
        return columns == 0 ? 0 : 1 + (((columns * _header.BitsPerPixel) + 7) / 8);
    }

    private long Rows(int[] pass) => Steps(_header.Height, pass[1], pass[3]);

    private static long Steps(long size, int first, int step) => size <= first ? 0 : (size - first + step - 1) / step;
}
