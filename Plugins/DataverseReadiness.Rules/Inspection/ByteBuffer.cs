namespace DataverseReadiness.Rules.Inspection;

/// <summary>Bytes of one file after another in the same array: large arrays are freed late, so that many of them would add up.</summary>
internal sealed class ByteBuffer
{
    private readonly long _step;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="step">Its array grows to a multiple of this; 1 for an array of exactly the first length.</param>
    public ByteBuffer(long step = 256 * 1024)
    {
        _step = step;
    }

    public byte[] Data { get; private set; } = new byte[0];

    public int Length { get; private set; }

    /// <summary>Makes room; what was there is lost.</summary>
    public void Resize(long length)
    {
        if (Data.Length < length)
            Data = new byte[(length + _step - 1) / _step * _step];
        Length = (int)length;
    }
}
