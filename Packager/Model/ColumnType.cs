namespace Packager.Model;

/// <summary>Column types, named as in the solution format (<c>Type</c> of an attribute).</summary>
public enum ColumnType
{
    /// <summary>primarykey: the row's id.</summary>
    PrimaryKey,

    /// <summary>uniqueidentifier that is not the key.</summary>
    UniqueIdentifier,

    /// <summary>nvarchar: single line of text.</summary>
    Text,

    /// <summary>ntext: multiple lines of text.</summary>
    Memo,

    /// <summary>int: whole number.</summary>
    Integer,

    /// <summary>bigint, such as <c>versionnumber</c>.</summary>
    BigInteger,

    /// <summary>decimal.</summary>
    Decimal,

    /// <summary>float.</summary>
    Float,

    /// <summary>money.</summary>
    Money,

    /// <summary>datetime.</summary>
    DateTime,

    /// <summary>bit: yes/no.</summary>
    Boolean,

    /// <summary>picklist: choice.</summary>
    Choice,

    /// <summary>multiselectpicklist: choices.</summary>
    Choices,

    /// <summary>state: <c>statecode</c>.</summary>
    State,

    /// <summary>status: <c>statuscode</c>.</summary>
    Status,

    /// <summary>lookup; its targets are in <see cref="ColumnModel.Targets"/>.</summary>
    Lookup,

    /// <summary>owner: user or team.</summary>
    Owner,

    /// <summary>customer: account or contact.</summary>
    Customer,

    /// <summary>image.</summary>
    Image,

    /// <summary>file.</summary>
    File,

    /// <summary>Any type the model has no member for; <see cref="ColumnModel.TypeName"/> says which.</summary>
    Other,
}
