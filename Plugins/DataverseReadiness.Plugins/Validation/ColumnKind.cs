namespace DataverseReadiness.Plugins.Validation;

/// <summary>What the values of a column are.</summary>
internal enum ColumnKind
{
    Other,
    Text,
    Url,
    Guid,
    Whole,
    Decimal,
    Date,
    Choice,
    Choices,
    Image,
}
