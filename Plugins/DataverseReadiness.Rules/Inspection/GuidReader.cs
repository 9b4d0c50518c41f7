using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Checks a GUID: 8-4-4-4-12 hexadecimal digits, braces optional.</summary>
public static class GuidReader
{
    /// <summary>Reads a value; white space around it is ignored.</summary>
    public static ValueFacts Read(string? value) => throw new NotSupportedException();
}
