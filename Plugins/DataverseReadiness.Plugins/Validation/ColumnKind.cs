namespace DataverseReadiness.Plugins.Validation;

/// <summary>How the value of a column is checked.</summary>
internal enum ColumnKind
{
    Other,
    Text,
    Url,
    Guid,
    Number,
    Image,
}
