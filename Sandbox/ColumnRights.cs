namespace Sandbox;

/// <summary>What a field security profile lets be done to a secured column.</summary>
[Flags]
public enum ColumnRights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To see its value.</summary>
    Read = 1,

    /// <summary>To give it a value in a new row.</summary>
    Create = 2,

    /// <summary>To change its value.</summary>
    Update = 4,
}
