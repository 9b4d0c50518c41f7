namespace DataverseReadiness.Rules;

/// <summary>What a line of the catalogue says about a requirement of any kind.</summary>
/// <param name="Key">Key of the row in the requirements.</param>
/// <param name="Severity">Blocking for mandatory and conditional rows, advice for optional and recommended ones.</param>
/// <param name="DecidedBy">Who settles it.</param>
/// <param name="Source">The page it comes from, with its date.</param>
internal sealed record CatalogLine(string Key, RequirementGroup Group, Severity Severity, DecidedBy DecidedBy, string Source);
