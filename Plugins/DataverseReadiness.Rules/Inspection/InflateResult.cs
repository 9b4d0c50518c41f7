namespace DataverseReadiness.Rules.Inspection;

/// <summary>How unpacking ended.</summary>
internal enum InflateResult
{
    /// <summary>The last block was unpacked.</summary>
    Complete,

    /// <summary>The input ended before the last block did.</summary>
    EndsEarly,

    /// <summary>The input is no DEFLATE data.</summary>
    Corrupt,

    /// <summary>The receiver wanted no more.</summary>
    Stopped,
}
