namespace DataverseReadiness.Rules;

/// <summary>An industry of Partner Center. Values are those of the choice <c>rdy_marketindustry</c>.</summary>
public enum MarketIndustry
{
    Automotive = 847360000,
    Agriculture = 847360001,
    Distribution = 847360002,
    Education = 847360003,
    FinancialServices = 847360004,
    Government = 847360005,
    Healthcare = 847360006,
    ManufacturingAndResources = 847360007,
    RetailAndConsumerGoods = 847360008,
    MediaAndCommunications = 847360009,
    ProfessionalServices = 847360010,
    ArchitectureAndConstruction = 847360011,
    HospitalityAndTravel = 847360012,
    OtherPublicSector = 847360013,
    RealEstate = 847360014,
}
