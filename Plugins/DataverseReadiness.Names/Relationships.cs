namespace DataverseReadiness.Plugins.Names;

/// <summary>Schema names of the relationships from the offer to its children. Checked against Solution/Other/Relationships.</summary>
public static class Relationships
{
    public const string Trials = "rdy_offer_trial";
    public const string SupportLinks = "rdy_offer_supportlink";
    public const string Assets = "rdy_offer_marketingasset";
    public const string Plans = "rdy_offer_plan";
    public const string Probes = "rdy_offer_probe";
    public const string Items = "rdy_offer_checklistitem";
    public const string Judgements = "rdy_offer_judgement";
    public const string Changes = "rdy_offer_itemchange";
    public const string Snapshots = "rdy_offer_snapshot";
    public const string Certifications = "rdy_offer_certification";
}
