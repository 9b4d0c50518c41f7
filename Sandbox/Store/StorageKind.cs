namespace Sandbox.Store;

/// <summary>How the values of a column lie in its SQL column.</summary>
internal enum StorageKind
{
    /// <summary>Not stored in the row at all: image bytes, computed texts.</summary>
    None,

    /// <summary>GUID as lower-case text.</summary>
    Guid,

    /// <summary>GUID of another row; with several targets a second SQL column names the table.</summary>
    Reference,

    /// <summary>Text under the organization's collation.</summary>
    Text,

    /// <summary>32-bit number.</summary>
    Integer,

    /// <summary>64-bit number.</summary>
    BigInteger,

    /// <summary>Fixed-point number, scaled to a 64-bit integer so that it stays exact.</summary>
    Decimal,

    /// <summary>As <see cref="Decimal"/>, seen as Money.</summary>
    Money,

    /// <summary>Floating-point number.</summary>
    Float,

    /// <summary>Seconds since 1970 UTC: the platform keeps no fractions.</summary>
    DateTime,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>Value of one option.</summary>
    Choice,

    /// <summary>Values of several options, ascending, each between commas: <c>,1,3,</c>.</summary>
    Choices,
}
