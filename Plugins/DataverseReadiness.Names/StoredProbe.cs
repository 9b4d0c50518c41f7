namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Probe. Checked against Solution/Entities/rdy_Probe/Entity.xml.</summary>
public static class StoredProbe
{
    public const string Table = "rdy_probe";
    public const string Id = "rdy_probeid";
    public const string OfferId = "rdy_offerid";
    public const string CertificateEnds = "rdy_certificateends";
    public const string CheckedOn = "rdy_checkedon";
    public const string Checks = "rdy_checks";
    public const string CountedFrom = "rdy_countedfrom";
    public const string Failures = "rdy_failures";
    public const string FinalUrl = "rdy_finalurl";
    public const string Kind = "rdy_kind";
    public const string Milliseconds = "rdy_milliseconds";
    public const string Name = "rdy_name";
    public const string Outcome = "rdy_outcome";
    public const string Reason = "rdy_reason";
    public const string ReasonArgs = "rdy_reasonargs";
    public const string ReasonKey = "rdy_reasonkey";
    public const string Status = "rdy_status";
    public const string Target = "rdy_target";
    public const string TriedOn = "rdy_triedon";
    public const string TriedReason = "rdy_triedreason";
    public const string Url = "rdy_url";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
