namespace DataverseReadiness.Rules;

/// <summary>What a line of the catalogue says about a requirement of any kind.</summary>
internal sealed class CatalogLine(string key, RequirementGroup group, Severity severity, DecidedBy decidedBy, string source)
{
    /// <summary>Key of the row in the requirements.</summary>
    public string Key => key;

    public RequirementGroup Group => group;

    /// <summary>Blocking for mandatory and conditional rows, advice for optional and recommended ones.</summary>
    public Severity Severity => severity;

    /// <summary>Who settles it.</summary>
    public DecidedBy DecidedBy => decidedBy;

    /// <summary>The page it comes from, with its date.</summary>
    public string Source => source;
}
