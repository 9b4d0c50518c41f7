namespace DataverseReadiness.Rules;

/// <summary>Logical names of the tables that verdicts point to.</summary>
internal static class Tables
{
    public const string Offer = "rdy_offer";
    public const string Trial = "rdy_trial";
    public const string Plan = "rdy_plan";
    public const string SupportLink = "rdy_supportlink";
    public const string Asset = "rdy_marketingasset";

    /// <summary>Argument of a message that is rendered as the display name of a column.</summary>
    public static string Label(string table, string column) => "$column." + table + "." + column;
}
