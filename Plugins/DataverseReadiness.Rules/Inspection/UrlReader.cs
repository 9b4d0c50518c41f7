using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads web addresses by own rules, so that every runtime gives the same answer.</summary>
public static class UrlReader
{
    /// <summary>Longest address that can be stored.</summary>
    public const int MaxLength = 2000;

    /// <summary>Reads an absolute https address; http too where <paramref name="allowHttp"/>. White space around it is ignored.</summary>
    public static UrlFacts Read(string? url, bool allowHttp = false) => throw new NotSupportedException();
}
