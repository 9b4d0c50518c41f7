namespace DataverseReadiness.Plugins.Names;

/// <summary>Schema names of the relationships from the offer to its children. Checked against Solution/Other/Relationships.</summary>
public static class Relationships
{
    public const string Trials = "rdy_offer_trial";
    public const string SupportLinks = "rdy_offer_supportlink";
    public const string Assets = "rdy_offer_marketingasset";
    public const string Items = "rdy_offer_checklistitem";
    public const string Judgements = "rdy_offer_judgement";
}
