namespace DataverseReadiness.Rules;

/// <summary>Why something changes without anybody touching it.</summary>
public enum MomentCause
{
    RuleStarts,
    RuleEnds,
    WaiverEnds,
    SignatureExpires,
    KeyExpires,
    CertificateEnds,
    ProbeAges,

    /// <summary>A date that a column or a requirement holds.</summary>
    DateComes,
}
