using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Checks the form of an e-mail address: one @, a mailbox, a host name with a dot.</summary>
public static class EmailReader
{
    /// <summary>Reads a value; white space around it is ignored.</summary>
    public static ValueFacts Read(string? value) => throw new NotSupportedException();
}
