namespace DataverseReadiness.Rules.Inspection;

/// <summary>Which part of an AppSource package a finding is about. Stored by name.</summary>
public enum PackagePart
{
    /// <summary>A zip as such: readable and within bounds.</summary>
    Archive = 0,

    /// <summary>The files of the outer zip, no others among them.</summary>
    Outer = 1,

    /// <summary>The files of the inner package zip.</summary>
    Inner = 2,

    /// <summary>The elements of Input.xml that have no part of their own.</summary>
    Input = 3,

    /// <summary>The solutions inside: readable, named, managed.</summary>
    Solution = 4,

    /// <summary>The package folder with ImportConfig.xml and the solutions it lists.</summary>
    Folder = 5,

    /// <summary>[Content_Types].xml of the outer zip.</summary>
    OuterTypes = 6,

    /// <summary>[Content_Types].xml of the inner zip.</summary>
    InnerTypes = 7,

    /// <summary>SupportedCountries.</summary>
    Countries = 8,

    /// <summary>Locales, and their agreement with the solution's languages.</summary>
    Locales = 9,

    /// <summary>The icon of 32 x 32.</summary>
    Icon = 10,

    /// <summary>The files with the licence terms.</summary>
    Terms = 11,

    /// <summary>StartDate and EndDate, one against the other.</summary>
    Dates = 12,

    /// <summary>LearnMoreLink.</summary>
    Link = 13,

    /// <summary>Scripts and registrations in the solutions, against the checker's rules.</summary>
    Code = 14,

    /// <summary>Scripts with a syntax newer than ES2018.</summary>
    Syntax = 15,
}
