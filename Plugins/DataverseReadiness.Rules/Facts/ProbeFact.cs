using System;

namespace DataverseReadiness.Rules;

/// <summary>The last probe of one address of the offer.</summary>
public sealed class ProbeFact
{
    public Guid Id;

    /// <summary>Where the address stands: <c>table/row id/column</c>, as <see cref="FixTarget.ToString"/> writes it.</summary>
    public string? Target;

    public ProbeKind? Kind;

    /// <summary>The address that was asked; the result says nothing about another one.</summary>
    public string? Url;

    public ProbeOutcome? Outcome;

    /// <summary>HTTP status of the last answer.</summary>
    public int? Status;

    /// <summary>Where the redirects ended.</summary>
    public string? FinalUrl;

    /// <summary>Last day of the certificate.</summary>
    public DateTime? CertificateEnds;

    public DateTime? CheckedOn;

    /// <summary>Key of the text that says what happened.</summary>
    public string? ReasonKey;

    /// <summary>Its arguments as a JSON array of strings.</summary>
    public string? ReasonArgs;

    /// <summary>How often it was asked since <see cref="CountedFrom"/>, where that says anything about the address.</summary>
    public int? Checks;

    /// <summary>How many of these ended badly.</summary>
    public int? Failures;

    public DateTime? CountedFrom;
}
