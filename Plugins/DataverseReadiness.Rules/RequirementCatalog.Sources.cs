namespace DataverseReadiness.Rules;

/// <content>The pages today's rule set comes from, with the dates of their copies.</content>
internal static partial class RequirementCatalog
{
    private const string B1 = "Partner Center: Dynamics 365 offers, 2022-06-29";
    private const string B2 = "Partner Center: Offer setup, 2022-07-18";
    private const string B3 = "Partner Center: Properties, 2021-12-03";
    private const string B4 = "Partner Center: Offer listing, 2021-12-03";
    private const string B5 = "Partner Center: Supported HTML tags, 2021-01-26";
    private const string B6 = "Partner Center: Availability, 2021-04-20";
    private const string B7 = "Partner Center: Technical configuration, 2021-04-29";
    private const string B8 = "Partner Center: Plans, 2022-05-25";
    private const string B9 = "Partner Center: Supplemental content, 2021-12-03";
    private const string B10 = "ISV app license management, 2022-05-25";
    private const string B11 = "Partner Center: Test drive configuration, 2021-12-03";
    private const string B12 = "Partner Center: Review and publish, 2022-02-16";
    private const string B13 = "Create a solution; solution concepts, 2024-10-15";
    private const string B14 = "Create a package for AppSource, 2023-05-22";
    private const string B15 = "Create a solution for AppSource, 2023-04-03";
    private const string B16 = "Store the package in Azure Storage, 2023-04-03";
    private const string B17 = "App certification checklist, 2023-04-03";
    private const string B18 = "App design best practices, 2023-04-03";
    private const string B19 = "Use solution checker, 2024-07-30";
    private const string B20 = "Checker API: rule sets, 2024-05-01";
    private const string B21 = "AppSource checker, 2023-04-03";
    private const string B22 = "Package Deployer tool, 2025-06-20";
    private const string B23 = "Create a Partner Center account, 2021-04-02";
    private const string B25 = "Content validation criteria, 2022-07-19";
    private const string B26 = "First Partner Center page of this offer type, 2019-12-31";
    private const string B27 = "Get customer leads, 2019-08-01";
    private const string B28 = "Customer leads, 2020-10-09";

    private const string P1 = "Certification policies v1.67, 2024-08-26";
    private const string P2 = "Certification policies v1.33, 2022-05-20";
    private const string P3 = "Certification policies v1.13, 2020-07-28";

    // Reports of what Microsoft wrote, by others or for another product.
    private const string SecondHand = "second-hand: ";
    private const string V1 = SecondHand + "a publisher's release plan on policy 1420, 2026-05-27";
    private const string V2 = SecondHand + "a decision record on policy 100, 2026-06-08";
    private const string V3 = SecondHand + "Fabric certification page, 2024-05-21";
    private const string V4 = SecondHand + "an add-in's policy audit, 2026-04-18";
    private const string V5 = SecondHand + "publishing guide of MsIndustryLinks";

    // What submissions were rejected for.
    private const string C1 = "Documentation issue 1463, 2020-05-29";
    private const string C2 = "Documentation issue 1228, 2020-04-03";
    private const string C3 = "Documentation issue 1528, 2020-06-21";
    private const string C4 = "A publisher's report, 2023-09-24";
    private const string C5 = "A publisher's report on a Business Central app";
    private const string C6 = "Connector certification errors";
    private const string C7 = "Documentation pull request 122, 2018-07-05";

    private const string Unsourced = "unsourced";
    private const string Own = "Own check of DataverseReadiness";
}
