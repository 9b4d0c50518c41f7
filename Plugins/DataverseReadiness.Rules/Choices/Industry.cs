namespace DataverseReadiness.Rules;

/// <summary>An industry of the storefront. Values are those of the choice <c>rdy_industry</c>.</summary>
public enum Industry
{
    Agriculture = 847360000,
    ArchitectureAndConstruction = 847360001,
    Automotive = 847360002,
    Distribution = 847360003,
    Education = 847360004,
    FinancialServices = 847360005,
    Government = 847360006,
    HealthcareAndLifeSciences = 847360007,
    HospitalityAndTravel = 847360008,
    Manufacturing = 847360009,
    MediaAndCommunications = 847360010,
    Nonprofit = 847360011,
    OtherPublicSector = 847360012,
    PowerAndUtilities = 847360013,
    ProfessionalServices = 847360014,
    RetailAndConsumerGoods = 847360015,
}
