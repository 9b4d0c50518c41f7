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
}
