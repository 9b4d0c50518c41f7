namespace DataverseReadiness.Rules.Inspection;

/// <summary>Which part of an AppSource package a finding is about.</summary>
public enum PackagePart
{
    /// <summary>A zip as such: readable and within bounds.</summary>
    Archive = 0,

    /// <summary>The files of the outer zip, no others among them .</summary>
    Outer = 1,

    /// <summary>The files of the inner package zip .</summary>
    Inner = 2,

    /// <summary>The elements of input.xml .</summary>
    Input = 3,

    /// <summary>The solutions inside .</summary>
    Solution = 4,
}
