namespace DataverseReadiness.Rules;

/// <summary>Where leads are delivered. Values are those of the choice <c>rdy_leaddestination</c>.</summary>
public enum LeadDestination
{
    None = 847360000,
    AzureTable = 847360001,
    DynamicsCrmOnline = 847360002,
    HttpsEndpoint = 847360003,
    Marketo = 847360004,
    Salesforce = 847360005,
}
