using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>An Azure Storage address with a shared access signature. The signature itself is never kept.</summary>
public sealed class SasUrl
{
    private SasUrl()
    {
    }

    /// <summary>What the address itself says, or why it is refused.</summary>
    public UrlFacts Url { get; private set; } = null!;

    /// <summary>Whether the host is one of Azure Blob Storage (*.blob.core.windows.net).</summary>
    public bool IsBlobStorage { get; private set; }

    /// <summary>Whether there is a shared access signature at all: <c>sig</c>, <c>sp</c> or <c>se</c> is there.</summary>
    public bool HasSas { get; private set; }

    /// <summary>Permissions (<c>sp</c>), for instance <c>r</c>; empty when missing.</summary>
    public string Permissions { get; private set; } = "";

    /// <summary>Whether the permissions are exactly <c>r</c>.</summary>
    public bool IsReadOnly => Permissions == "r";

    /// <summary>Resource (<c>sr</c>): b for a blob, c for a container; empty when missing.</summary>
    public string Resource { get; private set; } = "";

    /// <summary>Start (<c>st</c>) in UTC; null when missing or unreadable.</summary>
    public DateTime? Starts { get; private set; }

    /// <summary>Expiry (<c>se</c>) in UTC; null when missing or unreadable.</summary>
    public DateTime? Expires { get; private set; }

    /// <summary>Whether <c>sig</c> has a value, be it the one that stands for a removed signature.</summary>
    public bool HasSignature { get; private set; }

    /// <summary>Why this is no usable package address, naming the first field that is wrong or missing; null when all are there.</summary>
    /// <remarks>Compares nothing with the clock: that is the rule's business.</remarks>
    public Message? Problem { get; private set; }

    /// <summary>Reads an address.</summary>
    public static SasUrl Read(string? url) => throw new NotSupportedException();

    /// <summary>The same address with the value of every <c>sig</c> replaced by <c>removed</c>; unchanged when there is none.</summary>
    public static string WithoutSignature(string url) => throw new NotSupportedException();
}
