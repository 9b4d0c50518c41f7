using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Checks the form of a phone number: digits with an optional + and the usual separators.</summary>
public static class PhoneReader
{
    /// <summary>Reads a value; white space around it is ignored.</summary>
    public static ValueFacts Read(string? value) => throw new NotSupportedException();
}
