namespace DataverseReadiness.Rules;

/// <summary>A region the package is offered in. Values are those of the choice <c>rdy_region</c>.</summary>
public enum PackageRegion
{
    NorthAmerica = 847360000,
    SouthAmerica = 847360001,
    Canada = 847360002,
    Emea = 847360003,
    Apac = 847360004,
    Australia = 847360005,
    Japan = 847360006,
    India = 847360007,
    UnitedKingdom = 847360008,
    France = 847360009,
    Germany = 847360010,
    UsGovernment = 847360011,
    TestInProduction = 847360012,
    China = 847360013,
    UsGovernmentHigh = 847360014,
    UsDod = 847360015,
}
