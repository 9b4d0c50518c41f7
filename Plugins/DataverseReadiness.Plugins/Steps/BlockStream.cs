using System;
using System.IO;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Reads the stored bytes of an image or file column block by block as they are asked for, so that a large file never lies in memory
/// as a whole. The messages are called by name: their types are in an assembly that this one does not reference.
/// </summary>
internal sealed class BlockStream : Stream
{
    private const long BlockLength = 4 * 1024 * 1024;

    private readonly IOrganizationService _service;
    private readonly string _token;
    private readonly long _blockLength;
    private byte[] _block = [];
    private long _blockStart;

    private BlockStream(IOrganizationService service, OrganizationResponse download)
    {
        _service = service;
        _token = (string)download.Results["FileContinuationToken"];
        Length = (long)download.Results["FileSizeInBytes"];

        // Where keys are the customer's own, a file comes only as a whole.
        _blockLength = (bool)download.Results["IsChunkingSupported"] ? BlockLength : Math.Max(Length, 1);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <summary>Always the full image, never its thumbnail.</summary>
    public static BlockStream Open(IOrganizationService service, EntityReference row, string column) =>
        new(service, service.Execute(new OrganizationRequest("InitializeFileBlocksDownload")
        {
            ["Target"] = row,
            ["FileAttributeName"] = column,
        }));

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length || count == 0)
        {
            return 0;
        }

        if (Position < _blockStart || Position >= _blockStart + _block.Length)
        {
            Load(Position - (Position % _blockLength));
        }

        var at = (int)(Position - _blockStart);
        var read = Math.Min(count, _block.Length - at);
        Array.Copy(_block, at, buffer, offset, read);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Load(long start)
    {
        var answer = _service.Execute(new OrganizationRequest("DownloadBlock")
        {
            ["Offset"] = start,
            ["BlockLength"] = Math.Min(_blockLength, Length - start),
            ["FileContinuationToken"] = _token,
        });
        _block = (byte[])answer.Results["Data"];
        _blockStart = start;
        if (Position - start >= _block.Length)
        {
            throw new EndOfStreamException($"The block at {start} has {_block.Length} bytes.");
        }
    }
}
