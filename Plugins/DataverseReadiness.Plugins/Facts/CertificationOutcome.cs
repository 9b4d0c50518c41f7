namespace DataverseReadiness.Plugins.Facts;

/// <summary>What the certification decided. Values are those of the choice <c>rdy_certificationoutcome</c>.</summary>
internal enum CertificationOutcome
{
    Rejected = 847360000,
    Passed = 847360001,
}
