namespace DataverseReadiness.Rules;

/// <summary>The part of the checklist a requirement stands in. Values are those of the choice <c>rdy_group</c>.</summary>
public enum RequirementGroup
{
    Technical = 847360000,
    Business = 847360001,
    OfferSettings = 847360002,
    Package = 847360003,
    Storefront = 847360004,
    TestDrive = 847360005,
    Contacts = 847360006,
    Publishing = 847360007,
    Account = 847360008,
    ListingOption = 847360009,
    ListingText = 847360010,
    Media = 847360011,
    Properties = 847360012,
    Plans = 847360013,
    TechnicalConfiguration = 847360014,
    PackageContent = 847360015,
    SolutionAndCode = 847360016,
    Certification = 847360017,
    Rejections = 847360018,
    Agreement = 847360019,
    Team = 847360020,
}
