using System;
using System.IO;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads forward and takes every byte from the budget.</summary>
internal sealed class BudgetStream : Stream
{
    private readonly Stream _stream;
    private readonly ZipBudget _budget;

    public BudgetStream(Stream stream, ZipBudget budget)
    {
        _stream = stream;
        _budget = budget;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _stream.Read(buffer, offset, count);
        _budget.Left -= read;
        if (_budget.Left < 0)
            throw new InvalidDataException();
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
        base.Dispose(disposing);
    }
}
