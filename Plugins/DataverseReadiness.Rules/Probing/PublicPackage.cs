namespace DataverseReadiness.Rules.Probing;

/// <summary>The package as anybody can ask for it: its address without what signs it. Beside the signed address it is another thing to probe.</summary>
public static class PublicPackage
{
    /// <summary>How results name it; the address itself stands in the column before the question mark.</summary>
    public const string Target = "rdy_packageurl?public";

    /// <summary>The address without its query.</summary>
    public static string UrlOf(string packageUrl)
    {
        var end = packageUrl.IndexOfAny(['?', '#']);
        return end < 0 ? packageUrl : packageUrl.Substring(0, end);
    }
}
